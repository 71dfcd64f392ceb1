//! Code objects of CPython 3.10 and 3.11, marshal and the .pyc file.
#![forbid(unsafe_code)]

mod code;
pub mod flags;
mod intern;
mod variables;

pub use code::{Code, CodeFields};
pub use flags::Flags;
pub use variables::{FAST_CELL, FAST_FREE, FAST_LOCAL, Variables};

use types::{PyResult, Thread};

/// Fills the type `code`.
pub fn install(t: &Thread) -> PyResult<()> {
    t.types.code.declare::<Code>();
    t.ready(t.types.code)
}
