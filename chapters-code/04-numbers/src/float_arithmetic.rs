//! What do `+`, `//`, `%` and the other operators do with floats? What the machine does,
//! but for division's signs, zero divisors, and the exact comparison with integers.

use crate::float::{as_f64, float, integer_to_f64, operand};
use crate::int::{Integer, int};
use crate::real::truncate;
use objects::Object;
use std::cmp::Ordering;
use types::{BinaryOp, CompareOp, Details, ErrorKind, PyResult, Raised, Slots, Thread};

/// Both operands as floats, or a return of `NotImplemented`.
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

/// `a + b`
pub fn add(t: &Thread, a: &Object, b: &Object) -> PyResult {
    let (a, b) = operands!(t, a, b);
    float(t, a + b)
}

/// `a - b`
pub fn subtract(t: &Thread, a: &Object, b: &Object) -> PyResult {
    let (a, b) = operands!(t, a, b);
    float(t, a - b)
}

/// `a * b`
pub fn multiply(t: &Thread, a: &Object, b: &Object) -> PyResult {
    let (a, b) = operands!(t, a, b);
    float(t, a * b)
}

fn not_zero(t: &Thread, divisor: f64, message: &'static str) -> PyResult<()> {
    if divisor == 0.0 {
        return Err(t.zero_division_error(message));
    }
    Ok(())
}

/// `a / b`
pub fn true_divide(t: &Thread, a: &Object, b: &Object) -> PyResult {
    let (a, b) = operands!(t, a, b);
    not_zero(t, b, "float division by zero")?;
    float(t, a / b)
}

/// The quotient rounded down and the remainder with the divisor's sign
/// (`_float_div_mod`).
fn divide_down(a: f64, b: f64) -> (f64, f64) {
    let mut remainder = a % b;
    // a - remainder is a multiple of b, but for rounding.
    let mut quotient = (a - remainder) / b;
    if remainder == 0.0 {
        remainder = 0_f64.copysign(b);
    } else if (b < 0.0) != (remainder < 0.0) {
        remainder += b;
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return (0_f64.copysign(a / b), remainder);
    }
    let mut floor = quotient.floor();
    if quotient - floor > 0.5 {
        floor += 1.0;
    }
    (floor, remainder)
}

/// `a // b`
pub fn floor_divide(t: &Thread, a: &Object, b: &Object) -> PyResult {
    let (a, b) = operands!(t, a, b);
    not_zero(t, b, "float floor division by zero")?;
    float(t, divide_down(a, b).0)
}

/// `a % b`
pub fn remainder(t: &Thread, a: &Object, b: &Object) -> PyResult {
    let (a, b) = operands!(t, a, b);
    not_zero(t, b, "float modulo")?;
    let remainder = a % b;
    float(
        t,
        if remainder == 0.0 {
            0_f64.copysign(b)
        } else if (b < 0.0) != (remainder < 0.0) {
            remainder + b
        } else {
            remainder
        },
    )
}

/// `divmod(a, b)`
pub fn divmod(t: &Thread, a: &Object, b: &Object) -> PyResult {
    let (a, b) = operands!(t, a, b);
    not_zero(t, b, "float divmod()")?;
    let (quotient, remainder) = divide_down(a, b);
    t.tuple([float(t, quotient)?, float(t, remainder)?])
}

/// The `OverflowError` of the C library's `ERANGE`.
pub(crate) fn out_of_range(t: &Thread) -> Raised {
    let arguments = t
        .str("Numerical result out of range")
        .map(|text| vec![Object::int32(34), text]);
    match arguments {
        Ok(arguments) => t.raise(ErrorKind::OverflowError, Details::Arguments(arguments)),
        Err(raised) => raised,
    }
}

