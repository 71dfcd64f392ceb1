//! The functions of one float: what they compute, and what is an error.

use super::{domain_error, range_error};
use numbers::{float, float_value};
use objects::Object;
use std::f64::consts::PI;
use types::{NativeCode, NativeDef, PyResult, Thread};

/// Computes a function of one float (`math_1`). A result that is not a number is a domain
/// error unless the argument was none; an infinite one is too, or an overflow.
pub(super) fn apply(
    t: &Thread,
    argument: &Object,
    function: fn(f64) -> f64,
    can_overflow: bool,
) -> PyResult {
    let x = float_value(t, argument)?;
    let result = function(x);
    if result.is_nan() && !x.is_nan() {
        return Err(domain_error(t));
    }
    if result.is_infinite() && x.is_finite() {
        return Err(match can_overflow {
            true => range_error(t),
            false => domain_error(t),
        });
    }
    float(t, result)
}

/// From here on, the square of a float plus one is its square.
const LARGE: f64 = (1_u64 << 28) as f64;

/// `asinh`, by a logarithm that keeps its digits where the argument is small.
fn asinh(x: f64) -> f64 {
    let size = x.abs();
    let result = if size > LARGE {
        size.ln() + std::f64::consts::LN_2
    } else if size > 2.0 {
        (2.0 * size + 1.0 / ((size * size + 1.0).sqrt() + size)).ln()
    } else if size >= 1.0 / LARGE {
        let square = size * size;
        (size + square / (1.0 + (1.0 + square).sqrt())).ln_1p()
    } else {
        return x;
    };
    result.copysign(x)
}

/// `acosh`
fn acosh(x: f64) -> f64 {
    if x < 1.0 {
        f64::NAN
    } else if x >= LARGE {
        x.ln() + std::f64::consts::LN_2
    } else if x > 2.0 {
        (2.0 * x - 1.0 / (x + (x * x - 1.0).sqrt())).ln()
    } else {
        let over = x - 1.0;
        (over + (2.0 * over + over * over).sqrt()).ln_1p()
    }
}

/// `atanh`
fn atanh(x: f64) -> f64 {
    let size = x.abs();
    let result = if size >= 1.0 {
        // There is no value; at one, it would be infinite.
        f64::NAN
    } else if size < 1.0 / LARGE {
        return x;
    } else if size < 0.5 {
        let twice = size + size;
        0.5 * (twice + twice * size / (1.0 - size)).ln_1p()
    } else {
        0.5 * ((size + size) / (1.0 - size)).ln_1p()
    };
    result.copysign(x)
}

/// A row of the table: a function of one float.
macro_rules! function {
    ($name:literal, $function:expr, $can_overflow:literal, $doc:literal) => {
        NativeDef {
            name: $name,
            code: NativeCode::One(|t, _, x| apply(t, x, $function, $can_overflow)),
            doc: $doc,
        }
    };
}

/// A row of the table: a question about one float.
macro_rules! question {
    ($name:literal, $question:expr, $doc:literal) => {
        NativeDef {
            name: $name,
            code: NativeCode::One(|t, _, x| {
                let question: fn(f64) -> bool = $question;
                Ok(Object::bool(question(float_value(t, x)?)))
            }),
            doc: $doc,
        }
    };
}

/// A row of the table: a change of unit, which takes whatever comes.
macro_rules! unit {
    ($name:literal, $factor:expr, $doc:literal) => {
        NativeDef {
            name: $name,
            code: NativeCode::One(|t, _, x| float(t, float_value(t, x)? * $factor)),
            doc: $doc,
        }
    };
}

/// Rounds to an integer: by the special method of the argument, if it is not a float.
fn to_integer(t: &Thread, x: &Object, special: &str, rounded: fn(f64) -> f64) -> PyResult {
    if !t.is_exact(x, t.types.float)
        && let Some(method) = t.special_method(x, &t.intern(special)?)?
    {
        return t.call_found(x, method, &[]);
    }
    let value = float_value(t, x)?;
    match numbers::truncate(rounded(value)) {
        Some(whole) => numbers::int_from_bigint(t, whole),
        None if value.is_nan() => Err(t.value_error("cannot convert float NaN to integer")),
        None => Err(t.overflow_error("cannot convert float infinity to integer")),
    }
}

fn trunc(t: &Thread, _: &Object, x: &Object) -> PyResult {
    match t.special_method(x, &t.names.trunc)? {
        Some(method) => t.call_found(x, method, &[]),
        None => {
            let kind = t.type_name(x);
            Err(t.type_error(format!("type {kind} doesn't define __trunc__ method")))
        }
    }
}

fn modf(t: &Thread, _: &Object, x: &Object) -> PyResult {
    let x = float_value(t, x)?;
    let (fraction, whole) = match x {
        _ if x.is_infinite() => (0_f64.copysign(x), x),
        _ if x.is_nan() => (x, x),
        _ => ((x - x.trunc()).copysign(x), x.trunc()),
    };
    t.tuple([float(t, fraction)?, float(t, whole)?])
}

/// `x` as a number in [0.5, 1) times a power of two.
pub(super) fn split(x: f64) -> (f64, i32) {
    if x == 0.0 || !x.is_finite() {
        return (x, 0);
    }
    const EXPONENT: u64 = 0x7FF << 52;
    const SCALE: f64 = (1_u64 << 54) as f64;
    let (bits, extra) = match x.is_normal() {
        true => (x.to_bits(), 0),
        false => ((x * SCALE).to_bits(), -54),
    };
    let exponent = ((bits & EXPONENT) >> 52) as i32 - 1022;
    let mantissa = f64::from_bits(bits & !EXPONENT | 1022 << 52);
    (mantissa, exponent + extra)
}

