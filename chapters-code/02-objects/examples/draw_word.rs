//! Draws the chapter's figure of the four kinds of word, from four words.

use objects::{Object, OutOfMemory, heap, payload, plain_type};
use std::fmt::Write;

const HEAD: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 262" role="img" aria-labelledby="t d">
<title id="t">Four words</title>
<desc id="d">Four rows, each a word whose lowest eight bits are drawn one by one. 7 ends in 0000111 and a 1 that is the tag. 0.5 ends in 000000 and the tag 10. True ends in 00010 and the tag 100. An object on the heap is an address, and ends in 000.</desc>
<text class="dim small" x="10" y="16">the upper 56 bits</text>
<text class="dim small" x="350" y="16" text-anchor="end">the lowest eight</text>
"#;
/// Where the bits begin, and how wide one is.
const BITS: usize = 182;
const WIDTH: usize = 21;

struct Thing;
payload!(Thing, "thing");

fn main() -> Result<(), OutOfMemory> {
    print!("{}", figure()?);
    Ok(())
}

/// The picture.
pub fn figure() -> Result<String, OutOfMemory> {
    let thing = heap().make(plain_type::<Thing>()?, Thing)?.into_object();
    let half = Object::small_float(0.5).ok_or(OutOfMemory)?;
    let rows = [
        ("7", "an integer of 63 bits", Object::int32(7)),
        ("0.5", "a float without its tag", half),
        ("True", "a small number", Object::bool(true)),
        ("an object", "the address of a header", thing),
    ];
    let mut svg = HEAD.to_owned();
    for (row, (name, rest, object)) in rows.iter().enumerate() {
        draw(&mut svg, 28 + 58 * row, name, rest, object);
    }
    svg += "</svg>\n";
    Ok(svg)
}

/// How many bits say what it is.
fn tag(object: &Object) -> usize {
    match object {
        _ if object.is_small_int() => 1,
        _ if object.is_small_float() => 2,
        _ => 3,
    }
}

fn draw(svg: &mut String, y: usize, name: &str, rest: &str, object: &Object) {
    let (word, tag) = (object.word(), tag(object));
    let (middle, text) = ((10 + BITS) / 2, y + 19);
    let upper = match object.is_heap() {
        // Another one in each run.
        true => "…".to_owned(),
        false => format!("{:014x}", word >> 8),
    };
    let _ = writeln!(
        svg,
        r#"<rect class="soft" x="10" y="{y}" width="{}" height="28"/><text class="mono" x="{middle}" y="{text}" text-anchor="middle">{upper}</text>"#,
        BITS - 10
    );
    for place in 0..8 {
        let bit = 7 - place;
        let class = match (bit < tag, object.is_heap()) {
            (false, _) => "soft",
            (true, false) => "accent",
            (true, true) => "accent2",
        };
        let on = if bit < tag { " on" } else { "" };
        let shown = match object.is_heap() && bit >= tag {
            true => "·".to_owned(),
            false => (word >> bit & 1).to_string(),
        };
        let x = BITS + WIDTH * place;
        let _ = writeln!(
            svg,
            r#"<rect class="{class}" x="{x}" y="{y}" width="{WIDTH}" height="28"/><text class="mono{on}" x="{}" y="{text}" text-anchor="middle">{shown}</text>"#,
            x + WIDTH / 2
        );
    }
    let _ = writeln!(
        svg,
        r#"<text class="bold small" x="10" y="{below}">{name}</text><text class="dim small" x="350" y="{below}" text-anchor="end">{rest}</text>"#,
        below = y + 44
    );
}
