//! How are constants and code objects written to files? As marshal has it: a byte for the
//! type, then the value.
//!
//! A type byte with [`FLAG_REF`] set says that the object will be referred to later, by
//! its number among all objects so flagged ([`kind::REF`]). [`read`] and [`write`] work on a
//! list of what is open instead of calling themselves, so that no input takes them deeper
//! into the host's stack.

mod building;
mod fields;
mod input;
mod read;
mod scalars;
mod sharing;
mod utf8;
mod write;

pub use read::read;
pub(crate) use sharing::members;
pub use write::write;

/// In the type byte: the object gets a number, by which [`kind::REF`] can refer to it.
pub const FLAG_REF: u8 = 0x80;

/// Objects nested deeper than this are refused (`MAX_MARSHAL_STACK_DEPTH`).
pub const MAX_DEPTH: usize = 2000;

/// The type bytes of marshal's version 4, and of the older ones that it still reads.
#[allow(missing_docs, reason = "the names say it")]
pub mod kind {
    pub const NULL: u8 = b'0';
    pub const NONE: u8 = b'N';
    pub const FALSE: u8 = b'F';
    pub const TRUE: u8 = b'T';
    pub const STOP_ITERATION: u8 = b'S';
    pub const ELLIPSIS: u8 = b'.';
    pub const INT: u8 = b'i';
    pub const INT64: u8 = b'I';
    pub const LONG: u8 = b'l';
    pub const FLOAT: u8 = b'f';
    pub const BINARY_FLOAT: u8 = b'g';
    pub const COMPLEX: u8 = b'x';
    pub const BINARY_COMPLEX: u8 = b'y';
    pub const BYTES: u8 = b's';
    pub const INTERNED: u8 = b't';
    pub const UNICODE: u8 = b'u';
    pub const ASCII: u8 = b'a';
    pub const ASCII_INTERNED: u8 = b'A';
    pub const SHORT_ASCII: u8 = b'z';
    pub const SHORT_ASCII_INTERNED: u8 = b'Z';
    pub const TUPLE: u8 = b'(';
    pub const SMALL_TUPLE: u8 = b')';
    pub const LIST: u8 = b'[';
    pub const DICT: u8 = b'{';
    pub const SET: u8 = b'<';
    pub const FROZENSET: u8 = b'>';
    pub const CODE: u8 = b'c';
    pub const REF: u8 = b'r';
}
