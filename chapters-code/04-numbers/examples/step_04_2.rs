//! What does a product cost? As school teaches it, and as Karatsuba found in 1960.

use std::cell::Cell;

const BITS: u32 = 30;
const MASK: u64 = (1 << BITS) - 1;
/// Rows up to this long are multiplied as at school (CPython's `KARATSUBA_CUTOFF`).
const CUTOFF: usize = 70;

type Row = Vec<u64>;

fn trimmed(mut row: Row) -> Row {
    while row.last() == Some(&0) {
        row.pop();
    }
    row
}

/// Every digit of one by every digit of the other.
fn school(a: &[u64], b: &[u64], count: &Cell<u64>) -> Row {
    let mut product = vec![0; a.len() + b.len()];
    for (i, x) in a.iter().enumerate() {
        let mut carry = 0;
        for (j, y) in b.iter().enumerate() {
            count.set(count.get() + 1);
            carry += product[i + j] + x * y;
            product[i + j] = carry & MASK;
            carry >>= BITS;
        }
        product[i + b.len()] = carry;
    }
    trimmed(product)
}

fn add(a: &[u64], b: &[u64]) -> Row {
    let mut carry = 0;
    let mut sum: Row = vec![];
    for place in 0..a.len().max(b.len()) {
        carry += a.get(place).unwrap_or(&0) + b.get(place).unwrap_or(&0);
        sum.push(carry & MASK);
        carry >>= BITS;
    }
    sum.push(carry);
    trimmed(sum)
}

/// `a - b`, where `a` is not the smaller one.
fn subtract(a: &[u64], b: &[u64]) -> Row {
    let mut borrow = 0;
    let mut rest: Row = vec![];
    for (place, digit) in a.iter().enumerate() {
        let taken = b.get(place).unwrap_or(&0) + borrow;
        borrow = u64::from(*digit < taken);
        rest.push((digit + (borrow << BITS)) - taken);
    }
    trimmed(rest)
}

fn shifted(row: &[u64], places: usize) -> Row {
    let mut result = vec![0; places];
    result.extend_from_slice(row);
    result
}

/// Three products of half the length instead of four.
fn karatsuba(a: &[u64], b: &[u64], count: &Cell<u64>) -> Row {
    let half = a.len().max(b.len()).div_ceil(2);
    if a.len().min(b.len()) <= CUTOFF.max(half) {
        return school(a, b, count);
    }
    let ((a_low, a_high), (b_low, b_high)) = (a.split_at(half), b.split_at(half));
    let low = karatsuba(a_low, b_low, count);
    let high = karatsuba(a_high, b_high, count);
    let all = karatsuba(&add(a_low, a_high), &add(b_low, b_high), count);
    let middle = subtract(&all, &add(&low, &high));
    add(
        &add(&low, &shifted(&middle, half)),
        &shifted(&high, 2 * half),
    )
}

fn main() {
    println!("digits     school  Karatsuba");
    for digits in [50, 100, 200, 400, 800, 1600, 3200] {
        let number: Row = (0..digits).map(|i| (i * i * 7919 + 1) & MASK).collect();
        let (by_school, by_karatsuba) = (Cell::new(0), Cell::new(0));
        let expected = school(&number, &number, &by_school);
        assert_eq!(karatsuba(&number, &number, &by_karatsuba), expected);
        println!(
            "{digits:6} {:10} {:10}",
            by_school.get(),
            by_karatsuba.get()
        );
    }
}