/// `a ** b` (`float_pow`)
pub fn power(t: &Thread, a: &Object, b: &Object) -> PyResult {
    let (a, b) = operands!(t, a, b);
    if a == 0.0 && b < 0.0 && b.is_finite() {
        let message = "0.0 cannot be raised to a negative power";
        return Err(t.zero_division_error(message));
    }
    if a < 0.0 && a.is_finite() && b.is_finite() && b != b.floor() {
        // The result is complex.
        return crate::complex_arithmetic::power_of(t, (a, 0.0), (b, 0.0));
    }
    let result = a.powf(b);
    if result.is_infinite() && a.is_finite() && b.is_finite() {
        return Err(out_of_range(t));
    }
    float(t, result)
}

fn three_argument_power(t: &Thread, a: &Object, b: &Object, modulus: &Object) -> PyResult {
    if modulus.is_none() {
        return power(t, a, b);
    }
    Err(t.type_error("pow() 3rd argument not allowed unless all arguments are integers"))
}

fn unary(t: &Thread, object: &Object, function: impl Fn(f64) -> f64) -> PyResult {
    match as_f64(object) {
        Some(value) => float(t, function(value)),
        None => Ok(Object::not_implemented()),
    }
}

/// How a float and an integer are ordered, exactly; `None` for a NaN
/// (`float_richcompare`).
pub(crate) fn order_with_integer(a: f64, b: Integer<'_>) -> Option<Ordering> {
    if let Integer::Small(small) = b
        && small.unsigned_abs() <= 1 << 53
    {
        return a.partial_cmp(&(small as f64));
    }
    if a.is_nan() {
        return None;
    }
    let Some(whole) = truncate(a) else {
        return a.partial_cmp(&0.0);
    };
    let fraction = || a.partial_cmp(&a.trunc()).unwrap_or(Ordering::Equal);
    Some(whole.cmp(&b.to_big()).then_with(fraction))
}

/// `a < b` and the like
pub fn compare(_: &Thread, a: &Object, b: &Object, op: CompareOp) -> PyResult {
    let Some(a) = as_f64(a) else {
        return Ok(Object::not_implemented());
    };
    let order = match (as_f64(b), Integer::of(b)) {
        (Some(b), _) => a.partial_cmp(&b),
        (None, Some(b)) => order_with_integer(a, b),
        _ => return Ok(Object::not_implemented()),
    };
    // A NaN is unequal to everything and ordered with nothing.
    Ok(Object::bool(match order {
        Some(order) => op.holds(order),
        None => op == CompareOp::Ne,
    }))
}

/// `int(a)`: the integer part.
pub fn to_int(t: &Thread, object: &Object) -> PyResult {
    let value = as_f64(object).unwrap_or(0.0);
    integer_of_float(t, value.trunc())
}

/// A float without a fraction as an integer (`PyLong_FromDouble`).
pub(crate) fn integer_of_float(t: &Thread, value: f64) -> PyResult {
    if value.abs() < 9e18 {
        return int(t, value as i64);
    }
    match truncate(value) {
        Some(integer) => crate::int_from_bigint(t, integer),
        None if value.is_nan() => Err(t.value_error("cannot convert float NaN to integer")),
        None => Err(t.overflow_error("cannot convert float infinity to integer")),
    }
}

/// An integer as a float object.
pub(crate) fn float_of_int(t: &Thread, value: Integer<'_>) -> PyResult {
    float(t, integer_to_f64(t, value)?)
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
    slots.power.set(Some(three_argument_power));
    slots.divmod.set(Some(divmod));
    slots
        .negative
        .set(Some(|t, object| unary(t, object, |value| -value)));
    slots.positive.set(Some(crate::float::exact));
    slots
        .absolute
        .set(Some(|t, object| unary(t, object, f64::abs)));
    slots
        .bool
        .set(Some(|_, object| Ok(as_f64(object) != Some(0.0))));
    slots.int.set(Some(to_int));
    slots.float.set(Some(crate::float::exact));
    slots.compare.set(Some(compare));
}
