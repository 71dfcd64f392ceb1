//! How is a code object written down for a test?
//!
//! A heading gives what differs from a stack of 4, the one constant None, one name and one
//! local variable: `3.11; stack 2; consts None str names(2) tuple(3) code(1); free 1`.
//! Instructions follow, a line each, with numbers or labels (`top:`) as arguments. Caches
//! are added after the instructions that have them, except after a name marked `!`.
//! `.bytes` adds bytes as they are, `.handler FROM TO TARGET DEPTH [lasti]` an entry of the
//! exception table, `.table` bytes of that table.

#![allow(dead_code, reason = "each test uses a part")]

use std::collections::HashMap;

use instructions::{ExceptionEntry, Operand, Version, definition_by_name, encode_exception_table};
use verifier::{Constant, Proof, Rejection, Shape, Variables, verify};

/// A code object as the verifier sees it, owned.
#[derive(Debug, Clone)]
pub struct Code {
    pub version: Version,
    pub bytes: Vec<u8>,
    pub stack: i32,
    pub args: [i32; 3],
    pub flags: u32,
    pub names: usize,
    pub consts: Vec<Constant>,
    pub locals: i32,
    pub var_names: Option<usize>,
    pub cells: usize,
    pub free: usize,
    pub kinds: Option<Vec<u8>>,
    pub table: Vec<u8>,
}

impl Code {
    /// A copy of what the verifier sees of a code object.
    pub fn of(shape: &Shape<'_>) -> Code {
        let mut code = read_heading(match shape.version {
            Version::V310 => "3.10",
            Version::V311 => "3.11",
        });
        code.bytes = shape.code.to_vec();
        code.stack = shape.stack_size;
        code.args = [
            shape.arg_count,
            shape.posonly_arg_count,
            shape.kwonly_arg_count,
        ];
        code.flags = shape.flags;
        code.names = shape.names;
        code.consts = shape.consts.to_vec();
        code.table = shape.exception_table.to_vec();
        match shape.variables {
            Variables::Kinds(kinds) => code.kinds = Some(kinds.to_vec()),
            Variables::Counted {
                locals,
                var_names,
                cells,
                free,
            } => {
                code.locals = locals;
                code.var_names = Some(var_names);
                (code.cells, code.free) = (cells, free);
            }
        }
        code
    }

    /// Hands the code object to the verifier.
    pub fn verify(&self) -> Result<Proof, Rejection> {
        self.with_shape(verify)
    }

