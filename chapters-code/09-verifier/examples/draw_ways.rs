//! Draws the chapter's figure of two ways that meet, from what step 2 has counted along them.

#[allow(dead_code, reason = "each example uses a part")]
#[path = "step_09_2.rs"]
mod step_2;

use std::fmt::Write;

use instructions::{Flow, Instruction, Operand, Version, instructions};
use step_2::{depths, functions, ways};

const HEAD: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 308" role="img" aria-labelledby="t d">
<title id="t">The ways through a conditional expression</title>
<desc id="d">Nine instructions from top to bottom with the depth of the stack before each: 0, 1, 2, 1. From POP_JUMP_IF_FALSE at offset 6 one way goes on to offset 8 with depth 0, through JUMP_FORWARD at 10 to offset 14; the other jumps to offset 12 with depth 0 and falls to 14. Both arrive at LOAD_CONST at 14 with depth 1, and BINARY_ADD finds 2.</desc>
<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="head" d="M0 0 L8 4 L0 8 Z"/></marker></defs>
<text class="dim small" x="84" y="16">instruction</text>
<text class="dim small" x="282" y="16">depth before</text>
"#;
/// How many instructions there is room for.
const ROWS: usize = 9;
/// From one row to the next, and how much more above the place where the ways meet.
const STEP: usize = 30;
const GAP: usize = 8;

fn main() {
    print!("{}", figure());
}

/// An instruction, and with which depths execution arrives there.
struct Row {
    instruction: Instruction,
    arrivals: Vec<u64>,
    y: usize,
}

/// The picture.
pub fn figure() -> String {
    let code = functions::bigger().bytes;
    let known = depths(&code).unwrap_or_default();
    let all: Vec<Instruction> = instructions(Version::V310, &code).flatten().collect();
    let mut rows: Vec<Row> = Vec::new();
    for instruction in all.iter().take(ROWS) {
        let from = all
            .iter()
            .filter_map(|i| ways(i, *known.get(&i.start)?).ok());
        let here = from
            .flatten()
            .filter(|(next, _)| *next == instruction.start);
        let arrivals: Vec<u64> = here.map(|(_, depth)| depth).collect();
        let gap = if arrivals.len() > 1 { GAP } else { 0 };
        rows.push(Row {
            instruction: *instruction,
            arrivals,
            y: rows.last().map_or(24, |row| row.y + STEP) + gap,
        });
    }
    let mut svg = HEAD.to_owned();
    rows.iter().for_each(|row| draw(&mut svg, row));
    for (number, row) in rows.iter().enumerate() {
        arrows(&mut svg, &rows, number, row);
    }
    svg + "</svg>\n"
}

fn draw(svg: &mut String, row: &Row) {
    let Instruction {
        offset,
        definition,
        oparg,
        ..
    } = row.instruction;
    let meets = row.arrivals.len() > 1;
    let (class, on) = if meets {
        ("accent", " on")
    } else {
        ("soft", "")
    };
    let (y, text) = (row.y, row.y + 18);
    let plain = definition.operand == Operand::None || definition.flow != Flow::Next;
    let name = match plain {
        true => definition.name.to_owned(),
        false => format!("{} {oparg}", definition.name),
    };
    // Nobody arrives at the first: it begins with an empty stack.
    let depths: Vec<String> = row.arrivals.iter().map(u64::to_string).collect();
    let depths = if depths.is_empty() {
        "0".to_owned()
    } else {
        depths.join(" and ")
    };
    let _ = writeln!(
        svg,
        r#"<text class="dim small" x="76" y="{text}" text-anchor="end">{offset}</text>
<rect class="{class}" x="84" y="{y}" width="158" height="26" rx="3"/><text class="mono{on}" x="92" y="{text}">{name}</text>
<text class="mono bold" x="296" y="{text}">{depths}</text>"#
    );
}

/// A branch on the right, a jump on the left, and the way down to where the ways meet.
fn arrows(svg: &mut String, rows: &[Row], number: usize, row: &Row) {
    let from = row.y + 13;
    let target = row.instruction.jump_target();
    let to = rows
        .iter()
        .find(|other| target == Some(other.instruction.offset as i64));
    if let Some(to) = to.map(|other| other.y + 13) {
        let (x, bend, end) = match row.instruction.definition.flow {
            Flow::Branch => (242, 288, 246),
            _ => (58, 14, 58),
        };
        let _ = writeln!(
            svg,
            r#"<path class="arrow" d="M{x} {from} C{bend} {} {bend} {} {end} {to}" marker-end="url(#head)"/>"#,
            from + 7,
            to - 7
        );
    }
    let next = rows.get(number + 1).filter(|next| next.arrivals.len() > 1);
    if let Some(next) = next
        && row.instruction.definition.flow.falls_through()
    {
        let _ = writeln!(
            svg,
            r#"<path class="arrow" d="M163 {} V{}" marker-end="url(#head)"/>"#,
            row.y + 26,
            next.y - 2
        );
    }
}
