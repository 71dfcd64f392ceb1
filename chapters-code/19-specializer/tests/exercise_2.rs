//! Exercise 2: which instructions become superinstructions.
#![cfg(feature = "exercise-2")]

#[cfg_attr(not(feature = "solution"), path = "../exercises/2/starter.rs")]
#[cfg_attr(feature = "solution", path = "../exercises/2/solution.rs")]
mod exercise;

use exercise::Operation::{Adaptive, LoadConst, LoadFast, Other, StoreFast};
use exercise::pairs;

#[test]
fn two_loads_are_a_pair() {
    assert_eq!(pairs(&[LoadFast, LoadFast]), [true, false]);
    assert_eq!(pairs(&[LoadFast, LoadConst]), [true, false]);
    assert_eq!(pairs(&[LoadConst, LoadFast]), [true, false]);
}

#[test]
fn of_the_nine_pairs_of_the_three_five_are_made() {
    let three = [LoadFast, LoadConst, StoreFast];
    let made = three
        .iter()
        .flat_map(|&a| three.map(|b| pairs(&[a, b])[0]))
        .filter(|&made| made);
    assert_eq!(made.count(), 5);
}

#[test]
fn the_second_of_a_pair_can_be_the_first_of_another() {
    let code = [LoadFast, LoadFast, LoadFast, Other];
    assert_eq!(pairs(&code), [true, true, false, false]);
}

#[test]
fn an_adaptive_instruction_stands_between() {
    let code = [LoadFast, Adaptive, LoadFast, StoreFast, StoreFast];
    assert_eq!(pairs(&code), [false, false, false, true, false]);
}

#[test]
fn no_code_has_no_pairs() {
    assert_eq!(pairs(&[]), [false; 0]);
}
