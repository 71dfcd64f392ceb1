//! The disassembler and the tables' decoders, against recordings of CPython's `dis`.
//! (`tests/data/listings.py` says how the recordings were made.)

use std::borrow::Cow;
use std::collections::BTreeSet;

use instructions::dis::{CodeView, DisError, NameList, Numbers, Options, code_info, disassemble};
use instructions::{
    ExceptionEntry, LineRange, Location, LocationTable, Position, Version, definitions,
    encode_exception_table, encode_line_table, encode_location_table, exception_table,
    instructions, lines, lnotab, position_at,
};
use serde_json::Value;

fn records(version: Version) -> serde_json::Map<String, Value> {
    let text = match version {
        Version::V310 => include_str!("data/listings-3.10.json"),
        Version::V311 => include_str!("data/listings-3.11.json"),
    };
    serde_json::from_str(text).expect("the record is JSON")
}

/// A code object as it was recorded.
#[derive(Clone, Copy)]
struct Recorded<'a> {
    version: Version,
    fields: &'a Value,
}

impl Recorded<'_> {
    fn bytes(&self, field: &str) -> Vec<u8> {
        let hex = self.fields[field].as_str().unwrap_or_default().as_bytes();
        let digit = |byte: u8| (byte as char).to_digit(16).expect("hexadecimal") as u8;
        hex.chunks(2)
            .map(|pair| digit(pair[0]) << 4 | digit(pair[1]))
            .collect()
    }

    fn number(&self, field: &str) -> i32 {
        self.fields[field].as_i64().expect("a number") as i32
    }

    fn list(&self, list: NameList) -> &[Value] {
        let field = match list {
            NameList::Names => "names",
            NameList::Variables => "varnames",
            NameList::Cells => "cellvars",
            NameList::Free => "freevars",
            NameList::Slots => "slots",
        };
        self.fields[field].as_array().expect("a list")
    }

    /// Itself and all code objects in it.
    fn all(self) -> Vec<Self> {
        let nested = (0..self.constant_count()).filter_map(|index| self.nested(index));
        std::iter::once(self)
            .chain(nested.flat_map(Self::all))
            .collect()
    }
}

impl CodeView for Recorded<'_> {
    fn version(&self) -> Version {
        self.version
    }

    fn numbers(&self) -> Numbers {
        Numbers {
            arguments: self.number("argcount"),
            positional_only: self.number("posonlyargcount"),
            keyword_only: self.number("kwonlyargcount"),
            locals: self.number("nlocals"),
            stack_size: self.number("stacksize"),
            flags: self.number("flags"),
            first_line: self.number("firstlineno"),
        }
    }

    fn name(&self) -> Cow<'_, str> {
        self.fields["name"].as_str().expect("a name").into()
    }

    fn filename(&self) -> Cow<'_, str> {
        self.fields["filename"].as_str().expect("a name").into()
    }

    fn code(&self, adaptive: bool) -> Cow<'_, [u8]> {
        self.bytes(if adaptive { "adaptive" } else { "code" })
            .into()
    }

    fn line_table(&self) -> Cow<'_, [u8]> {
        self.bytes("linetable").into()
    }

    fn exception_table(&self) -> Cow<'_, [u8]> {
        self.bytes("exceptiontable").into()
    }

    fn name_count(&self, list: NameList) -> usize {
        self.list(list).len()
    }

    fn name_at(&self, list: NameList, index: usize) -> Option<Cow<'_, str>> {
        Some(self.list(list).get(index)?.as_str()?.into())
    }

    fn constant_count(&self) -> usize {
        self.fields["reprs"].as_array().expect("a list").len()
    }

    fn constant_repr(&self, index: usize) -> Option<Result<String, String>> {
        Some(Ok(self.fields["reprs"].get(index)?.as_str()?.to_owned()))
    }

    fn nested(&self, index: usize) -> Option<Self> {
        let fields = self.fields["nested"]
            .get(index)
            .filter(|nested| !nested.is_null())?;
        Some(Self {
            version: self.version,
            fields,
        })
    }
}

