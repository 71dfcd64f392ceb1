//! Draws the chapter's figure of three ways to hold an integer, from integers.

mod machine;

use machine::power;
use numbers::{as_bigint, cpython_digits};
use objects::Object;
use std::fmt::Write;
use types::PyResult;

const HEAD: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 284" role="img" aria-labelledby="t d">
<title id="t">Three ways to hold an integer</title>
<desc id="d">CPython's object for 2 to the power of 70: eight bytes of reference count, eight bytes for the address of the type, eight bytes of size, which say 3, and three digits of four bytes: 0, 0 and 1024; 36 bytes. Adder's word for 7: eight bytes, of which the lowest bit is the tag 1 and the other 63 are the number. Adder's object for 2 to the power of 70: a word with an address, pointing to an object: a header of 16 bytes, and behind it two digits of 64 bits, 0 and 64.</desc>
<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="head" d="M0 0 L8 4 L0 8 Z"/></marker></defs>
"#;

fn main() -> PyResult<()> {
    print!("{}", figure()?);
    Ok(())
}

/// The picture.
pub fn figure() -> PyResult<String> {
    let t = machine::thread()?;
    let big = power(&t, 2, 70)?;
    let seven = numbers::int(&t, 7)?;
    let mut svg = HEAD.to_owned();
    in_cpython(&mut svg, &big);
    in_a_word(&mut svg, &seven);
    as_an_object(&mut svg, &big);
    svg += "</svg>\n";
    Ok(svg)
}

/// What stands above a row, on the left and on the right.
fn title(svg: &mut String, y: usize, what: &str, size: &str) {
    let _ = writeln!(
        svg,
        r#"<text class="bold small" x="8" y="{y}">{what}</text>
<text class="dim small" x="352" y="{y}" text-anchor="end">{size}</text>"#
    );
}

fn remark(svg: &mut String, x: usize, y: usize, anchor: &str, text: &str) {
    let _ = writeln!(
        svg,
        r#"<text class="dim small" x="{x}" y="{y}"{anchor}>{text}</text>"#
    );
}

/// A box with a text, at a place and so wide.
fn part(svg: &mut String, class: &str, (x, y): (usize, usize), width: usize, text: &str) {
    let on = if class.starts_with("accent") {
        " on"
    } else {
        ""
    };
    let _ = writeln!(
        svg,
        r#"<rect class="{class}" x="{x}" y="{y}" width="{width}" height="30" rx="3"/><text class="mono small{on}" x="{}" y="{}" text-anchor="middle">{text}</text>"#,
        x + width / 2,
        y + 19
    );
}

/// The object of CPython: its digits of 30 bits.
fn in_cpython(svg: &mut String, object: &Object) {
    let digits = as_bigint(object).map_or(Vec::new(), |value| cpython_digits(&value));
    title(
        svg,
        18,
        "CPython, 2**70",
        &format!("{} bytes", 24 + 4 * digits.len()),
    );
    part(svg, "soft", (8, 28), 76, "count");
    part(svg, "soft", (84, 28), 76, "type");
    part(svg, "box", (160, 28), 76, &format!("size {}", digits.len()));
    let mut x = 236;
    for digit in digits {
        let width = if digit < 100 { 34 } else { 44 };
        part(svg, "accent", (x, 28), width, &digit.to_string());
        x += width + 2;
    }
    remark(svg, 236, 76, "", "digits of 30 bits");
}

/// A word: the number, and the tag.
fn in_a_word(svg: &mut String, object: &Object) {
    let word = object.word();
    let size = format!("{} bytes, the word itself", size_of_val(&word));
    title(svg, 116, "Adder, 7", &size);
    part(
        svg,
        "accent",
        (8, 126),
        304,
        &format!("63 bits: {}", word >> 1),
    );
    part(svg, "accent2", (314, 126), 38, &(word & 1).to_string());
    remark(svg, 352, 174, END, "the tag");
}

const END: &str = r#" text-anchor="end""#;

/// An object of ours: where it lies, how large it is, and its two digits of 64 bits.
fn as_an_object(svg: &mut String, object: &Object) {
    let Some(header) = object.header() else {
        return;
    };
    let size = header.layout().size;
    let own = size_of_val(header);
    title(
        svg,
        214,
        "Adder, 2**70",
        &format!("a word, and {size} bytes"),
    );
    part(svg, "box", (8, 224), 76, "address");
    let _ = writeln!(
        svg,
        r##"<path class="arrow" d="M86 239 H106" marker-end="url(#head)"/>"##
    );
    let header = format!("header {own}");
    part(svg, "soft", (110, 224), 92, &header);
    let digits = as_bigint(object).map_or(Vec::new(), |value| value.magnitude().to_u64_digits());
    for (place, digit) in digits.iter().enumerate() {
        let place = (204 + 75 * place, 224);
        part(svg, "accent", place, 73, &digit.to_string());
    }
    remark(svg, 352, 272, END, "digits of 64 bits");
}
