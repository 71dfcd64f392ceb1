//! The 3.10 and 3.11 instruction tables, line, location and exception tables, and dis.
#![forbid(unsafe_code)]

mod code_type;
mod decode;
mod definition;
pub mod dis;
mod exception_table;
mod line_table;
mod lines;
mod lnotab;
mod location_table;
mod location_writer;
mod specialization;
mod tables;

pub use code_type::{LineIterator, PositionsIterator, install};
pub use decode::{
    DecodeError, Instruction, Instructions, MAX_PREFIXES, Unit, Units, encode, find_labels,
    instructions, jump_target, units,
};
pub use definition::{
    BINARY_OPERATORS, COMPARISONS, CacheField, Definition, EXTENDED_ARG, Flow, HAVE_ARGUMENT,
    Operand, StackEffect, compiler_stack_effect, definition, definition_by_name, definitions,
};
pub use exception_table::{
    ExceptionEntry, ExceptionTable, encode_exception_table, exception_table, find_handler,
    search_exception_table,
};
pub use line_table::{LineTable, encode_line_table};
pub use lines::{Cursor, LineRange, Lines, TableError, find_line_starts, line_at, lines};
pub use lnotab::lnotab;
pub use location_table::{Location, LocationTable, Position, position_at};
pub use location_writer::encode_location_table;
pub use specialization::{Kind, Specialization, deoptimized, specialization, specializations};
pub use tables::{op310, op311, specialized311};
pub use types::Version;
