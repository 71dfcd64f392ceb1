//! Why is `hash(1) == hash(1.0) == hash(1+0j)`? Because equal numbers must have equal
//! hashes, all numbers are hashed as residues modulo the prime 2⁶¹ − 1
//! (`_Py_HashDouble`, `long_hash`).

use crate::complex::as_complex;
use crate::float::as_f64;
use crate::int::Integer;
use crate::real::decompose;
use num_bigint::BigInt;
use num_traits::Signed;
use objects::Object;
use types::{PyResult, Thread, hash_small_int};

/// The bits of the modulus.
const BITS: u32 = 61;
/// The modulus, a Mersenne prime: 2 to the power of 61 is 1 modulo it, so that multiplying
/// by a power of two is a rotation.
const MODULUS: u64 = (1 << BITS) - 1;
/// The hash of infinity: the digits of pi.
const INFINITY: i64 = 314159;
/// `sys.hash_info.imag`
const IMAGINARY: u64 = 1_000_003;

/// The hash as Python may see it: −1 is CPython's sign of an error, so it becomes −2.
fn finish(hash: i64) -> i64 {
    if hash == -1 { -2 } else { hash }
}

fn with_sign(negative: bool, residue: u64) -> i64 {
    let residue = residue as i64;
    finish(if negative { -residue } else { residue })
}

/// The hash of an integer of two words: the sum of its digits of 61 bits, and of the digits of
/// that.
fn hash_wide(value: i128) -> i64 {
    let (modulus, magnitude) = (u128::from(MODULUS), value.unsigned_abs());
    let sum = (magnitude & modulus) + (magnitude >> BITS & modulus) + (magnitude >> (2 * BITS));
    let residue = ((sum & modulus) + (sum >> BITS)) as u64;
    let residue = if residue >= MODULUS {
        residue - MODULUS
    } else {
        residue
    };
    with_sign(value < 0, residue)
}

/// The hash of a big integer.
pub fn hash_bigint(value: &BigInt) -> i64 {
    let residue = value
        .magnitude()
        .iter_u64_digits()
        .rev()
        .fold(0, |residue: u64, digit| {
            let wide = u128::from(residue) << 64 | u128::from(digit);
            (wide % u128::from(MODULUS)) as u64
        });
    with_sign(value.is_negative(), residue)
}

/// The hash of a float that is a number.
fn hash_number(value: f64) -> i64 {
    if value.is_infinite() {
        return if value > 0.0 { INFINITY } else { -INFINITY };
    }
    let (mantissa, exponent) = decompose(value);
    let turn = exponent.rem_euclid(BITS as i32) as u32;
    let residue = mantissa.unsigned_abs();
    let residue = (residue << turn & MODULUS) | residue >> (BITS - turn);
    with_sign(value.is_sign_negative(), residue)
}

/// The hash of a float. Every NaN object has its own (`_Py_HashPointer`): all NaNs in one
/// chain would make dicts of them slow, since no two are equal.
fn hash_float(value: f64, object: &Object) -> i64 {
    if value.is_nan() {
        finish(object.identity().rotate_right(4) as i64)
    } else {
        hash_number(value)
    }
}

/// `hash(int)`
pub fn int(_: &Thread, object: &Object) -> PyResult<i64> {
    Ok(match Integer::of(object) {
        Some(Integer::Small(value)) => hash_small_int(value),
        Some(Integer::Wide(value)) => hash_wide(value),
        Some(Integer::Big(value)) => hash_bigint(value),
        None => 0,
    })
}

/// `hash(float)`
pub fn float(_: &Thread, object: &Object) -> PyResult<i64> {
    Ok(hash_float(as_f64(object).unwrap_or(0.0), object))
}

/// `hash(complex)`
pub fn complex(_: &Thread, object: &Object) -> PyResult<i64> {
    let (real, imaginary) = as_complex(object).unwrap_or_default();
    let real = hash_float(real, object) as u64;
    let imaginary = hash_float(imaginary, object) as u64;
    Ok(finish(
        real.wrapping_add(IMAGINARY.wrapping_mul(imaginary)) as i64
    ))
}
