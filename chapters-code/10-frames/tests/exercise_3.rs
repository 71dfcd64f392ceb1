//! Exercise 3: what `locals()` shows.
#![cfg(feature = "exercise-3")]

#[cfg_attr(not(feature = "solution"), path = "../exercises/3/starter.rs")]
#[cfg_attr(feature = "solution", path = "../exercises/3/solution.rs")]
mod exercise;

use exercise::{Place, locals};
use std::collections::BTreeMap;

fn cell(value: Option<i64>) -> Place {
    Place::Cell(value)
}

#[test]
fn a_cell_is_looked_through() {
    let mut dict = BTreeMap::new();
    locals(
        &["n", "count"],
        &[Place::Value(7), cell(Some(10))],
        &mut dict,
    );
    assert_eq!(dict, BTreeMap::from([("n", 7), ("count", 10)]));
}

#[test]
fn what_is_not_bound_is_not_shown() {
    let mut dict = BTreeMap::new();
    locals(
        &["a", "b", "c"],
        &[Place::Empty, cell(None), Place::Value(1)],
        &mut dict,
    );
    assert_eq!(dict, BTreeMap::from([("c", 1)]));
}

#[test]
fn the_second_call_brings_the_same_dictionary_up_to_date() {
    // `x = 1; d = locals(); d["y"] = 5; del x; locals()`
    let mut dict = BTreeMap::new();
    locals(&["x"], &[Place::Value(1)], &mut dict);
    dict.insert("y", 5);
    locals(&["x"], &[Place::Empty], &mut dict);
    assert_eq!(dict, BTreeMap::from([("y", 5)]));
}
