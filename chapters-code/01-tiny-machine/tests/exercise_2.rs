//! Exercise 2: how deep the stack gets, without running anything.
#![cfg(feature = "exercise-2")]

#[cfg_attr(not(feature = "solution"), path = "../exercises/2/starter.rs")]
#[cfg_attr(feature = "solution", path = "../exercises/2/solution.rs")]
mod exercise;

use tiny_machine::opcode::*;
use tiny_machine::{Code, programs};

#[test]
fn both_functions_need_two_places() {
    assert_eq!(exercise::deepest(&programs::hello()), 2);
    assert_eq!(exercise::deepest(&programs::add()), 2);
}

#[test]
fn a_call_with_three_arguments_needs_four() {
    let bytes = vec![
        LOAD_GLOBAL,
        0,
        LOAD_CONST,
        0,
        LOAD_CONST,
        0,
        LOAD_CONST,
        0,
        CALL_FUNCTION,
        3,
        RETURN_VALUE,
        0,
    ];
    let code = Code {
        bytes,
        constants: vec![],
        names: vec![],
        locals: vec![],
    };
    assert_eq!(exercise::deepest(&code), 4);
}
