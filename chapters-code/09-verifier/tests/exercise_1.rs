//! Exercise 1: the instructions that execution never comes to.
#![cfg(feature = "exercise-1")]

use instructions::op310::*;

#[cfg_attr(not(feature = "solution"), path = "../exercises/1/starter.rs")]
#[cfg_attr(feature = "solution", path = "../exercises/1/solution.rs")]
mod exercise;

#[test]
fn all_of_straight_code_is_reached() {
    assert!(exercise::unreachable(&[LOAD_CONST, 0, RETURN_VALUE, 0]).is_empty());
}

#[test]
fn what_follows_a_return_is_not_reached() {
    let code = [
        LOAD_CONST,
        0,
        RETURN_VALUE,
        0,
        LOAD_CONST,
        0,
        RETURN_VALUE,
        0,
    ];
    assert_eq!(exercise::unreachable(&code), [4, 6]);
}

#[test]
fn what_a_jump_goes_over_is_not_reached_unless_another_comes_there() {
    let over = [JUMP_FORWARD, 1, NOP, 0, LOAD_CONST, 0, RETURN_VALUE, 0];
    assert_eq!(exercise::unreachable(&over), [2]);
    let back = [
        JUMP_FORWARD,
        1,
        RETURN_VALUE,
        0,
        LOAD_CONST,
        0,
        JUMP_ABSOLUTE,
        1,
    ];
    assert!(exercise::unreachable(&back).is_empty());
}

#[test]
fn both_ways_of_a_branch_are_reached() {
    let code = [
        LOAD_FAST,
        0,
        POP_JUMP_IF_FALSE,
        4,
        LOAD_FAST,
        1,
        RETURN_VALUE,
        0,
        LOAD_FAST,
        2,
        RETURN_VALUE,
        0,
    ];
    assert!(exercise::unreachable(&code).is_empty());
}

#[test]
fn a_loop_that_never_ends_hides_what_is_behind_it() {
    assert_eq!(
        exercise::unreachable(&[NOP, 0, JUMP_ABSOLUTE, 0, LOAD_CONST, 0, RETURN_VALUE, 0]),
        [4, 6]
    );
}
