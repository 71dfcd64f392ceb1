//! What is bound is stored, and what is not is removed.

use std::collections::BTreeMap;

/// What lies in a place of a frame.
pub enum Place {
    /// Nothing: the variable is not bound.
    Empty,
    /// The value of a fast local.
    Value(i64),
    /// A cell, which may be empty.
    Cell(Option<i64>),
}

/// Brings the dictionary that `locals()` gives out up to date.
pub fn locals<'a>(names: &[&'a str], places: &[Place], dict: &mut BTreeMap<&'a str, i64>) {
    for (name, place) in names.iter().zip(places) {
        match place {
            Place::Value(value) | Place::Cell(Some(value)) => dict.insert(name, *value),
            Place::Empty | Place::Cell(None) => dict.remove(name),
        };
    }
}
