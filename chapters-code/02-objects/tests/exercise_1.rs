//! Exercise 1: which floats fit into a word?
#![cfg(feature = "exercise-1")]

#[cfg_attr(not(feature = "solution"), path = "../exercises/1/starter.rs")]
#[cfg_attr(feature = "solution", path = "../exercises/1/solution.rs")]
mod exercise;

use objects::Object;

#[test]
fn the_floats_that_fit_are_those_that_have_a_word() {
    for exponent in 0..2048u64 {
        for mantissa in [0, 1, (1 << 52) - 1] {
            for sign in [0, 1] {
                let value = f64::from_bits(sign << 63 | exponent << 52 | mantissa);
                let expected = Object::small_float(value).is_some();
                assert_eq!(exercise::fits(value), expected, "{value:e}");
            }
        }
    }
}
