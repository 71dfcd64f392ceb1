//! Begin here: everything goes the long way.

/// A word that holds a number of 63 bits: the lowest bit is set.
pub fn tag(value: i64) -> Option<i64> {
    Some(value.checked_mul(2)? | 1)
}

/// The product of two words as a word; `None`: the slots have to do it.
pub fn multiply(_a: i64, _b: i64) -> Option<i64> {
    None
}
