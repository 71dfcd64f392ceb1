//! What do the operators do with complex numbers?

use crate::complex::{as_complex, complex, operand};
use crate::float::{as_f64, float};
use crate::float_arithmetic::order_with_integer;
use crate::int::Integer;
use objects::Object;
use types::{BinaryOp, CompareOp, PyResult, Slots, Thread};

type Pair = (f64, f64);

/// Both operands as complex numbers, or a return of `NotImplemented`.
macro_rules! operands {
    ($t:ident, $a:ident, $b:ident) => {{
        let Some(a) = operand($t, $a)? else {
            return Ok(Object::not_implemented());
        };
        let Some(b) = operand($t, $b)? else {
            return Ok(Object::not_implemented());
        };
        (a, b)
    }};
}

fn add(t: &Thread, a: &Object, b: &Object) -> PyResult {
    let (a, b) = operands!(t, a, b);
    complex(t, (a.0 + b.0, a.1 + b.1))
}

fn subtract(t: &Thread, a: &Object, b: &Object) -> PyResult {
    let (a, b) = operands!(t, a, b);
    complex(t, (a.0 - b.0, a.1 - b.1))
}

fn product(a: Pair, b: Pair) -> Pair {
    (a.0 * b.0 - a.1 * b.1, a.0 * b.1 + a.1 * b.0)
}

fn multiply(t: &Thread, a: &Object, b: &Object) -> PyResult {
    let (a, b) = operands!(t, a, b);
    complex(t, product(a, b))
}

/// The quotient; `None` if the divisor is zero. Numerators and denominator are divided
/// by the larger part of the divisor first, so that they do not overflow (Smith).
fn quotient(a: Pair, b: Pair) -> Option<Pair> {
    if b.0.abs() >= b.1.abs() {
        if b.0 == 0.0 {
            return None;
        }
        let ratio = b.1 / b.0;
        let denominator = b.0 + b.1 * ratio;
        Some((
            (a.0 + a.1 * ratio) / denominator,
            (a.1 - a.0 * ratio) / denominator,
        ))
    } else if b.1.abs() >= b.0.abs() {
        let ratio = b.0 / b.1;
        let denominator = b.0 * ratio + b.1;
        Some((
            (a.0 * ratio + a.1) / denominator,
            (a.1 * ratio - a.0) / denominator,
        ))
    } else {
        // A part of the divisor is NaN.
        Some((f64::NAN, f64::NAN))
    }
}

fn true_divide(t: &Thread, a: &Object, b: &Object) -> PyResult {
    let (a, b) = operands!(t, a, b);
    match quotient(a, b) {
        Some(value) => complex(t, value),
        None => Err(t.zero_division_error("complex division by zero")),
    }
}

/// A power with a whole exponent from 0 to 100, by squaring.
fn whole_power(base: Pair, exponent: u32) -> Pair {
    let (mut result, mut square) = ((1.0, 0.0), base);
    let mut rest = exponent;
    while rest > 0 {
        if rest & 1 == 1 {
            result = product(result, square);
        }
        rest >>= 1;
        square = product(square, square);
    }
    result
}

/// A power by way of polar coordinates; `None` for zero to a negative or complex power,
/// and where the angle is infinite.
fn polar_power(a: Pair, b: Pair) -> Option<Pair> {
    if b == (0.0, 0.0) {
        return Some((1.0, 0.0));
    }
    if a == (0.0, 0.0) {
        let refused = b.1 != 0.0 || b.0 < 0.0;
        return (!refused).then_some((0.0, 0.0));
    }
    let magnitude = a.0.hypot(a.1);
    let angle = a.1.atan2(a.0);
    let mut length = magnitude.powf(b.0);
    let mut phase = angle * b.0;
    if b.1 != 0.0 {
        length /= (angle * b.1).exp();
        phase += b.1 * magnitude.ln();
    }
    // An infinite angle has no direction: C reports a domain error.
    (!phase.is_infinite()).then(|| (length * phase.cos(), length * phase.sin()))
}

/// `a ** b` of complex numbers (`complex_pow`)
pub(crate) fn power_of(t: &Thread, a: Pair, b: Pair) -> PyResult {
    let whole = b.1 == 0.0 && b.0 == b.0.floor() && b.0.abs() <= 100.0;
    let result = match whole {
        true if b.0 > 0.0 => Some(whole_power(a, b.0 as u32)),
        true => quotient((1.0, 0.0), whole_power(a, -b.0 as u32)),
        false => polar_power(a, b),
    };
    match result {
        None => Err(t.zero_division_error("0.0 to a negative or complex power")),
        Some((real, imaginary)) if real.is_infinite() || imaginary.is_infinite() => {
            Err(t.overflow_error("complex exponentiation"))
        }
        Some(value) => complex(t, value),
    }
}

fn power(t: &Thread, a: &Object, b: &Object) -> PyResult {
    let (a, b) = operands!(t, a, b);
    power_of(t, a, b)
}

fn three_argument_power(t: &Thread, a: &Object, b: &Object, modulus: &Object) -> PyResult {
    let (a, b) = operands!(t, a, b);
    if !modulus.is_none() {
        return Err(t.value_error("complex modulo"));
    }
    power_of(t, a, b)
}

fn value(object: &Object) -> Pair {
    as_complex(object).unwrap_or_default()
}

fn absolute(t: &Thread, object: &Object) -> PyResult {
    let (real, imaginary) = value(object);
    let length = real.hypot(imaginary);
    if length.is_infinite() && real.is_finite() && imaginary.is_finite() {
        return Err(t.overflow_error("absolute value too large"));
    }
    float(t, length)
}

/// The same number as an object of exactly type `complex`.
pub(crate) fn exact(t: &Thread, object: &Object) -> PyResult {
    if t.is_exact(object, t.types.complex) {
        return Ok(object.clone());
    }
    complex(t, value(object))
}

fn compare(_: &Thread, a: &Object, b: &Object, op: CompareOp) -> PyResult {
    let (Some(a), CompareOp::Eq | CompareOp::Ne) = (as_complex(a), op) else {
        return Ok(Object::not_implemented());
    };
    let equal = if let Some(b) = as_complex(b) {
        a == b
    } else if let Some(b) = as_f64(b) {
        a == (b, 0.0)
    } else if let Some(b) = Integer::of(b) {
        a.1 == 0.0 && order_with_integer(a.0, b).is_some_and(|order| order.is_eq())
    } else {
        return Ok(Object::not_implemented());
    };
    Ok(Object::bool(equal == (op == CompareOp::Eq)))
}

pub(crate) fn install(slots: &Slots) {
    let set = |op: BinaryOp, function| slots.binary[op as usize].set(Some(function));
    set(BinaryOp::Add, add);
    set(BinaryOp::Subtract, subtract);
    set(BinaryOp::Multiply, multiply);
    set(BinaryOp::TrueDivide, true_divide);
    set(BinaryOp::Power, power);
    slots.power.set(Some(three_argument_power));
    slots.negative.set(Some(|t, object| {
        let (real, imaginary) = value(object);
        complex(t, (-real, -imaginary))
    }));
    slots.positive.set(Some(exact));
    slots.absolute.set(Some(absolute));
    slots
        .bool
        .set(Some(|_, object| Ok(value(object) != (0.0, 0.0))));
    slots.compare.set(Some(compare));
}
