//! Step 1: one function, compiled twice.
//! `cargo run -p modern-bytecode --example step_18_1`.

mod machine;

use code_objects::{Code, Pyc};
use instructions::{Operand, instructions, line_at};
use objects::Owned;
use std::collections::BTreeMap;
use types::{PyResult, Thread, Version};

/// The code of the function `total` of `programs/two_versions.py`.
fn total(t: &Thread, pyc: &[u8]) -> PyResult<Owned<Code>> {
    let module = Pyc::read(t, pyc)?.code;
    let mut nested = module.consts.iter().cloned();
    let code = nested.find_map(|constant| constant.into_owned().ok());
    code.ok_or_else(|| t.value_error("no function"))
}

/// The instructions of each line of the source, and how many code units they are.
fn by_line(code: &Code) -> (BTreeMap<i32, Vec<String>>, usize) {
    let mut lines: BTreeMap<i32, Vec<String>> = BTreeMap::new();
    for instruction in instructions(code.version, &code.code).flatten() {
        let row = instruction.definition;
        let argument = match row.operand {
            Operand::None => String::new(),
            _ => instruction.oparg.to_string(),
        };
        let offset = instruction.offset;
        let line = line_at(code.version, &code.linetable, code.firstlineno, offset);
        let text = format!("{offset:>4} {} {argument}", row.name);
        lines.entry(line.unwrap_or(0)).or_default().push(text);
    }
    (lines, code.code.len() / 2)
}

fn read(version: Version, pyc: &[u8]) -> PyResult<(BTreeMap<i32, Vec<String>>, usize)> {
    let (read, _) = machine::with_version(version, |t| Ok(by_line(&*total(t, pyc)?)))?;
    Ok(read)
}

fn main() -> PyResult<()> {
    let old = include_bytes!("../../../programs/310/two_versions.pyc");
    let new = include_bytes!("../../../programs/311/two_versions.pyc");
    let ((old, old_units), (new, new_units)) =
        (read(Version::V310, old)?, read(Version::V311, new)?);
    let none = Vec::new();
    for line in 4..=11 {
        let (left, right) = (
            old.get(&line).unwrap_or(&none),
            new.get(&line).unwrap_or(&none),
        );
        for row in 0..left.len().max(right.len()) {
            let cell = |column: &Vec<String>| column.get(row).cloned().unwrap_or_default();
            let number = if row == 0 {
                line.to_string()
            } else {
                String::new()
            };
            println!("{number:>2} {:<33}{}", cell(left), cell(right).trim_end());
        }
    }
    let count = |lines: &BTreeMap<i32, Vec<String>>| lines.values().map(Vec::len).sum::<usize>();
    println!(
        "   {} instructions, {old_units} units        {} instructions, {new_units} units",
        count(&old),
        count(&new)
    );
    Ok(())
}
