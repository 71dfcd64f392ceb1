/// The first `count` places at which a key with this hash may stand, in an index
/// array of 2ⁿ places.
pub fn places(hash: i64, log2: u8, count: usize) -> Vec<usize> {
    let first = hash as usize & ((1 << log2) - 1);
    vec![first; count]
}
