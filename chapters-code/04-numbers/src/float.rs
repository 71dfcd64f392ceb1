//! How is a float held? In the word if its magnitude is ordinary, on the heap if not.
//!
//! The word takes zero and every magnitude between 2⁻²⁵⁶ and 2²⁵⁶; what is outside,
//! infinities and NaNs are objects, and so is every instance of a subclass.

use crate::int::Integer;
use crate::real::bigint_to_f64;
use objects::{Object, heap, payload};
use types::{PyResult, Thread, Type};

/// A float on the heap.
pub struct Float {
    value: f64,
}

payload!(Float, "float");

/// A float.
#[inline]
pub fn float(t: &Thread, value: f64) -> PyResult {
    match Object::small_float(value) {
        Some(word) => Ok(word),
        None => boxed(t.types.float, value),
    }
}

/// A float of a class: `float` itself or one derived from it.
pub fn float_of_class(t: &Thread, class: &Type, value: f64) -> PyResult {
    if class.is(t.types.float) {
        float(t, value)
    } else {
        boxed(class, value)
    }
}

fn boxed(class: &Type, value: f64) -> PyResult {
    Ok(heap().make(class.core(), Float { value })?.into_object())
}

/// The number in a float object, if it is one.
#[inline]
pub fn as_f64(object: &Object) -> Option<f64> {
    match object.as_small_float() {
        Some(value) => Some(value),
        None => object.downcast::<Float>().map(|float| float.value),
    }
}

/// The float nearest to an integer, or `OverflowError`.
pub fn integer_to_f64(t: &Thread, value: Integer<'_>) -> PyResult<f64> {
    match value {
        Integer::Small(value) => Ok(value as f64),
        Integer::Wide(value) => Ok(value as f64),
        Integer::Big(value) => bigint_to_f64(value)
            .ok_or_else(|| t.overflow_error("int too large to convert to float")),
    }
}

/// An operand of float arithmetic: a float, or an integer made one; `None` for anything
/// else (`CONVERT_TO_DOUBLE`).
#[inline]
pub(crate) fn operand(t: &Thread, object: &Object) -> PyResult<Option<f64>> {
    if let Some(value) = as_f64(object) {
        return Ok(Some(value));
    }
    Integer::of(object)
        .map(|value| integer_to_f64(t, value))
        .transpose()
}

/// The same number as an object of exactly type `float`.
pub(crate) fn exact(t: &Thread, object: &Object) -> PyResult {
    match as_f64(object) {
        Some(_) if t.is_exact(object, t.types.float) => Ok(object.clone()),
        Some(value) => float(t, value),
        None => Err(t.type_error("must be real number")),
    }
}

/// The number in an object that is a float or can be made one (`PyFloat_AsDouble`).
pub fn float_value(t: &Thread, object: &Object) -> PyResult<f64> {
    if let Some(value) = as_f64(object) {
        return Ok(value);
    }
    converted(t, object)
}

/// The number that an object's `__float__` or `__index__` gives. A class derived from `float`
/// may have one of its own.
pub(crate) fn converted(t: &Thread, object: &Object) -> PyResult<f64> {
    let slots = &t.type_of(object).slots;
    if let Some(convert) = slots.float.get() {
        let result = convert(t, object)?;
        return as_f64(&result).ok_or_else(|| {
            t.type_error(format!(
                "{}.__float__ returned non-float (type {})",
                t.type_name(object),
                t.type_name(&result)
            ))
        });
    }
    if slots.index.get().is_some() {
        let index = t.index(object)?;
        if let Some(value) = Integer::of(&index) {
            return integer_to_f64(t, value);
        }
    }
    Err(t.type_error(format!("must be real number, not {}", t.type_name(object))))
}
