//! Exercise 2: the stack size of straight code.
#![cfg(feature = "exercise-2")]

use instructions::Version::{V310, V311};

#[cfg_attr(not(feature = "solution"), path = "../exercises/2/starter.rs")]
#[cfg_attr(feature = "solution", path = "../exercises/2/solution.rs")]
mod exercise;

#[test]
fn the_hello_function_needs_two_values_in_3_10_and_three_in_3_11() {
    let old = [116, 0, 100, 1, 131, 1, 1, 0, 100, 0, 83, 0];
    assert_eq!(exercise::stack_size(V310, &old), Some(2));
    let mut new = vec![151, 0, 116, 1];
    new.extend([0; 10]);
    new.extend([100, 1, 166, 1, 0, 0, 171, 1]);
    new.extend([0; 8]);
    new.extend([1, 0, 100, 0, 83, 0]);
    assert_eq!(exercise::stack_size(V311, &new), Some(3));
}

#[test]
fn an_instruction_that_finds_too_little_is_refused() {
    assert_eq!(exercise::stack_size(V310, &[100, 0, 23, 0]), None);
    // The net effect of DUP_TOP is one more, but it needs a value to begin with.
    assert_eq!(exercise::stack_size(V310, &[4, 0]), None);
}

#[test]
fn a_jump_is_refused() {
    assert_eq!(exercise::stack_size(V310, &[100, 0, 110, 0, 83, 0]), None);
}
