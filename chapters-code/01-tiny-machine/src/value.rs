//! What the tiny machine can hold: four kinds of value.

use std::fmt;

use crate::Error;

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// `None`.
    None,
    /// An int, as far as 64 bits go.
    Int(i64),
    /// A str.
    Str(String),
    /// The function `print`, the only one there is.
    Print,
}

impl Value {
    /// The name of its type.
    pub fn type_name(&self) -> &'static str {
        match self {
            Value::None => "NoneType",
            Value::Int(_) => "int",
            Value::Str(_) => "str",
            Value::Print => "builtin_function_or_method",
        }
    }

    /// `self + other`.
    ///
    /// # Errors
    /// When Python raises a TypeError, and when the sum does not fit.
    pub fn add(&self, other: &Value) -> Result<Value, Error> {
        match (self, other) {
            (Value::Int(a), Value::Int(b)) => {
                a.checked_add(*b).map(Value::Int).ok_or(Error::IntTooLarge)
            }
            (Value::Str(a), Value::Str(b)) => Ok(Value::Str(format!("{a}{b}"))),
            (Value::Str(_), _) => Err(Error::Type(format!(
                "can only concatenate str (not \"{}\") to str",
                other.type_name()
            ))),
            _ => Err(Error::Type(format!(
                "unsupported operand type(s) for +: '{}' and '{}'",
                self.type_name(),
                other.type_name()
            ))),
        }
    }
}

/// As `print` shows it.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::None => write!(f, "None"),
            Value::Int(number) => write!(f, "{number}"),
            Value::Str(text) => write!(f, "{text}"),
            Value::Print => write!(f, "<built-in function print>"),
        }
    }
}
