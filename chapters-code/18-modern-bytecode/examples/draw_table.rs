//! Draws the chapter's figure of an exception table, from the table of step 3 and what it does to a stack.

#[allow(dead_code, reason = "each example uses a part")]
#[path = "step_18_3.rs"]
mod step_3;

use std::fmt::Write;
use step_3::{Entry, TABLE, entry, raise};

/// Behind the last unit of `total`.
const END: usize = 50;
/// What stands in each stretch of it, in short, by its first unit.
const CODE: [(usize, &str); 5] = [
    (0, "for text in texts:"),
    (8, "result += int(…)"),
    (29, "except ValueError:"),
    (46, "RERAISE"),
    (47, "COPY, …, RERAISE"),
];
/// The stack at the call, and the unit of the call.
const STACK: [&str; 6] = ["iterator", "0", "NULL", "int", "'x'", "10"];
const CALL: usize = 20;

fn main() {
    print!("{}", figure());
}

/// The picture.
pub fn figure() -> String {
    let mut bytes = TABLE.into_iter();
    let table: Vec<Entry> = std::iter::from_fn(|| entry(&mut bytes)).collect();
    let before: Vec<String> = STACK.map(str::to_owned).into();
    let mut after = before.clone();
    raise(&table, CALL, "ValueError", &mut after);
    let mut svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 330" role="img" aria-labelledby="t d">
<title id="t">The exception table of total, beside its code</title>
<desc id="d">{} What stands at 0 and at 47 is not covered. Below, the stack when the call fails and when its handler begins: {}; then {}.</desc>
<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="head" d="M0 0 L8 4 L0 8 Z"/></marker></defs>
<text class="dim small" x="80" y="18" text-anchor="end">units</text><text class="dim small" x="262" y="18">keep</text><text class="dim small" x="302" y="18">push</text>
"#,
        table.iter().map(told).collect::<Vec<_>>().join(" "),
        before.join(", "),
        after.join(", "),
    );
    for (row, (start, text)) in CODE.into_iter().enumerate() {
        let entry = table.iter().find(|entry| entry.start == start);
        stretch(&mut svg, top(row), (start, entry), text);
    }
    for (number, entry) in table.iter().enumerate() {
        arrow(&mut svg, number, entry);
    }
    let kept = before
        .iter()
        .zip(&after)
        .take_while(|(old, new)| old == new)
        .count();
    stack(&mut svg, 40, "the call fails", &before, kept);
    stack(&mut svg, 220, "its handler begins", &after, kept);
    svg + "<path class=\"arrow\" d=\"M150 264 H212\" marker-end=\"url(#head)\"/>\n</svg>\n"
}

/// An entry in words.
fn told(entry: &Entry) -> String {
    let pushed = if entry.lasti {
        "the place of the failure and the exception"
    } else {
        "the exception"
    };
    let (first, last, target, depth) = (entry.start, entry.end - 1, entry.target, entry.depth);
    format!(
        "The units {first} to {last} lead to {target}, keep {depth} of the stack and push {pushed}."
    )
}

fn top(row: usize) -> usize {
    26 + 28 * row
}

/// The row of the stretch in which a unit lies.
fn row_of(unit: usize) -> usize {
    CODE.iter()
        .rposition(|(start, _)| *start <= unit)
        .unwrap_or(0)
}

/// A stretch of code, with what its entry says, if it has one.
fn stretch(svg: &mut String, y: usize, (start, entry): (usize, Option<&Entry>), text: &str) {
    let next = CODE
        .iter()
        .map(|(next, _)| *next)
        .find(|next| *next > start);
    let end = entry.map_or(next.unwrap_or(END), |entry| entry.end);
    let units = if end - start == 1 {
        start.to_string()
    } else {
        format!("{start}–{}", end - 1)
    };
    let (class, on) = match entry {
        Some(entry) if (entry.start..entry.end).contains(&CALL) => ("accent", " on"),
        Some(_) => ("soft", ""),
        None => ("box", ""),
    };
    let line = y + 16;
    let _ = writeln!(
        svg,
        r#"<text class="dim small" x="80" y="{line}" text-anchor="end">{units}</text><rect class="{class}" x="88" y="{y}" width="160" height="24" rx="2"/><text class="mono small{on}" x="96" y="{line}">{text}</text>"#
    );
    if let Some(entry) = entry {
        let pushed = if entry.lasti { "lasti, exc" } else { "exc" };
        let _ = writeln!(
            svg,
            r#"<rect class="accent2" x="262" y="{y}" width="28" height="24" rx="3"/><text class="mono on" x="276" y="{}" text-anchor="middle">{}</text><text class="small" x="298" y="{line}">{pushed}</text>"#,
            y + 17,
            entry.depth
        );
    }
}

/// From a stretch to its handler; where several come to one handler, each comes by itself.
fn arrow(svg: &mut String, number: usize, entry: &Entry) {
    let from = top(row_of(entry.start)) + 12 + 4 * number.min(1);
    let to = top(row_of(entry.target)) + 4 + 5 * number;
    let out = [8, -6, 18][number.min(2)];
    let _ = writeln!(
        svg,
        r#"<path class="arrow" d="M40 {from} C{out} {from} {out} {to} 36 {to}" marker-end="url(#head)"/>"#
    );
}

/// A stack, its top above; what both stacks have is quiet, an exception is loud.
fn stack(svg: &mut String, x: usize, title: &str, values: &[String], kept: usize) {
    let (middle, right) = (x + 50, x + 100);
    let _ = writeln!(
        svg,
        r#"<text class="bold" x="{middle}" y="188" text-anchor="middle">{title}</text><path class="line" d="M{x} 194 V318 H{right} V194"/>"#
    );
    for (place, value) in values.iter().enumerate() {
        let y = 296 - 20 * place;
        let (class, on) = match (place < kept, STACK.contains(&value.as_str())) {
            (true, _) => ("soft", ""),
            (false, true) => ("box", ""),
            (false, false) => ("accent", " on"),
        };
        let _ = writeln!(
            svg,
            r#"<rect class="{class}" x="{}" y="{y}" width="90" height="18"/><text class="mono small{on}" x="{middle}" y="{}" text-anchor="middle">{value}</text>"#,
            x + 5,
            y + 13
        );
    }
}
