//! Exercise 1: a generator with three `yield`s as a state machine.
#![cfg(feature = "exercise-1")]

#[cfg_attr(not(feature = "solution"), path = "../exercises/1/starter.rs")]
#[cfg_attr(feature = "solution", path = "../exercises/1/solution.rs")]
mod exercise;

use exercise::zigzag;

#[test]
fn it_goes_there_and_back() {
    assert_eq!(zigzag(3).collect::<Vec<_>>(), [1, -1, 2, -2, 3, -3, 0]);
}

#[test]
fn a_loop_that_does_not_run_leaves_the_last_yield() {
    assert_eq!(zigzag(0).collect::<Vec<_>>(), [0]);
}

#[test]
fn two_of_them_do_not_know_of_each_other() {
    let pairs: Vec<_> = zigzag(1).zip(zigzag(2)).collect();
    assert_eq!(pairs, [(1, 1), (-1, -1), (0, 2)]);
}

#[test]
fn after_its_end_it_stays_at_its_end() {
    let mut generator = zigzag(0);
    generator.next();
    assert_eq!([generator.next(), generator.next()], [None, None]);
}
