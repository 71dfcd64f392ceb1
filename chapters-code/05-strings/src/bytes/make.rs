//! Of what can bytes be made? The constructors of `bytes` and `bytearray`.

use super::{buffer, byte, view};
use crate::codecs;
use crate::text::name_argument;
use objects::Object;
use std::borrow::Cow;
use types::{Args, Bytes, ErrorKind, Parameters, PyResult, Thread, Type, as_str};

/// The bytes of a bytes-like object, or those that `__bytes__` gives; `None` if it is
/// neither.
pub(crate) fn bytes_of<'a>(t: &Thread, value: &'a Object) -> PyResult<Option<Cow<'a, [u8]>>> {
    if let Some(bytes) = view(value)? {
        return Ok(Some(bytes));
    }
    match from_method(t, value)? {
        Some(bytes) => Ok(Some(Cow::Owned(buffer(t, &bytes)?.into_owned()))),
        None => Ok(None),
    }
}

/// What `__bytes__` gives, if there is one.
fn from_method(t: &Thread, value: &Object) -> PyResult<Option<Object>> {
    let Some(method) = t.special_method(value, &t.names.bytes)? else {
        return Ok(None);
    };
    let bytes = t.call_found(value, method, &[])?;
    if bytes.downcast::<Bytes>().is_none() {
        let kind = t.type_name(&bytes);
        return Err(t.type_error(format!("__bytes__ returned non-bytes (type {kind})")));
    }
    Ok(Some(bytes))
}

/// The bytes that `source`, `encoding` and `errors` stand for.
pub(super) fn from_arguments(t: &Thread, kind: &'static str, args: Args<'_>) -> PyResult<Vec<u8>> {
    let parameters = Parameters::new(kind, &["source", "encoding", "errors"], 0);
    let [source, encoding, errors] = t.arguments(&parameters, args)?;
    let text = source.and_then(as_str);
    if text.is_none() && encoding.is_some() {
        return Err(t.type_error("encoding without a string argument"));
    }
    if text.is_none() && errors.is_some() {
        return Err(t.type_error("errors without a string argument"));
    }
    if let (Some(text), true) = (text, encoding.is_some() || errors.is_some()) {
        let encoding = name_argument(t, kind, "encoding", encoding)?;
        let errors = name_argument(t, kind, "errors", errors)?;
        if encoding.is_none() {
            return Err(t.type_error("string argument without an encoding"));
        }
        let bytes = codecs::encode(t, text, encoding.as_deref(), errors.as_deref())?;
        return Ok(buffer(t, &bytes)?.into_owned());
    }
    match source {
        Some(source) => from_source(t, kind, source),
        None => Ok(Vec::new()),
    }
}

fn from_source(t: &Thread, kind: &'static str, source: &Object) -> PyResult<Vec<u8>> {
    if kind == "bytes"
        && let Some(bytes) = from_method(t, source)?
    {
        return Ok(buffer(t, &bytes)?.into_owned());
    }
    if as_str(source).is_some() {
        return Err(t.type_error("string argument without an encoding"));
    }
    if t.type_of(source).slots.index.get().is_some() {
        match t.index_or(source, ErrorKind::OverflowError) {
            Ok(count) => {
                let count = usize::try_from(count).map_err(|_| t.value_error("negative count"))?;
                crate::room::room(count)?;
                return Ok(vec![0; count]);
            }
            // An object whose `__index__` fails may still be a sequence.
            Err(raised) if raised.is(t, ErrorKind::TypeError) => (),
            Err(raised) => return Err(raised),
        }
    }
    if let Some(bytes) = view(source)? {
        return Ok(bytes.into_owned());
    }
    let slots = &t.type_of(source).slots;
    if slots.iter.get().is_none() && slots.item.get().is_none() {
        let name = t.type_name(source);
        return Err(t.type_error(format!("cannot convert '{name}' object to {kind}")));
    }
    let range = match kind {
        "bytes" => "bytes must be in range(0, 256)",
        _ => super::BYTE_RANGE,
    };
    collect(t, source, range)
}

/// The bytes that an iterable of integers gives.
pub(super) fn collect(t: &Thread, source: &Object, range: &'static str) -> PyResult<Vec<u8>> {
    let mut bytes = Vec::new();
    t.for_each(source, |item| {
        crate::room::room(bytes.len() + 1)?;
        bytes.push(byte(t, &item, range)?);
        Ok(())
    })?;
    Ok(bytes)
}

/// `bytes(source, encoding, errors)` of a class.
pub(super) fn new(t: &Thread, class: &Type, args: Args<'_>) -> PyResult {
    if let ([source], false) = (args.plain(), args.has_keywords())
        && class.is(t.types.bytes)
        && t.is_exact(source, t.types.bytes)
    {
        return Ok(source.clone());
    }
    let bytes = from_arguments(t, "bytes", args)?;
    match class.is(t.types.bytes) {
        true => t.bytes(&bytes),
        false => Ok(Bytes::new(class, &bytes)?.into_object()),
    }
}
