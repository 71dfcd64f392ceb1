//! A text times a number is the text that many times; zero times or less, it is empty.

use tiny_machine::{Error, Value};

pub fn multiply(left: &Value, right: &Value) -> Result<Value, Error> {
    match (left, right) {
        (Value::Int(a), Value::Int(b)) => {
            a.checked_mul(*b).map(Value::Int).ok_or(Error::IntTooLarge)
        }
        (Value::Str(text), Value::Int(times)) | (Value::Int(times), Value::Str(text)) => Ok(
            Value::Str(text.repeat(usize::try_from(*times).unwrap_or(0))),
        ),
        (Value::Str(_), other) | (other, Value::Str(_)) => Err(Error::Type(format!(
            "can't multiply sequence by non-int of type '{}'",
            other.type_name()
        ))),
        _ => Err(Error::Type(format!(
            "unsupported operand type(s) for *: '{}' and '{}'",
            left.type_name(),
            right.type_name()
        ))),
    }
}
