//! When is a long division short? When the quotient is: then the leading digits nearly
//! always know it, and what is left is one product and one difference, if anybody asks for
//! the remainder at all.
//!
//! Only numbers of more than two words come here; a word of quotient is what is looked for.
#![forbid(unsafe_code)]

use num_bigint::{BigInt, BigUint, Sign};
use num_integer::Integer as _;

/// From this many bits on a divisor is long.
const LONG: u64 = 129;

/// What the leading 64 bits of a long divisor, and what stands above the others in the
/// dividend, say of a quotient: it lies between these two, both included. `None` if it may
/// be longer than a word.
///
/// With `a` and `b` for what is looked at, `a/(b+1) < dividend/divisor < (a+1)/b`; and a
/// whole number below `(a+1)/b` is at most `a/b`, rounded down.
fn bounds(dividend: &BigUint, divisor: &BigUint) -> Option<(u64, u64)> {
    let (long, length) = (dividend.bits(), divisor.bits());
    if length < LONG || long >= length + 64 {
        return None;
    }
    let a = leading(dividend, length - 64);
    let b = leading(divisor, length - 64);
    // `b` has 64 bits and `a` fewer than 128: both quotients are words.
    Some(((a / (b + 1)) as u64, (a / b) as u64))
}

/// The bits of a number from `low` on, fewer than 128 of them.
fn leading(number: &BigUint, low: u64) -> u128 {
    let above = usize::try_from(low / 64).unwrap_or(usize::MAX);
    let digits = number.iter_u64_digits();
    let count = digits.len().saturating_sub(above);
    let mut bits = 0;
    let mut place = 64 * count as i64 - (low % 64) as i64;
    for digit in digits.rev().take(count) {
        place -= 64;
        bits |= match place {
            0.. => u128::from(digit) << place,
            _ => u128::from(digit) >> -place,
        };
    }
    bits
}

/// Quotient and remainder of magnitudes, if the quotient is short.
fn divide(dividend: &BigUint, divisor: &BigUint) -> Option<(u64, BigUint)> {
    let (at_least, mut quotient) = bounds(dividend, divisor)?;
    let mut product = divisor * quotient;
    while quotient > at_least && product > *dividend {
        quotient -= 1;
        product -= divisor;
    }
    Some((quotient, dividend - product))
}

/// `a // b`, rounded down; `b` is not zero.
pub(crate) fn div_floor(a: &BigInt, b: &BigInt) -> BigInt {
    if a.sign() == b.sign()
        && let Some((at_least, at_most)) = bounds(a.magnitude(), b.magnitude())
        && at_least == at_most
    {
        return at_least.into();
    }
    div_mod_floor(a, b).0
}

/// `a % b`, with the sign of `b`, which is not zero.
pub(crate) fn mod_floor(a: &BigInt, b: &BigInt) -> BigInt {
    match divide(a.magnitude(), b.magnitude()) {
        Some((_, rest)) => signed_rest(a, b, rest),
        None => a.mod_floor(b),
    }
}

/// `a // b` and `a % b`; `b` is not zero.
pub(crate) fn div_mod_floor(a: &BigInt, b: &BigInt) -> (BigInt, BigInt) {
    let Some((quotient, rest)) = divide(a.magnitude(), b.magnitude()) else {
        return a.div_mod_floor(b);
    };
    let quotient = match a.sign() == b.sign() {
        true => BigInt::from(quotient),
        // Down is away from zero, unless nothing is left.
        false => -(BigInt::from(quotient) + u64::from(rest.bits() > 0)),
    };
    (quotient, signed_rest(a, b, rest))
}

/// The remainder with the divisor's sign, from that of the magnitudes.
fn signed_rest(a: &BigInt, b: &BigInt, rest: BigUint) -> BigInt {
    let rest = match a.sign() == b.sign() || rest.bits() == 0 {
        true => rest,
        false => b.magnitude() - rest,
    };
    match b.sign() {
        Sign::Minus => -BigInt::from(rest),
        _ => rest.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Long numbers with every shape of leading and trailing digits.
    fn numbers() -> Vec<BigInt> {
        let one = BigInt::from(1);
        let mut all = vec![BigInt::from(0), one.clone(), BigInt::from(u64::MAX)];
        for bits in [
            64, 127, 128, 129, 130, 190, 191, 192, 193, 200, 256, 257, 300,
        ] {
            let power: BigInt = &one << bits;
            all.extend([
                &power - 1,
                power.clone(),
                &power + 1,
                &power + (&power >> 1),
            ]);
            all.push(&power * 0x9E37_79B9_7F4A_7C15_u64 + 12345);
            all.push((&power - 1) << 63);
        }
        let negative: Vec<_> = all.iter().map(|number| -number).collect();
        all.extend(negative);
        all
    }

    #[test]
    fn short_quotients_are_those_of_the_long_division() {
        let numbers = numbers();
        let zero = BigInt::from(0);
        for a in &numbers {
            for b in numbers.iter().filter(|b| **b != zero) {
                let (quotient, rest) = a.div_mod_floor(b);
                assert_eq!(div_floor(a, b), quotient, "{a} // {b}");
                assert_eq!(mod_floor(a, b), rest, "{a} % {b}");
                assert_eq!(div_mod_floor(a, b), (quotient, rest), "{a}, {b}");
            }
        }
    }

    #[test]
    fn a_guess_at_the_edge_is_corrected() {
        let divisor: BigInt = (BigInt::from(u64::MAX) << 128) + u128::MAX;
        for quotient in [1, 2, 10, u64::MAX / 2, u64::MAX - 1, u64::MAX] {
            let product = &divisor * quotient;
            for near in [&product - 1, product.clone(), &product + 1] {
                assert_eq!(
                    div_mod_floor(&near, &divisor),
                    near.div_mod_floor(&divisor),
                    "{near} / {divisor}"
                );
            }
        }
    }
}
