//! `math`: the functions of the C library, with Python's errors and Python's integers.

mod gamma;
mod integers;
mod logarithms;
mod pairs;
mod real;
mod sums;

use crate::native::Filling;
use types::{PyResult, Raised, Thread, Version};

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
    math.functions(t, real::FUNCTIONS)?;
    if t.version >= Version::V311 {
        math.functions(t, real::FUNCTIONS_3_11)?;
    }
    math.functions(t, gamma::FUNCTIONS)?;
    math.functions(t, logarithms::FUNCTIONS)?;
    math.functions(t, pairs::FUNCTIONS)?;
    math.functions(t, integers::FUNCTIONS)?;
    math.functions(t, sums::FUNCTIONS)?;
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
