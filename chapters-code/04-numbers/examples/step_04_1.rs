//! A number without end is a row of digits. Adding two rows takes a carry.

/// The bits of a digit, as in CPython.
const BITS: u32 = 30;
/// The largest digit.
const MASK: u32 = (1 << BITS) - 1;

/// The sum of two rows of digits, the least significant digit first.
fn add(a: &[u32], b: &[u32]) -> Vec<u32> {
    let mut sum = vec![];
    let mut carry = 0;
    for place in 0..a.len().max(b.len()) {
        let digit = |row: &[u32]| row.get(place).copied().unwrap_or(0);
        carry += digit(a) + digit(b);
        sum.push(carry & MASK);
        carry >>= BITS;
    }
    if carry > 0 {
        sum.push(carry);
    }
    sum
}

fn main() {
    let mut number = vec![1];
    for power in 1..=70 {
        number = add(&number, &number);
        if [29, 30, 31, 59, 60, 70].contains(&power) {
            println!("2**{power}  {number:?}");
        }
    }
}
