//! What does a recording say of a code object, and which of its instructions were rewritten?

use code_objects::Code;
use frames::Executable;
use instructions::dis::{CodeObject, Options, listing};
use instructions::{
    CacheField, Definition, Version, definition, exception_table, line_at, position_at,
    specialization,
};
use objects::Owned;
use serde_json::{Value, json};
use std::cell::Cell;
use types::{PyResult, Thread};

/// A code object that has been seen.
pub struct SeenCode {
    /// It; kept, so that its address is nobody else's.
    pub code: Owned<Code>,
    /// What the recording says of it.
    pub entry: Value,
    /// The code units at which its instructions stand.
    units: Vec<usize>,
    /// The operations that stood there at its last step.
    operations: Vec<u8>,
    /// The fields of the inline caches behind them.
    fields: Vec<&'static [CacheField]>,
    /// What was in these at its last step.
    caches: Vec<Vec<Value>>,
}

/// Fields of caches whose content is another in each run: versions, and a pointer.
fn differs(field: &CacheField) -> bool {
    field.name.ends_with("version") || field.name == "descr"
}

impl SeenCode {
    /// Takes a code object apart.
    pub fn new(t: &Thread, code: Owned<Code>, source: &[String]) -> PyResult<SeenCode> {
        let view = CodeObject::new(t, code.clone());
        let lines =
            listing(&view, Options::default()).map_err(|error| t.value_error(error.to_string()))?;
        let version = code.version;
        let mut instructions = Vec::with_capacity(lines.len());
        let mut fields: Vec<&'static [CacheField]> = Vec::with_capacity(lines.len());
        for line in &lines {
            let (at, columns) = place(&code, line.offset, source);
            let row = definition(version, line.opcode);
            fields.push(row.map_or(&[][..], |row| row.caches));
            let mut instruction = json!([
                line.offset,
                line.name,
                line.argument,
                without_address(&line.meaning),
                at,
                columns,
                row.map_or(0, Definition::cache_units)
            ]);
            let names = fields.last().into_iter().copied().flatten();
            let names: Vec<&str> = names.map(|field| field.name).collect();
            if let (false, Some(instruction)) = (names.is_empty(), instruction.as_array_mut()) {
                instruction.push(names.into());
            }
            instructions.push(instruction);
        }
        let mut entry = json!({
            "name": code.name.to_text(),
            "line": code.firstlineno,
            "instructions": instructions,
        });
        if version == Version::V311 {
            let handlers = exception_table(&code.exceptiontable).map_while(Result::ok);
            let handlers: Vec<Value> = handlers
                .map(|h| json!([h.start, h.end, h.target, h.depth, h.lasti]))
                .collect();
            entry["handlers"] = handlers.into();
        }
        Ok(SeenCode {
            units: lines.iter().map(|line| line.offset / 2).collect(),
            operations: lines.iter().map(|line| line.opcode).collect(),
            caches: fields.iter().map(|f| vec![0.into(); f.len()]).collect(),
            fields,
            code,
            entry,
        })
    }

    /// Which instruction stands at a code unit.
    pub fn instruction_at(&self, unit: usize) -> Option<usize> {
        self.units.binary_search(&unit).ok()
    }

    /// The instructions that were rewritten since it was asked last.
    pub fn rewritten(&mut self, executable: &Executable) -> Vec<Value> {
        let mut found = Vec::new();
        let now = executable.units();
        for (at, (unit, before)) in self.units.iter().zip(&mut self.operations).enumerate() {
            let Some(operation) = now.get(*unit).map(|unit| unit.get() as u8) else {
                continue;
            };
            if operation != *before {
                *before = operation;
                if let Some(name) = name(self.code.version, operation) {
                    found.push(json!([at, name]));
                }
            }
        }
        found
    }

    /// The inline caches that are not as they were when it was asked last.
    pub fn refilled(&mut self, executable: &Executable) -> Vec<Value> {
        let now = executable.units();
        let mut found = Vec::new();
        for (at, (unit, before)) in self.units.iter().zip(&mut self.caches).enumerate() {
            let cache = contents(self.fields[at], now.get(unit + 1..).unwrap_or_default());
            if cache != *before {
                found.push(json!([at, cache]));
                *before = cache;
            }
        }
        found
    }
}

/// What the fields of a cache hold, which begins these units: numbers of up to 64 bits, the low
/// unit first.
fn contents(fields: &[CacheField], units: &[Cell<u16>]) -> Vec<Value> {
    let mut units = units.iter();
    let number = |field: &CacheField| {
        let words = units.by_ref().take(usize::from(field.units));
        let placed = words.zip((0..64).step_by(16));
        placed.fold(0u64, |sum, (word, bits)| {
            sum | u64::from(word.get()) << bits
        })
    };
    let shown = |(field, number)| match number {
        0 => 0.into(),
        _ if differs(field) => "*".into(),
        number => number.into(),
    };
    let numbers: Vec<u64> = fields.iter().map(number).collect();
    fields.iter().zip(numbers).map(shown).collect()
}

/// A code object's `repr` holds its address, which is another one in each run.
fn without_address(meaning: &str) -> String {
    let name = meaning
        .strip_prefix("<code object ")
        .and_then(|rest| rest.split_once(" at 0x"));
    match name {
        Some((name, _)) => format!("<code {name}>"),
        None => meaning.to_owned(),
    }
}

fn name(version: Version, operation: u8) -> Option<&'static str> {
    let plain = definition(version, operation).map(|row| row.name);
    match version {
        Version::V310 => plain,
        Version::V311 => plain.or_else(|| specialization(operation).map(|row| row.name)),
    }
}

/// The line of an instruction, and its columns in it, in characters.
pub fn place(code: &Code, offset: usize, source: &[String]) -> (Option<i32>, Option<[usize; 2]>) {
    match code.version {
        Version::V310 => (
            line_at(code.version, &code.linetable, code.firstlineno, offset),
            None,
        ),
        Version::V311 => {
            let position = position_at(&code.linetable, code.firstlineno, offset);
            let columns = columns(&position, source);
            (position.line, columns)
        }
    }
}

/// The location table counts bytes of UTF-8. A range that goes on ends with its first line.
fn columns(position: &instructions::Position, source: &[String]) -> Option<[usize; 2]> {
    let line = usize::try_from(position.line?.checked_sub(1)?).ok()?;
    let text = source.get(line)?;
    let first = usize::try_from(position.column?).ok()?;
    let last = match position.end_line == position.line {
        true => usize::try_from(position.end_column?).ok()?,
        false => text.trim_end().len(),
    };
    let characters = |bytes: usize| text.get(..bytes).map(|part| part.chars().count());
    Some([characters(first)?, characters(last)?])
}