/// Calls `check` for each record that has `field`, with the code object and the field.
fn for_each_with(field: &str, mut check: impl FnMut(Recorded<'_>, &Value)) {
    let mut found = false;
    for version in [Version::V310, Version::V311] {
        for record in records(version).values() {
            if let Some(value) = record.get(field) {
                check(
                    Recorded {
                        version,
                        fields: &record["view"],
                    },
                    value,
                );
                found = true;
            }
        }
    }
    assert!(found, "no record has the field {field}");
}

/// Calls `check` for each recorded code object, the nested ones too.
fn for_each_code(mut check: impl FnMut(Recorded<'_>)) {
    for_each_with("view", |view, _| {
        view.all().into_iter().for_each(&mut check)
    });
}

fn printed(view: Recorded<'_>, options: Options) -> String {
    let mut text = String::new();
    instructions::dis::dis(view, options, &mut text).expect("code that CPython compiled");
    text
}

/// Compares line by line, so that a difference can be read.
fn assert_same(ours: &str, theirs: &Value) {
    let theirs = theirs.as_str().expect("a text");
    for (ours, theirs) in ours.lines().zip(theirs.lines()) {
        assert_eq!(ours, theirs);
    }
    assert!(ours == theirs, "one of the texts is longer");
}

#[test]
fn dis_prints_what_cpython_prints() {
    for_each_with("dis", |view, text| {
        assert_same(&printed(view, Options::default()), text)
    });
}

#[test]
fn dis_shows_the_code_units_of_caches() {
    let options = Options {
        show_caches: true,
        ..Options::default()
    };
    for_each_with("caches", |view, text| {
        assert_same(&printed(view, options), text)
    });
}

#[test]
fn dis_shows_specialized_instructions_and_what_their_caches_hold() {
    let options = Options {
        show_caches: true,
        adaptive: true,
        current: None,
    };
    for_each_with("adaptive", |view, text| {
        assert_same(&printed(view, options), text)
    });
}

#[test]
fn an_arrow_marks_the_current_instruction() {
    let options = Options {
        current: Some(4),
        ..Options::default()
    };
    for_each_with("arrow", |view, text| {
        assert_same(&printed(view, options), text)
    });
}

#[test]
fn show_code_prints_what_cpython_prints() {
    for_each_with("show_code", |view, text| {
        let mut ours = String::new();
        code_info(&view, &mut ours).expect("a String takes everything");
        assert_same(&ours, text);
    });
}

#[test]
fn the_recordings_have_every_instruction() {
    for version in [Version::V310, Version::V311] {
        let mut missing: BTreeSet<&str> = definitions(version).iter().map(|d| d.name).collect();
        for_each_code(|view| {
            if view.version == version {
                for instruction in instructions(version, &view.code(false)) {
                    let instruction = instruction.expect("code that CPython compiled");
                    missing.remove(instruction.definition.name);
                }
            }
        });
        missing.remove("EXTENDED_ARG");
        missing.remove("CACHE");
        assert_eq!(missing, BTreeSet::new(), "{version:?}");
    }
}

#[test]
fn lines_are_those_of_co_lines() {
    for_each_code(|view| {
        let first_line = view.number("firstlineno");
        let ours: Vec<LineRange> = lines(view.version, &view.line_table(), first_line)
            .map(Result::unwrap)
            .collect();
        let theirs: Vec<(usize, usize, Option<i32>)> =
            serde_json::from_value(view.fields["lines"].clone()).unwrap();
        let ours: Vec<_> = ours
            .iter()
            .map(|range| (range.start, range.end, range.line))
            .collect();
        assert_eq!(ours, theirs);
    });
}

#[test]
fn the_old_table_is_that_of_co_lnotab() {
    for_each_code(|view| {
        let first_line = view.number("firstlineno");
        let ours = lnotab(view.version, &view.line_table(), first_line);
        assert_eq!(ours, Ok(view.bytes("lnotab")));
    });
}

#[test]
fn a_line_table_comes_back_from_its_lines_joined() {
    for_each_code(|view| {
        if view.version == Version::V310 {
            let first_line = view.number("firstlineno");
            let table = view.line_table();
            let mut joined: Vec<LineRange> = Vec::new();
            for range in lines(view.version, &table, first_line).map(Result::unwrap) {
                match joined.last_mut() {
                    Some(last) if last.line == range.line => last.end = range.end,
                    _ => joined.push(range),
                }
            }
            assert_eq!(
                encode_line_table(&joined, first_line),
                Ok(table.into_owned())
            );
        }
    });
}

type Span = (usize, Option<i32>, Option<i32>, Option<i32>, Option<i32>);

#[test]
fn positions_are_those_of_co_positions() {
    for_each_code(|view| {
        if view.version == Version::V311 {
            let (table, first_line) = (view.line_table(), view.number("firstlineno"));
            let theirs: Vec<Span> =
                serde_json::from_value(view.fields["positions"].clone()).unwrap();
            let mut offset = 0;
            let mut locations = LocationTable::new(&table, first_line).map(Result::unwrap);
            for (count, line, end_line, column, end_column) in theirs {
                let position = Position {
                    line,
                    end_line,
                    column,
                    end_column,
                };
                assert_eq!(position_at(&table, first_line, offset), position);
                let end = offset + 2 * count;
                while offset < end {
                    let location = locations.next().expect("as many as CPython has");
                    assert_eq!(location.position, position);
                    offset = location.end;
                }
            }
            assert_eq!(locations.next(), None);
        }
    });
}

#[test]
fn a_location_table_comes_back_from_its_locations() {
    for_each_code(|view| {
        if view.version == Version::V311 {
            let (table, first_line) = (view.line_table(), view.number("firstlineno"));
            let locations: Vec<Location> = LocationTable::new(&table, first_line)
                .map(Result::unwrap)
                .collect();
            assert_eq!(
                encode_location_table(&locations, first_line),
                Ok(table.into_owned())
            );
        }
    });
}

#[test]
fn handlers_are_those_of_the_exception_table_and_back() {
    for_each_code(|view| {
        if view.version == Version::V311 {
            let table = view.exception_table();
            let entries: Vec<ExceptionEntry> =
                exception_table(&table).map(Result::unwrap).collect();
            let ours: Vec<_> = entries
                .iter()
                .map(|e| (e.start, e.end, e.target, e.depth, e.lasti))
                .collect();
            let theirs: Vec<(usize, usize, usize, u32, bool)> =
                serde_json::from_value(view.fields["handlers"].clone()).unwrap();
            assert_eq!(ours, theirs);
            assert_eq!(encode_exception_table(&entries), Ok(table.into_owned()));
        }
    });
}

#[test]
fn each_instruction_comes_back_from_its_encoding() {
    for_each_code(|view| {
        let code = view.code(false);
        let mut ours = Vec::new();
        for instruction in instructions(view.version, &code) {
            let instruction = instruction.unwrap();
            instructions::encode(instruction.definition, instruction.oparg, &mut ours);
        }
        assert_eq!(ours, *code);
    });
}

#[test]
fn code_cut_anywhere_is_listed_or_refused_but_never_a_panic() {
    for_each_with("caches", |view, _| {
        let code = view.code(false);
        for length in 0..code.len() {
            let cut = Cut {
                view,
                code: &code[..length],
            };
            let options = Options {
                show_caches: true,
                ..Options::default()
            };
            let result = disassemble(&cut, options, &mut String::new());
            let fine = matches!(result, Ok(()) | Err(DisError::Decode(_)));
            assert!(fine, "{result:?}");
        }
    });
}

#[test]
fn random_code_and_tables_are_listed_or_refused_but_never_a_panic() {
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut random = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state as u8
    };
    for_each_with("arrow", |view, _| {
        for round in 0..2_000 {
            let bytes: Vec<u8> = (0..round % 40).map(|_| random()).collect();
            let options = Options {
                show_caches: true,
                adaptive: true,
                current: Some(2),
            };
            let _ = disassemble(&Cut { view, code: &bytes }, options, &mut String::new());
        }
    });
}

/// A recorded code object with other bytes: as its code, and as its tables.
struct Cut<'a> {
    view: Recorded<'a>,
    code: &'a [u8],
}

impl CodeView for Cut<'_> {
    fn version(&self) -> Version {
        self.view.version
    }

    fn numbers(&self) -> Numbers {
        self.view.numbers()
    }

    fn name(&self) -> Cow<'_, str> {
        self.view.name()
    }

    fn filename(&self) -> Cow<'_, str> {
        self.view.filename()
    }

    fn code(&self, _adaptive: bool) -> Cow<'_, [u8]> {
        self.code.into()
    }

    fn line_table(&self) -> Cow<'_, [u8]> {
        self.code.into()
    }

    fn exception_table(&self) -> Cow<'_, [u8]> {
        self.code.into()
    }

    fn name_count(&self, list: NameList) -> usize {
        self.view.name_count(list)
    }

    fn name_at(&self, list: NameList, index: usize) -> Option<Cow<'_, str>> {
        self.view.name_at(list, index)
    }

    fn constant_count(&self) -> usize {
        self.view.constant_count()
    }

    fn constant_repr(&self, index: usize) -> Option<Result<String, String>> {
        self.view.constant_repr(index)
    }

    fn nested(&self, _index: usize) -> Option<Self> {
        None
    }
}
