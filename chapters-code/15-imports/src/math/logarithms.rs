//! `log` and its relatives, which take integers of any size.

use super::domain_error;
use super::real::split;
use numbers::{Integer, float, float_value};
use objects::Object;
use types::{BinaryOp, NativeCode, NativeDef, PyResult, Thread};

/// The logarithm of a float; `None` where there is none.
fn checked(x: f64, log: fn(f64) -> f64) -> Option<f64> {
    match x > 0.0 || x.is_nan() {
        true => Some(log(x)),
        false => None,
    }
}

/// The logarithm of an integer (`loghelper`): one that is too large for a float is a float
/// times a power of two.
fn of_integer(value: Integer<'_>, log: fn(f64) -> f64) -> Option<f64> {
    if value.is_negative() || value.is_zero() {
        return None;
    }
    let big = value.to_big();
    if let Some(x) = numbers::bigint_to_f64(&big) {
        return Some(log(x));
    }
    let extra = big.bits().saturating_sub(1000);
    let (mantissa, exponent) = split(numbers::bigint_to_f64(&(&*big >> extra))?);
    let exponent = f64::from(exponent) + extra as f64;
    Some(log(mantissa) + log(2.0) * exponent)
}

fn logarithm(t: &Thread, x: &Object, log: fn(f64) -> f64) -> PyResult {
    let result = match Integer::of(x) {
        Some(value) => of_integer(value, log),
        None => checked(float_value(t, x)?, log),
    };
    match result {
        Some(value) => float(t, value),
        None => Err(domain_error(t)),
    }
}

fn log(t: &Thread, _: &Object, args: &[Object]) -> PyResult {
    if !(1..=2).contains(&args.len()) {
        return Err(t.type_error("math.log requires 1 to 2 arguments"));
    }
    let value = logarithm(t, &args[0], f64::ln)?;
    match args.get(1) {
        None => Ok(value),
        Some(base) => t.binary(BinaryOp::TrueDivide, &value, &logarithm(t, base, f64::ln)?),
    }
}

/// `log1p`, whose pole is at −1.
fn log1p(t: &Thread, _: &Object, x: &Object) -> PyResult {
    let x = float_value(t, x)?;
    match x > -1.0 || x.is_nan() {
        true => float(t, x.ln_1p()),
        false => Err(domain_error(t)),
    }
}

pub(super) static FUNCTIONS: &[NativeDef] = &[
    NativeDef {
        name: "log",
        code: NativeCode::Tuple(log),
        doc: "log(x, [base=math.e])",
    },
    NativeDef {
        name: "log2",
        code: NativeCode::One(|t, _, x| logarithm(t, x, f64::log2)),
        doc: "Return the base 2 logarithm of x.",
    },
    NativeDef {
        name: "log10",
        code: NativeCode::One(|t, _, x| logarithm(t, x, f64::log10)),
        doc: "Return the base 10 logarithm of x.",
    },
    NativeDef {
        name: "log1p",
        code: NativeCode::One(log1p),
        doc: "Return the natural logarithm of 1+x (base e).",
    },
];
