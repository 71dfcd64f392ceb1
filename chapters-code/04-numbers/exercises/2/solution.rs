//! A solution: to divide modulo a prime is to multiply with a power of the divisor,
//! since `d ** (p - 1)` is 1 (Fermat).

const MODULUS: u128 = (1 << 61) - 1;
const INFINITY: i64 = 314159;

/// The hash of the fraction `numerator / denominator`, in lowest terms, the
/// denominator positive.
pub fn hash_fraction(numerator: i64, denominator: i64) -> i64 {
    let denominator = u128::from(denominator.unsigned_abs()) % MODULUS;
    let magnitude = if denominator == 0 {
        INFINITY
    } else {
        let numerator = u128::from(numerator.unsigned_abs()) % MODULUS;
        (numerator * power(denominator, MODULUS - 2) % MODULUS) as i64
    };
    match if numerator < 0 { -magnitude } else { magnitude } {
        -1 => -2,
        hash => hash,
    }
}

fn power(mut base: u128, mut exponent: u128) -> u128 {
    let mut result = 1;
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = result * base % MODULUS;
        }
        base = base * base % MODULUS;
        exponent >>= 1;
    }
    result
}
