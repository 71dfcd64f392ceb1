//! `math`: the functions of the C library, with Python's errors and Python's integers.

mod gamma;
mod integers;
mod logarithms;
mod pairs;
mod real;
mod sums;

use crate::native::Filling;
use types::{PyResult, Raised, Thread, Version};

/// The functions in the order of CPython's table (`math_methods`): an inline cache holds the
/// place of a name in the module's namespace.
static ORDER: &[&str] = &[
    "acos",
    "acosh",
    "asin",
    "asinh",
    "atan",
    "atan2",
    "atanh",
    "cbrt",
    "ceil",
    "copysign",
    "cos",
    "cosh",
    "degrees",
    "dist",
    "erf",
    "erfc",
    "exp",
    "exp2",
    "expm1",
    "fabs",
    "factorial",
    "floor",
    "fmod",
    "frexp",
    "fsum",
    "gamma",
    "gcd",
    "hypot",
    "isclose",
    "isfinite",
    "isinf",
    "isnan",
    "isqrt",
    "lcm",
    "ldexp",
    "lgamma",
    "log",
    "log1p",
    "log10",
    "log2",
    "modf",
    "pow",
    "radians",
    "remainder",
    "sin",
    "sinh",
    "sqrt",
    "tan",
    "tanh",
    "trunc",
    "prod",
    "perm",
    "comb",
    "nextafter",
    "ulp",
];

/// `ValueError`: no number is the answer.
#[cold]
fn domain_error(t: &Thread) -> Raised {
    t.value_error("math domain error")
}

/// `OverflowError`: the answer is too large for a float.
#[cold]
fn range_error(t: &Thread) -> Raised {
    t.overflow_error("math range error")
}

/// Fills the module.
pub(crate) fn fill(t: &Thread, math: &Filling) -> PyResult<()> {
    math.set(
        t,
        "__doc__",
        t.str(
            "This module provides access to the mathematical functions\ndefined by the C standard.",
        )?,
    )?;
    let tables = [
        real::FUNCTIONS,
        real::FUNCTIONS_3_11,
        gamma::FUNCTIONS,
        logarithms::FUNCTIONS,
        pairs::FUNCTIONS,
        integers::FUNCTIONS,
        sums::FUNCTIONS,
    ];
    let of = |name: &str| {
        let mut rows = tables.iter().copied().flatten();
        rows.find(|row| row.name == name)
    };
    let in_3_11 = |name: &str| real::FUNCTIONS_3_11.iter().any(|row| row.name == name);
    for name in ORDER {
        if t.version >= Version::V311 || !in_3_11(name) {
            let row = of(name).ok_or_else(|| t.system_error("a function of math has no row"))?;
            math.function(t, row)?;
        }
    }
    for (name, value) in [
        ("pi", std::f64::consts::PI),
        ("e", std::f64::consts::E),
        ("tau", std::f64::consts::TAU),
        ("inf", f64::INFINITY),
        ("nan", f64::NAN),
    ] {
        math.set(t, name, numbers::float(t, value)?)?;
    }
    Ok(())
}
