//! Begin here: this is what C, Rust and a hasty interpreter do.

use std::cmp::Ordering;

/// How an integer and a float are ordered, exactly; `None` for a NaN.
pub fn order(a: i64, b: f64) -> Option<Ordering> {
    (a as f64).partial_cmp(&b)
}
