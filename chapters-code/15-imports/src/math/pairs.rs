//! The functions of two floats.

use super::{domain_error, range_error};
use numbers::{float, float_value};
use objects::Object;
use types::{Args, NativeCode, NativeDef, Parameters, PyResult, Thread, Version, check_count};

fn two(t: &Thread, name: &str, args: &[Object]) -> PyResult<(f64, f64)> {
    check_count(t, name, args.len(), 2, 2)?;
    Ok((float_value(t, &args[0])?, float_value(t, &args[1])?))
}

/// `fmod`, which leaves the sign of the dividend.
fn fmod(t: &Thread, _: &Object, args: &[Object]) -> PyResult {
    let (x, y) = two(t, "fmod", args)?;
    if y.is_infinite() && x.is_finite() {
        return float(t, x);
    }
    let result = x % y;
    match result.is_nan() && !x.is_nan() && !y.is_nan() {
        true => Err(domain_error(t)),
        false => float(t, result),
    }
}

fn pow(t: &Thread, _: &Object, args: &[Object]) -> PyResult {
    let (x, y) = two(t, "pow", args)?;
    if x == 0.0 && y == f64::NEG_INFINITY && t.version == Version::V310 {
        return Err(domain_error(t));
    }
    let result = x.powf(y);
    if x.is_finite() && y.is_finite() {
        if result.is_nan() || result.is_infinite() && x == 0.0 {
            return Err(domain_error(t));
        }
        if result.is_infinite() {
            return Err(range_error(t));
        }
    }
    float(t, result)
}

/// What is left of `x` after taking the nearest multiple of `y` away (IEEE 754).
fn ieee_remainder(x: f64, y: f64) -> f64 {
    let (size, step) = (x.abs(), y.abs());
    let below = size % step;
    let above = step - below;
    let result = if below < above {
        below
    } else if below > above {
        -above
    } else {
        // Half way: the multiple is even.
        below - 2.0 * ((0.5 * (size - below)) % step)
    };
    1_f64.copysign(x) * result
}

fn remainder(t: &Thread, _: &Object, args: &[Object]) -> PyResult {
    let (x, y) = two(t, "remainder", args)?;
    if x.is_finite() && y.is_finite() {
        return match y == 0.0 {
            true => Err(domain_error(t)),
            false => float(t, ieee_remainder(x, y)),
        };
    }
    if x.is_nan() || y.is_nan() {
        return float(t, x + y);
    }
    match x.is_infinite() {
        true => Err(domain_error(t)),
        false => float(t, x),
    }
}

/// The float next to `x` on the way to `y`.
fn next_after(x: f64, y: f64) -> f64 {
    match x.partial_cmp(&y) {
        None => x + y,
        Some(std::cmp::Ordering::Equal) => y,
        Some(std::cmp::Ordering::Less) => x.next_up(),
        Some(std::cmp::Ordering::Greater) => x.next_down(),
    }
}

static IS_CLOSE: Parameters = Parameters {
    function: "isclose",
    names: &["a", "b", "rel_tol", "abs_tol"],
    required: 2,
    positional: 2,
};

fn isclose(t: &Thread, _: &Object, args: Args<'_>) -> PyResult {
    let [a, b, relative, absolute] = t.arguments(&IS_CLOSE, args)?;
    let value = |place: Option<&Object>, otherwise: f64| match place {
        Some(object) => float_value(t, object),
        None => Ok(otherwise),
    };
    let (a, b) = (value(a, 0.0)?, value(b, 0.0)?);
    let (relative, absolute) = (value(relative, 1e-9)?, value(absolute, 0.0)?);
    if relative < 0.0 || absolute < 0.0 {
        return Err(t.value_error("tolerances must be non-negative"));
    }
    let difference = (b - a).abs();
    let close = a == b
        || !(a.is_infinite() || b.is_infinite())
            && (difference <= (relative * b).abs()
                || difference <= (relative * a).abs()
                || difference <= absolute);
    Ok(Object::bool(close))
}

pub(super) static FUNCTIONS: &[NativeDef] = &[
    NativeDef {
        name: "atan2",
        code: NativeCode::Fast(|t, _, args| {
            let (y, x) = two(t, "atan2", args)?;
            float(t, y.atan2(x))
        }),
        doc: "Return the arc tangent (measured in radians) of y/x.",
    },
    NativeDef {
        name: "copysign",
        code: NativeCode::Fast(|t, _, args| {
            let (x, y) = two(t, "copysign", args)?;
            float(t, x.copysign(y))
        }),
        doc: "Return a float with the magnitude (absolute value) of x but the sign of y.",
    },
    NativeDef {
        name: "fmod",
        code: NativeCode::Fast(fmod),
        doc: "Return fmod(x, y), according to platform C.",
    },
    NativeDef {
        name: "pow",
        code: NativeCode::Fast(pow),
        doc: "Return x**y (x to the power of y).",
    },
    NativeDef {
        name: "remainder",
        code: NativeCode::Fast(remainder),
        doc: "Difference between x and the closest integer multiple of y.",
    },
    NativeDef {
        name: "nextafter",
        code: NativeCode::Fast(|t, _, args| {
            let (x, y) = two(t, "nextafter", args)?;
            float(t, next_after(x, y))
        }),
        doc: "Return the next floating-point value after x towards y.",
    },
    NativeDef {
        name: "isclose",
        code: NativeCode::Keywords(isclose),
        doc: "Determine whether two floating point numbers are close in value.",
    },
];
