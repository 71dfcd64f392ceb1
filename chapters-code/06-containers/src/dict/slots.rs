//! What can be done with a dictionary by syntax? Its slots.

use super::{dict_get, dict_remove, dict_set, find_key_hashed, update};
use crate::support::{Pieces, call_special, repr_container, this};
use objects::{Object, Owned};
use types::{Args, BinaryOp, CompareOp, Dict, Flags, PyResult, Thread, Type};

fn repr(t: &Thread, object: &Object) -> PyResult {
    let dict = this::<Dict>(t, object)?;
    let mut place = 0;
    repr_container(t, object, ["{", "}", "{...}"], |_, pieces: &mut Pieces| {
        let Some((key, value)) = dict.table.next(&mut place) else {
            return Ok(false);
        };
        pieces.repr(t, &key)?;
        pieces.text(t, ": ")?;
        pieces.repr(t, &value)?;
        Ok(true)
    })
}

fn compare(t: &Thread, a: &Object, b: &Object, op: CompareOp) -> PyResult {
    let (Some(x), Some(y), CompareOp::Eq | CompareOp::Ne) =
        (a.downcast::<Dict>(), b.downcast::<Dict>(), op)
    else {
        return Ok(Object::not_implemented());
    };
    Ok(Object::bool(equal(t, x, y)? == (op == CompareOp::Eq)))
}

/// Do two dictionaries have the same keys with the same values (`dict_equal`)?
fn equal(t: &Thread, a: &Dict, b: &Dict) -> PyResult<bool> {
    if a.table.len() != b.table.len() {
        return Ok(false);
    }
    let mut place = 0;
    while let Some((key, value)) = a.table.next(&mut place) {
        let hash = t.hash(&key)?;
        let other = find_key_hashed(t, &b.table, &key, hash)?;
        let same = match other.and_then(|index| b.table.value(index)) {
            Some(other) => crate::support::items_equal(t, &value, &other)?,
            None => false,
        };
        if !same {
            return Ok(false);
        }
    }
    Ok(true)
}

fn length(t: &Thread, object: &Object) -> PyResult<usize> {
    Ok(this::<Dict>(t, object)?.table.len())
}

pub(super) fn contains(t: &Thread, object: &Object, key: &Object) -> PyResult<bool> {
    Ok(super::find_key(t, &this::<Dict>(t, object)?.table, key)?.is_some())
}

pub(super) fn subscript(t: &Thread, object: &Object, key: &Object) -> PyResult {
    let dict = this::<Dict>(t, object)?;
    match dict_get(t, dict, key)? {
        Some(value) => Ok(value),
        None => missing(t, object, key),
    }
}

/// What a key that is not there gives: a subclass may say with `__missing__`.
#[cold]
fn missing(t: &Thread, object: &Object, key: &Object) -> PyResult {
    if !t.is_exact(object, t.types.dict) {
        let method = t.special_method(object, &t.names.missing)?;
        let args = std::slice::from_ref(key);
        if let Some(value) = call_special(t, object, method, args)? {
            return Ok(value);
        }
    }
    Err(t.key_error(key))
}

fn set_subscript(
    t: &Thread,
    object: &Object,
    key: &Object,
    value: Option<&Object>,
) -> PyResult<()> {
    let dict = this::<Dict>(t, object)?;
    match value {
        Some(value) => dict_set(t, dict, key.clone(), value.clone()),
        None => match dict_remove(t, dict, key)? {
            Some(_dropped_now) => Ok(()),
            None => Err(t.key_error(key)),
        },
    }
}

/// `a | b`
fn or(t: &Thread, a: &Object, b: &Object) -> PyResult {
    let (Some(x), Some(_)) = (a.downcast::<Dict>(), b.downcast::<Dict>()) else {
        return Ok(Object::not_implemented());
    };
    let both: Owned<Dict> = Dict::of(t.types.dict, x.table.copy()?)?;
    update::update_from(t, &both, b)?;
    Ok(both.into_object())
}

/// `a |= b`
fn inplace_or(t: &Thread, a: &Object, b: &Object) -> PyResult {
    update::update_from(t, this(t, a)?, b)?;
    Ok(a.clone())
}

fn new(_: &Thread, class: &Type, _: Args<'_>) -> PyResult {
    Ok(Dict::new(class)?.into_object())
}

/// `dict(mapping_or_iterable=(), /, **kwargs)`
fn init(t: &Thread, object: &Object, args: Args<'_>) -> PyResult<()> {
    update::update_by_arguments(t, this(t, object)?, "dict", args)
}

pub(super) fn install(t: &Thread) {
    let kind = t.types.dict;
    kind.set_flags(Flags::BASE.and(Flags::MAPPING).and(Flags::MATCH_SELF));
    let slots = &kind.slots;
    slots.repr.set(Some(repr));
    slots.compare.set(Some(compare));
    slots.mapping_length.set(Some(length));
    slots.contains.set(Some(contains));
    slots.subscript.set(Some(subscript));
    slots.set_subscript.set(Some(set_subscript));
    slots.binary[BinaryOp::Or as usize].set(Some(or));
    slots.inplace[BinaryOp::Or as usize].set(Some(inplace_or));
    slots.new.set(Some(new));
    slots.init.set(Some(init));
    slots.iter.set(Some(super::iterators::iter));
}
