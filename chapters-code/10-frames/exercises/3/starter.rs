//! Begin here: these variables are never shown.

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
pub fn locals<'a>(_names: &[&'a str], _places: &[Place], _dict: &mut BTreeMap<&'a str, i64>) {}
