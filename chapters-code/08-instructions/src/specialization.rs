//! What are the instructions that a running 3.11 rewrites others to?

use crate::tables::specialized311;

/// One instruction that stands in for another while a program runs.
#[derive(Debug)]
pub struct Specialization {
    /// Its number: one that the ordinary table leaves free.
    pub opcode: u8,
    /// Its name, as CPython's `dis` shows it with `adaptive=True`.
    pub name: &'static str,
    /// The number of the instruction whose place it takes.
    pub base: u8,
    /// What it is for.
    pub kind: Kind,
    /// One line that says what it does.
    pub semantics: &'static str,
}

/// Why an instruction stands in for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// It counts executions, and specializes when the count is reached.
    Adaptive,
    /// It does the work for one kind of operands, and goes back if they are of another.
    Specialized,
    /// It does the same with less to check.
    Quick,
    /// It does its own work and that of the instruction after it.
    Super,
}

/// All specialized instructions, in CPython's order.
pub fn specializations() -> &'static [Specialization] {
    specialized311::ROWS
}

/// The specialized instruction with this number, if it is one.
pub fn specialization(opcode: u8) -> Option<&'static Specialization> {
    specialized311::BY_OPCODE[usize::from(opcode)]
}

/// The instruction that a `.pyc` would have in the place of this one: itself, unless it
/// is specialized.
pub fn deoptimized(opcode: u8) -> u8 {
    specialization(opcode).map_or(opcode, |row| row.base)
}
