//! Exercise 3: an integer beside a float, without a big integer.
#![cfg(feature = "exercise-3")]

#[cfg_attr(not(feature = "solution"), path = "../exercises/3/starter.rs")]
#[cfg_attr(feature = "solution", path = "../exercises/3/solution.rs")]
mod exercise;

use std::cmp::Ordering::{Equal, Greater, Less};

#[test]
fn neighbours_that_look_equal_as_floats_are_told_apart() {
    let limit = 9_007_199_254_740_992.0;
    assert_eq!(exercise::order(9_007_199_254_740_992, limit), Some(Equal));
    assert_eq!(exercise::order(9_007_199_254_740_993, limit), Some(Greater));
    assert_eq!(exercise::order(-9_007_199_254_740_993, -limit), Some(Less));
}

#[test]
fn a_fraction_decides_where_the_whole_parts_are_equal() {
    assert_eq!(exercise::order(2, 2.5), Some(Less));
    assert_eq!(exercise::order(-2, -2.5), Some(Greater));
    assert_eq!(exercise::order(0, -0.0), Some(Equal));
}

#[test]
fn the_ends_of_the_range_are_in_order() {
    let beyond = 9_223_372_036_854_775_808.0;
    assert_eq!(exercise::order(i64::MAX, beyond), Some(Less));
    assert_eq!(exercise::order(i64::MIN, -beyond), Some(Equal));
    assert_eq!(exercise::order(i64::MAX, f64::INFINITY), Some(Less));
    assert_eq!(exercise::order(i64::MIN, f64::NEG_INFINITY), Some(Greater));
}

#[test]
fn nothing_is_in_order_with_nan() {
    assert_eq!(exercise::order(0, f64::NAN), None);
}
