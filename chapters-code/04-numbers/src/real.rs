//! How does an exact number become a float? With one rounding, to the nearest float, ties
//! to the even one.

use num_bigint::{BigInt, BigUint};
use num_integer::Integer as _;
use num_traits::{Signed, ToPrimitive, Zero};

/// 2 to a power for which that is a float, subnormal ones included.
fn power_of_two(exponent: i64) -> f64 {
    match exponent {
        -1022..=1023 => f64::from_bits(((exponent + 1023) as u64) << 52),
        -1074..=-1023 => f64::from_bits(1 << (exponent + 1074)),
        _ if exponent < 0 => 0.0,
        _ => f64::INFINITY,
    }
}

/// The float nearest to `mantissa * 2**exponent`, plus a bit more if `sticky`; `None`
/// if it is too large for a float.
pub(crate) fn compose(mantissa: u64, sticky: bool, exponent: i64) -> Option<f64> {
    if mantissa == 0 {
        return Some(0.0);
    }
    let mantissa_shift = mantissa.leading_zeros();
    let mantissa = u128::from(mantissa << mantissa_shift);
    let exponent = exponent.saturating_sub(mantissa_shift.into());
    // The leading bit is worth 2**(exponent + 63); a float keeps 53 bits of a normal
    // number, and fewer the further below 2**-1022 it begins.
    let leading = exponent.saturating_add(63);
    if leading > 1023 {
        return None;
    }
    let kept = 53.min(leading.saturating_add(1075));
    if kept < 0 {
        return Some(0.0);
    }
    let dropped = 64 - kept as u32;
    let mut quotient = mantissa >> dropped;
    let rest = mantissa & ((1 << dropped) - 1);
    let half = 1_u128 << (dropped - 1);
    if rest > half || rest == half && (sticky || quotient & 1 == 1) {
        quotient += 1;
    }
    let value = quotient as f64 * power_of_two(exponent + i64::from(dropped));
    value.is_finite().then_some(value)
}

/// The nearest float to `magnitude * 2**exponent`, plus a bit more if `sticky`.
fn compose_big(magnitude: &BigUint, sticky: bool, exponent: i64) -> Option<f64> {
    let extra = magnitude.bits().saturating_sub(64);
    let top = (magnitude >> extra).to_u64().unwrap_or(u64::MAX);
    let lost = magnitude
        .trailing_zeros()
        .is_some_and(|zeros| zeros < extra);
    compose(
        top,
        sticky || lost,
        exponent.checked_add(i64::try_from(extra).ok()?)?,
    )
}

fn signed(negative: bool, value: f64) -> f64 {
    if negative { -value } else { value }
}

/// The nearest float to an integer; `None` if it is too large for one.
pub fn bigint_to_f64(value: &BigInt) -> Option<f64> {
    let magnitude = compose_big(value.magnitude(), false, 0)?;
    Some(signed(value.is_negative(), magnitude))
}

/// The nearest float to a quotient of integers, of which the divisor is not zero;
/// `None` if it is too large for a float (`long_true_divide`).
pub(crate) fn divide_exactly(a: &BigInt, b: &BigInt) -> Option<f64> {
    let negative = a.is_negative() != b.is_negative();
    if a.is_zero() {
        return Some(signed(negative, 0.0));
    }
    let difference = i64::try_from(a.bits()).ok()? - i64::try_from(b.bits()).ok()?;
    match difference {
        1026.. => return None,
        ..=-1080 => return Some(signed(negative, 0.0)),
        _ => (),
    }
    // Scaled so that the quotient has 66 bits at least: enough to see how it rounds.
    let scale = (66 - difference).max(0);
    let (quotient, rest) = (a.magnitude() << scale as u64).div_rem(b.magnitude());
    let magnitude = compose_big(&quotient, !rest.is_zero(), -scale)?;
    Some(signed(negative, magnitude))
}

/// The integer part of a finite float; `None` for infinities and NaN.
pub fn truncate(value: f64) -> Option<BigInt> {
    num_traits::FromPrimitive::from_f64(value.trunc())
}

/// A finite float as `(mantissa, exponent)` with `value == mantissa * 2**exponent` and an
/// odd mantissa (or zero).
pub(crate) fn decompose(value: f64) -> (i64, i32) {
    let bits = value.to_bits();
    let field = (bits >> 52 & 0x7FF) as i32;
    let fraction = bits & ((1 << 52) - 1);
    let (mantissa, exponent) = match field {
        0 => (fraction, -1074),
        _ => (fraction | 1 << 52, field - 1075),
    };
    if mantissa == 0 {
        return (0, 0);
    }
    let zeros = mantissa.trailing_zeros();
    let mantissa = (mantissa >> zeros) as i64;
    let mantissa = if value.is_sign_negative() {
        -mantissa
    } else {
        mantissa
    };
    (mantissa, exponent + zeros as i32)
}
