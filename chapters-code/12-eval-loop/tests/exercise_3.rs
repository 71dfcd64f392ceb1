//! Exercise 3: a fast path that is never wrong.
#![cfg(feature = "exercise-3")]

#[cfg_attr(not(feature = "solution"), path = "../exercises/3/starter.rs")]
#[cfg_attr(feature = "solution", path = "../exercises/3/solution.rs")]
mod exercise;

use exercise::{multiply, tag};

fn product(a: i64, b: i64) -> Option<i64> {
    multiply(tag(a)?, tag(b)?).map(|word| word >> 1)
}

#[test]
fn small_numbers_are_multiplied_as_they_are() {
    assert_eq!(product(6, 7), Some(42));
    assert_eq!(product(-6, 7), Some(-42));
    assert_eq!(product(-3, -3), Some(9));
    assert_eq!(product(0, -5), Some(0));
}

#[test]
fn a_product_that_does_not_fit_goes_the_long_way() {
    assert_eq!(product(1 << 40, 1 << 40), None);
    assert_eq!(product(1 << 31, 1 << 31), None);
    assert_eq!(product(1 << 31, 1 << 30), Some(1 << 61));
}

#[test]
fn what_is_no_number_goes_the_long_way() {
    let pointer = 0x7000_1230;
    assert_eq!(multiply(pointer, 7), None);
    assert_eq!(multiply(7, pointer), None);
}
