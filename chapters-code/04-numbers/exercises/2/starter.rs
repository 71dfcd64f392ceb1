//! Begin here: right for every whole number below the modulus.

/// The hash of the fraction `numerator / denominator`, in lowest terms, the
/// denominator positive.
pub fn hash_fraction(numerator: i64, _denominator: i64) -> i64 {
    numerator
}
