//! What do `bytes` and `bytearray` share? They are sequences of bytes, with the methods of
//! strings as far as bytes can have them.

mod array;
mod change;
mod find;
mod hex;
mod iterator;
mod make;
mod methods;
mod mutate;
mod slots;
mod split;

pub use iterator::BytesIterator;
pub(crate) use make::bytes_of;

use objects::Object;
use std::borrow::Cow;
use types::{ByteArray, Bytes, ErrorKind, PyResult, Raised, Thread};

/// Is this a bytes-like object?
pub(crate) fn as_byte_string(object: &Object) -> bool {
    object.downcast::<Bytes>().is_some() || object.downcast::<ByteArray>().is_some()
}

/// The bytes of a bytes-like object. Those of a byte array are copied, since it can change
/// while they are looked at.
pub(crate) fn view(object: &Object) -> PyResult<Option<Cow<'_, [u8]>>> {
    if let Some(bytes) = object.downcast::<Bytes>() {
        return Ok(Some(Cow::Borrowed(bytes.as_slice())));
    }
    let Some(array) = object.downcast::<ByteArray>() else {
        return Ok(None);
    };
    crate::room::room(array.len())?;
    Ok(Some(Cow::Owned(array.look(<[u8]>::to_vec))))
}

/// The bytes of an argument that must be bytes-like (`PyObject_GetBuffer`).
pub(crate) fn buffer<'a>(t: &Thread, argument: &'a Object) -> PyResult<Cow<'a, [u8]>> {
    view(argument)?.ok_or_else(|| not_bytes(t, argument))
}

#[cold]
pub(crate) fn not_bytes(t: &Thread, argument: &Object) -> Raised {
    let kind = t.type_name(argument);
    t.type_error(format!("a bytes-like object is required, not '{kind}'"))
}

/// New bytes of the receiver's kind: `bytes` or `bytearray`, never a subclass.
fn like(t: &Thread, receiver: &Object, bytes: &[u8]) -> PyResult {
    match receiver.downcast::<ByteArray>() {
        Some(_) => t.bytearray(bytes),
        None => t.bytes(bytes),
    }
}

/// The receiver itself, if it is exactly `bytes`, which never change; else a copy.
fn unchanged(t: &Thread, receiver: &Object) -> PyResult {
    if t.is_exact(receiver, t.types.bytes) {
        return Ok(receiver.clone());
    }
    like(t, receiver, &buffer(t, receiver)?)
}

/// A part of the receiver.
fn part(t: &Thread, receiver: &Object, range: std::ops::Range<usize>) -> PyResult {
    let bytes = buffer(t, receiver)?;
    if range.len() == bytes.len() {
        return unchanged(t, receiver);
    }
    like(t, receiver, &bytes[range])
}

/// An integer that must be a byte.
fn byte(t: &Thread, value: &Object, what: &'static str) -> PyResult<u8> {
    let value = t.index_or(value, ErrorKind::OverflowError);
    match value {
        Ok(value) => u8::try_from(value).map_err(|_| t.value_error(what)),
        Err(raised) if raised.lazy_kind() == Some(ErrorKind::OverflowError) => {
            Err(t.value_error(what))
        }
        Err(raised) => Err(raised),
    }
}

const BYTE_RANGE: &str = "byte must be in range(0, 256)";

/// Fills the slots of `bytes`, `bytearray` and their iterators.
pub(crate) fn install(t: &Thread) -> PyResult<()> {
    iterator::install(t)?;
    slots::install(t)?;
    array::install(t)?;
    let no_view = |t: &Thread, _: &types::Type, _: types::Args<'_>| {
        Err(t.not_implemented_error("memoryview comes with the chapter `memory`"))
    };
    t.types.memoryview.slots.new.set(Some(no_view));
    Ok(())
}
