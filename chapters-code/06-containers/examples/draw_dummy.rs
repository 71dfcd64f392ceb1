//! Draws the chapter's figure of a set's table, from the table of a set.

mod machine;

use std::fmt::Write;

use containers::SetTable;
use machine::{call, shown, with_machine};
use objects::Object;
use types::{PyResult, Thread, Version};

const HEAD: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 268" role="img" aria-labelledby="t d">
<title id="t">The table of a set of numbers, before and after 3 is removed and 27 is added</title>
<desc id="d">Four rows of eight places. First 11 at place 0, 1 at place 1, 3 at place 3, 19 at place 6. Then a dummy in the place of 3. Then 27 stands there: all of 3, 11, 19 and 27 begin at place 3.</desc>
"#;
/// The key that is removed, the one that is looked for afterwards, and the one that is added.
const REMOVED: i32 = 3;
const SOUGHT: i32 = 19;
const ADDED: i32 = 27;

fn main() -> PyResult<()> {
    print!("{}", figure()?);
    Ok(())
}

/// What stands in a place.
#[derive(Clone, PartialEq)]
enum Place {
    Empty,
    Dummy,
    Key(String),
}

/// The picture.
pub fn figure() -> PyResult<String> {
    let mut svg = HEAD.to_owned();
    with_machine(Version::V310, |t| {
        let set = containers::set(t)?;
        for number in [REMOVED, 1, 11, SOUGHT] {
            containers::set_add(t, &set, Object::int32(number))?;
        }
        let before = places(t, &set.table, None)?;
        row(&mut svg, 0, "3, 1, 11, 19 were added", &before, |_| None);
        for (place, _) in before.iter().enumerate() {
            let x = 38 + 40 * place;
            let _ = writeln!(
                svg,
                r#"<text class="dim small" x="{x}" y="38" text-anchor="middle">{place}</text>"#
            );
        }
        call(t, set.as_object(), "remove", &[Object::int32(REMOVED)])?;
        let removed = places(t, &set.table, Some(&before))?;
        let dummy = |place: usize| (removed[place] == Place::Dummy).then_some("accent2");
        row(&mut svg, 1, "3 is removed: a dummy stays", &removed, dummy);
        let way = way(&removed);
        let walked: Vec<String> = way.iter().map(usize::to_string).collect();
        let title = format!("{SOUGHT} is looked for: {}", walked.join(", "));
        row(&mut svg, 2, &title, &removed, |place| {
            match way.split_last() {
                Some((last, _)) if *last == place => Some("accent"),
                Some((_, passed)) if passed.contains(&place) => Some("accent2"),
                _ => None,
            }
        });
        containers::set_add(t, &set, Object::int32(ADDED))?;
        let added = places(t, &set.table, None)?;
        let new = |place: usize| (added[place] != removed[place]).then_some("accent");
        row(&mut svg, 3, "27 is added", &added, new);
        Ok(())
    })?;
    Ok(svg + "</svg>\n")
}

/// What stands in the places of a table. A place that has lost its key holds a dummy.
fn places(t: &Thread, table: &SetTable, before: Option<&[Place]>) -> PyResult<Vec<Place>> {
    (0..table.places())
        .map(|place| match table.get(place) {
            Some((key, _)) => Ok(Place::Key(shown(t, &key)?)),
            None if before.is_some_and(|places| places[place] != Place::Empty) => Ok(Place::Dummy),
            None => Ok(Place::Empty),
        })
        .collect()
}

/// The places that the search for a number visits, whose hash is the number. A table of eight has
/// no neighbours to look at.
fn way(places: &[Place]) -> Vec<usize> {
    let (mask, mut perturb) = (places.len() - 1, SOUGHT as usize);
    let mut way = vec![perturb & mask];
    while let Some(&place) = way.last()
        && places[place] != Place::Empty
        && places[place] != Place::Key(SOUGHT.to_string())
    {
        perturb >>= 5;
        way.push((place * 5 + 1 + perturb) & mask);
    }
    way
}

/// A row of places under a title; `class` says which of them stand out.
fn row(
    svg: &mut String,
    number: usize,
    title: &str,
    places: &[Place],
    class: impl Fn(usize) -> Option<&'static str>,
) {
    let y = if number == 0 { 44 } else { 44 + 62 * number };
    let title_y = if number == 0 { 18 } else { y - 8 };
    let _ = writeln!(
        svg,
        r#"<text class="bold small" x="20" y="{title_y}">{title}</text>"#
    );
    for (place, holds) in places.iter().enumerate() {
        let left = 20 + 40 * place;
        let plain = if *holds == Place::Empty {
            "box"
        } else {
            "soft"
        };
        let (class, on) = class(place).map_or((plain, ""), |class| (class, " on"));
        let _ = writeln!(
            svg,
            r#"<rect class="{class}" x="{left}" y="{y}" width="36" height="30" rx="3"/>"#
        );
        let text = match holds {
            Place::Empty => continue,
            Place::Dummy => "×",
            Place::Key(key) => key,
        };
        let _ = writeln!(
            svg,
            r#"<text class="mono{on}" x="{}" y="{}" text-anchor="middle">{text}</text>"#,
            left + 18,
            y + 20
        );
    }
}
