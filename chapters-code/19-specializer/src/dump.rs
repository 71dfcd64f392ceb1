//! What does running code look like now? As CPython's `dis` shows it with `adaptive=True` and
//! `show_caches=True`, but for what differs from run to run: versions and pointers.
#![forbid(unsafe_code)]

use code_objects::Code;
use frames::Executable;
use instructions::dis::{self, CodeObject, CodeView, DisError, NameList, Numbers, Options};
use objects::Owned;
use std::borrow::Cow;
use std::fmt::Write;
use types::{PyResult, Thread, Version};

/// A code object as execution has rewritten it.
struct Running<'t> {
    t: &'t Thread,
    code: Owned<Code>,
    plain: CodeObject<'t>,
}

impl<'t> Running<'t> {
    fn new(t: &'t Thread, code: Owned<Code>) -> Running<'t> {
        let plain = CodeObject::new(t, code.clone());
        Running { t, code, plain }
    }
}

/// The code units of a code object that has run.
pub fn units_of(code: &Code) -> Option<Vec<u16>> {
    let state = code.loop_state.get()?;
    let executable = state.downcast_ref::<Executable>()?;
    Some(
        executable
            .units()
            .iter()
            .map(std::cell::Cell::get)
            .collect(),
    )
}

impl CodeView for Running<'_> {
    fn version(&self) -> Version {
        self.plain.version()
    }

    fn numbers(&self) -> Numbers {
        self.plain.numbers()
    }

    fn name(&self) -> Cow<'_, str> {
        self.plain.name()
    }

    fn filename(&self) -> Cow<'_, str> {
        self.plain.filename()
    }

    fn code(&self, adaptive: bool) -> Cow<'_, [u8]> {
        match units_of(&self.code) {
            Some(units) if adaptive => units
                .into_iter()
                .flat_map(u16::to_le_bytes)
                .collect::<Vec<u8>>()
                .into(),
            _ => self.plain.code(false),
        }
    }

    fn line_table(&self) -> Cow<'_, [u8]> {
        self.plain.line_table()
    }

    fn exception_table(&self) -> Cow<'_, [u8]> {
        self.plain.exception_table()
    }

    fn name_count(&self, list: NameList) -> usize {
        self.plain.name_count(list)
    }

    fn name_at(&self, list: NameList, index: usize) -> Option<Cow<'_, str>> {
        self.plain.name_at(list, index)
    }

    fn constant_count(&self) -> usize {
        self.plain.constant_count()
    }

    fn constant_repr(&self, index: usize) -> Option<Result<String, String>> {
        self.plain.constant_repr(index)
    }

    fn nested(&self, index: usize) -> Option<Self> {
        let code = self.code.consts.get(index)?.clone();
        Some(Running::new(self.t, code.into_owned::<Code>().ok()?))
    }
}

/// Prints a code object and those in it, as they are now, with versions and pointers as `*`.
///
/// # Errors
/// `ValueError` if the code cannot be disassembled.
pub fn dump(t: &Thread, code: &Owned<Code>) -> PyResult<String> {
    let options = Options {
        show_caches: true,
        adaptive: true,
        current: None,
    };
    let mut text = String::new();
    let view = Running::new(t, code.clone());
    let written: Result<(), DisError> = dis::dis(view, options, &mut text);
    written.map_err(|error| t.value_error(error.to_string()))?;
    Ok(masked(&text))
}

/// The fields of caches that hold versions or pointers.
const MASKED: &[&str] = &[
    "version",
    "module_keys_version",
    "builtin_keys_version",
    "type_version",
    "func_version",
    "keys_version",
    "descr",
];

/// Puts `*` in the place of versions and addresses.
fn masked(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.lines() {
        let _ = writeln!(out, "{}", without_address(&without_version(line)));
    }
    out
}

fn without_version(line: &str) -> Cow<'_, str> {
    let field = line
        .trim_end_matches(')')
        .rsplit_once(" (")
        .map(|found| found.1);
    match field.and_then(|field| field.split_once(": ")) {
        Some((name, number)) if line.contains(" CACHE ") && MASKED.contains(&name) => {
            let end = line.len() - number.len() - 1;
            format!("{}*)", &line[..end]).into()
        }
        _ => line.into(),
    }
}

fn without_address(line: &str) -> Cow<'_, str> {
    const MARK: &str = " at 0x";
    let Some(start) = line.find(MARK) else {
        return line.into();
    };
    let digits = &line[start + MARK.len()..];
    let end = digits
        .find(|char: char| !char.is_ascii_hexdigit())
        .unwrap_or(digits.len());
    format!("{} at *{}", &line[..start], without_address(&digits[end..])).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_versions_and_addresses_are_masked() {
        let text = "  CACHE    0 (counter: 53)\n  CACHE    0 (module_keys_version: 7)\n\
                    LOAD_CONST 1 (<code object f at 0x7f01, file \"a\", line 1>)\n";
        let expected = "  CACHE    0 (counter: 53)\n  CACHE    0 (module_keys_version: *)\n\
                        LOAD_CONST 1 (<code object f at *, file \"a\", line 1>)\n";
        assert_eq!(masked(text), expected);
    }
}
