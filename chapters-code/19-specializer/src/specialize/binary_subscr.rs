//! `BINARY_SUBSCR`: which container, which key? (`_Py_Specialize_BinarySubscr`)
#![forbid(unsafe_code)]

use super::call::{simple, version_of};
use super::{Cached, Decision};
use crate::failure::Failure;
use frames::Function;
use instructions::specialized311 as fast;
use objects::Object;
use types::{Flags, Thread, Type};

/// Decides for a container and a key.
pub fn binary_subscr(t: &Thread, container: &Object, key: &Object) -> Decision {
    decide(t, container, key).into()
}

fn decide(t: &Thread, container: &Object, key: &Object) -> Result<Decision, Failure> {
    let kind = t.type_of(container);
    let is_int = t.is_exact(key, t.types.int);
    let is_slice = t.is_exact(key, t.types.slice);
    let by_index = |operation, with_slice| {
        if is_int {
            Ok(Decision::plain(operation))
        } else if is_slice {
            Err(with_slice)
        } else {
            Err(Failure::Other)
        }
    };
    if kind.is(t.types.list) {
        return by_index(fast::BINARY_SUBSCR_LIST_INT, Failure::SubscrListSlice);
    }
    if kind.is(t.types.tuple) {
        return by_index(fast::BINARY_SUBSCR_TUPLE_INT, Failure::SubscrTupleSlice);
    }
    if kind.is(t.types.dict) {
        return Ok(Decision::plain(fast::BINARY_SUBSCR_DICT));
    }
    match t.lookup(kind, &t.names.getitem) {
        Some(found) if found.downcast::<Function>().is_some() => getitem(t, kind, &found),
        _ => Err(reason(t, kind, is_int, is_slice)),
    }
}

/// A `__getitem__` written in Python. The class notes which one: there is no room in the
/// cache.
fn getitem(t: &Thread, kind: &Type, found: &Object) -> Result<Decision, Failure> {
    let Some(function) = found.downcast::<Function>() else {
        return Err(Failure::Other);
    };
    if !kind.has(Flags::HEAP) {
        return Err(Failure::SubscrNotHeapType);
    }
    let code = function.code();
    simple(&code)?;
    if code.argcount != 2 {
        return Err(Failure::WrongNumberArguments);
    }
    let version = version_of(t, function);
    let Some(version @ 1..) = u16::try_from(version).ok() else {
        return Err(Failure::OutOfVersions);
    };
    if !t.assign_version(kind) {
        return Err(Failure::OutOfVersions);
    }
    kind.getitem.set(found.word());
    Ok(Decision::Specialize(
        fast::BINARY_SUBSCR_GETITEM,
        Cached::Getitem {
            version: kind.version(),
            function: version,
        },
    ))
}

fn reason(t: &Thread, kind: &Type, is_int: bool, is_slice: bool) -> Failure {
    let by_key = |with_int, with_slice| match (is_int, is_slice) {
        (true, _) => with_int,
        (_, true) => with_slice,
        _ => Failure::Other,
    };
    if kind.is(t.types.str) {
        return by_key(Failure::SubscrStringInt, Failure::SubscrStringSlice);
    }
    let buffers = [t.types.bytes, t.types.bytearray, t.types.memoryview];
    if buffers.iter().any(|buffer| kind.is_subtype(buffer)) {
        return by_key(Failure::SubscrBufferInt, Failure::SubscrBufferSlice);
    }
    match is_int && kind.slots.item.get().is_some() {
        true => Failure::SubscrSequenceInt,
        false => Failure::Other,
    }
}
