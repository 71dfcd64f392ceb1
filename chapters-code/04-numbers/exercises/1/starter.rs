//! Begin here: taking nothing away is easy.

/// `a - b` of two rows of 30-bit digits, the least significant first. `a` is not the
/// smaller one. The result has no zeros at its end.
pub fn subtract(a: &[u32], _b: &[u32]) -> Vec<u32> {
    a.to_vec()
}
