//! `gamma` and `lgamma`, by Lanczos' approximation with the coefficients that CPython uses
//! (N = 13, g = 6.0246…): the results are the same to the last bit where `exp` and `pow` are.

use super::{domain_error, range_error};
use numbers::{float, float_value};
use objects::Object;
use std::f64::consts::PI;
use types::{NativeCode, NativeDef, PyResult, Thread};

const G: f64 = 6.024_680_040_776_73;
const G_MINUS_HALF: f64 = 5.524_680_040_776_73;
const LOG_PI: f64 = 1.144_729_885_849_400_2;

/// The coefficients of the numerator, lowest power first.
const NUMERATOR: [f64; 13] = [
    23_531_376_880.410_76,
    42_919_803_642.649_1,
    35_711_959_237.355_67,
    17_921_034_426.037_21,
    6_039_542_586.352_028,
    1_439_720_407.311_721_6,
    248_874_557.862_054_17,
    31_426_415.585_400_194,
    2_876_370.628_935_372_5,
    186_056.265_395_223_48,
    8_071.672_002_365_816,
    210.824_277_751_579_36,
    2.506_628_274_631_000_2,
];

/// The coefficients of the denominator: x(x + 1)…(x + 11).
const DENOMINATOR: [f64; 13] = [
    0.0,
    39916800.0,
    120543840.0,
    150917976.0,
    105258076.0,
    45995730.0,
    13339535.0,
    2637558.0,
    357423.0,
    32670.0,
    1925.0,
    66.0,
    1.0,
];

/// The quotient of both polynomials at a positive `x`. Large ones are put in by their
/// reciprocals, so that nothing overflows.
fn lanczos_sum(x: f64) -> f64 {
    let (mut top, mut bottom) = (0.0, 0.0);
    let rows = NUMERATOR.iter().zip(&DENOMINATOR);
    if x < 5.0 {
        for (a, b) in rows.rev() {
            top = top * x + a;
            bottom = bottom * x + b;
        }
    } else {
        for (a, b) in rows {
            top = top / x + a;
            bottom = bottom / x + b;
        }
    }
    top / bottom
}

/// sin(pi * x), exact at the zeros.
fn sin_pi(x: f64) -> f64 {
    let y = x.abs() % 2.0;
    let result = match (2.0 * y).round() as i64 {
        0 => (PI * y).sin(),
        1 => (PI * (y - 0.5)).cos(),
        // Not -sin(pi * (y - 1)): the zero would have the wrong sign.
        2 => (PI * (1.0 - y)).sin(),
        3 => -(PI * (y - 1.5)).cos(),
        _ => (PI * (y - 2.0)).sin(),
    };
    1_f64.copysign(x) * result
}

/// Why there is no result.
enum Failure {
    Domain,
    Range,
}

/// The factorials that floats hold exactly, by multiplication.
fn small_factorial(x: f64) -> f64 {
    let mut result = 1.0;
    let mut factor = 2.0;
    while factor < x {
        result *= factor;
        factor += 1.0;
    }
    result
}

fn gamma(x: f64) -> Result<f64, Failure> {
    if !x.is_finite() {
        return match x == f64::NEG_INFINITY {
            true => Err(Failure::Domain),
            false => Ok(x),
        };
    }
    if x == 0.0 {
        return Err(Failure::Domain);
    }
    if x == x.floor() {
        if x < 0.0 {
            return Err(Failure::Domain);
        }
        if x <= 23.0 {
            return Ok(small_factorial(x));
        }
    }
    let size = x.abs();
    if size < 1e-20 {
        return finite(1.0 / x);
    }
    if size > 200.0 {
        // Here the result is below the smallest float, or above the largest.
        return match x < 0.0 {
            true => Ok(0.0 / sin_pi(x)),
            false => Err(Failure::Range),
        };
    }
    finite(lanczos_gamma(x, size))
}

fn finite(result: f64) -> Result<f64, Failure> {
    match result.is_infinite() {
        true => Err(Failure::Range),
        false => Ok(result),
    }
}

fn lanczos_gamma(x: f64, size: f64) -> f64 {
    let y = size + G_MINUS_HALF;
    // What was lost in the addition.
    let lost = if size > G_MINUS_HALF {
        (y - size) - G_MINUS_HALF
    } else {
        (y - G_MINUS_HALF) - size
    };
    let correction = lost * G / y;
    // The power may overflow where the result does not: then it comes in two halves.
    let (power, times) = match size < 140.0 {
        true => (y.powf(size - 0.5), 1),
        false => (y.powf(size / 2.0 - 0.25), 2),
    };
    let mut result;
    if x < 0.0 {
        result = -PI / sin_pi(size) / size * y.exp() / lanczos_sum(size);
        result -= correction * result;
        (0..times).for_each(|_| result /= power);
    } else {
        result = lanczos_sum(size) / y.exp();
        result += correction * result;
        (0..times).for_each(|_| result *= power);
    }
    result
}

fn log_gamma(x: f64) -> Result<f64, Failure> {
    if !x.is_finite() {
        return Ok(if x.is_nan() { x } else { f64::INFINITY });
    }
    if x == x.floor() && x <= 2.0 {
        return match x <= 0.0 {
            true => Err(Failure::Domain),
            false => Ok(0.0),
        };
    }
    let size = x.abs();
    if size < 1e-20 {
        return Ok(-size.ln());
    }
    let mut result = lanczos_sum(size).ln() - G;
    result += (size - 0.5) * ((size + G - 0.5).ln() - 1.0);
    if x < 0.0 {
        result = LOG_PI - sin_pi(size).abs().ln() - size.ln() - result;
    }
    finite(result)
}

fn apply(t: &Thread, x: &Object, function: fn(f64) -> Result<f64, Failure>) -> PyResult {
    match function(float_value(t, x)?) {
        Ok(result) => float(t, result),
        Err(Failure::Domain) => Err(domain_error(t)),
        Err(Failure::Range) => Err(range_error(t)),
    }
}

pub(super) static FUNCTIONS: &[NativeDef] = &[
    NativeDef {
        name: "gamma",
        code: NativeCode::One(|t, _, x| apply(t, x, gamma)),
        doc: "Gamma function at x.",
    },
    NativeDef {
        name: "lgamma",
        code: NativeCode::One(|t, _, x| apply(t, x, log_gamma)),
        doc: "Natural logarithm of absolute value of Gamma function at x.",
    },
];
