//! Draws the chapter's figure of an inline cache, from code that has been running.

use std::fmt::Write;

use instructions::{Instruction, Version, instructions};

/// The first instructions of 3.11's `hello`, after twenty calls.
const WARM: [u8; 16] = [150, 0, 48, 1, 53, 0, 42, 0, 80, 0, 0, 0, 71, 0, 100, 1];
const HEAD: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 236" role="img" aria-labelledby="t d">
<title id="t">The cache behind LOAD_GLOBAL</title>
<desc id="d">LOAD_GLOBAL stands at offset 2. The ten bytes from offset 4 to 14 are its cache: counter 53, index 42, module_keys_version 80 in two units, builtin_keys_version 71. The next instruction, LOAD_CONST, is at offset 14.</desc>
<text class="dim small" x="44" y="24" text-anchor="end">offset</text>
"#;
/// The height of a code unit, with the gap below it.
const UNIT: usize = 28;
const TOP: usize = 34;

fn main() {
    print!("{}", figure());
}

/// The picture.
pub fn figure() -> String {
    let mut svg = HEAD.to_owned();
    let mut code = instructions(Version::V311, &WARM).flatten();
    let cached = code.by_ref().find(|i| !i.definition.caches.is_empty());
    let (Some(cached), Some(next)) = (cached, code.next()) else {
        return svg;
    };
    let start = cached.offset;
    let place = |offset: usize| (offset, TOP + (offset - start) / 2 * UNIT);
    row(&mut svg, place(start), 1, "accent", &named(&cached));
    let mut offset = start + 2;
    for field in cached.definition.caches {
        let units = usize::from(field.units);
        let bytes = &WARM[offset..offset + 2 * units];
        let value = bytes
            .iter()
            .rev()
            .fold(0u64, |value, byte| value << 8 | u64::from(*byte));
        row(&mut svg, place(offset), units, "soft", &(field.name, value));
        offset += 2 * units;
    }
    row(&mut svg, place(offset), 1, "accent2", &named(&next));
    let (from, to) = (place(start + 2).1, place(offset).1 - 2);
    let (middle, units) = ((from + to) / 2 - 5, (offset - start) / 2 - 1);
    let _ = writeln!(
        svg,
        r#"<path class="line" d="M290 {from} H296 V{to} H290"/><text class="small" x="300" y="{middle}">{units} units</text><text class="dim small" x="300" y="{}">cache</text>"#,
        middle + 16
    );
    svg + "</svg>\n"
}

fn named(instruction: &Instruction) -> (&'static str, u64) {
    (instruction.definition.name, u64::from(instruction.oparg))
}

/// So many code units from an offset on: what they are called, and what they hold.
fn row(
    svg: &mut String,
    (offset, y): (usize, usize),
    units: usize,
    class: &str,
    what: &(&str, u64),
) {
    for unit in 0..units {
        let _ = writeln!(
            svg,
            r#"<text class="dim small" x="44" y="{}" text-anchor="end">{}</text>"#,
            y + unit * UNIT + 18,
            offset + 2 * unit
        );
    }
    let height = units * UNIT - 2;
    let text = y + height / 2 + 5;
    let on = if class == "soft" { "" } else { " on" };
    let _ = writeln!(
        svg,
        r#"<rect class="{class}" x="52" y="{y}" width="230" height="{height}" rx="3"/><text class="mono{on}" x="60" y="{text}">{}</text><text class="mono{on}" x="274" y="{text}" text-anchor="end">{}</text>"#,
        what.0, what.1
    );
}
