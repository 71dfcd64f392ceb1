//! str, bytes, bytearray and formatting.
//!
//! How strings lie in memory is in `types`, because names are made of them. Here they get
//! their behaviour: the slots and methods of `str`, `bytes` and `bytearray`, the codecs
//! between them, and the three ways of formatting.
#![forbid(unsafe_code)]

mod builder;
mod builtins;
mod bytes;
mod codecs;
mod format;
mod ranges;
mod repr;
mod room;
mod search;
mod str;
mod text;
pub mod unicode;
mod walk;

pub use builder::Builder;
pub use bytes::BytesIterator;
pub use codecs::{decode, encode};
pub use format::{Conversion, build_string, decimal, format, format_value};
pub use repr::{ascii, repr_str};
pub use str::{StrIterator, append, concat, is_name, slice_str};

use types::{PyResult, Thread};

/// Fills the slots of the types of this chapter, and gives the number types their
/// `__format__`.
pub fn install(t: &Thread) -> PyResult<()> {
    str::install(t)?;
    bytes::install(t)?;
    format::install(t)?;
    builtins::install(t)
}
