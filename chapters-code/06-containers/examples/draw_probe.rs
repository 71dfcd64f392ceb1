//! Draws the chapter's figure of a probe sequence, over the table of a dictionary.

mod machine;

use std::fmt::Write;

use machine::{shown, with_machine};
use objects::Object;
use types::{PyResult, Table, Thread, Version};

const HEAD: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 276" role="img" aria-labelledby="t d">
<title id="t">The way of the key monty through eight places</title>
<desc id="d">The hash of monty ends in the bits 101, so the way begins at place 5, where eggs stands. It goes on to place 4, ham; to place 7, spam; to place 7 once more; and to place 2, which is empty. The number 4 is written there.</desc>
<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="head" d="M0 0 L8 4 L0 8 Z"/></marker></defs>
"#;
/// How far down each step of the way lies.
const STEP: usize = 34;

fn main() -> PyResult<()> {
    print!("{}", figure()?);
    Ok(())
}

/// The picture.
pub fn figure() -> PyResult<String> {
    let mut svg = HEAD.to_owned();
    with_machine(Version::V310, |t| {
        let dict = containers::dict(t)?;
        for word in ["spam", "eggs", "ham", "python"] {
            containers::dict_set(t, &dict, t.str(word)?, Object::none())?;
        }
        let key = t.str("monty")?;
        let hash = t.hash(&key)?;
        let way = way(&dict.table, hash);
        let (line, end) = (shown(t, &key)?, hash & 0xFFF);
        let _ = writeln!(
            svg,
            r#"<text class="bold small" x="20" y="18">add {line}, hash …{end:03x}</text>"#
        );
        draw_places(&mut svg, t, &dict.table, way.last())?;
        draw_way(&mut svg, &way);
        // What the figure foretells is what happens.
        containers::dict_set(t, &dict, key, Object::none())?;
        assert_eq!(way.last().map(|&place| dict.table.index_at(place)), Some(4));
        Ok(())
    })?;
    Ok(svg + "</svg>\n")
}

/// The places that are visited, up to the first empty one.
fn way(table: &Table, hash: i64) -> Vec<usize> {
    let mask = (1 << table.log2_size()) - 1;
    let (mut perturb, mut place) = (hash as u64 as usize, hash as usize & mask);
    let mut way = vec![place];
    while table.index_at(place) >= 0 {
        perturb >>= 5;
        place = place.wrapping_mul(5).wrapping_add(perturb).wrapping_add(1) & mask;
        way.push(place);
    }
    way
}

fn middle(place: usize) -> usize {
    38 + 40 * place
}

fn draw_places(svg: &mut String, t: &Thread, table: &Table, empty: Option<&usize>) -> PyResult<()> {
    for place in 0..1 << table.log2_size() {
        let (x, left) = (middle(place), middle(place) - 18);
        let index = usize::try_from(table.index_at(place)).ok();
        let class = match index {
            Some(_) => "soft",
            None if empty == Some(&place) => "accent",
            None => "box",
        };
        let _ = writeln!(
            svg,
            r#"<text class="dim small" x="{x}" y="40" text-anchor="middle">{place}</text>
<rect class="{class}" x="{left}" y="48" width="36" height="30" rx="3"/>"#
        );
        if let Some((index, key)) = index.and_then(|index| Some((index, table.key(index)?))) {
            let key = shown(t, &key)?;
            let _ = writeln!(
                svg,
                r#"<text class="mono" x="{x}" y="68" text-anchor="middle">{index}</text>
<text class="dim small" x="{x}" y="94" text-anchor="middle">{}</text>"#,
                key.trim_matches('\'')
            );
        }
    }
    Ok(())
}

/// The way from place to place, one step below the other.
fn draw_way(svg: &mut String, way: &[usize]) {
    let at = |step: usize| (middle(way[step]) as f64, (122 + STEP * step) as f64);
    for step in 1..way.len() {
        let ((x, y), (to_x, to_y)) = (at(step - 1), at(step));
        let length = (to_x - x).hypot(to_y - y);
        let (across, down) = ((to_x - x) / length, (to_y - y) / length);
        let _ = writeln!(
            svg,
            r#"<path class="arrow" d="M{:.0} {:.0} L{:.0} {:.0}" marker-end="url(#head)"/>"#,
            x + 11.0 * across,
            y + 11.0 * down,
            to_x - 12.0 * across,
            to_y - 12.0 * down
        );
    }
    for (step, _) in way.iter().enumerate() {
        let (x, y) = at(step);
        let last = step + 1 == way.len();
        let class = if last { "accent" } else { "accent2" };
        let _ = writeln!(
            svg,
            r#"<circle class="{class}" cx="{x}" cy="{y}" r="11"/><text class="mono on" x="{x}" y="{}" text-anchor="middle">{}</text>"#,
            y + 5.0,
            step + 1
        );
        let says = match step {
            0 => "begin: the last three bits",
            _ if last => "empty: here",
            _ => continue,
        };
        let _ = writeln!(
            svg,
            r#"<text class="small" x="{}" y="{}" text-anchor="end">{says}</text>"#,
            x - 16.0,
            y + 4.0
        );
    }
}
