//! What does one line of a disassembly say?

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::view::{CodeView, DisError, NameList, Options};
use crate::decode::{Unit, find_labels, jump_target, units};
use crate::definition::{BINARY_OPERATORS, COMPARISONS, Definition, Operand, definition};
use crate::exception_table::{ExceptionEntry, exception_table};
use crate::lines::find_line_starts;
use crate::specialization::specialization;
use types::Version;

/// One line: an instruction, an EXTENDED_ARG, or a code unit of a cache.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its byte offset.
    pub offset: usize,
    /// Its number.
    pub opcode: u8,
    /// Its name, or its number in angle brackets.
    pub name: Cow<'static, str>,
    /// Its argument, if it has one.
    pub argument: Option<i64>,
    /// What the argument stands for; empty if there is nothing to say.
    pub meaning: String,
    /// The line of the source that starts here.
    pub starts_line: Option<i32>,
    /// Whether a jump goes here, or an exception.
    pub is_jump_target: bool,
}

/// The names of the conversions that FORMAT_VALUE can make.
const CONVERSIONS: [&str; 4] = ["", "str", "repr", "ascii"];
/// The names of the parts that MAKE_FUNCTION can find on the stack.
const FUNCTION_PARTS: [&str; 4] = ["defaults", "kwdefaults", "annotations", "closure"];

/// A code object taken apart, ready to be printed.
pub(super) struct Listing {
    pub lines: Vec<Line>,
    pub handlers: Vec<ExceptionEntry>,
    /// Whether any instruction has a line of the source, and the highest such line.
    pub last_line: Option<i32>,
    pub code_length: usize,
}

/// Lists the instructions of a code object as `dis.get_instructions` does.
///
/// # Errors
///
/// If the bytes are not code, or an argument says something that is not there.
pub fn listing<V: CodeView>(view: &V, options: Options) -> Result<Vec<Line>, DisError> {
    Ok(Listing::new(view, options)?.lines)
}

impl Listing {
    pub fn new<V: CodeView>(view: &V, options: Options) -> Result<Self, DisError> {
        let version = view.version();
        let code = view.code(options.adaptive);
        let first_line = view.numbers().first_line;
        let line_starts: HashMap<usize, i32> =
            find_line_starts(version, &view.line_table(), first_line).collect();
        let handlers: Vec<_> = exception_table(&view.exception_table())
            .map_while(Result::ok)
            .collect();
        let mut labels: HashSet<i64> = find_labels(version, &code)?.into_iter().collect();
        // An empty stretch guards nothing, so its target is not marked.
        let guarding = handlers.iter().filter(|entry| entry.start < entry.end);
        labels.extend(guarding.filter_map(|entry| i64::try_from(entry.target).ok()));

        let mut lines = Vec::new();
        for unit in units(version, &code) {
            let unit = unit?;
            let definition = definition(version, unit.base);
            lines.push(Line {
                offset: unit.offset,
                opcode: unit.opcode,
                name: name(unit.opcode, definition),
                argument: unit.argument().map(|oparg| shown(version, oparg)),
                meaning: meaning(view, &unit, definition)?,
                starts_line: line_starts.get(&unit.offset).copied(),
                is_jump_target: i64::try_from(unit.offset).is_ok_and(|at| labels.contains(&at)),
            });
            if let (true, Some(definition)) = (options.show_caches, definition) {
                push_caches(&code, &unit, definition, &mut lines);
            }
        }
        let last_line = line_starts.values().copied().max();
        Ok(Self {
            lines,
            handlers,
            last_line,
            code_length: code.len(),
        })
    }
}

