//! Why a machine stops before its function returns.

use std::fmt;

/// Why a machine stops before its function returns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// A NameError: no global has this name.
    Name(String),
    /// An UnboundLocalError: nothing is stored in this variable yet.
    Unbound(String),
    /// A TypeError.
    Type(String),
    /// A sum that Python could hold and this machine cannot.
    IntTooLarge,
    /// An instruction that this machine does not know.
    UnknownOpcode(u8),
    /// An argument that lies beyond its table.
    NoSuchEntry(usize),
    /// Something was taken from an empty stack.
    EmptyStack,
    /// The bytes ended, and the function had not returned.
    RanOffTheEnd,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Name(name) => write!(f, "NameError: name '{name}' is not defined"),
            Error::Unbound(name) => write!(
                f,
                "UnboundLocalError: local variable '{name}' referenced before assignment"
            ),
            Error::Type(message) => write!(f, "TypeError: {message}"),
            Error::IntTooLarge => write!(f, "an int of more than 64 bits: see chapter 4"),
            Error::UnknownOpcode(opcode) => write!(f, "unknown opcode {opcode}"),
            Error::NoSuchEntry(index) => write!(f, "there is no entry {index} in that table"),
            Error::EmptyStack => write!(f, "the stack is empty"),
            Error::RanOffTheEnd => write!(f, "the bytes end without a return"),
        }
    }
}

impl std::error::Error for Error {}
