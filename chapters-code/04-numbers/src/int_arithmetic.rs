//! What do `+`, `//`, `<<` and the other operators do with integers?
//!
//! Two words are computed in machine arithmetic; whatever leaves 63 bits goes on as a big
//! integer. Sizes are checked before anything big is computed.

use crate::int::{Integer, int, int_from_bigint, int_from_i128, reserve};
use crate::quotient;
use crate::real::divide_exactly;
use num_bigint::{BigInt, BigUint, Sign};
use num_integer::Integer as _;
use num_traits::{One, Signed, ToPrimitive};
use objects::{Object, OutOfMemory};
use std::cmp::Ordering;
use types::{BinaryOp, CompareOp, PyResult, Slots, Thread, Version};

/// Both operands as integers, or a return of `NotImplemented`.
macro_rules! operands {
    ($a:ident, $b:ident) => {
        match (Integer::of($a), Integer::of($b)) {
            (Some(a), Some(b)) => (a, b),
            _ => return Ok(Object::not_implemented()),
        }
    };
}

/// What an operation makes of two numbers of two words at most, if that has no more: most big
/// integers are small ones that have just grown, and this way they need no memory meanwhile.
#[inline(always)]
fn of_two_words<R>(
    a: Integer<'_>,
    b: Integer<'_>,
    operation: impl FnOnce(i128, i128) -> Option<R>,
) -> Option<R> {
    operation(a.to_i128()?, b.to_i128()?)
}

/// `a + b`
pub fn add(t: &Thread, a: &Object, b: &Object) -> PyResult {
    match operands!(a, b) {
        (Integer::Small(a), Integer::Small(b)) => int(t, a + b),
        (a, b) => {
            if let Some(result) = of_two_words(a, b, i128::checked_add) {
                return int_from_i128(t, result);
            }
            reserve(a.bits().max(b.bits()) + 1)?;
            int_from_bigint(t, a.to_big().as_ref() + b.to_big().as_ref())
        }
    }
}

/// `a - b`
pub fn subtract(t: &Thread, a: &Object, b: &Object) -> PyResult {
    match operands!(a, b) {
        (Integer::Small(a), Integer::Small(b)) => int(t, a - b),
        (a, b) => {
            if let Some(result) = of_two_words(a, b, i128::checked_sub) {
                return int_from_i128(t, result);
            }
            reserve(a.bits().max(b.bits()) + 1)?;
            int_from_bigint(t, a.to_big().as_ref() - b.to_big().as_ref())
        }
    }
}

/// Counts the work of a product, as far as it is worth counting: fast multiplication saves
/// about the root of the shorter number's length.
fn charge_product(t: &Thread, a: u64, b: u64) -> PyResult<()> {
    let (short, long) = (a.min(b) / 64, a.max(b) / 64);
    match short < 64 {
        true => Ok(()),
        false => t.charge(short.saturating_mul(long) / 16 / (short / 64).isqrt()),
    }
}

/// Counts the work of a division: a product of words for each pair of them in quotient and
/// divisor.
fn charge_division(t: &Thread, a: u64, b: u64) -> PyResult<()> {
    let (quotient, divisor) = (a.saturating_sub(b) / 64, b / 64);
    t.charge(quotient.saturating_mul(divisor) / 16)
}

/// The product of two integers. A short one is no big integer meanwhile.
fn product(a: Integer<'_>, b: Integer<'_>) -> BigInt {
    match (a, b) {
        (Integer::Big(a), Integer::Big(b)) => a * b,
        (Integer::Big(big), short) | (short, Integer::Big(big)) => match short.to_i128() {
            Some(short) => big * short,
            None => big * short.to_big().as_ref(),
        },
        (a, b) => match (a.to_i128(), b.to_i128()) {
            (Some(a), Some(b)) => product_of_two_words(a, b),
            _ => a.to_big().as_ref() * b.to_big().as_ref(),
        },
    }
}

/// The product of two numbers of two words: four words, of four products.
fn product_of_two_words(a: i128, b: i128) -> BigInt {
    const LOW: u128 = u64::MAX as u128;
    let halves = |number: i128| (number.unsigned_abs() >> 64, number.unsigned_abs() & LOW);
    let ((a1, a0), (b1, b0)) = (halves(a), halves(b));
    let middle = [a0 * b1, a1 * b0];
    let carried = ((a0 * b0) >> 64) + (middle[0] & LOW) + (middle[1] & LOW);
    let low = ((a0 * b0) & LOW) | (carried << 64);
    let high = a1 * b1 + (middle[0] >> 64) + (middle[1] >> 64) + (carried >> 64);
    let digits = [
        low,
        low >> 32,
        low >> 64,
        low >> 96,
        high,
        high >> 32,
        high >> 64,
        high >> 96,
    ];
    let sign = if (a < 0) == (b < 0) {
        Sign::Plus
    } else {
        Sign::Minus
    };
    BigInt::from_biguint(sign, BigUint::from_slice(&digits.map(|digit| digit as u32)))
}

