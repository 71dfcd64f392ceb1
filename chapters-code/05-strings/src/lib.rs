//! str, bytes, bytearray and formatting.
//!
//! How strings lie in memory is in `types`, because names are made of them. Here they get
//! their behaviour: the slots and methods of `str`, `bytes` and `bytearray`, the codecs
//! between them, and the three ways of formatting.
#![forbid(unsafe_code)]

mod builder;
mod repr;
mod search;
mod str;
mod text;
pub mod unicode;

pub use builder::Builder;
pub use repr::{ascii, repr_str};
pub use str::{StrIterator, append, concat, slice_str};

use types::{PyResult, Thread};

/// Fills the slots of the types of this chapter.
pub fn install(t: &Thread) -> PyResult<()> {
    str::install(t)?;
    Ok(())
}