    pub fn with_shape<T>(&self, see: impl FnOnce(&Shape<'_>) -> T) -> T {
        let mut kinds = vec![verifier::CO_FAST_LOCAL; self.locals.max(0) as usize];
        kinds.extend(vec![verifier::CO_FAST_CELL; self.cells]);
        kinds.extend(vec![verifier::CO_FAST_FREE; self.free]);
        let variables = match self.version {
            Version::V310 => Variables::Counted {
                locals: self.locals,
                var_names: self.var_names.unwrap_or(self.locals.max(0) as usize),
                cells: self.cells,
                free: self.free,
            },
            Version::V311 => Variables::Kinds(self.kinds.as_ref().unwrap_or(&kinds)),
        };
        see(&Shape {
            version: self.version,
            code: &self.bytes,
            stack_size: self.stack,
            arg_count: self.args[0],
            posonly_arg_count: self.args[1],
            kwonly_arg_count: self.args[2],
            flags: self.flags,
            names: self.names,
            consts: &self.consts,
            variables,
            exception_table: &self.table,
        })
    }
}

/// Makes a code object of its heading and its instructions.
pub fn assemble(heading: &str, body: &[&str]) -> Code {
    let mut code = read_heading(heading);
    let labels = place_labels(code.version, body);
    let number = |text: &str| match labels.get(text) {
        Some(&unit) => unit as i64,
        None => parse(text),
    };
    let mut entries = Vec::new();
    for line in body {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words[0] {
            label if label.ends_with(':') => {}
            ".bytes" => code
                .bytes
                .extend(words[1..].iter().map(|byte| parse(byte) as u8)),
            ".table" => code
                .table
                .extend(words[1..].iter().map(|byte| parse(byte) as u8)),
            ".handler" => entries.push(ExceptionEntry {
                start: number(words[1]) as usize * 2,
                end: number(words[2]) as usize * 2,
                target: number(words[3]) as usize * 2,
                depth: parse(words[4]) as u32,
                lasti: words.get(5) == Some(&"lasti"),
            }),
            _ => write_instruction(&mut code, &words, &labels),
        }
    }
    code.table
        .extend(encode_exception_table(&entries).expect("a table that can be written"));
    code
}

/// Writes one instruction, and its caches unless its name is marked.
fn write_instruction(code: &mut Code, words: &[&str], labels: &HashMap<String, usize>) {
    let name = words[0].trim_end_matches('!');
    let definition = definition_by_name(code.version, name).unwrap_or_else(|| panic!("{name}?"));
    let caches = if words[0].ends_with('!') {
        0
    } else {
        definition.cache_units()
    };
    let next = (code.bytes.len() / 2 + 1 + caches) as i64;
    let argument = match words.get(1) {
        None => 0,
        Some(&word) => match (labels.get(word), definition.operand) {
            (Some(&unit), Operand::Forward) => unit as i64 - next,
            (Some(&unit), Operand::Backward) => next - unit as i64,
            (Some(&unit), _) => unit as i64,
            (None, _) => parse(word),
        },
    };
    let argument = u8::try_from(argument).unwrap_or_else(|_| panic!("{words:?}: {argument}"));
    code.bytes.extend([definition.opcode, argument]);
    code.bytes.extend(vec![0; caches * 2]);
}

/// The code unit of each label.
fn place_labels(version: Version, body: &[&str]) -> HashMap<String, usize> {
    let (mut labels, mut bytes) = (HashMap::new(), 0);
    for line in body {
        let words: Vec<&str> = line.split_whitespace().collect();
        if let Some(label) = line.strip_suffix(':') {
            labels.insert(label.to_string(), bytes / 2);
        } else if words[0] == ".bytes" {
            bytes += words.len() - 1;
        } else if !words[0].starts_with('.') {
            let name = words[0].trim_end_matches('!');
            let caches = definition_by_name(version, name).map_or(0, |row| row.cache_units());
            bytes += 2 + if words[0].ends_with('!') {
                0
            } else {
                caches * 2
            };
        }
    }
    labels
}

fn read_heading(heading: &str) -> Code {
    let mut parts = heading.split(';').map(str::trim);
    let version = match parts.next() {
        Some("3.10") => Version::V310,
        Some("3.11") => Version::V311,
        other => panic!("{other:?} is no version"),
    };
    let mut code = Code {
        version,
        bytes: Vec::new(),
        stack: 4,
        args: [0; 3],
        flags: 0,
        names: 1,
        consts: vec![Constant::Other],
        locals: 1,
        var_names: None,
        cells: 0,
        free: 0,
        kinds: None,
        table: Vec::new(),
    };
    for part in parts {
        let (what, value) = part.split_once(' ').unwrap_or_else(|| panic!("{part}?"));
        let count = || parse(value);
        match what {
            "stack" => code.stack = count() as i32,
            "args" => {
                let counts: Vec<i32> = value.split_whitespace().map(|n| parse(n) as i32).collect();
                code.args = counts.try_into().expect("three counts");
            }
            "flags" => code.flags = count() as u32,
            "names" => code.names = count() as usize,
            "consts" => code.consts = value.split_whitespace().map(constant).collect(),
            "locals" => code.locals = count() as i32,
            "varnames" => code.var_names = Some(count() as usize),
            "cells" => code.cells = count() as usize,
            "free" => code.free = count() as usize,
            "kinds" => {
                let kinds = value.split_whitespace().map(|kind| parse(kind) as u8);
                code.kinds = Some(kinds.collect());
            }
            _ => panic!("{what}?"),
        }
    }
    code
}

/// `None`, `str`, `names(2)`, `tuple(2)` or `code(1)`.
fn constant(text: &str) -> Constant {
    let (what, count) = text
        .trim_end_matches(')')
        .split_once('(')
        .unwrap_or((text, "0"));
    let count = parse(count) as u32;
    match what {
        "None" | "int" => Constant::Other,
        "str" => Constant::Str,
        "names" => Constant::Names(count),
        "tuple" => Constant::Tuple(count),
        "code" => Constant::Code(count),
        _ => panic!("{text}?"),
    }
}

fn parse(text: &str) -> i64 {
    let number = match text.strip_prefix("0x") {
        Some(digits) => i64::from_str_radix(digits, 16),
        None => text.parse(),
    };
    number.unwrap_or_else(|_| panic!("{text} is no number"))
}
