//! Exercise 1: reading code that has caches in it.
#![cfg(feature = "exercise-1")]

#[cfg_attr(not(feature = "solution"), path = "../exercises/1/starter.rs")]
#[cfg_attr(feature = "solution", path = "../exercises/1/solution.rs")]
mod exercise;

use exercise::instructions;

#[test]
fn an_instruction_without_a_cache_is_one_unit() {
    assert_eq!(instructions(&[151, 0, 83, 0]), [(0, 151, 0), (1, 83, 0)]);
}

#[test]
fn a_cache_is_no_instruction_whatever_lies_in_it() {
    // BINARY_OP, and a counter that looks like RETURN_VALUE.
    let code = [124, 0, 124, 1, 122, 5, 83, 0, 83, 0];
    let expected = [(0, 124, 0), (1, 124, 1), (2, 122, 5), (4, 83, 0)];
    assert_eq!(instructions(&code), expected);
}

#[test]
fn a_prefix_lengthens_the_argument_and_belongs_to_its_instruction() {
    // LOAD_ATTR 300, with its cache of four.
    let code = [144, 1, 106, 44, 0, 0, 0, 0, 0, 0, 0, 0, 83, 0];
    assert_eq!(instructions(&code), [(0, 106, 300), (6, 83, 0)]);
}

#[test]
fn code_that_stops_in_the_middle_has_no_more_instructions() {
    assert_eq!(instructions(&[122, 0]), [(0, 122, 0)]);
    assert_eq!(instructions(&[144, 1]), []);
}
