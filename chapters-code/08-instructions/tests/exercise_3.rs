//! Exercise 3: labels in the place of offsets.
#![cfg(feature = "exercise-3")]

use instructions::Version;

#[cfg_attr(not(feature = "solution"), path = "../exercises/3/starter.rs")]
#[cfg_attr(feature = "solution", path = "../exercises/3/solution.rs")]
mod exercise;

#[test]
fn a_loop_goes_back_to_its_first_label() {
    let code = [
        124, 0, 114, 7, 124, 0, 100, 1, 24, 0, 125, 0, 113, 0, 124, 0, 83, 0,
    ];
    let expected = [
        "L1: LOAD_FAST",
        "POP_JUMP_IF_FALSE to L2",
        "LOAD_FAST",
        "LOAD_CONST",
        "BINARY_SUBTRACT",
        "STORE_FAST",
        "JUMP_ABSOLUTE to L1",
        "L2: LOAD_FAST",
        "RETURN_VALUE",
    ];
    assert_eq!(exercise::labelled(Version::V310, &code), expected);
}

#[test]
fn an_instruction_with_prefixes_is_labelled_where_its_first_prefix_stands() {
    let code = [110, 1, 9, 0, 144, 1, 100, 2, 83, 0];
    let expected = [
        "JUMP_FORWARD to L1",
        "NOP",
        "L1: LOAD_CONST",
        "RETURN_VALUE",
    ];
    assert_eq!(exercise::labelled(Version::V310, &code), expected);
}
