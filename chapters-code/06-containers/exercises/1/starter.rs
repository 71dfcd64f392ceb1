/// The first `count` places at which a dictionary of `2^log2` places looks for a key
/// with this hash.
pub fn places(hash: i64, log2: u8, count: usize) -> Vec<usize> {
    let mask = (1 << log2) - 1;
    // The first is right. Where does it go on?
    vec![hash as usize & mask; count]
}
