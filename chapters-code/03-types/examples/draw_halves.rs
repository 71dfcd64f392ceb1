//! Draws the chapter's figure of the two halves of a table, from a table.

mod machine;

use std::fmt::Write;

use types::{PyResult, Table, Thread, Version};

const HEAD: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 238" role="img" aria-labelledby="t d">
<title id="t">The two halves of a table</title>
<desc id="d">Above, an index array of eight places: empty, 2, empty, empty, 1, 0, empty, 3. Below, four entries in the order in which they came: red, green, blue, white. Arrows go from place 5 to entry 0, from place 4 to entry 1, from place 1 to entry 2, from place 7 to entry 3.</desc>
<defs><marker id="head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto"><path class="head" d="M0 0 L10 5 L0 10 z"/></marker></defs>
<text class="dim small" x="20" y="16">eight places, a byte each</text>
<text class="dim small" x="20" y="228">entries, in the order in which they came</text>
"#;
const LEFT: usize = 20;
/// How wide a place is, and how wide an entry.
const PLACE: usize = 40;
const ENTRY: usize = 80;

fn main() -> PyResult<()> {
    print!("{}", figure()?);
    Ok(())
}

/// The picture.
pub fn figure() -> PyResult<String> {
    let t = machine::start(Version::V310)?;
    let table = Table::default();
    for text in ["red", "green", "blue", "white"] {
        let name = t.intern(text)?;
        table.add(name.object().clone(), name.hash(), t.str(text)?)?;
    }
    let mut svg = HEAD.to_owned();
    for place in 0..1 << table.log2_size() {
        draw_place(&mut svg, &table, place);
    }
    for index in 0..table.entries() {
        draw_entry(&mut svg, &t, &table, index)?;
    }
    for place in 0..1 << table.log2_size() {
        draw_arrow(&mut svg, &table, place);
    }
    Ok(svg + "</svg>\n")
}

/// A place: the number of an entry, or nothing.
fn draw_place(svg: &mut String, table: &Table, place: usize) {
    let (x, middle) = (LEFT + PLACE * place, LEFT + PLACE * place + PLACE / 2);
    let index = usize::try_from(table.index_at(place)).ok();
    let class = if index.is_some() { "accent" } else { "box" };
    let _ = writeln!(
        svg,
        r#"<rect class="{class}" x="{x}" y="40" width="{PLACE}" height="30"/><text class="dim small" x="{middle}" y="34" text-anchor="middle">{place}</text>"#
    );
    if let Some(index) = index {
        let _ = writeln!(
            svg,
            r#"<text class="mono on" x="{middle}" y="60" text-anchor="middle">{index}</text>"#
        );
    }
}

/// An entry: its key, and its number.
fn draw_entry(svg: &mut String, t: &Thread, table: &Table, index: usize) -> PyResult<()> {
    let (x, middle) = (LEFT + ENTRY * index, LEFT + ENTRY * index + ENTRY / 2);
    let Some(key) = table.key(index) else {
        return Ok(());
    };
    let key = t.to_str(&key)?.to_text();
    let _ = writeln!(
        svg,
        r#"<rect class="soft" x="{x}" y="150" width="{ENTRY}" height="34"/><path class="line" d="M{x} 150 h{ENTRY} v34 h-{ENTRY} Z"/>
<text class="mono" x="{middle}" y="172" text-anchor="middle">{key}</text><text class="dim small" x="{middle}" y="202" text-anchor="middle">{index}</text>"#
    );
    Ok(())
}

/// From a place to its entry.
fn draw_arrow(svg: &mut String, table: &Table, place: usize) {
    let Ok(index) = usize::try_from(table.index_at(place)) else {
        return;
    };
    let from = LEFT + PLACE * place + PLACE / 2;
    let to = LEFT + ENTRY * index + ENTRY / 2;
    // It ends a little on the side that it comes from.
    let to = if from > to { to + 4 } else { to - 4 };
    let _ = writeln!(
        svg,
        r#"<path class="arrow" d="M{from} 70 L{to} 146" marker-end="url(#head)"/>"#
    );
}
