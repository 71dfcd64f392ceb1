//! Bytes that no compiler wrote, and what the machine says to them.

use tiny_machine::{Code, Machine, Value};

/// What is wrong with each, and its bytes.
const BROKEN: [(&str, &[u8]); 5] = [
    ("a constant that is not there", &[100, 9, 83, 0]),
    ("a pop too many", &[1, 0, 100, 0, 83, 0]),
    ("an opcode that nobody has", &[255, 0]),
    ("no return", &[100, 0]),
    ("half an instruction", &[100]),
];

fn main() {
    for (what, bytes) in BROKEN {
        let code = Code {
            bytes: bytes.to_vec(),
            constants: vec![Value::None],
            names: vec![],
            locals: vec![],
        };
        match Machine::new(&code).run() {
            Ok(value) => println!("{what}: returns {value}"),
            Err(error) => println!("{what}: {error}"),
        }
    }
}
