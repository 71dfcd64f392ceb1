//! What does the disassembler want to know of a code object?

use std::borrow::Cow;
use std::fmt;

use crate::decode::DecodeError;
use types::Version;

/// A code object, as far as the disassembler looks into it.
pub trait CodeView: Sized {
    /// Whose instructions it has.
    fn version(&self) -> Version;
    /// Its numbers.
    fn numbers(&self) -> Numbers;
    /// `co_name`.
    fn name(&self) -> Cow<'_, str>;
    /// `co_filename`.
    fn filename(&self) -> Cow<'_, str>;
    /// `co_code`; or, if it is `adaptive`, the code as execution has rewritten it.
    fn code(&self, adaptive: bool) -> Cow<'_, [u8]>;
    /// `co_linetable`.
    fn line_table(&self) -> Cow<'_, [u8]>;
    /// `co_exceptiontable`; empty in 3.10.
    fn exception_table(&self) -> Cow<'_, [u8]>;
    /// How many names a list has.
    fn name_count(&self, list: NameList) -> usize;
    /// A name of a list.
    fn name_at(&self, list: NameList, index: usize) -> Option<Cow<'_, str>>;
    /// How many constants there are.
    fn constant_count(&self) -> usize;
    /// The `repr` of a constant; an error is what `repr` raised.
    fn constant_repr(&self, index: usize) -> Option<Result<String, String>>;
    /// The constant, if it is a code object.
    fn nested(&self, index: usize) -> Option<Self>;
}

/// The lists of names that a code object has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameList {
    /// `co_names`.
    Names,
    /// `co_varnames`.
    Variables,
    /// `co_cellvars`.
    Cells,
    /// `co_freevars`.
    Free,
    /// All variables of a 3.11 frame in the order of its slots: `co_localsplusnames`.
    Slots,
}

/// The numbers that a code object has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Numbers {
    /// `co_argcount`.
    pub arguments: i32,
    /// `co_posonlyargcount`.
    pub positional_only: i32,
    /// `co_kwonlyargcount`.
    pub keyword_only: i32,
    /// `co_nlocals`.
    pub locals: i32,
    /// `co_stacksize`.
    pub stack_size: i32,
    /// `co_flags`.
    pub flags: i32,
    /// `co_firstlineno`.
    pub first_line: i32,
}

/// What is printed besides the instructions themselves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Print each code unit of the inline caches: `show_caches=True`.
    pub show_caches: bool,
    /// Print the code as execution has rewritten it: `adaptive=True`.
    pub adaptive: bool,
    /// The offset of the instruction that is marked with an arrow: `lasti`.
    pub current: Option<usize>,
}

/// Why a code object cannot be disassembled.
#[derive(Debug, PartialEq, Eq)]
pub enum DisError {
    /// Its bytes are not code.
    Decode(DecodeError),
    /// An argument says something that is not there.
    NoSuch {
        /// What is not there.
        what: &'static str,
        /// The argument.
        index: u32,
        /// The byte offset of the instruction.
        offset: usize,
    },
    /// The `repr` of a constant raised this.
    Repr(String),
    /// The output could not be written.
    Write(fmt::Error),
}

impl fmt::Display for DisError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Decode(error) => error.fmt(f),
            Self::NoSuch {
                what,
                index,
                offset,
            } => {
                write!(
                    f,
                    "the instruction at offset {offset} names {what} {index}: there is none"
                )
            }
            Self::Repr(message) => f.write_str(message),
            Self::Write(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for DisError {}

impl From<DecodeError> for DisError {
    fn from(error: DecodeError) -> Self {
        Self::Decode(error)
    }
}

impl From<fmt::Error> for DisError {
    fn from(error: fmt::Error) -> Self {
        Self::Write(error)
    }
}
