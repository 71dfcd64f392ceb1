//! Code objects of CPython 3.10 and 3.11, marshal and the .pyc file.
#![forbid(unsafe_code)]

mod attributes;
mod code;
mod construct;
mod equality;
pub mod flags;
mod intern;
pub mod marshal;
mod pyc;
mod variables;

pub use code::{Code, CodeFields};
pub use equality::same_constant;
pub use flags::Flags;
pub use pyc::{
    HEADER_SIZE, Header, HeaderError, Pyc, Source, magic_bytes, magic_number, source_hash,
};
pub use variables::{FAST_CELL, FAST_FREE, FAST_LOCAL, Variables};

use types::{PyResult, Thread};

/// Fills the type `code`. What reads the tables of lines and exceptions (`co_lines` and
/// the like) comes with the next chapter.
pub fn install(t: &Thread) -> PyResult<()> {
    let class = t.types.code;
    class.declare::<Code>();
    class.slots.new.set(Some(construct::new));
    class.slots.compare.set(Some(equality::compare));
    class.slots.hash.set(Some(equality::hash));
    attributes::install(t)?;
    t.add_methods(class, construct::METHODS)?;
    t.ready(class)
}
