//! Draws the chapter's figure of an inline cache, from a function that is warm.

#[path = "../tests/machine/mod.rs"]
mod machine;

use frames::Function;
use instructions::{Version, definition, deoptimized, op311 as op, specialization};
use std::fmt::Write;
use types::{PyResult, Thread};

/// Its `note` loads `len` first, and is called twelve times.
const PROGRAM: &[u8] = include_bytes!("../../../programs/311/step_before_after.pyc");

fn main() -> PyResult<()> {
    print!("{}", figure()?);
    Ok(())
}

/// The picture.
pub fn figure() -> PyResult<String> {
    let t = machine::machine();
    t.enter(machine::STACK, |t| Ok(picture(&warm(t)?)))
}

/// The code units of `note`, after the program has run, from its first `LOAD_GLOBAL` on.
fn warm(t: &Thread) -> PyResult<Vec<u16>> {
    let code = code_objects::Pyc::read(t, PROGRAM)?.code;
    let globals = containers::dict(t)?;
    globals.set_name(&t.names.name, t.str("__main__")?)?;
    let names = globals.clone().into_object();
    frames::run_in_namespace(t, code, globals.clone(), names)?;
    let note = globals.get_name(&t.intern("note")?);
    let function = note.as_ref().and_then(|note| note.downcast::<Function>());
    let units = function.and_then(|function| specializer::units_of(&function.code()));
    let units = units.unwrap_or_default();
    let global = |unit: &u16| deoptimized(*unit as u8) == op::LOAD_GLOBAL;
    let start = units.iter().position(global).unwrap_or(units.len());
    Ok(units[start..].to_vec())
}

/// What a field of this cache is good for.
fn says(field: &str) -> &str {
    match field {
        "counter" => "misses that are left",
        "index" => "index in the builtins",
        "module_keys_version" => "version of the globals' keys",
        "builtin_keys_version" => "version of the builtins' keys",
        other => other,
    }
}

fn name(operation: u8) -> &'static str {
    let plain = || definition(Version::V311, operation).map_or("?", |row| row.name);
    specialization(operation).map_or_else(plain, |row| row.name)
}

fn picture(units: &[u16]) -> String {
    let fields = definition(Version::V311, op::LOAD_GLOBAL).map_or(&[][..], |row| row.caches);
    let length = 1 + fields
        .iter()
        .map(|field| usize::from(field.units))
        .sum::<usize>();
    let unit = |at: usize| units.get(at).copied().unwrap_or_default();
    let instruction = |at: usize| format!("{} | {}", unit(at) as u8, unit(at) >> 8);
    let first = name(unit(0) as u8);
    let mut svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 244" role="img" aria-labelledby="t d">
<title id="t">{first} and its cache</title>
<desc id="d">{length} code units of two bytes, one under the other: the instruction with its argument, {}; then"#,
        instruction(0)
    );
    let mut at = 1;
    for field in fields {
        let _ = write!(
            svg,
            " {}, {};",
            says(field.name),
            number(&units[at..], field.units)
        );
        at += usize::from(field.units);
    }
    let _ = writeln!(
        svg,
        " and the next instruction. A bracket says: {} bytes.</desc>",
        2 * length
    );
    svg += "<text class=\"dim small\" x=\"30\" y=\"20\" text-anchor=\"end\">unit</text>\n";
    row(&mut svg, (0, 1), ("accent", " on"), &instruction(0), first);
    let mut at = 1;
    for field in fields {
        let value = number(&units[at..], field.units).to_string();
        row(
            &mut svg,
            (at, field.units.into()),
            ("soft", ""),
            &value,
            says(field.name),
        );
        at += usize::from(field.units);
    }
    let (bottom, middle) = (top(at) - 2, (30 + top(at)) / 2);
    let _ = writeln!(
        svg,
        r#"<path class="line" d="M306 30 H314 V{bottom} H306"/><text class="bold" x="322" y="{middle}">{}</text><text class="small" x="322" y="{}">bytes</text>"#,
        2 * length,
        middle + 16
    );
    let next = format!("the next instruction, {}", name(unit(at) as u8));
    row(&mut svg, (at, 1), ("box", ""), &instruction(at), &next);
    svg + "</svg>\n"
}

/// What a field holds: the low unit comes first.
fn number(units: &[u16], length: u8) -> u64 {
    let low_last = units.iter().take(length.into()).rev();
    low_last.fold(0, |sum, unit| sum << 16 | u64::from(*unit))
}

fn top(unit: usize) -> usize {
    30 + 28 * unit
}

/// Some units as one box, and what they are.
fn row(
    svg: &mut String,
    (unit, count): (usize, usize),
    (class, on): (&str, &str),
    value: &str,
    text: &str,
) {
    for unit in unit..unit + count {
        let _ = writeln!(
            svg,
            r#"<text class="dim small" x="30" y="{}" text-anchor="end">{unit}</text>"#,
            top(unit) + 17
        );
    }
    let (y, height) = (top(unit), 28 * count - 2);
    let middle = y + height / 2 + 5;
    let font = if on.is_empty() { "small" } else { "mono small" };
    let _ = writeln!(
        svg,
        r#"<rect class="{class}" x="38" y="{y}" width="76" height="{height}" rx="2"/><text class="mono{on}" x="76" y="{middle}" text-anchor="middle">{value}</text><text class="{font}" x="124" y="{middle}">{text}</text>"#
    );
}
