//! How is a complex number held? As a pair of floats on the heap.

use crate::float::{as_f64, converted, float_value, integer_to_f64};
use crate::int::Integer;
use objects::{Object, heap, payload};
use types::{PyResult, Thread, Type};

/// A complex number: real and imaginary part.
pub struct Complex {
    value: (f64, f64),
}

payload!(Complex, "complex");

/// A complex number.
pub fn complex(t: &Thread, value: (f64, f64)) -> PyResult {
    complex_of_class(t, t.types.complex, value)
}

/// A complex number of a class: `complex` itself or one derived from it.
pub fn complex_of_class(_: &Thread, class: &Type, value: (f64, f64)) -> PyResult {
    Ok(heap().make(class.core(), Complex { value })?.into_object())
}

/// The parts of a complex object, if it is one.
pub fn as_complex(object: &Object) -> Option<(f64, f64)> {
    object.downcast::<Complex>().map(|complex| complex.value)
}

/// An operand of complex arithmetic: a complex number, or a float or integer made one;
/// `None` for anything else (`to_complex`).
pub(crate) fn operand(t: &Thread, object: &Object) -> PyResult<Option<(f64, f64)>> {
    if let Some(value) = as_complex(object) {
        return Ok(Some(value));
    }
    if let Some(value) = as_f64(object) {
        return Ok(Some((value, 0.0)));
    }
    let integer = Integer::of(object).map(|value| integer_to_f64(t, value));
    Ok(integer.transpose()?.map(|value| (value, 0.0)))
}

/// What `object.__complex__()` returns, if the type has that method
/// (`try_complex_special_method`).
fn by_special_method(t: &Thread, object: &Object) -> PyResult<Option<(f64, f64)>> {
    let Some(method) = t.special_method(object, &t.names.complex)? else {
        return Ok(None);
    };
    let result = t.call_found(object, method, &[])?;
    match as_complex(&result) {
        Some(value) => Ok(Some(value)),
        None => Err(t.type_error(format!(
            "__complex__ returned non-complex (type {})",
            t.type_name(&result)
        ))),
    }
}

/// The number in an object that is complex or can be made so (`PyComplex_AsCComplex`).
pub fn complex_value(t: &Thread, object: &Object) -> PyResult<(f64, f64)> {
    if let Some(value) = as_complex(object) {
        return Ok(value);
    }
    match by_special_method(t, object)? {
        Some(value) => Ok(value),
        None => Ok((float_value(t, object)?, 0.0)),
    }
}

/// An argument of `complex()`.
enum Part {
    Real(f64),
    Complex((f64, f64)),
}

impl Part {
    fn of(t: &Thread, object: &Object, which: &str) -> PyResult<Part> {
        if let Some(value) = as_complex(object) {
            return Ok(Part::Complex(value));
        }
        let slots = &t.type_of(object).slots;
        if slots.float.get().is_none() && slots.index.get().is_none() {
            let kind = t.type_name(object);
            return Err(t.type_error(format!("complex() {which}, not '{kind}'")));
        }
        Ok(Part::Real(match t.is_exact(object, t.types.float) {
            true => float_value(t, object)?,
            false => converted(t, object)?,
        }))
    }

    fn real(&self) -> f64 {
        match self {
            Part::Real(value) | Part::Complex((value, _)) => *value,
        }
    }
}

/// `complex(real, imag)` of two numbers: `real + imag * 1j` (`complex_new_impl`). A part
/// that is not complex adds nothing in the other direction, not even a zero.
pub(crate) fn of_parts(
    t: &Thread,
    class: &Type,
    real: Option<&Object>,
    imaginary: Option<&Object>,
) -> PyResult {
    let real = match real {
        None => Part::Real(0.0),
        Some(part) => match by_special_method(t, part)? {
            Some(value) => Part::Complex(value),
            None => Part::of(t, part, "first argument must be a string or a number")?,
        },
    };
    let Some(imaginary) = imaginary else {
        return match real {
            Part::Real(value) => complex_of_class(t, class, (value, 0.0)),
            Part::Complex(value) => complex_of_class(t, class, value),
        };
    };
    let imaginary = Part::of(t, imaginary, "second argument must be a number")?;
    let mut value = (real.real(), imaginary.real());
    if let Part::Complex((_, turned)) = imaginary {
        value.0 -= turned;
    }
    if let Part::Complex((_, own)) = real {
        value.1 += own;
    }
    complex_of_class(t, class, value)
}
