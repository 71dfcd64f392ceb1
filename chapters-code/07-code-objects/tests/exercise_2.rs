//! Exercise 2: the names of flags.
#![cfg(feature = "exercise-2")]

#[cfg_attr(not(feature = "solution"), path = "../exercises/2/starter.rs")]
#[cfg_attr(feature = "solution", path = "../exercises/2/solution.rs")]
mod exercise;

use code_objects::Flags;
use exercise::pretty_flags;

#[test]
fn flags_have_names() {
    assert_eq!(pretty_flags(Flags(67)), "OPTIMIZED, NEWLOCALS, NOFREE");
    assert_eq!(pretty_flags(Flags(0x2C)), "VARARGS, VARKEYWORDS, GENERATOR");
    assert_eq!(pretty_flags(Flags(0x200)), "ASYNC_GENERATOR");
}

#[test]
fn no_flags_are_a_zero() {
    assert_eq!(pretty_flags(Flags(0)), "0x0");
}

#[test]
fn bits_without_a_name_come_last() {
    assert_eq!(
        pretty_flags(Flags(0x100_0003)),
        "OPTIMIZED, NEWLOCALS, 0x1000000"
    );
}
