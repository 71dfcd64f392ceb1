//! Exercise 1: fetching an instruction with its prefixes.
#![cfg(feature = "exercise-1")]

#[cfg_attr(not(feature = "solution"), path = "../exercises/1/starter.rs")]
#[cfg_attr(feature = "solution", path = "../exercises/1/solution.rs")]
mod exercise;

use exercise::fetch;

#[test]
fn an_instruction_takes_two_bytes() {
    assert_eq!(fetch(&[100, 3, 83, 0], 0), Some((100, 3, 2)));
    assert_eq!(fetch(&[100, 3, 83, 0], 2), Some((83, 0, 4)));
}

#[test]
fn a_prefix_carries_the_higher_byte() {
    assert_eq!(fetch(&[144, 1, 100, 2], 0), Some((100, 258, 4)));
}

#[test]
fn constant_65538_takes_three_units() {
    assert_eq!(fetch(&[144, 1, 144, 0, 100, 2], 0), Some((100, 65538, 6)));
}

#[test]
fn a_jump_into_the_middle_sees_less() {
    assert_eq!(fetch(&[144, 1, 144, 0, 100, 2], 2), Some((100, 2, 6)));
}

#[test]
fn bytes_that_end_too_soon_are_no_instruction() {
    assert_eq!(fetch(&[144, 1], 0), None);
    assert_eq!(fetch(&[100], 0), None);
}
