//! Draws the chapter's figure of an entry in a location table, from the table.

use std::fmt::Write;

use instructions::LocationTable;

/// The table of 3.11's `hello`; its second entry has three bytes.
const TABLE: [u8; 17] = [
    0x80, 0x00, 0xDD, 0x04, 0x09, 0x88, 0x27, 0x81, 0x4E, 0x84, 0x4E, 0x80, 0x4E, 0x80, 0x4E, 0x80,
    0x4E,
];
const SOURCE: [&str; 2] = ["def hello():", "    print(\"Hello\")"];
const HEAD: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 204" role="img" aria-labelledby="t d">
<title id="t">One entry of the location table</title>
<desc id="d">The byte DD is 1, then 1011, which is kind 11, then 101, which is one less than the number of code units: six. Kind 11 means one line further, and is followed by two columns: 4 and 9. They enclose the word print in the second line of the source.</desc>
<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="head" d="M0 0 L8 4 L0 8 Z"/></marker></defs>
"#;
/// Where the source begins, and how wide a character is.
const LEFT: u32 = 66;
const CHAR: u32 = 15;

fn main() {
    print!("{}", figure());
}

/// The picture.
pub fn figure() -> String {
    let mut svg = HEAD.to_owned();
    let start = (1..TABLE.len()).find(|&at| TABLE[at] & 0x80 != 0);
    let entry = LocationTable::new(&TABLE, 1).flatten().nth(1);
    let (Some(start), Some(entry)) = (start, entry) else {
        return svg;
    };
    let position = entry.position;
    let (Some(line), Some(from), Some(to)) = (position.line, position.column, position.end_column)
    else {
        return svg;
    };
    let (first, kind, units) = (TABLE[start], TABLE[start] >> 3 & 15, TABLE[start] & 7);
    for (x, byte) in [
        (12, first),
        (206, TABLE[start + 1]),
        (282, TABLE[start + 2]),
    ] {
        let _ = writeln!(
            svg,
            r#"<text class="dim small" x="{x}" y="18">0x{byte:02X}</text>"#
        );
    }
    part(
        &mut svg,
        (12, 32),
        "soft",
        &(first >> 7).to_string(),
        "start",
    );
    part(
        &mut svg,
        (48, 72),
        "accent",
        &format!("{kind:04b}"),
        &format!("kind {kind}"),
    );
    part(
        &mut svg,
        (124, 68),
        "accent2",
        &format!("{units:03b}"),
        "units − 1",
    );
    part(
        &mut svg,
        (206, 66),
        "box",
        &TABLE[start + 1].to_string(),
        "from",
    );
    part(
        &mut svg,
        (282, 66),
        "box",
        &TABLE[start + 2].to_string(),
        "to",
    );
    source(&mut svg, line as usize, (from as usize, to as usize));
    let (from_x, to_x) = (LEFT + from as u32 * CHAR, LEFT + to as u32 * CHAR);
    let _ = writeln!(
        svg,
        r#"<path class="arrow" d="M239 82 C239 112 {0} 92 {0} 120" marker-end="url(#head)"/><path class="arrow" d="M315 82 C315 118 {1} 92 {1} 120" marker-end="url(#head)"/>
<text class="dim small" x="{LEFT}" y="166">0</text><text class="dim small" x="{from_x}" y="166">{from}</text><text class="dim small" x="{to_x}" y="166">{to}</text>
<text class="small" x="12" y="192">{2} code units, offsets {3} to {4}; one line further</text>
</svg>"#,
        from_x + 7,
        to_x + 2,
        (entry.end - entry.start) / 2,
        entry.start,
        entry.end
    );
    svg
}

/// Some bits, and what they say.
fn part(svg: &mut String, (x, width): (u32, u32), class: &str, bits: &str, says: &str) {
    let on = if class.starts_with("accent") {
        " on"
    } else {
        ""
    };
    let middle = x + width / 2;
    let _ = writeln!(
        svg,
        r#"<rect class="{class}" x="{x}" y="26" width="{width}" height="30" rx="3"/><text class="mono{on}" x="{middle}" y="46" text-anchor="middle">{bits}</text><text class="dim small" x="{middle}" y="74" text-anchor="middle">{says}</text>"#
    );
}

/// The line of the source, with the columns from `from` to `to` marked.
fn source(svg: &mut String, line: usize, (from, to): (usize, usize)) {
    let _ = writeln!(
        svg,
        r#"<text class="dim small" x="12" y="140">line {line}</text>"#
    );
    for (column, letter) in SOURCE[line - 1].chars().enumerate() {
        let x = LEFT + column as u32 * CHAR;
        let (class, on) = match (from..to).contains(&column) {
            true => ("accent", " on"),
            false => ("soft", ""),
        };
        let letter = letter.to_string().replace('"', "&quot;");
        let _ = writeln!(
            svg,
            r#"<rect class="{class}" x="{x}" y="124" width="14" height="24"/><text class="mono{on}" x="{}" y="141" text-anchor="middle">{letter}</text>"#,
            x + 7
        );
    }
}
