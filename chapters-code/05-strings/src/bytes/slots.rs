//! What can be done with `bytes`? Its slots.

use super::{buffer, change, find, iterator, make, methods, view};
use crate::builder::Builder;
use crate::repr::{push_escape, quote};
use objects::Object;
use types::{
    BinaryOp, Bytes, CompareOp, ErrorKind, Flags, Indices, PyResult, Raised, Slice, Thread,
};

/// Adds `b'…'`. A byte array's `repr` escapes single quotes between double ones too.
pub(super) fn push_repr(builder: &mut Builder, bytes: &[u8], always_escape: bool) {
    let quote = quote(bytes.iter().map(|&byte| byte.into()));
    builder.push(b'b'.into());
    builder.push(quote);
    for &byte in bytes {
        match byte {
            b'\\' => builder.push_text("\\\\"),
            b'\t' => builder.push_text("\\t"),
            b'\n' => builder.push_text("\\n"),
            b'\r' => builder.push_text("\\r"),
            b'\'' if always_escape || quote == u32::from(b'\'') => builder.push_text("\\'"),
            b' '..=b'~' => builder.push(byte.into()),
            _ => push_escape(builder, byte.into()),
        }
    }
    builder.push(quote);
}

fn repr(t: &Thread, object: &Object) -> PyResult {
    let bytes = buffer(t, object)?;
    crate::room::room(bytes.len().saturating_mul(4))?;
    let mut builder = Builder::new();
    push_repr(&mut builder, &bytes, false);
    builder.finish(t)
}

fn this<'a>(t: &Thread, object: &'a Object) -> PyResult<&'a Bytes> {
    object.downcast().ok_or_else(|| super::not_bytes(t, object))
}

fn hash(t: &Thread, object: &Object) -> PyResult<i64> {
    Ok(this(t, object)?.hash(t))
}

fn length(t: &Thread, object: &Object) -> PyResult<usize> {
    Ok(this(t, object)?.len())
}

/// Compares bytes with bytes only; a byte array on the other side compares itself.
fn compare(_: &Thread, a: &Object, b: &Object, op: CompareOp) -> PyResult {
    match (a.downcast::<Bytes>(), b.downcast::<Bytes>()) {
        (Some(a), Some(b)) => Ok(Object::bool(op.holds(a.as_slice().cmp(b.as_slice())))),
        _ => Ok(Object::not_implemented()),
    }
}

/// Compares a byte array with anything bytes-like.
pub(super) fn compare_arrays(_: &Thread, a: &Object, b: &Object, op: CompareOp) -> PyResult {
    match (view(a)?, view(b)?) {
        (Some(a), Some(b)) => Ok(Object::bool(op.holds(a.cmp(&b)))),
        _ => Ok(Object::not_implemented()),
    }
}

fn item(t: &Thread, object: &Object, index: i64) -> PyResult {
    let byte = usize::try_from(index).ok().and_then(|index| {
        let bytes = object.downcast::<Bytes>()?;
        bytes.as_slice().get(index).copied()
    });
    match byte {
        Some(byte) => Ok(Object::int32(byte.into())),
        None => Err(t.index_error("index out of range")),
    }
}

/// The bytes that a slice picks.
pub(super) fn picked(bytes: &[u8], indices: Indices) -> PyResult<Vec<u8>> {
    crate::room::room(indices.count)?;
    Ok(match indices.range() {
        Some(range) => bytes[range].to_vec(),
        None => indices.iter().map(|index| bytes[index]).collect(),
    })
}

/// The index that a key means in a sequence of some length, negative ones from the end.
pub(super) fn index(
    t: &Thread,
    key: &Object,
    what: &str,
    length: impl FnOnce() -> usize,
) -> PyResult<i64> {
    if t.type_of(key).slots.index.get().is_none() {
        return Err(wrong_index(t, key, what));
    }
    let index = t.index_or(key, ErrorKind::IndexError)?;
    let from_end = if index < 0 { length() as i64 } else { 0 };
    Ok(index.saturating_add(from_end))
}

#[cold]
fn wrong_index(t: &Thread, key: &Object, what: &str) -> Raised {
    let kind = t.type_name(key);
    t.type_error(format!(
        "{what} indices must be integers or slices, not {kind}"
    ))
}

fn subscript(t: &Thread, object: &Object, key: &Object) -> PyResult {
    let bytes = this(t, object)?;
    if let Some(slice) = key.downcast::<Slice>() {
        let indices = slice.indices(t, bytes.len())?;
        if indices.step == 1 && indices.count == bytes.len() && t.is_exact(object, t.types.bytes) {
            return Ok(object.clone());
        }
        return t.bytes(&picked(bytes.as_slice(), indices)?);
    }
    item(t, object, index(t, key, "byte", || bytes.len())?)
}

pub(super) fn remainder(t: &Thread, object: &Object, args: &Object) -> PyResult {
    let Some(format) = view(object)? else {
        return Ok(Object::not_implemented());
    };
    let builder = crate::format::format_bytes(t, &format, args)?;
    match builder.chars() {
        types::Chars::One(bytes) => super::like(t, object, bytes),
        _ => Err(t.system_error("formatted bytes are wider than bytes")),
    }
}

pub(super) fn install(t: &Thread) -> PyResult<()> {
    let kind = t.types.bytes;
    kind.set_flags(Flags::BASE.and(Flags::MATCH_SELF));
    let slots = &kind.slots;
    slots.repr.set(Some(repr));
    slots.str.set(Some(repr));
    slots.hash.set(Some(hash));
    slots.compare.set(Some(compare));
    slots.length.set(Some(length));
    slots.mapping_length.set(Some(length));
    slots.concat.set(Some(change::concat));
    slots.repeat.set(Some(change::repeat));
    slots.item.set(Some(item));
    slots.subscript.set(Some(subscript));
    slots.contains.set(Some(find::contains));
    slots.iter.set(Some(iterator::iter));
    slots.new.set(Some(make::new));
    slots.binary[BinaryOp::Remainder as usize].set(Some(remainder));
    methods::install(t, kind)?;
    t.add_methods(kind, methods::BYTES)?;
    t.ready(kind)
}