/// `a * b`
pub fn multiply(t: &Thread, a: &Object, b: &Object) -> PyResult {
    match operands!(a, b) {
        (Integer::Small(a), Integer::Small(b)) => int_from_i128(t, i128::from(a) * i128::from(b)),
        (a, b) => {
            if let Some(result) = of_two_words(a, b, i128::checked_mul) {
                return int_from_i128(t, result);
            }
            reserve(a.bits() + b.bits())?;
            charge_product(t, a.bits(), b.bits())?;
            int_from_bigint(t, product(a, b))
        }
    }
}

/// The quotient rounded down and the remainder with the divisor's sign; the divisor
/// is not zero.
fn divide_down(a: i64, b: i64) -> (i64, i64) {
    let (quotient, remainder) = (a.wrapping_div(b), a.wrapping_rem(b));
    if remainder != 0 && (remainder < 0) != (b < 0) {
        (quotient - 1, remainder + b)
    } else {
        (quotient, remainder)
    }
}

/// As [`divide_down`], of two words; `None` if the quotient has more.
fn divide_down_wide(a: i128, b: i128) -> Option<(i128, i128)> {
    let (quotient, remainder) = (a.checked_div(b)?, a.checked_rem(b)?);
    match remainder != 0 && (remainder < 0) != (b < 0) {
        true => Some((quotient - 1, remainder + b)),
        false => Some((quotient, remainder)),
    }
}

fn zero_division(t: &Thread) -> types::Raised {
    t.zero_division_error("integer division or modulo by zero")
}

/// `a // b`
pub fn floor_divide(t: &Thread, a: &Object, b: &Object) -> PyResult {
    match operands!(a, b) {
        (_, b) if b.is_zero() => Err(zero_division(t)),
        (Integer::Small(a), Integer::Small(b)) => int(t, divide_down(a, b).0),
        (a, b) => {
            let quotient = |a, b| divide_down_wide(a, b).map(|both| both.0);
            if let Some(quotient) = of_two_words(a, b, quotient) {
                return int_from_i128(t, quotient);
            }
            charge_division(t, a.bits(), b.bits())?;
            int_from_bigint(t, quotient::div_floor(&a.to_big(), &b.to_big()))
        }
    }
}

/// `a % b`
pub fn remainder(t: &Thread, a: &Object, b: &Object) -> PyResult {
    match operands!(a, b) {
        (_, b) if b.is_zero() => Err(match t.version {
            Version::V310 => zero_division(t),
            Version::V311 => t.zero_division_error("integer modulo by zero"),
        }),
        (Integer::Small(a), Integer::Small(b)) => int(t, divide_down(a, b).1),
        (a, b) => {
            let remainder = |a, b| divide_down_wide(a, b).map(|both| both.1);
            if let Some(remainder) = of_two_words(a, b, remainder) {
                return int_from_i128(t, remainder);
            }
            charge_division(t, a.bits(), b.bits())?;
            int_from_bigint(t, quotient::mod_floor(&a.to_big(), &b.to_big()))
        }
    }
}

/// `divmod(a, b)`
pub fn divmod(t: &Thread, a: &Object, b: &Object) -> PyResult {
    let (quotient, remainder) = match operands!(a, b) {
        (_, b) if b.is_zero() => return Err(zero_division(t)),
        (Integer::Small(a), Integer::Small(b)) => {
            let (quotient, remainder) = divide_down(a, b);
            (int(t, quotient)?, int(t, remainder)?)
        }
        (a, b) => {
            if let Some((quotient, remainder)) = of_two_words(a, b, divide_down_wide) {
                let (quotient, remainder) =
                    (int_from_i128(t, quotient)?, int_from_i128(t, remainder)?);
                return t.tuple([quotient, remainder]);
            }
            charge_division(t, a.bits(), b.bits())?;
            let (quotient, remainder) = quotient::div_mod_floor(&a.to_big(), &b.to_big());
            (
                int_from_bigint(t, quotient)?,
                int_from_bigint(t, remainder)?,
            )
        }
    };
    t.tuple([quotient, remainder])
}

