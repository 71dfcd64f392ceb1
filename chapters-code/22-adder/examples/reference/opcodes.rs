//! What does each instruction do, to the stack and otherwise, and who runs it?

use super::book::{self, Result, chapter, handlers, plain};
use super::uses::shortest;
use instructions::{Definition, Flow, Kind, Operand, definitions, specializations};
use std::fmt::Write;
use types::Version;

/// The chapters whose tables run each version's instructions.
const LOOP_310: u8 = 12;
const LOOP_311: u8 = 18;
const SPECIALIZER: u8 = 19;

/// 3.11's instruction whose units hold the inline caches of others.
const CACHE: u8 = 0;

/// Why no program contains an instruction.
fn unused(definition: &Definition) -> &'static str {
    match definition.opcode {
        CACHE => "no program as an instruction: it fills the units behind others",
        _ => "no program of this book",
    }
}

/// Every instruction of a version, by name.
pub fn reference(version: Version) -> Result<String> {
    let rows = book::rows(match version {
        Version::V310 => LOOP_310,
        Version::V311 => LOOP_311,
    })?;
    let uses = shortest(version)?;
    let mut sorted: Vec<&Definition> = definitions(version).iter().collect();
    sorted.sort_by_key(|definition| definition.name);
    let mut text = String::new();
    for definition in sorted {
        writeln!(text, "### {}\n", definition.name)?;
        writeln!(text, "{}\n", plain(definition.semantics))?;
        writeln!(text, "| number | {} |\n|---|---|", definition.opcode)?;
        if definition.operand != Operand::None {
            writeln!(text, "| argument | {} |", operand(definition.operand))?;
        }
        writeln!(text, "| stack | {} |", stack(definition))?;
        if let Some(flow) = flow(definition.flow) {
            writeln!(text, "| goes on | {flow} |")?;
        }
        if !definition.caches.is_empty() {
            writeln!(text, "| cache | {} |", caches(definition))?;
        }
        if version == Version::V311 {
            let forms: Vec<&str> = forms(definition.opcode).collect();
            if !forms.is_empty() {
                writeln!(text, "| rewritten to | {} |", forms.join(", "))?;
            }
        }
        let run_by = rows.iter().find(|row| row.opcode == definition.opcode);
        let run_by = run_by
            .and_then(handlers)
            .unwrap_or_else(|| "the driver itself".to_owned());
        writeln!(
            text,
            "| run by | {run_by}, {} |",
            chapter(definition.chapter)
        )?;
        match uses.get(&definition.opcode) {
            Some(program) => writeln!(text, "| used in | {{{{#item programs/{program}.py}}}} |")?,
            None => writeln!(text, "| used in | {} |", unused(definition))?,
        }
        text.push('\n');
    }
    Ok(text)
}

/// The instructions that a running 3.11 writes over others, by what they stand in for.
pub fn specialized() -> Result<String> {
    let rows = book::rows(SPECIALIZER)?;
    let mut text = String::from(
        "| Number | Name | Stands in for | What it does | Run by |\n|--:|---|---|---|---|\n",
    );
    for form in specializations() {
        let base = instructions::definition(Version::V311, form.base).map_or("?", |row| row.name);
        let kind = match form.kind {
            Kind::Adaptive => " (counts)",
            Kind::Specialized => "",
            Kind::Quick => " (checks less)",
            Kind::Super => " (and the next one)",
        };
        let run_by = rows.iter().find(|row| row.opcode == form.opcode);
        let run_by = run_by.and_then(handlers).unwrap_or_default();
        writeln!(
            text,
            "| {} | {} | {base}{kind} | {} | {run_by} |",
            form.opcode,
            form.name,
            plain(form.semantics)
        )?;
    }
    Ok(text)
}

fn forms(base: u8) -> impl Iterator<Item = &'static str> {
    specializations()
        .iter()
        .filter(move |form| form.base == base)
        .map(|form| form.name)
}

/// An effect on the stack, without what only Rust wants to know.
pub fn formula(written: &str) -> String {
    let counted = written.replace("u64 :: from((n & 15).count_ones())", "parts");
    // The table allows for arguments that no compiler writes.
    counted.replace("if n == 3 { 3 } else { 2 }", "n")
}

