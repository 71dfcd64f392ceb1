//! Exercise 3: which methods an operator tries, and in which order.
#![cfg(feature = "exercise-3")]

#[cfg_attr(not(feature = "solution"), path = "../exercises/3/starter.rs")]
#[cfg_attr(feature = "solution", path = "../exercises/3/solution.rs")]
mod exercise;

use exercise::{Class, calls};

const fn class(name: &'static str, base: Option<usize>, add: bool, radd: bool) -> Class {
    Class {
        name,
        base,
        add,
        radd,
    }
}

const CLASSES: &[Class] = &[
    class("Plain", None, false, false),
    class("Left", None, true, true),
    class("Knows", Some(1), false, true),
    class("Follows", Some(1), false, false),
    class("Deep", Some(2), false, false),
];

fn add(left: usize, right: usize) -> String {
    calls(CLASSES, left, right).join(" ")
}

#[test]
fn the_left_operand_is_asked_first() {
    assert_eq!(add(1, 0), "Left.__add__");
    assert_eq!(add(0, 1), "Left.__radd__");
    assert_eq!(add(2, 1), "Left.__add__ Left.__radd__");
}

#[test]
fn two_of_the_same_class_are_asked_once() {
    assert_eq!(add(1, 1), "Left.__add__");
    assert_eq!(add(2, 2), "Left.__add__");
}

#[test]
fn a_subclass_with_a_method_of_its_own_is_asked_before_its_base() {
    assert_eq!(add(1, 2), "Knows.__radd__ Left.__add__");
    assert_eq!(add(1, 4), "Knows.__radd__ Left.__add__");
}

#[test]
fn a_subclass_that_only_inherits_waits_its_turn() {
    assert_eq!(add(1, 3), "Left.__add__ Left.__radd__");
    assert_eq!(add(2, 4), "Left.__add__ Knows.__radd__");
}
