//! Draws the chapter's figure of an exception table, from the table.

use std::fmt::Write;

use instructions::{ExceptionEntry, exception_table};

/// The table of `attempt`, as CPython 3.11 compiles it.
const TABLE: [u8; 12] = [0x82, 9, 12, 0, 0x8C, 10, 26, 3, 0x99, 1, 26, 3];

/// Where each part of its code begins, and what it is.
const PARTS: [(usize, &str); 7] = [
    (0, "RESUME, NOP"),
    (4, "f()"),
    (22, "return"),
    (24, "except ValueError:"),
    (44, "return None"),
    (50, "RERAISE"),
    (52, "COPY, POP_EXCEPT, …"),
];
const HEAD: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 242" role="img" aria-labelledby="t d">
<title id="t">The exception table of a try around a call</title>
<desc id="d">The code from offset 4 to 22, a call of f, is guarded: its handler starts at 24, nothing of the stack is kept, and the exception is pushed. The code from 24 to 44, which compares the exception with ValueError, is guarded in its turn: its handler starts at 52, one value is kept, and the offset is pushed, too. The RERAISE at 50 goes there as well. The rest has no handler.</desc>
<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="head" d="M0 0 L8 4 L0 8 Z"/></marker></defs>
<text class="dim small" x="80" y="18" text-anchor="end">offset</text><text class="dim small" x="254" y="18">keep</text><text class="dim small" x="292" y="18">push</text>
"#;
const STEP: usize = 30;

fn main() {
    print!("{}", figure());
}

/// The picture.
pub fn figure() -> String {
    let mut svg = HEAD.to_owned();
    let entries: Vec<ExceptionEntry> = exception_table(&TABLE).flatten().collect();
    for (row, (offset, what)) in PARTS.iter().enumerate() {
        let entry = entries
            .iter()
            .find(|entry| (entry.start..entry.end).contains(offset));
        part(&mut svg, 26 + row * STEP, (*offset, what), entry);
    }
    for (number, entry) in entries.iter().enumerate() {
        arrow(&mut svg, number, row_of(entry.start), row_of(entry.target));
    }
    svg + "</svg>\n"
}

/// A part of the code, and how the table covers it.
fn part(svg: &mut String, y: usize, (offset, what): (usize, &str), entry: Option<&ExceptionEntry>) {
    let class = if entry.is_some() { "soft" } else { "box" };
    let text = y + 18;
    let _ = writeln!(
        svg,
        r#"<text class="dim small" x="80" y="{text}" text-anchor="end">{offset}</text>
<rect class="{class}" x="88" y="{y}" width="154" height="26" rx="2"/>
<text class="mono small" x="96" y="{text}">{what}</text>"#
    );
    if let Some(entry) = entry {
        let push = if entry.lasti { "offset, exc" } else { "exc" };
        let _ = writeln!(
            svg,
            r#"<rect class="accent" x="254" y="{y}" width="28" height="26" rx="3"/><text class="mono on" x="268" y="{text}" text-anchor="middle">{}</text>
<text class="small" x="292" y="{text}">{push}</text>"#,
            entry.depth
        );
    }
}

/// The row that an offset lies in.
fn row_of(offset: usize) -> usize {
    PARTS.iter().rposition(|part| part.0 <= offset).unwrap_or(0)
}

/// From a guarded part to its handler, on the left; each arrow ends a little lower than the
/// one before.
fn arrow(svg: &mut String, number: usize, from: usize, to: usize) {
    let middle = |row: usize| 39 + row * STEP;
    let (from_y, to_y) = (middle(from), middle(to) - 6 + number * 4);
    let bend = 40 - 8 * (to - from).min(4);
    let _ = writeln!(
        svg,
        r#"<path class="arrow" d="M52 {from_y} C{bend} {from_y} {bend} {to_y} 54 {to_y}" marker-end="url(#head)"/>"#
    );
}
