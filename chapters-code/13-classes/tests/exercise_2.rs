//! Exercise 2: who answers for an attribute.
#![cfg(feature = "exercise-2")]

#[cfg_attr(not(feature = "solution"), path = "../exercises/2/starter.rs")]
#[cfg_attr(feature = "solution", path = "../exercises/2/solution.rs")]
mod exercise;

use exercise::{OnClass, lookup};

#[test]
fn a_property_comes_before_the_instance() {
    assert_eq!(lookup(&OnClass::Data(|| Some(1)), Some(2), None), Some(1));
}

#[test]
fn the_instance_comes_before_a_function() {
    assert_eq!(
        lookup(&OnClass::NonData(|| Some(1)), Some(2), None),
        Some(2)
    );
    assert_eq!(lookup(&OnClass::NonData(|| Some(1)), None, None), Some(1));
    assert_eq!(lookup(&OnClass::Plain(1), Some(2), None), Some(2));
    assert_eq!(lookup(&OnClass::Plain(1), None, Some(|| Some(3))), Some(1));
}

#[test]
fn getattr_is_asked_when_nobody_else_answers() {
    assert_eq!(lookup(&OnClass::Nothing, None, Some(|| Some(3))), Some(3));
    assert_eq!(lookup(&OnClass::Nothing, None, None), None);
}

#[test]
fn getattr_is_asked_when_a_property_fails() {
    assert_eq!(
        lookup(&OnClass::Data(|| None), Some(2), Some(|| Some(3))),
        Some(3)
    );
    assert_eq!(lookup(&OnClass::Data(|| None), Some(2), None), None);
}
