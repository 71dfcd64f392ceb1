//! A function of 3.11 written down by hand: names for numbers, labels for distances, and the
//! caches where they belong.

use code_objects::{Code, CodeFields, Variables};
use frames::Function;
use instructions::{ExceptionEntry, Operand, definition_by_name, encode_exception_table};
use objects::{Object, Owned};
use std::collections::HashMap;
use types::{PyResult, Thread, Version};

/// What a code object is made of. A variable that stands in `cells` too is a cell; those of
/// `free` come last.
#[derive(Default)]
pub struct Source<'a> {
    pub text: &'a str,
    pub locals: &'a [&'a str],
    pub arguments: i32,
    pub cells: &'a [&'a str],
    pub free: &'a [&'a str],
    pub names: &'a [&'a str],
    pub consts: Vec<Object>,
    pub flags: i32,
    pub stack: i32,
}

impl Source<'_> {
    /// The names of all variables and what each is.
    fn variables(&self) -> (Vec<&str>, Vec<u8>) {
        const LOCAL: u8 = 0x20;
        const CELL: u8 = 0x40;
        const FREE: u8 = 0x80;
        let is_cell = |name: &&str| self.cells.contains(name);
        let locals = self
            .locals
            .iter()
            .map(|name| (*name, LOCAL | if is_cell(name) { CELL } else { 0 }));
        let cells = self
            .cells
            .iter()
            .filter(|name| !self.locals.contains(name))
            .map(|name| (*name, CELL));
        let free = self.free.iter().map(|name| (*name, FREE));
        locals.chain(cells).chain(free).unzip()
    }

    /// The argument that a word stands for.
    fn argument(&self, operand: Operand, word: &str) -> Option<usize> {
        let (name, called) = match word.strip_prefix("NULL+") {
            Some(name) => (name, 1),
            None => (word, 0),
        };
        let place = |names: &[&str]| names.iter().position(|own| *own == name);
        match operand {
            Operand::Local | Operand::Deref => place(&self.variables().0),
            Operand::Name => place(self.names),
            Operand::NameAndNull => Some(place(self.names)? << 1 | called),
            _ => None,
        }
    }
}

/// The lines of a text, in words.
fn lines(text: &str) -> impl Iterator<Item = Vec<&str>> {
    text.lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>())
        .filter(|words| !words.is_empty())
}

fn caches(name: &str) -> usize {
    definition_by_name(Version::V311, name).map_or(0, |row| row.cache_units())
}

/// Where each label stands, in code units.
fn labels(text: &str) -> HashMap<&str, usize> {
    let (mut found, mut unit) = (HashMap::new(), 0);
    for words in lines(text) {
        match words[0].strip_suffix(':') {
            Some(label) => drop(found.insert(label, unit)),
            None if words[0].starts_with('.') => (),
            None => unit += 1 + caches(words[0]),
        }
    }
    found
}

/// The instructions and the exception table of a source.
fn assemble(source: &Source<'_>) -> (Vec<u8>, Vec<u8>) {
    let labels = labels(source.text);
    let (mut bytes, mut entries) = (Vec::new(), Vec::new());
    for words in lines(source.text) {
        if words[0].ends_with(':') {
            continue;
        }
        if words[0] == ".handler" {
            entries.push(ExceptionEntry {
                start: labels[words[1]] * 2,
                end: labels[words[2]] * 2,
                target: labels[words[3]] * 2,
                depth: words[4].parse().expect("a depth"),
                lasti: words.get(5) == Some(&"lasti"),
            });
            continue;
        }
        let row = definition_by_name(Version::V311, words[0]).expect(words[0]);
        let behind = bytes.len() / 2 + 1 + row.cache_units();
        let argument = match (words.get(1), row.operand) {
            (None, _) => 0,
            (Some(label), Operand::Forward) => labels[label] - behind,
            (Some(label), Operand::Backward) => behind - labels[label],
            (Some(word), operand) => match source.argument(operand, word) {
                Some(argument) => argument,
                None => word.parse().expect(word),
            },
        };
        bytes.extend([row.opcode, u8::try_from(argument).expect("one byte")]);
        bytes.resize(behind * 2, 0);
    }
    let table = encode_exception_table(&entries).expect("entries in order");
    (bytes, table)
}

/// The code object of a source.
pub fn code(t: &Thread, source: &Source<'_>) -> PyResult<Owned<Code>> {
    let strings = |texts: &[&str]| -> PyResult<Vec<Object>> {
        texts.iter().map(|text| t.str(text)).collect()
    };
    let (names, kinds) = source.variables();
    let (bytes, exceptiontable) = assemble(source);
    Code::new(
        t,
        CodeFields {
            version: Version::V311,
            argcount: source.arguments,
            posonlyargcount: 0,
            kwonlyargcount: 0,
            stacksize: source.stack.max(4),
            flags: 3 | source.flags,
            code: bytes,
            consts: source.consts.clone(),
            names: strings(source.names)?,
            variables: Variables::Together {
                names: strings(&names)?,
                kinds,
            },
            filename: t.str("by hand")?,
            name: t.str("f")?,
            qualname: Some(t.str("f")?),
            firstlineno: 1,
            linetable: Vec::new(),
            exceptiontable,
        },
    )
}

/// The function of a source; its globals have it under the name `f`.
pub fn function(t: &Thread, source: &Source<'_>) -> PyResult<Owned<Function>> {
    let globals = containers::dict(t)?;
    let function = Function::new(t, code(t, source)?, globals.clone(), None)?;
    globals.set_name(&t.intern("f")?, function.clone().into_object())?;
    Ok(function)
}