fn name(opcode: u8, definition: Option<&'static Definition>) -> Cow<'static, str> {
    match (definition, specialization(opcode)) {
        (Some(definition), _) if definition.opcode == opcode => definition.name.into(),
        (Some(_), Some(specialization)) => specialization.name.into(),
        _ => format!("<{opcode}>").into(),
    }
}

/// The number that is printed: 3.11's `dis` takes the argument for a C `int`.
fn shown(version: Version, oparg: u32) -> i64 {
    match version {
        Version::V310 => i64::from(oparg),
        Version::V311 => i64::from(oparg.cast_signed()),
    }
}

/// What is printed in parentheses behind an argument.
fn meaning<V: CodeView>(
    view: &V,
    unit: &Unit,
    definition: Option<&Definition>,
) -> Result<String, DisError> {
    let (Some(oparg), Some(definition)) = (unit.argument(), definition) else {
        return Ok(String::new());
    };
    let absent = |what| DisError::NoSuch {
        what,
        index: oparg,
        offset: unit.offset,
    };
    // On a machine of 32 bits, no list is so long that the cast could matter.
    let index = oparg as usize;
    let name = |list, index| view.name_at(list, index).map(Cow::into_owned);
    let text = |entry: Option<&&str>| entry.map(|&text| text.to_owned());
    match definition.operand {
        Operand::Const if definition.name == "LOAD_CONST" => view
            .constant_repr(index)
            .ok_or(absent("constant"))?
            .map_err(DisError::Repr),
        Operand::Name => name(NameList::Names, index).ok_or(absent("name")),
        Operand::NameAndNull => {
            let name = name(NameList::Names, index >> 1).ok_or(absent("name"))?;
            let null = if oparg & 1 == 1 && !name.is_empty() {
                "NULL + "
            } else {
                ""
            };
            Ok(format!("{null}{name}"))
        }
        Operand::Local | Operand::Deref => {
            variable(view, definition.operand, index).ok_or(absent("variable"))
        }
        Operand::Compare => text(COMPARISONS.get(index)).ok_or(absent("comparison")),
        Operand::BinaryOp => text(BINARY_OPERATORS.get(index)).ok_or(absent("operator")),
        Operand::Format => Ok(format(oparg)),
        Operand::FunctionParts => Ok(function_parts(oparg)),
        operand => Ok(match jump_target(operand, unit.offset, oparg) {
            Some(target) => format!("to {target}"),
            None => String::new(),
        }),
    }
}

/// The name of a variable: the two versions number cells and free variables differently.
fn variable<V: CodeView>(view: &V, operand: Operand, index: usize) -> Option<String> {
    let (list, index) = match (view.version(), operand) {
        (Version::V311, _) => (NameList::Slots, index),
        (Version::V310, Operand::Local) => (NameList::Variables, index),
        (Version::V310, _) => match index.checked_sub(view.name_count(NameList::Cells)) {
            None => (NameList::Cells, index),
            Some(index) => (NameList::Free, index),
        },
    };
    view.name_at(list, index).map(Cow::into_owned)
}

fn format(oparg: u32) -> String {
    let conversion = CONVERSIONS[(oparg & 3) as usize];
    match (conversion, oparg & 4) {
        (_, 0) => conversion.to_owned(),
        ("", _) => "with format".to_owned(),
        _ => format!("{conversion}, with format"),
    }
}

fn function_parts(oparg: u32) -> String {
    let parts = FUNCTION_PARTS.iter().enumerate();
    let there: Vec<&str> = parts
        .filter(|(bit, _)| oparg >> bit & 1 == 1)
        .map(|(_, &part)| part)
        .collect();
    there.join(", ")
}

/// Adds a line for each code unit of the cache. What a field holds is told on its first, and
/// only if the instruction is specialized: in fresh code, a cache holds nothing.
fn push_caches(code: &[u8], unit: &Unit, definition: &Definition, lines: &mut Vec<Line>) {
    let mut offset = unit.offset;
    for field in definition.caches {
        for index in 0..field.units {
            offset += 2;
            let told = index == 0 && unit.opcode != unit.base;
            let meaning = match told {
                true => format!("{}: {}", field.name, number(code, offset, field.units)),
                false => String::new(),
            };
            lines.push(Line {
                offset,
                opcode: 0,
                name: "CACHE".into(),
                argument: Some(0),
                meaning,
                starts_line: None,
                is_jump_target: false,
            });
        }
    }
}

/// The number in the cache field at `offset`, low byte first. Fields have at most four units.
fn number(code: &[u8], offset: usize, units: u8) -> u64 {
    let field = code.iter().skip(offset).take(2 * usize::from(units));
    field
        .rev()
        .fold(0, |number, &byte| number << 8 | u64::from(byte))
}
