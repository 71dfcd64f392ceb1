//! Draws the chapter's figure of a string object, from one that has just been appended to.

mod machine;

use objects::Object;
use std::fmt::Write;
use types::{PyResult, Str, Version, as_str};

const HEAD: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 292" role="img" aria-labelledby="t d">
<title id="t">A string object, byte by byte</title>
<desc id="d">The string hello, made by appending. A header of 16 bytes: the reference count, which is 1, the collector's word, the type. Then 24 bytes of the string: the hash, which is not computed yet, the length, 5, the room, and width and flags. Then, at byte 40, the five characters, and behind them 17 bytes of room.</desc>
"#;

fn main() {
    print!("{}", figure());
}

/// The picture.
pub fn figure() -> String {
    let mut svg = HEAD.to_owned();
    machine::run(Version::V310, |t| {
        let text = machine::text(t, "hel")?.into_object();
        let more = t.str("lo")?;
        let hello = strings::append(t, text, &more)?;
        draw(&mut svg, &hello)
    });
    svg + "</svg>\n"
}

fn draw(svg: &mut String, object: &Object) -> PyResult<()> {
    let (Some(string), Some(header)) = (as_str(object), object.header()) else {
        return Ok(());
    };
    let start = string.raw_bytes().as_ptr().addr() - (&raw const *header).addr();
    let own = (&raw const *string).addr() - (&raw const *header).addr();
    let hash = match string.cached_hash() {
        Some(hash) => hash.to_string(),
        None => "hash: not yet".to_owned(),
    };
    let room = string.room();
    wide(
        svg,
        0,
        "soft",
        &[format!("count {}", header.count()), "gc".to_owned()],
    );
    wide(svg, 8, "soft", &["type".to_owned()]);
    wide(svg, own, "accent", &[hash]);
    wide(
        svg,
        own + 8,
        "accent",
        &[format!("length {}", string.len())],
    );
    let last = [format!("room {room}"), "width, flags".to_owned()];
    wide(svg, own + 16, "accent", &last);
    characters(svg, start, string, room);
    let _ = writeln!(
        svg,
        r#"<text class="small" x="276" y="40">header</text><text class="dim small" x="276" y="56">of any object</text>
<path class="line" d="M268 14 H272 V68 H268"/><path class="line" d="M268 74 H272 V158 H268"/><path class="line" d="M268 164 H272 V250 H268"/>
<text class="small" x="276" y="114">Str</text><text class="small" x="276" y="182">characters,</text><text class="dim small" x="276" y="198">then room</text>
<text class="dim small" x="42" y="280">one allocation: no pointer to follow</text>"#
    );
    Ok(())
}

/// How far down the bytes at an offset are drawn.
fn y(offset: usize) -> usize {
    12 + 30 * (offset / 8)
}

fn mark(svg: &mut String, offset: usize) {
    let _ = writeln!(
        svg,
        r#"<text class="dim small" x="34" y="{}" text-anchor="end">{offset}</text>"#,
        y(offset) + 19
    );
}

/// Eight bytes, in as many parts as there are texts.
fn wide(svg: &mut String, offset: usize, class: &str, texts: &[String]) {
    mark(svg, offset);
    let on = if class == "accent" { " on" } else { "" };
    let width = 224 / texts.len();
    for (part, text) in texts.iter().enumerate() {
        let x = 42 + width * part;
        let _ = writeln!(
            svg,
            r#"<rect class="{class}" x="{x}" y="{}" width="{}" height="28" rx="2"/><text class="mono small{on}" x="{}" y="{}">{text}</text>"#,
            y(offset),
            width - 2,
            x + 8,
            y(offset) + 19
        );
    }
}

/// The characters, a byte each, and the room behind them.
fn characters(svg: &mut String, offset: usize, string: &Str, room: usize) {
    mark(svg, offset);
    let top = y(offset);
    for (place, byte) in string.raw_bytes().iter().enumerate() {
        let x = 42 + 28 * place;
        let _ = writeln!(
            svg,
            r#"<rect class="accent2" x="{x}" y="{top}" width="26" height="28" rx="2"/><text class="mono on" x="{}" y="{}" text-anchor="middle">{}</text>"#,
            x + 13,
            top + 19,
            char::from(*byte)
        );
    }
    for byte in string.len()..string.len() + room {
        let (x, y) = (42 + 28 * (byte % 8), y(offset + byte));
        let _ = writeln!(
            svg,
            r#"<rect class="dash" x="{x}" y="{y}" width="26" height="28" rx="2"/>"#
        );
        if byte % 8 == 0 {
            mark(svg, offset + byte);
        }
    }
}
