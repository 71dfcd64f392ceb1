//! Exercise 1: the order in which two types are asked.
#![cfg(feature = "exercise-1")]

#[cfg_attr(not(feature = "solution"), path = "../exercises/1/starter.rs")]
#[cfg_attr(feature = "solution", path = "../exercises/1/solution.rs")]
mod exercise;

use exercise::{Type, who_adds};
use std::cell::Cell;

thread_local! {
    static ASKED: Cell<u32> = const { Cell::new(0) };
}

fn asked() -> u32 {
    ASKED.replace(0)
}

fn never(_: &str, _: &str) -> bool {
    ASKED.set(ASKED.get() + 1);
    false
}

static INT: Type = Type {
    name: "int",
    base: None,
    add: Some(|left, right| left != "float" && right != "float"),
};
static BOOL: Type = Type {
    name: "bool",
    base: Some(&INT),
    add: Some(|_, _| true),
};
static FLAG: Type = Type {
    name: "Flag",
    base: Some(&BOOL),
    add: Some(|_, _| true),
};
static FLOAT: Type = Type {
    name: "float",
    base: None,
    add: Some(|_, _| true),
};
static NONE: Type = Type {
    name: "NoneType",
    base: None,
    add: None,
};
static SHY: Type = Type {
    name: "Shy",
    base: None,
    add: Some(never),
};

#[test]
fn the_left_side_is_asked_first() {
    assert_eq!(who_adds(&INT, &INT), Some("int"));
    assert_eq!(who_adds(&BOOL, &INT), Some("bool"));
    assert_eq!(who_adds(&FLOAT, &INT), Some("float"));
}

#[test]
fn the_right_side_is_asked_when_the_left_cannot() {
    assert_eq!(who_adds(&INT, &FLOAT), Some("float"));
    assert_eq!(who_adds(&NONE, &BOOL), Some("bool"));
    assert_eq!(who_adds(&NONE, &NONE), None);
}

#[test]
fn a_right_side_derived_from_the_left_goes_first() {
    assert_eq!(who_adds(&INT, &BOOL), Some("bool"));
    assert_eq!(who_adds(&INT, &FLAG), Some("Flag"));
}

#[test]
fn a_type_is_asked_once_about_two_of_its_own() {
    assert_eq!(who_adds(&SHY, &SHY), None);
    assert_eq!(asked(), 1);
}
