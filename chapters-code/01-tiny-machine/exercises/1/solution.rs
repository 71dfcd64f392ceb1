//! `name = "Ada"; print("Hello, " + name)`, assembled by hand.

use tiny_machine::opcode::*;
use tiny_machine::{Code, Value};

pub fn greet() -> Code {
    let instructions = [
        [LOAD_CONST, 1], // name = "Ada"
        [STORE_FAST, 0],
        [LOAD_GLOBAL, 0], // print("Hello, " + name)
        [LOAD_CONST, 2],
        [LOAD_FAST, 0],
        [BINARY_ADD, 0],
        [CALL_FUNCTION, 1],
        [POP_TOP, 0],
        [LOAD_CONST, 0], // return None
        [RETURN_VALUE, 0],
    ];
    Code {
        bytes: instructions.concat(),
        constants: vec![
            Value::None,
            Value::Str("Ada".into()),
            Value::Str("Hello, ".into()),
        ],
        names: vec!["print".into()],
        locals: vec!["name".into()],
    }
}
