//! How does any object become an int or a float? By its `__int__`, `__index__`,
//! `__trunc__` or `__float__`, or as text (`PyNumber_Long`, `PyNumber_Float`).

use crate::float::{as_f64, converted, float};
use crate::int::{Integer, exact};
use crate::{float_text, int_text};
use objects::Object;
use types::{ByteArray, Bytes, PyResult, Thread, as_str};

/// `int(object)`: an object of exactly type `int`.
pub fn to_int(t: &Thread, object: &Object) -> PyResult {
    let slots = &t.type_of(object).slots;
    if let Some(convert) = slots.int.get() {
        return checked_int(t, convert(t, object)?, "__int__ returned non-int");
    }
    if slots.index.get().is_some() {
        return exact(t, &t.index(object)?);
    }
    if let Some(method) = t.special_method(object, &t.names.trunc)? {
        let whole = t.call_found(object, method, &[])?;
        if Integer::of(&whole).is_none() && t.type_of(&whole).slots.index.get().is_some() {
            return exact(t, &t.index(&whole)?);
        }
        return checked_int(t, whole, "__trunc__ returned non-Integral");
    }
    if let Some(text) = as_str(object) {
        return int_text::parse_str(t, t.types.int, text, 10, object);
    }
    if let Some(bytes) = buffer(object) {
        return int_text::parse_bytes(t, t.types.int, &bytes, 10);
    }
    Err(t.type_error(format!(
        "int() argument must be a string, a bytes-like object or a real number, not '{}'",
        t.type_name(object)
    )))
}

fn checked_int(t: &Thread, result: Object, otherwise: &str) -> PyResult {
    match Integer::of(&result) {
        Some(_) => exact(t, &result),
        None => Err(t.type_error(format!("{otherwise} (type {})", t.type_name(&result)))),
    }
}

/// `float(object)`: an object of exactly type `float`.
pub fn to_float(t: &Thread, object: &Object) -> PyResult {
    let slots = &t.type_of(object).slots;
    if as_f64(object).is_some() && t.is_exact(object, t.types.float) {
        return Ok(object.clone());
    }
    if slots.float.get().is_some() || slots.index.get().is_some() {
        return float(t, converted(t, object)?);
    }
    if let Some(text) = as_str(object) {
        return float(t, float_text::parse_str(t, text, object)?);
    }
    if let Some(bytes) = buffer(object) {
        return float(t, float_text::parse_bytes(t, &bytes, object)?);
    }
    Err(t.type_error(format!(
        "float() argument must be a string or a real number, not '{}'",
        t.type_name(object)
    )))
}

/// An argument of a native function that is a number of items (`PyLong_AsSsize_t`).
pub fn to_isize(t: &Thread, object: &Object) -> PyResult<i64> {
    let index = t.index(object)?;
    Integer::of(&index)
        .and_then(Integer::to_i64)
        .ok_or_else(|| t.overflow_error("Python int too large to convert to C ssize_t"))
}

/// A copy of the bytes of `bytes` or `bytearray`; `None` for any other object.
pub fn buffer(object: &Object) -> Option<Vec<u8>> {
    match object.downcast::<Bytes>() {
        Some(bytes) => Some(bytes.as_slice().to_vec()),
        None => object
            .downcast::<ByteArray>()
            .map(|array| array.look(<[u8]>::to_vec)),
    }
}
