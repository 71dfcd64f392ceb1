//! Views of keys and of items are sets too: what `&`, `|`, `-`, `^` and the comparisons
//! make of them.

use super::{DictView, dict_remove};
use crate::set::{Set, set, set_add};
use crate::support::{call_method, items_equal, method, this};
use objects::{Object, Owned};
use std::cmp::Ordering;
use types::{BinaryOp, CompareOp, Dict, NativeCode, NativeDef, PyResult, Thread, Type};

/// Is the object a view that is a set: of keys or of items?
fn is_set_view(t: &Thread, object: &Object) -> bool {
    t.is_instance_of(object, t.types.dict_keys) || t.is_instance_of(object, t.types.dict_items)
}

fn is_any_set(object: &Object) -> bool {
    object.downcast::<Set>().is_some()
}

/// A set of what a view shows (`dictviews_to_set`).
fn to_set(t: &Thread, view: &Object) -> PyResult<Owned<Set>> {
    let result = set(t)?;
    let keys = view
        .downcast::<DictView>()
        .filter(|_| t.is_instance_of(view, t.types.dict_keys));
    match keys {
        // The hashes are at hand in the dictionary.
        Some(keys) if t.is_exact(keys.dict.as_object(), t.types.dict) => {
            crate::set::update(t, &result, keys.dict.as_object())?;
        }
        _ => crate::set::update(t, &result, view)?,
    }
    Ok(result)
}

fn or(t: &Thread, a: &Object, b: &Object) -> PyResult {
    let result = to_set(t, a)?;
    crate::set::update(t, &result, b)?;
    Ok(result.into_object())
}

fn subtract(t: &Thread, a: &Object, b: &Object) -> PyResult {
    let result = to_set(t, a)?;
    crate::set::difference_update(t, &result, b)?;
    Ok(result.into_object())
}

fn xor(t: &Thread, a: &Object, b: &Object) -> PyResult {
    if t.is_exact(a, t.types.dict_items) && t.is_exact(b, t.types.dict_items) {
        return items_xor(t, this(t, a)?, this(t, b)?);
    }
    let result = to_set(t, a)?;
    crate::set::symmetric_difference_update(t, &result, b)?;
    Ok(result.into_object())
}

/// The items of two dictionaries that are in one of them only (`dictitems_xor`).
fn items_xor(t: &Thread, a: &DictView, b: &DictView) -> PyResult {
    let left: Owned<Dict> = Dict::of(t.types.dict, a.dict.table.copy()?)?;
    let result = set(t)?;
    let mut place = 0;
    while let Some((key, value)) = b.dict.table.next(&mut place) {
        let same = match super::dict_get(t, &left, &key)? {
            Some(own) => items_equal(t, &own, &value)?,
            None => false,
        };
        if same {
            drop(dict_remove(t, &left, &key)?);
        } else {
            set_add(t, &result, t.tuple([key, value])?)?;
        }
    }
    let mut place = 0;
    while let Some((key, value)) = left.table.next(&mut place) {
        set_add(t, &result, t.tuple([key, value])?)?;
    }
    Ok(result.into_object())
}

/// What is in both (`_PyDictView_Intersect`): the smaller one is walked.
fn and(t: &Thread, a: &Object, b: &Object) -> PyResult {
    // The view can be on either side of the operator.
    let (mut view, mut other) = if is_set_view(t, a) { (a, b) } else { (b, a) };
    let length = t.length(view)?;
    if t.is_exact(other, t.types.set) && length <= t.length(other)? {
        return call_method(t, other, "intersection", std::slice::from_ref(view));
    }
    if is_set_view(t, other) && t.length(other)? > length {
        std::mem::swap(&mut view, &mut other);
    }
    let result = set(t)?;
    t.for_each(other, |item| {
        if t.contains(view, &item)? {
            set_add(t, &result, item)?;
        }
        Ok(())
    })?;
    Ok(result.into_object())
}

/// Are all items of one in the other?
fn all_in(t: &Thread, items: &Object, other: &Object) -> PyResult<bool> {
    let iterator = t.iter(items)?;
    while let Some(item) = t.next(&iterator)? {
        if !t.contains(other, &item)? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn compare(t: &Thread, a: &Object, b: &Object, op: CompareOp) -> PyResult {
    if !is_any_set(b) && !is_set_view(t, b) {
        return Ok(Object::not_implemented());
    }
    let lengths = t.length(a)?.cmp(&t.length(b)?);
    let holds = match op {
        CompareOp::Eq | CompareOp::Ne => {
            let same = lengths == Ordering::Equal && all_in(t, a, b)?;
            same == (op == CompareOp::Eq)
        }
        CompareOp::Lt => lengths == Ordering::Less && all_in(t, a, b)?,
        CompareOp::Le => lengths != Ordering::Greater && all_in(t, a, b)?,
        CompareOp::Gt => lengths == Ordering::Greater && all_in(t, b, a)?,
        CompareOp::Ge => lengths != Ordering::Less && all_in(t, b, a)?,
    };
    Ok(Object::bool(holds))
}

/// `view.isdisjoint(iterable)`
fn isdisjoint(t: &Thread, object: &Object, other: &Object) -> PyResult {
    if object.is(other) {
        return Ok(Object::bool(t.length(object)? == 0));
    }
    let (mut view, mut items) = (object, other);
    let sized = t.is_exact(other, t.types.set) || is_set_view(t, other);
    if sized && t.length(other)? > t.length(object)? {
        std::mem::swap(&mut view, &mut items);
    }
    let iterator = t.iter(items)?;
    while let Some(item) = t.next(&iterator)? {
        if t.contains(view, &item)? {
            return Ok(Object::bool(false));
        }
    }
    Ok(Object::bool(true))
}

static METHODS: &[NativeDef] = &[method(
    "isdisjoint",
    NativeCode::One(isdisjoint),
    "Return True if the view and the given iterable have a null intersection.",
)];

/// Makes a type of views a set.
pub(super) fn install(t: &Thread, kind: &'static Type) -> PyResult<()> {
    let slots = &kind.slots;
    slots.compare.set(Some(compare));
    for (op, function) in [
        (BinaryOp::Or, or as types::BinaryFn),
        (BinaryOp::And, and),
        (BinaryOp::Subtract, subtract),
        (BinaryOp::Xor, xor),
    ] {
        slots.binary[op as usize].set(Some(function));
    }
    t.add_methods(kind, METHODS)
}
