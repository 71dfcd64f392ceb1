//! Draws the chapter's figure of an object on the heap, from one.

use objects::{Header, Object, OutOfMemory, heap, payload, plain_class};
use std::fmt::Write;

const HEAD: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 268" role="img" aria-labelledby="t d">
<title id="t">An object on the heap</title>
<desc id="d">From top to bottom, by rising address from the header on: at minus 64 the order in which attributes were set, 1 and then 0; at minus 56 the four places of their values, which hold 3, 4 and nothing twice; at minus 24 the instance prefix; at 0 the header, with a count of 1, the collector's word and the type; at 16 the payload; at 24 a place of __slots__. An arrow from a word points at the header. What lies above it only instances of classes have.</desc>
<defs><marker id="head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto"><path class="head" d="M0 0 L10 5 L0 10 z"/></marker></defs>
<text class="dim small" x="246" y="16" text-anchor="middle">lower addresses</text>
"#;
/// Where the block begins from the left, and how wide it is.
const LEFT: i64 = 152;
const WIDTH: i64 = 188;
const HEIGHT: i64 = 34;

/// Eight bytes of Rust.
#[derive(Default)]
struct Plain(#[expect(dead_code, reason = "only its place matters")] u64);

// Only objects of this kind keep values in their own block.
payload!(Plain, "object");

fn main() -> Result<(), OutOfMemory> {
    print!("{}", figure()?);
    Ok(())
}

/// The picture.
pub fn figure() -> Result<String, OutOfMemory> {
    let class = plain_class::<Plain>(1)?;
    let before = heap().bytes();
    let object = heap().make(class, Plain::default())?.into_object();
    let bytes = (heap().bytes() - before) as i64;
    let header = object.header().ok_or(OutOfMemory)?;
    let values = header.instance().ok_or(OutOfMemory)?.values();
    for (place, value) in [(1, 4), (0, 3)] {
        values.replace(place, Some(Object::int32(value)))?;
    }
    let order: Vec<String> = values.order().map(|place| place.to_string()).collect();
    let shown: Vec<String> = (0..values.capacity())
        .map(
            |place| match values.get(place).map(|value| value.as_small_int()) {
                Some(Some(value)) => value.to_string(),
                _ => "–".to_owned(),
            },
        )
        .collect();

    let mut svg = HEAD.to_owned();
    let [first, prefix, payload, slots] = places(header, &object, bytes);
    let at_values = prefix - 8 * i64::from(values.capacity());
    let rows = [
        (first, "box", format!("order: {}", order.join(", "))),
        (at_values, "box", format!("values: {}", shown.join(", "))),
        (prefix, "box", format!("prefix: {} bytes", -prefix)),
        (0, "accent", format!("header, count: {}", header.count())),
        (payload, "soft", "payload, a Rust value".to_owned()),
        (slots, "box", "__slots__".to_owned()),
    ];
    for (row, (offset, class, text)) in rows.iter().enumerate() {
        draw(&mut svg, 26 + HEIGHT * row as i64, *offset, class, text);
    }
    let end = 26 + HEIGHT * rows.len() as i64;
    svg += &foot(26 + HEIGHT * 3, end, first + bytes);
    Ok(svg)
}

/// Where things lie, from the header on: the block, the prefix, the payload, the slots.
fn places(header: &Header, object: &Object, bytes: i64) -> [i64; 4] {
    let from_header = |address: usize| address as i64 - (&raw const *header).addr() as i64;
    let prefix = header.instance().map(|prefix| (&raw const *prefix).addr());
    let payload = object
        .downcast::<Plain>()
        .map(|value| (&raw const *value).addr());
    let slot = header.member_slot(0).map(|slot| (&raw const *slot).addr());
    let [prefix, payload, slot] = [prefix, payload, slot].map(|place| place.map_or(0, from_header));
    // The slot is the last thing in the block.
    [slot + 8 - bytes, prefix, payload, slot]
}

fn draw(svg: &mut String, y: i64, offset: i64, class: &str, text: &str) {
    let on = if class == "accent" { " on" } else { "" };
    let mono = if text.starts_with('_') { " mono" } else { "" };
    let _ = writeln!(
        svg,
        r#"<rect class="{class}" x="{LEFT}" y="{y}" width="{WIDTH}" height="{HEIGHT}"/><text class="small{mono}{on}" x="{}" y="{}" text-anchor="middle">{text}</text><text class="mono small dim" x="{}" y="{}" text-anchor="end">{}</text>"#,
        LEFT + WIDTH / 2,
        y + 21,
        LEFT - 6,
        y + 13,
        offset.to_string().replace('-', "−")
    );
}

/// The word that points at the header, and who has what.
fn foot(header: i64, end: i64, after: i64) -> String {
    format!(
        r##"<rect class="accent2" x="8" y="{y}" width="60" height="26"/><text class="mono small on" x="38" y="{t}" text-anchor="middle">…000</text>
<path class="arrow" d="M68 {m} H{to}" marker-end="url(#head)"/>
<text class="small" x="8" y="{label}">a word</text>
<text class="dim small" x="8" y="46">instances</text><text class="dim small" x="8" y="62">of classes</text>
<text class="dim small" x="8" y="{some}">if declared</text>
<text class="mono small dim" x="{edge}" y="{last}" text-anchor="end">{after}</text>
<text class="dim small" x="246" y="{high}" text-anchor="middle">higher addresses</text>
</svg>
"##,
        y = header + 6,
        t = header + 23,
        m = header + 19,
        to = LEFT - 4,
        label = header + 48,
        some = end - 14,
        edge = LEFT - 6,
        last = end + 13,
        high = end + 30,
    )
}
