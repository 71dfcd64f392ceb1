/// The first `count` places at which a dictionary of `2^log2` places looks for a key
/// with this hash.
pub fn places(hash: i64, log2: u8, count: usize) -> Vec<usize> {
    let mask = (1u64 << log2) - 1;
    let mut perturb = hash as u64;
    let mut place = perturb & mask;
    let mut places = Vec::new();
    for _ in 0..count {
        places.push(place as usize);
        perturb >>= 5;
        place = place.wrapping_mul(5).wrapping_add(perturb + 1) & mask;
    }
    places
}