fn stack(definition: &Definition) -> String {
    let falling = picture(&formula(definition.effect_formula));
    match definition.jump_formula.map(formula) {
        Some(jump) if definition.flow == Flow::Handler => {
            format!("{falling}; at the handler {}", picture(&jump))
        }
        Some(jump) => format!("{falling}; if it jumps {}", picture(&jump)),
        None => falling,
    }
}

/// An effect with its boxes: one for each value that is looked at, one for each that lies
/// there afterwards, and one with a formula in it for a number that depends on the argument.
fn picture(effect: &str) -> String {
    let Some((pops, pushes)) = effect.split_once(" \u{2192} ") else {
        return format!("`{effect}`");
    };
    format!(
        "`{effect}` <span class=\"effect\" aria-hidden=\"true\">…{} → …{}</span>",
        boxes(pops, ""),
        boxes(pushes, " class=\"out\"")
    )
}

fn boxes(sum: &str, class: &str) -> String {
    let terms = sum.split(" + ");
    terms
        .map(|term| match term.parse::<usize>() {
            Ok(count) => format!("<i{class}></i>").repeat(count),
            Err(_) => format!(
                "<i{class}>{}</i>",
                term.replace('&', "&amp;").replace('>', "&gt;")
            ),
        })
        .collect()
}

fn caches(definition: &Definition) -> String {
    let fields = definition.caches.iter();
    let fields: Vec<String> = fields
        .map(|field| match field.units {
            1 => field.name.to_owned(),
            units => format!("{} ({units} units)", field.name),
        })
        .collect();
    let units = match definition.cache_units() {
        1 => "one code unit".to_owned(),
        units => format!("{units} code units"),
    };
    format!("{}: {units}", fields.join(", "))
}

fn flow(flow: Flow) -> Option<&'static str> {
    match flow {
        Flow::Next => None,
        Flow::Jump => Some("at the target"),
        Flow::Branch => Some("at the next instruction or at the target"),
        Flow::Handler => Some("at the next instruction; exceptions go to the target"),
        Flow::Stop => Some("not in this frame"),
    }
}

/// What an argument means.
pub fn operand(operand: Operand) -> &'static str {
    match operand {
        Operand::None => "none",
        Operand::Const => "an index of `co_consts`",
        Operand::Name => "an index of `co_names`",
        Operand::NameAndNull => {
            "an index of `co_names`, shifted left by one; the low bit asks for a NULL"
        }
        Operand::Local => "a local variable",
        Operand::Deref => "a cell or free variable",
        Operand::Absolute => "a jump to a code unit",
        Operand::Forward => "a jump forward, in code units from the next one",
        Operand::Backward => "a jump back, in code units from the next one",
        Operand::Compare => "a comparison: `<`, `<=`, `==`, `!=`, `>`, `>=`",
        Operand::BinaryOp => "an operator, 0 to 12, and 13 more for the in-place ones",
        Operand::Count => "how many values",
        Operand::Depth => "a place in the stack, 1 for the top",
        Operand::Split => "how many values before a starred target (low byte) and after it",
        Operand::Invert => "1 for `is not` and `not in`",
        Operand::FunctionParts => {
            "which parts lie on the stack: defaults 1, keyword-only defaults 2, annotations 4, closure 8"
        }
        Operand::CallParts => "1 if a mapping of named arguments is on top",
        Operand::SliceParts => "2 or 3: is there a step?",
        Operand::Format => "the conversion (low two bits); 4 if there is a format specification",
        Operand::Raise => "0 to raise again, 1 for an exception, 2 for one and its cause",
        Operand::Lasti => "0, or where the offset of the first raise is kept",
        Operand::GeneratorKind => "0 generator, 1 coroutine, 2 asynchronous generator",
        Operand::Await => {
            "where the awaitable comes from: 0 `await`, 1 `__aenter__`, 2 `__aexit__`"
        }
        Operand::Where => "0 at the start, 1 after `yield`, 2 after `yield from`, 3 after `await`",
        Operand::Prefix => "eight high bits for the next argument",
    }
}
