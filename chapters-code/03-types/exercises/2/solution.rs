/// The first `count` places at which a key with this hash may stand, in an index
/// array of 2ⁿ places.
pub fn places(hash: i64, log2: u8, count: usize) -> Vec<usize> {
    let mask = (1 << log2) - 1;
    let mut perturb = hash as u64;
    let mut place = perturb & mask;
    let mut places = vec![];
    for _ in 0..count {
        places.push(place as usize);
        perturb >>= 5;
        place = place.wrapping_mul(5).wrapping_add(perturb).wrapping_add(1) & mask;
    }
    places
}
