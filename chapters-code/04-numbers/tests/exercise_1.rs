//! Exercise 1: rows of digits, taken from each other.
#![cfg(feature = "exercise-1")]

#[cfg_attr(not(feature = "solution"), path = "../exercises/1/starter.rs")]
#[cfg_attr(feature = "solution", path = "../exercises/1/solution.rs")]
mod exercise;

use numbers::{BigInt, cpython_digits};

fn check(a: &str, b: &str) {
    let (a, b): (BigInt, BigInt) = (a.parse().unwrap(), b.parse().unwrap());
    let found = exercise::subtract(&cpython_digits(&a), &cpython_digits(&b));
    assert_eq!(found, cpython_digits(&(&a - &b)), "{a} - {b}");
}

#[test]
fn a_digit_that_is_too_small_borrows() {
    check("1073741824", "1");
    check("1180591620717411303424", "1");
}

#[test]
fn zeros_at_the_end_are_left_out() {
    check("1180591620717411303424", "1180591620717411303423");
    check("5", "5");
}

#[test]
fn long_rows_work_as_short_ones_do() {
    check(
        "1000000000000000000000000000000000000000",
        "999999999999999999999999999",
    );
    check(
        "340282366920938463463374607431768211455",
        "18446744073709551616",
    );
}
