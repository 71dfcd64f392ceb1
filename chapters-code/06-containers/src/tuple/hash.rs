//! What is the hash of a tuple? Its items' hashes, mixed by xxHash (`tuplehash`), so that
//! order matters and `(1, 2)` and `(2, 1)` part ways.

use objects::Object;
use types::{PyResult, Thread};

const PRIME_1: u64 = 11_400_714_785_074_694_791;
const PRIME_2: u64 = 14_029_467_366_897_019_727;
const PRIME_5: u64 = 2_870_177_450_012_600_261;

/// The hash of a row of `length` items, from their hashes.
pub(crate) fn combine_hashes(
    length: usize,
    hashes: impl Iterator<Item = PyResult<i64>>,
) -> PyResult<i64> {
    let mut mixed = PRIME_5;
    for hash in hashes {
        mixed = mixed.wrapping_add((hash? as u64).wrapping_mul(PRIME_2));
        mixed = mixed.rotate_left(31).wrapping_mul(PRIME_1);
    }
    mixed = mixed.wrapping_add(length as u64 ^ (PRIME_5 ^ 3_527_539));
    Ok(match mixed as i64 {
        -1 => 1_546_275_796,
        hash => hash,
    })
}

/// `hash((…))`
pub(super) fn hash(t: &Thread, object: &Object) -> PyResult<i64> {
    // CPython has no such check, and ends when the stack does.
    t.check_stack(" while hashing a tuple")?;
    let tuple = crate::support::this::<types::Tuple>(t, object)?;
    combine_hashes(tuple.len(), tuple.items().iter().map(|item| t.hash(item)))
}
