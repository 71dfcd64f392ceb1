//! Exercise 1: an assembler from names to bytes.
#![cfg(feature = "exercise-1")]

#[cfg_attr(not(feature = "solution"), path = "../exercises/1/starter.rs")]
#[cfg_attr(feature = "solution", path = "../exercises/1/solution.rs")]
mod exercise;

#[test]
fn the_hello_function_is_assembled_to_its_twelve_bytes() {
    let lines = [
        ("LOAD_GLOBAL", 0),
        ("LOAD_CONST", 1),
        ("CALL_FUNCTION", 1),
        ("POP_TOP", 0),
        ("LOAD_CONST", 0),
        ("RETURN_VALUE", 0),
    ];
    let bytes = vec![116, 0, 100, 1, 131, 1, 1, 0, 100, 0, 83, 0];
    assert_eq!(exercise::assemble(&lines), Some(bytes));
}

#[test]
fn a_great_argument_takes_three_units() {
    let bytes = vec![144, 1, 144, 0, 100, 2];
    assert_eq!(exercise::assemble(&[("LOAD_CONST", 65538)]), Some(bytes));
}

#[test]
fn a_name_that_no_instruction_has_is_refused() {
    assert_eq!(exercise::assemble(&[("LOAD_COFFEE", 1)]), None);
}
