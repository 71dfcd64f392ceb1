//! The 3.10 and 3.11 instruction tables, line, location and exception tables, and dis.
#![forbid(unsafe_code)]

mod definition;
mod specialization;
mod tables;
mod version;

pub use definition::{
    BINARY_OPERATORS, COMPARISONS, CacheField, Definition, EXTENDED_ARG, Flow, HAVE_ARGUMENT,
    Operand, StackEffect, compiler_stack_effect, definition, definition_by_name, definitions,
};
pub use specialization::{Kind, Specialization, deoptimized, specialization, specializations};
pub use tables::{op310, op311, specialized311};
pub use version::Version;
