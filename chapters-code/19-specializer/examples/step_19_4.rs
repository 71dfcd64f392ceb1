//! What quickening makes of code: the instructions before and after.

use instructions::{definition, op311 as op, specialization};
use specializer::quicken::quicken;
use std::cell::Cell;
use std::fmt::Write;
use types::Version;

fn name(operation: u8) -> &'static str {
    match specialization(operation) {
        Some(row) => row.name,
        None => definition(Version::V311, operation).map_or("?", |row| row.name),
    }
}

/// What is printed.
pub fn report() -> String {
    let mut out = String::new();
    // a = b = x; return a + 1
    let code = [
        op::RESUME,
        op::LOAD_FAST,
        op::COPY,
        op::STORE_FAST,
        op::STORE_FAST,
        op::LOAD_FAST,
        op::LOAD_CONST,
        op::BINARY_OP,
        op::CACHE,
        op::RETURN_VALUE,
    ];
    let units: Vec<Cell<u16>> = code.iter().map(|&o| Cell::new(u16::from(o))).collect();
    quicken(&units);
    for (before, after) in code.iter().zip(&units) {
        let (before, after) = (name(*before), name(after.get() as u8));
        let mark = if before == after { "" } else { after };
        let _ = writeln!(out, "{}", format!("{before:13} {mark}").trim_end());
    }
    out
}

fn main() {
    print!("{}", report());
}
