//! Exercise 2: the loads that always find their variable bound.
#![cfg(feature = "exercise-2")]

use instructions::op310::*;

#[cfg_attr(not(feature = "solution"), path = "../exercises/2/starter.rs")]
#[cfg_attr(feature = "solution", path = "../exercises/2/solution.rs")]
mod exercise;

#[test]
fn a_parameter_is_bound_and_another_variable_is_not() {
    let code = [LOAD_FAST, 0, LOAD_FAST, 1, BINARY_ADD, 0, RETURN_VALUE, 0];
    assert_eq!(exercise::always_bound(&code, 1), [0]);
}

#[test]
fn a_store_binds_until_a_deletion() {
    let code = [
        LOAD_CONST,
        0,
        STORE_FAST,
        0,
        LOAD_FAST,
        0,
        DELETE_FAST,
        0,
        LOAD_FAST,
        0,
        RETURN_VALUE,
        0,
    ];
    assert_eq!(exercise::always_bound(&code, 0), [4]);
}

#[test]
fn a_variable_stored_on_one_way_only_may_be_unbound() {
    let code = [
        LOAD_FAST,
        0,
        POP_JUMP_IF_FALSE,
        4,
        LOAD_FAST,
        0,
        STORE_FAST,
        1,
        LOAD_FAST,
        1,
        RETURN_VALUE,
        0,
    ];
    assert_eq!(exercise::always_bound(&code, 1), [0, 4]);
}

#[test]
fn a_variable_stored_on_both_ways_is_bound() {
    let code = [
        LOAD_FAST,
        0,
        POP_JUMP_IF_FALSE,
        5,
        LOAD_FAST,
        0,
        STORE_FAST,
        1,
        JUMP_FORWARD,
        2,
        LOAD_CONST,
        0,
        STORE_FAST,
        1,
        LOAD_FAST,
        1,
        RETURN_VALUE,
        0,
    ];
    assert_eq!(exercise::always_bound(&code, 1), [0, 4, 14]);
}

#[test]
fn a_loop_that_deletes_its_variable_may_not_find_it_the_next_time() {
    let code = [LOAD_FAST, 0, POP_TOP, 0, DELETE_FAST, 0, JUMP_ABSOLUTE, 0];
    assert!(exercise::always_bound(&code, 1).is_empty());
}