/// `a / b`, correctly rounded
pub fn true_divide(t: &Thread, a: &Object, b: &Object) -> PyResult {
    /// Integers up to here are floats without rounding.
    const EXACT: u64 = 1 << 53;
    match operands!(a, b) {
        (_, b) if b.is_zero() => Err(t.zero_division_error("division by zero")),
        (Integer::Small(a), Integer::Small(b))
            if a.unsigned_abs() <= EXACT && b.unsigned_abs() <= EXACT =>
        {
            crate::float(t, a as f64 / b as f64)
        }
        (a, b) => match divide_exactly(&a.to_big(), &b.to_big()) {
            Some(quotient) => crate::float(t, quotient),
            None => Err(t.overflow_error("integer division result too large for a float")),
        },
    }
}

/// `a ** b`
pub fn power(t: &Thread, a: &Object, b: &Object) -> PyResult {
    let (base, exponent) = operands!(a, b);
    if exponent.is_negative() {
        // A negative exponent makes it a float operation (`long_pow`).
        return crate::float_arithmetic::power(
            t,
            &crate::float_of_int(t, base)?,
            &crate::float_of_int(t, exponent)?,
        );
    }
    match (base.to_i64(), exponent.to_i64()) {
        (Some(0), Some(0)) | (Some(1), _) => int(t, 1),
        (Some(0), _) => int(t, 0),
        (Some(-1), _) => int(t, if exponent.to_big().is_even() { 1 } else { -1 }),
        (_, None) => Err(OutOfMemory.into()),
        (small, Some(exponent)) => {
            let power = |base: i64| i128::from(base).checked_pow(u32::try_from(exponent).ok()?);
            if let Some(result) = small.and_then(power) {
                return int_from_i128(t, result);
            }
            // A power of a number of b bits has at most b bits for each factor.
            let bits = base.bits().checked_mul(exponent as u64);
            let bits = bits.ok_or(OutOfMemory)?;
            reserve(bits)?;
            // The last squaring costs most; fast multiplication makes up for the others.
            t.charge(work(1, bits) / (bits / 4096 + 1))?;
            let exponent = u32::try_from(exponent).map_err(|_| OutOfMemory)?;
            int_from_bigint(t, base.to_big().pow(exponent))
        }
    }
}

/// What so many products of numbers of so many bits cost, in instructions: about a
/// nanosecond for each product of two of their words.
fn work(products: u64, bits: u64) -> u64 {
    let words = bits / 64 + 1;
    products.saturating_mul(words).saturating_mul(words) / 16
}

/// `pow(a, b, modulus)`; the modulus is `None` where there is none
pub fn modular_power(t: &Thread, a: &Object, b: &Object, modulus: &Object) -> PyResult {
    let (base, exponent) = operands!(a, b);
    if modulus.is_none() {
        return power(t, a, b);
    }
    let Some(modulus) = Integer::of(modulus) else {
        return Ok(Object::not_implemented());
    };
    if modulus.is_zero() {
        return Err(t.value_error("pow() 3rd argument cannot be 0"));
    }
    let modulus = modulus.to_big();
    if modulus.magnitude().is_one() {
        return int(t, 0);
    }
    let (mut base, mut exponent) = (base.to_big(), exponent.to_big());
    if exponent.is_negative() {
        let inverse = base
            .modinv(&modulus)
            .ok_or_else(|| t.value_error("base is not invertible for the given modulus"))?;
        base = std::borrow::Cow::Owned(inverse);
        exponent = std::borrow::Cow::Owned(-exponent.as_ref());
    }
    // A squaring and a reduction for each bit.
    t.charge(work(exponent.bits(), modulus.bits()))?;
    int_from_bigint(t, base.modpow(&exponent, &modulus))
}

/// How many digits of 30 bits CPython's integers can have (`MAX_LONG_DIGITS`).
const CPYTHON_DIGITS: u64 = (i64::MAX as u64 - 24) / 4;

/// `a << b`
pub fn left_shift(t: &Thread, a: &Object, b: &Object) -> PyResult {
    let (value, count) = operands!(a, b);
    if count.is_negative() {
        return Err(t.value_error("negative shift count"));
    }
    if value.is_zero() {
        return int(t, 0);
    }
    let count = match count {
        Integer::Small(count) => count as u128,
        Integer::Wide(count) => count as u128,
        Integer::Big(count) => count.to_u128().unwrap_or(u128::MAX),
    };
    // More digits than CPython can count, or only more than any memory holds?
    if count.saturating_add(value.bits().into()) > u128::from(CPYTHON_DIGITS) * 30 {
        return Err(t.overflow_error("too many digits in integer"));
    }
    let count = u64::try_from(count).map_err(|_| OutOfMemory)?;
    match value.to_i128() {
        Some(wide) if value.bits() + count.min(128) < 128 => int_from_i128(t, wide << count),
        _ => {
            reserve(value.bits().checked_add(count).ok_or(OutOfMemory)?)?;
            int_from_bigint(t, value.to_big().as_ref() << count)
        }
    }
}

