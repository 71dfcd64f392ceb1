//! Exercise 1: how long a site waits after a failure.
#![cfg(feature = "exercise-1")]

#[cfg_attr(not(feature = "solution"), path = "../exercises/1/starter.rs")]
#[cfg_attr(feature = "solution", path = "../exercises/1/solution.rs")]
mod exercise;

use exercise::after_failure;

#[test]
fn the_first_failure_costs_one_execution() {
    assert_eq!(after_failure(0), 1 << 4 | 1);
}

#[test]
fn each_failure_doubles_the_wait() {
    assert_eq!(after_failure(1), 3 << 4 | 2);
    assert_eq!(after_failure(2), 7 << 4 | 3);
    assert_eq!(after_failure(11), 4095 << 4 | 12);
}

#[test]
fn the_wait_stops_growing_at_4095() {
    assert_eq!(after_failure(12), 4095 << 4 | 12);
}

#[test]
fn what_is_left_of_the_old_wait_does_not_matter() {
    assert_eq!(after_failure(9 << 4 | 4), 31 << 4 | 5);
}
