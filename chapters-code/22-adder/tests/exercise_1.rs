//! Exercise 1: a gate.
#![cfg(feature = "exercise-1")]

#[cfg_attr(not(feature = "solution"), path = "../exercises/1/starter.rs")]
#[cfg_attr(feature = "solution", path = "../exercises/1/solution.rs")]
mod exercise;

use exercise::{Verdict, look};

const HELLO: &[u8] = include_bytes!("../../../programs/310/hello.pyc");

/// `hello.pyc` with another byte at an offset of its code.
fn hello_with(offset: usize, byte: u8) -> Vec<u8> {
    let mut bytes = HELLO.to_vec();
    let call = bytes.windows(4).position(|four| four == [131, 1, 1, 0]);
    let start = call.expect("a call of one argument, and a POP_TOP") - 8;
    bytes[start + offset] = byte;
    bytes
}

#[test]
fn what_cpython_compiled_is_let_through() {
    assert_eq!(look(HELLO), Verdict::Safe(1));
    let two_functions = include_bytes!("../../../programs/311/hello_and_add.pyc");
    assert_eq!(look(two_functions), Verdict::Safe(3));
}

#[test]
fn another_kind_of_file_is_told_by_its_magic_number() {
    assert_eq!(look(b"#!/usr/bin/env python3"), Verdict::NotAPyc);
    assert_eq!(look(b""), Verdict::NotAPyc);
}

#[test]
fn half_a_file_holds_no_code() {
    assert_eq!(look(&HELLO[..100]), Verdict::NoCode);
}

#[test]
fn a_changed_byte_is_named_by_its_offset() {
    let reason = "<module>: offset 8, CALL_FUNCTION: needs 10 stack entries, has 2";
    assert_eq!(look(&hello_with(9, 9)), Verdict::Unsafe(reason.to_owned()));
}
