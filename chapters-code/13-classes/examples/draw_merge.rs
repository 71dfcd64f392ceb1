//! Draws the chapter's figure of the merge, from the merge of step 2.

#[allow(dead_code, reason = "each example uses a part")]
#[path = "step_13_2.rs"]
mod step_2;

use std::fmt::Write;

use step_2::{DUCKS, bases, c3};

const HEAD: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 370" role="img" aria-labelledby="t d">
<title id="t">The diamond of ducks, and the second turn of its merge</title>
<desc id="d">Above, the classes as a diamond with their places in the order: Duck 1, Swimmer 2, Walker 3, Animal 4, object 5. Below, the three lists in the second turn: Animal object; Walker Animal object; Walker. The first list's head, Animal, is crossed out, because it stands in the tail of the second list. The second list's head, Walker, is taken.</desc>
"#;
/// Where each class of the family stands: its middle and its top.
const PLACES: [(&str, usize, usize); 5] = [
    ("object", 180, 4),
    ("Animal", 180, 44),
    ("Swimmer", 80, 120),
    ("Walker", 280, 120),
    ("Duck", 180, 198),
];
/// The turn that is drawn.
const TURN: usize = 2;

fn main() {
    print!("{}", figure());
}

/// The picture.
pub fn figure() -> String {
    let mut turns = Vec::new();
    let order = c3(DUCKS, "Duck", &mut |lists, next| {
        turns.push((lists.to_vec(), next.to_owned()));
    });
    let order = order.unwrap_or_default();
    let mut svg = HEAD.to_owned();
    for place in PLACES {
        lines(&mut svg, place);
    }
    for (class, middle, top) in PLACES {
        let number = order
            .iter()
            .position(|other| *other == class)
            .map_or(0, |at| at + 1);
        let text = top + 19;
        let _ = writeln!(
            svg,
            r#"<rect class="box" x="{}" y="{top}" width="104" height="28" rx="4"/><text class="mono small" x="{}" y="{text}" text-anchor="middle">{class}</text><text class="bold small" x="{}" y="{text}" text-anchor="middle">{number}</text>"#,
            middle - 52,
            middle - 6,
            middle + 40
        );
    }
    let (lists, taken) = &turns[TURN - 1];
    let _ = writeln!(
        svg,
        r#"<text class="bold small" x="12" y="258">the second turn</text>"#
    );
    let chosen = lists.iter().position(|list| list[0] == taken.as_str());
    for (row, list) in lists.iter().enumerate() {
        let says = match chosen {
            Some(chosen) if row < chosen => "blocked by the next list",
            Some(chosen) if row == chosen => "taken",
            _ => "the bases, as written",
        };
        draw_list(&mut svg, 268 + 32 * row, (list, lists), taken, says);
    }
    svg + "</svg>\n"
}

/// The lines from a class up to its bases.
fn lines(svg: &mut String, (class, x, y): (&str, usize, usize)) {
    for base in bases(DUCKS, class) {
        for (_, to_x, to_y) in PLACES.iter().filter(|(name, ..)| name == base) {
            let _ = writeln!(
                svg,
                r#"<path class="line" d="M{x} {y} L{to_x} {}"/>"#,
                to_y + 28
            );
        }
    }
}

/// One of the lists: its head crossed out if it stands in the tail of another, and what is taken.
fn draw_list(
    svg: &mut String,
    y: usize,
    (list, all): (&[&str], &[Vec<&str>]),
    taken: &str,
    says: &str,
) {
    for (place, class) in list.iter().enumerate() {
        let left = 12 + 84 * place;
        let in_a_tail = all.iter().any(|list| list[1..].contains(class));
        let (fill, on) = match (place, *class == taken) {
            (0, true) => ("accent", " on"),
            _ if in_a_tail && *class != "object" => ("soft", ""),
            _ => ("box", ""),
        };
        let _ = writeln!(
            svg,
            r#"<rect class="{fill}" x="{left}" y="{y}" width="80" height="26" rx="3"/><text class="mono small{on}" x="{}" y="{}" text-anchor="middle">{class}</text>"#,
            left + 40,
            y + 18
        );
        if place == 0 && in_a_tail {
            let _ = writeln!(
                svg,
                r#"<path class="line" d="M{} {} L{} {}"/>"#,
                left + 6,
                y + 22,
                left + 74,
                y + 4
            );
        }
    }
    let _ = writeln!(
        svg,
        r#"<text class="dim small" x="{}" y="{}">{says}</text>"#,
        18 + 84 * list.len(),
        y + 18
    );
}
