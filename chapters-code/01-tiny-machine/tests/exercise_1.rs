//! Exercise 1: a function assembled by hand.
#![cfg(feature = "exercise-1")]

#[cfg_attr(not(feature = "solution"), path = "../exercises/1/starter.rs")]
#[cfg_attr(feature = "solution", path = "../exercises/1/solution.rs")]
mod exercise;

use tiny_machine::opcode::BINARY_ADD;
use tiny_machine::{Machine, Value};

#[test]
fn it_greets_ada() {
    let code = exercise::greet();
    let mut machine = Machine::new(&code);
    assert_eq!(machine.run(), Ok(Value::None));
    assert_eq!(machine.printed(), "Hello, Ada\n");
}

#[test]
fn it_keeps_her_name_in_a_variable_and_adds() {
    let code = exercise::greet();
    assert_eq!(code.locals, ["name"]);
    assert!(code.bytes.chunks(2).any(|pair| pair[0] == BINARY_ADD));
}
