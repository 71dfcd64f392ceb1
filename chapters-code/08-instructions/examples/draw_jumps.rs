//! Draws the chapter's figure of two jumps, from the code that has them.

use std::fmt::Write;

use instructions::{Instruction, Operand, Version, instructions};

/// `for item in items: pass`, then `return item`, as CPython 3.10 compiles it.
const CODE: [u8; 14] = [124, 0, 68, 0, 93, 2, 125, 1, 113, 2, 124, 1, 83, 0];
const HEAD: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 238" role="img" aria-labelledby="t d">
<title id="t">A loop in 3.10, and its two jumps</title>
<desc id="d">Seven instructions at the offsets 0 to 12. FOR_ITER 2, at offset 4, jumps to offset 10: two code units on, counted from the next instruction at offset 6. JUMP_ABSOLUTE 2, at offset 8, jumps to code unit 2, which is offset 4.</desc>
<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="head" d="M0 0 L8 4 L0 8 Z"/></marker></defs>
"#;
const STEP: usize = 32;

fn main() {
    print!("{}", figure());
}

/// The picture.
pub fn figure() -> String {
    let mut svg = HEAD.to_owned();
    let code: Vec<Instruction> = instructions(Version::V310, &CODE).flatten().collect();
    for (row, instruction) in code.iter().enumerate() {
        box_of(&mut svg, 14 + row * STEP, instruction);
    }
    for (row, instruction) in code.iter().enumerate() {
        let to = |target: i64| code.iter().position(|i| i.offset as i64 == target);
        if let Some(to) = instruction.jump_target().and_then(to) {
            arrow(&mut svg, instruction, row, to);
        }
    }
    svg + "</svg>\n"
}

fn box_of(svg: &mut String, y: usize, instruction: &Instruction) {
    let jumps = instruction.jump_target().is_some();
    let (class, on) = if jumps {
        ("accent", " on")
    } else {
        ("soft", "")
    };
    let (text, name) = (y + 18, instruction.definition.name);
    let _ = write!(
        svg,
        r#"<text class="dim small" x="112" y="{text}" text-anchor="end">{}</text>
<rect class="{class}" x="120" y="{y}" width="150" height="26" rx="3"/><text class="mono{on}" x="128" y="{text}">{name}</text>"#,
        instruction.offset
    );
    if instruction.definition.operand != Operand::None {
        let _ = write!(
            svg,
            r#"<text class="mono{on}" x="262" y="{text}" text-anchor="end">{}</text>"#,
            instruction.oparg
        );
    }
    svg.push('\n');
}

/// Forward on the right, back on the left, and from where the argument counts.
fn arrow(svg: &mut String, instruction: &Instruction, from: usize, to: usize) {
    let middle = |row: usize| 27 + row * STEP;
    let (y, target) = (middle(from), middle(to));
    let beside = (y + target) / 2 - 6;
    let absolute = instruction.definition.operand == Operand::Absolute;
    let (count, start) = match absolute {
        true => (format!("unit {}", instruction.oparg), 0),
        false => (format!("{} on", instruction.oparg), instruction.end),
    };
    let (from_x, bend, to_x, x) = if target > y {
        (272, 318, 274, 310)
    } else {
        (94, 44, 92, 2)
    };
    let _ = writeln!(
        svg,
        r#"<path class="arrow" d="M{from_x} {y} C{bend} {y} {bend} {target} {to_x} {target}" marker-end="url(#head)"/>
<text class="small" x="{x}" y="{beside}">{count}</text><text class="dim small" x="{x}" y="{}">from {start}</text>"#,
        beside + 16
    );
}