/// `x` times a power of two, rounded once.
pub(super) fn scale(x: f64, exponent: i32) -> f64 {
    libm::ldexp(x, exponent)
}

fn frexp(t: &Thread, _: &Object, x: &Object) -> PyResult {
    let (mantissa, exponent) = split(float_value(t, x)?);
    t.tuple([float(t, mantissa)?, Object::int32(exponent)])
}

fn ldexp(t: &Thread, _: &Object, args: &[Object]) -> PyResult {
    types::check_count(t, "ldexp", args.len(), 2, 2)?;
    let x = float_value(t, &args[0])?;
    let Some(exponent) = numbers::Integer::of(&args[1]) else {
        return Err(t.type_error("Expected an int as second argument to ldexp."));
    };
    // What does not fit is as far out as what does.
    let far = if exponent.is_negative() {
        i32::MIN
    } else {
        i32::MAX
    };
    let exponent = exponent
        .to_i64()
        .and_then(|value| i32::try_from(value).ok());
    let result = scale(x, exponent.unwrap_or(far).clamp(-10_000, 10_000));
    match result.is_infinite() && x.is_finite() {
        true => Err(range_error(t)),
        false => float(t, result),
    }
}

fn ulp(t: &Thread, _: &Object, x: &Object) -> PyResult {
    let x = float_value(t, x)?.abs();
    float(
        t,
        match x.next_up() {
            _ if !x.is_finite() => x,
            next if next.is_infinite() => x - x.next_down(),
            next => next - x,
        },
    )
}

/// What 3.11 adds.
pub(super) static FUNCTIONS_3_11: &[NativeDef] = &[
    function!("cbrt", f64::cbrt, false, "Return the cube root of x."),
    function!(
        "exp2",
        f64::exp2,
        true,
        "Return 2 raised to the power of x."
    ),
];

pub(super) static FUNCTIONS: &[NativeDef] = &[
    function!(
        "acos",
        f64::acos,
        false,
        "Return the arc cosine (measured in radians) of x."
    ),
    function!(
        "acosh",
        acosh,
        false,
        "Return the inverse hyperbolic cosine of x."
    ),
    function!(
        "asin",
        f64::asin,
        false,
        "Return the arc sine (measured in radians) of x."
    ),
    function!(
        "asinh",
        asinh,
        false,
        "Return the inverse hyperbolic sine of x."
    ),
    function!(
        "atan",
        f64::atan,
        false,
        "Return the arc tangent (measured in radians) of x."
    ),
    function!(
        "atanh",
        atanh,
        false,
        "Return the inverse hyperbolic tangent of x."
    ),
    function!(
        "cos",
        f64::cos,
        false,
        "Return the cosine of x (measured in radians)."
    ),
    function!(
        "cosh",
        f64::cosh,
        true,
        "Return the hyperbolic cosine of x."
    ),
    unit!(
        "degrees",
        180.0 / PI,
        "Convert angle x from radians to degrees."
    ),
    function!("erf", libm::erf, false, "Error function at x."),
    function!(
        "erfc",
        libm::erfc,
        false,
        "Complementary error function at x."
    ),
    function!("exp", f64::exp, true, "Return e raised to the power of x."),
    function!("expm1", f64::exp_m1, true, "Return exp(x)-1."),
    function!(
        "fabs",
        f64::abs,
        false,
        "Return the absolute value of the float x."
    ),
    unit!(
        "radians",
        PI / 180.0,
        "Convert angle x from degrees to radians."
    ),
    function!(
        "sin",
        f64::sin,
        false,
        "Return the sine of x (measured in radians)."
    ),
    function!("sinh", f64::sinh, true, "Return the hyperbolic sine of x."),
    function!("sqrt", f64::sqrt, false, "Return the square root of x."),
    function!(
        "tan",
        f64::tan,
        false,
        "Return the tangent of x (measured in radians)."
    ),
    function!(
        "tanh",
        f64::tanh,
        false,
        "Return the hyperbolic tangent of x."
    ),
    question!(
        "isfinite",
        |x| x.is_finite(),
        "Return True if x is neither an infinity nor a NaN, and False otherwise."
    ),
    question!(
        "isinf",
        |x| x.is_infinite(),
        "Return True if x is a positive or negative infinity, and False otherwise."
    ),
    question!(
        "isnan",
        |x| x.is_nan(),
        "Return True if x is a NaN (not a number), and False otherwise."
    ),
    NativeDef {
        name: "ceil",
        code: NativeCode::One(|t, _, x| to_integer(t, x, "__ceil__", f64::ceil)),
        doc: "Return the ceiling of x as an Integral.",
    },
    NativeDef {
        name: "floor",
        code: NativeCode::One(|t, _, x| to_integer(t, x, "__floor__", f64::floor)),
        doc: "Return the floor of x as an Integral.",
    },
    NativeDef {
        name: "trunc",
        code: NativeCode::One(trunc),
        doc: "Truncates the Real x to the nearest Integral toward 0.",
    },
    NativeDef {
        name: "modf",
        code: NativeCode::One(modf),
        doc: "Return the fractional and integer parts of x.",
    },
    NativeDef {
        name: "frexp",
        code: NativeCode::One(frexp),
        doc: "Return the mantissa and exponent of x, as pair (m, e).",
    },
    NativeDef {
        name: "ldexp",
        code: NativeCode::Fast(ldexp),
        doc: "Return x * (2**i).",
    },
    NativeDef {
        name: "ulp",
        code: NativeCode::One(ulp),
        doc: "Return the value of the least significant bit of the float x.",
    },
];
