//! A solution: where a digit is too small, it borrows from the next.

const BITS: u32 = 30;

/// `a - b` of two rows of 30-bit digits, the least significant first. `a` is not the
/// smaller one. The result has no zeros at its end.
pub fn subtract(a: &[u32], b: &[u32]) -> Vec<u32> {
    let mut rest = vec![];
    let mut borrow = 0;
    for (place, digit) in a.iter().enumerate() {
        let taken = b.get(place).copied().unwrap_or(0) + borrow;
        borrow = u32::from(*digit < taken);
        rest.push(digit + (borrow << BITS) - taken);
    }
    while rest.last() == Some(&0) {
        rest.pop();
    }
    rest
}
