//! Two functions as CPython 3.10 compiles them, byte for byte.

use crate::{Code, Value};

/// `def hello(): print("Hello")`
pub fn hello() -> Code {
    Code {
        bytes: vec![116, 0, 100, 1, 131, 1, 1, 0, 100, 0, 83, 0],
        constants: vec![Value::None, Value::Str("Hello".to_owned())],
        names: vec!["print".to_owned()],
        locals: vec![],
    }
}

/// `def add(): a = 1; b = 2; c = a + b; return c`
pub fn add() -> Code {
    Code {
        bytes: vec![
            100, 1, 125, 0, 100, 2, 125, 1, 124, 0, 124, 1, 23, 0, 125, 2, 124, 2, 83, 0,
        ],
        constants: vec![Value::None, Value::Int(1), Value::Int(2)],
        names: vec![],
        locals: ["a", "b", "c"].map(str::to_owned).to_vec(),
    }
}