/// `a >> b`
pub fn right_shift(t: &Thread, a: &Object, b: &Object) -> PyResult {
    let (value, count) = operands!(a, b);
    if count.is_negative() {
        return Err(t.value_error("negative shift count"));
    }
    let count = count.to_i64().map_or(u64::MAX, |count| count as u64);
    match value {
        Integer::Small(value) => int(t, value >> count.min(63)),
        Integer::Wide(value) => int_from_i128(t, value >> count.min(127)),
        Integer::Big(value) if count > value.bits() => {
            int(t, if value.is_negative() { -1 } else { 0 })
        }
        Integer::Big(value) => int_from_bigint(t, value >> count),
    }
}

macro_rules! bitwise {
    ($($(#[$doc:meta])* $name:ident $operator:tt;)*) => {
        $($(#[$doc])*
        pub fn $name(t: &Thread, a: &Object, b: &Object) -> PyResult {
            match operands!(a, b) {
                (Integer::Small(a), Integer::Small(b)) => int(t, a $operator b),
                (a, b) => {
                    if let Some(result) = of_two_words(a, b, |a, b| Some(a $operator b)) {
                        return int_from_i128(t, result);
                    }
                    reserve(a.bits().max(b.bits()) + 1)?;
                    int_from_bigint(t, a.to_big().as_ref() $operator b.to_big().as_ref())
                }
            }
        })*
    };
}

bitwise! {
    /// `a & b`
    and &;
    /// `a | b`
    or |;
    /// `a ^ b`
    xor ^;
}

fn unary(
    t: &Thread,
    object: &Object,
    wide: impl Fn(i128) -> Option<i128>,
    big: impl Fn(&BigInt) -> BigInt,
) -> PyResult {
    let Some(value) = Integer::of(object) else {
        return Ok(Object::not_implemented());
    };
    if let Some(result) = value.to_i128().and_then(wide) {
        return int_from_i128(t, result);
    }
    reserve(value.bits() + 1)?;
    int_from_bigint(t, big(&value.to_big()))
}

/// `-a`
pub fn negative(t: &Thread, object: &Object) -> PyResult {
    unary(t, object, i128::checked_neg, |value| -value)
}

/// `~a`
pub fn invert(t: &Thread, object: &Object) -> PyResult {
    unary(t, object, |value| Some(!value), |value| !value)
}

/// `abs(a)`
pub fn absolute(t: &Thread, object: &Object) -> PyResult {
    unary(t, object, i128::checked_abs, BigInt::abs)
}

/// `bool(a)`
pub fn truth(_: &Thread, object: &Object) -> PyResult<bool> {
    Ok(Integer::of(object).is_some_and(|value| !value.is_zero()))
}

/// How two integers are ordered.
pub(crate) fn order(a: Integer<'_>, b: Integer<'_>) -> Ordering {
    match (a, b) {
        (Integer::Small(a), Integer::Small(b)) => a.cmp(&b),
        (a, b) => match (a.to_i128(), b.to_i128()) {
            (Some(a), Some(b)) => a.cmp(&b),
            _ => a.to_big().cmp(&b.to_big()),
        },
    }
}

/// `a < b` and the like
pub fn compare(_: &Thread, a: &Object, b: &Object, op: CompareOp) -> PyResult {
    let (a, b) = operands!(a, b);
    Ok(Object::bool(op.holds(order(a, b))))
}

pub(crate) fn install(slots: &Slots) {
    let set = |op: BinaryOp, function| slots.binary[op as usize].set(Some(function));
    set(BinaryOp::Add, add);
    set(BinaryOp::Subtract, subtract);
    set(BinaryOp::Multiply, multiply);
    set(BinaryOp::FloorDivide, floor_divide);
    set(BinaryOp::Remainder, remainder);
    set(BinaryOp::TrueDivide, true_divide);
    set(BinaryOp::Power, power);
    set(BinaryOp::LeftShift, left_shift);
    set(BinaryOp::RightShift, right_shift);
    set(BinaryOp::And, and);
    set(BinaryOp::Or, or);
    set(BinaryOp::Xor, xor);
    slots.power.set(Some(modular_power));
    slots.divmod.set(Some(divmod));
    slots.negative.set(Some(negative));
    slots.positive.set(Some(crate::int::exact));
    slots.absolute.set(Some(absolute));
    slots.invert.set(Some(invert));
    slots.bool.set(Some(truth));
    slots.int.set(Some(crate::int::exact));
    slots.index.set(Some(crate::int::exact));
    slots.compare.set(Some(compare));
}
