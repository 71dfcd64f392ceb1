//! Numbers that are words. (Those on the heap come with the chapter on numbers.)

use num_bigint::BigInt;
use objects::Object;
use std::borrow::Cow;
use types::{PyResult, Thread};

pub(crate) enum Integer {
    Small(i64),
}

impl Integer {
    pub(crate) fn of(object: &Object) -> Option<Integer> {
        let value = object.as_small_int();
        value
            .or(object.as_bool().map(i64::from))
            .map(Integer::Small)
    }
    pub(crate) fn to_i64(&self) -> Option<i64> {
        let Integer::Small(value) = self;
        Some(*value)
    }
    pub(crate) fn to_big(&self) -> Cow<'_, BigInt> {
        let Integer::Small(value) = self;
        Cow::Owned(BigInt::from(*value))
    }
    pub(crate) fn is_negative(&self) -> bool {
        let Integer::Small(value) = self;
        *value < 0
    }
}

fn missing(t: &Thread) -> types::Raised {
    t.system_error("numbers on the heap come with the chapter on numbers")
}

pub(crate) fn int(t: &Thread, value: i64) -> PyResult {
    Object::small_int(value).ok_or_else(|| missing(t))
}

pub(crate) fn int_from_usize(t: &Thread, value: usize) -> PyResult {
    int(t, value as i64)
}

pub(crate) fn int_from_bigint(t: &Thread, value: BigInt) -> PyResult {
    let value = i64::try_from(value).map_err(|_| missing(t))?;
    int(t, value)
}

pub(crate) fn float(t: &Thread, value: f64) -> PyResult {
    Object::small_float(value).ok_or_else(|| missing(t))
}

pub(crate) fn complex(t: &Thread, _: (f64, f64)) -> PyResult {
    Err(missing(t))
}

pub(crate) fn as_f64(object: &Object) -> Option<f64> {
    object.as_small_float()
}

pub(crate) fn as_complex(_: &Object) -> Option<(f64, f64)> {
    None
}
