//! What can be done with a `bytearray`? Its slots: those of `bytes`, and those that change
//! it.

use super::mutate::{self, this};
use super::slots::{compare_arrays, index, picked, push_repr, remainder};
use super::{BYTE_RANGE, buffer, byte, change, find, iterator, make, methods, view};
use crate::builder::Builder;
use objects::Object;
use types::{Args, BinaryOp, ByteArray, Flags, PyResult, Slice, Thread, Type, as_str};

fn repr(t: &Thread, object: &Object) -> PyResult {
    let bytes = buffer(t, object)?;
    crate::room::room(bytes.len().saturating_mul(4))?;
    let mut builder = Builder::new();
    builder.push_text(&t.type_name(object));
    builder.push(b'('.into());
    push_repr(&mut builder, &bytes, true);
    builder.push(b')'.into());
    builder.finish(t)
}

fn length(t: &Thread, object: &Object) -> PyResult<usize> {
    Ok(this(t, object)?.len())
}

fn item(t: &Thread, object: &Object, index: i64) -> PyResult {
    let array = this(t, object)?;
    let byte = usize::try_from(index)
        .ok()
        .and_then(|index| array.get(index));
    match byte {
        Some(byte) => Ok(Object::int32(byte.into())),
        None => Err(t.index_error("bytearray index out of range")),
    }
}

fn subscript(t: &Thread, object: &Object, key: &Object) -> PyResult {
    let array = this(t, object)?;
    if let Some(slice) = key.downcast::<Slice>() {
        let indices = slice.unpack(t)?.adjust(array.len());
        let bytes = array.look(|bytes| picked(bytes, indices))?;
        return t.bytearray(&bytes);
    }
    item(t, object, index(t, key, "bytearray", || array.len())?)
}

fn set_subscript(
    t: &Thread,
    object: &Object,
    key: &Object,
    value: Option<&Object>,
) -> PyResult<()> {
    let array = this(t, object)?;
    if let Some(slice) = key.downcast::<Slice>() {
        return set_slice(t, object, slice, value);
    }
    let value = match value {
        Some(value) => {
            // The index is read first, as CPython does, then the byte; only then is it
            // known whether the array is still as long.
            let index = index(t, key, "bytearray", || array.len())?;
            (index, Some(byte(t, value, BYTE_RANGE)?))
        }
        None => (index(t, key, "bytearray", || array.len())?, None),
    };
    let place = usize::try_from(value.0)
        .ok()
        .filter(|&place| place < array.len());
    match (place, value.1) {
        (Some(place), Some(byte)) => array.set(t, place, byte).map(drop),
        (Some(place), None) => array.splice(t, place, 1, &[]),
        (None, _) => Err(t.index_error("bytearray index out of range")),
    }
}

/// The bytes that are assigned to a slice.
fn assigned(t: &Thread, value: Option<&Object>) -> PyResult<Vec<u8>> {
    let Some(value) = value else {
        return Ok(Vec::new());
    };
    if let Some(bytes) = view(value)? {
        return Ok(bytes.into_owned());
    }
    let is_number = t.type_of(value).slots.index.get().is_some();
    let slots = &t.type_of(value).slots;
    let iterable = slots.iter.get().is_some() || slots.item.get().is_some();
    if is_number || as_str(value).is_some() || !iterable {
        return Err(
            t.type_error("can assign only bytes, buffers, or iterables of ints in range(0, 256)")
        );
    }
    make::collect(t, value, BYTE_RANGE)
}

fn set_slice(t: &Thread, object: &Object, slice: &Slice, value: Option<&Object>) -> PyResult<()> {
    let array = this(t, object)?;
    let bytes = assigned(t, value)?;
    let indices = slice.unpack(t)?.adjust(array.len());
    let place = usize::try_from(indices.start).unwrap_or(0);
    if indices.step == 1 {
        return array.splice(t, place, indices.count, &bytes);
    }
    if value.is_none() {
        // From the last to the first, so that the places before stay where they are.
        for place in indices.ascending().iter().rev() {
            array.splice(t, place, 1, &[])?;
        }
        return Ok(());
    }
    if bytes.len() != indices.count {
        return Err(t.value_error(format!(
            "attempt to assign bytes of size {} to extended slice of size {}",
            bytes.len(),
            indices.count
        )));
    }
    for (place, byte) in indices.iter().zip(bytes) {
        array.set(t, place, byte)?;
    }
    Ok(())
}

fn inplace_concat(t: &Thread, object: &Object, other: &Object) -> PyResult {
    let Some(bytes) = view(other)? else {
        let (left, right) = (t.type_name(object), t.type_name(other));
        return Err(t.type_error(format!("can't concat {right} to {left}")));
    };
    let array = this(t, object)?;
    array.splice(t, array.len(), 0, &bytes)?;
    Ok(object.clone())
}

fn inplace_repeat(t: &Thread, object: &Object, count: i64) -> PyResult {
    let array = this(t, object)?;
    let bytes = array.look(<[u8]>::to_vec);
    let count = usize::try_from(count).unwrap_or(0);
    let length = bytes.len().checked_mul(count).ok_or(objects::OutOfMemory)?;
    crate::room::room(length)?;
    array.splice(t, 0, bytes.len(), &bytes.repeat(count))?;
    Ok(object.clone())
}

fn new(_: &Thread, class: &Type, _: Args<'_>) -> PyResult {
    Ok(ByteArray::new(class, &[])?.into_object())
}

fn init(t: &Thread, object: &Object, args: Args<'_>) -> PyResult<()> {
    let bytes = make::from_arguments(t, "bytearray", args)?;
    let array = this(t, object)?;
    array.splice(t, 0, array.len(), &bytes)
}

pub(super) fn install(t: &Thread) -> PyResult<()> {
    let kind = t.types.bytearray;
    kind.set_flags(Flags::BASE.and(Flags::MATCH_SELF));
    let slots = &kind.slots;
    slots.repr.set(Some(repr));
    slots.str.set(Some(repr));
    slots.compare.set(Some(compare_arrays));
    slots.length.set(Some(length));
    slots.mapping_length.set(Some(length));
    slots.concat.set(Some(change::concat));
    slots.repeat.set(Some(change::repeat));
    slots.inplace_concat.set(Some(inplace_concat));
    slots.inplace_repeat.set(Some(inplace_repeat));
    slots.item.set(Some(item));
    slots.subscript.set(Some(subscript));
    slots.set_subscript.set(Some(set_subscript));
    slots.contains.set(Some(find::contains));
    slots.iter.set(Some(iterator::iter));
    slots.new.set(Some(new));
    slots.init.set(Some(init));
    slots.binary[BinaryOp::Remainder as usize].set(Some(remainder));
    methods::install(t, kind)?;
    t.add_methods(kind, mutate::METHODS)?;
    t.ready(kind)
}
