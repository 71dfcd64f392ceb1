//! Draws the chapter's figure of a file's header, from the first bytes of `hello.pyc`.

use std::fmt::Write;

const FILE: &[u8] = include_bytes!("../../../programs/310/hello.pyc");
const HEAD: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 264" role="img" aria-labelledby="t d">
<title id="t">The sixteen bytes before the code</title>
<desc id="d">Bytes 0 to 3 say which CPython wrote the file. Bytes 4 to 7 are flags: 0 means that bytes 8 to 15 are the time and the size of the source, 1 that they are a hash of it which is believed, 3 a hash which is compared. In this file they are 1. From byte 16 on there is one code object.</desc>
<text class="dim small" x="10" y="20" text-anchor="start">byte 0</text>
<text class="dim small" x="98" y="20" text-anchor="start">4</text>
<text class="dim small" x="178" y="20" text-anchor="start">8</text>
<text class="dim small" x="340" y="20" text-anchor="end">16</text>
"#;
/// The parts of the header: where each begins and ends, its box, and what it says.
const PARTS: [(usize, usize, &str, usize, usize, &str); 3] = [
    (0, 4, "accent", 10, 82, "whose"),
    (4, 8, "soft", 96, 78, "how to check"),
    (8, 16, "accent2", 178, 172, "what to check it with"),
];
/// A box: where it begins, how wide it is, what it says.
type Labelled = (usize, usize, &'static str);
/// What bytes 8 to 15 are, for each value of the flags.
const FLAGS: [(u8, &[Labelled]); 3] = [
    (0, &[(96, 84, "time"), (184, 166, "size of the source")]),
    (1, &[(96, 254, "hash of the source, not compared")]),
    (3, &[(96, 254, "hash, compared at each import")]),
];

fn main() {
    print!("{}", figure());
}

/// The picture.
pub fn figure() -> String {
    let mut svg = HEAD.to_owned();
    for (from, to, class, x, width, says) in PARTS {
        let on = if class == "soft" { "" } else { " on" };
        draw_box(
            &mut svg,
            class,
            (x, 28, width, 34),
            on,
            &hex(&FILE[from..to]),
        );
        let _ = writeln!(
            svg,
            r#"<text class="small" x="{}" y="82" text-anchor="middle">{says}</text>"#,
            x + width / 2
        );
    }
    for (row, (flags, boxes)) in FLAGS.iter().enumerate() {
        let y = 96 + 32 * row;
        let _ = writeln!(
            svg,
            r#"<text class="small" x="10" y="{}">flags {flags}</text>"#,
            y + 16
        );
        // The kind that this file is of stands out.
        let (class, on) = match *flags == FILE[4] {
            true => ("accent2", " on"),
            false => ("box", ""),
        };
        for (x, width, text) in *boxes {
            draw_box(&mut svg, class, (*x, y, *width, 26), on, text);
        }
    }
    svg += r#"<text class="dim small" x="10" y="212">from byte 16 on:</text>
"#;
    let object = format!(
        "{} … one code object, as marshal writes it",
        hex(&FILE[16..17])
    );
    draw_box(&mut svg, "soft", (10, 220, 340, 34), "", &object);
    svg + "</svg>\n"
}

fn draw_box(
    svg: &mut String,
    class: &str,
    (x, y, width, height): (usize, usize, usize, usize),
    on: &str,
    text: &str,
) {
    let _ = writeln!(
        svg,
        r#"<rect class="{class}" x="{x}" y="{y}" width="{width}" height="{height}" rx="3"/><text class="mono small{on}" x="{}" y="{}" text-anchor="middle">{text}</text>"#,
        x + width / 2,
        y + height / 2 + 5
    );
}

fn hex(bytes: &[u8]) -> String {
    let bytes: Vec<String> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    bytes.join(" ")
}
