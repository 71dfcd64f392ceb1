//! One factor keeps its place, the other comes down: the product is in place again.

/// A word that holds a number of 63 bits: the lowest bit is set.
pub fn tag(value: i64) -> Option<i64> {
    Some(value.checked_mul(2)? | 1)
}

/// The product of two words as a word; `None`: the slots have to do it.
pub fn multiply(a: i64, b: i64) -> Option<i64> {
    if a & b & 1 == 0 {
        return None;
    }
    Some((a - 1).checked_mul(b >> 1)? | 1)
}
