//! The methods of sets and frozensets.

use super::algebra::{self, discard};
use super::slots::hashable;
use super::{Set, set_add};
use crate::support::{CLASS_GETITEM, int, method, owned, this};
use objects::{Object, Owned};
use types::{NativeCode, NativeDef, PyResult, Thread, Type};

fn add(t: &Thread, object: &Object, key: &Object) -> PyResult {
    set_add(t, this(t, object)?, key.clone())?;
    Ok(Object::none())
}

fn clear(t: &Thread, object: &Object) -> PyResult {
    drop(this::<Set>(t, object)?.table.take());
    Ok(Object::none())
}

fn contains(t: &Thread, object: &Object, key: &Object) -> PyResult {
    super::slots::contains(t, object, key).map(Object::bool)
}

fn set_copy(t: &Thread, object: &Object) -> PyResult {
    Ok(algebra::copy(t, object)?.into_object())
}

fn frozenset_copy(t: &Thread, object: &Object) -> PyResult {
    if t.is_exact(object, t.types.frozenset) {
        return Ok(object.clone());
    }
    set_copy(t, object)
}

fn discard_key(t: &Thread, object: &Object, key: &Object) -> PyResult {
    let (key, hash) = hashable(t, key)?;
    discard(t, this(t, object)?, &key, hash)?;
    Ok(Object::none())
}

fn remove(t: &Thread, object: &Object, key: &Object) -> PyResult {
    let (found, hash) = hashable(t, key)?;
    if discard(t, this(t, object)?, &found, hash)? {
        Ok(Object::none())
    } else {
        Err(t.key_error(key))
    }
}

fn pop(t: &Thread, object: &Object) -> PyResult {
    match this::<Set>(t, object)?.pop() {
        Some(key) => Ok(key),
        None => Err(t.key_error(&t.str("pop from an empty set")?)),
    }
}

fn union(t: &Thread, object: &Object, others: &[Object]) -> PyResult {
    let result = algebra::copy(t, object)?;
    for other in others {
        if !object.is(other) {
            algebra::update(t, &result, other)?;
        }
    }
    Ok(result.into_object())
}

fn update(t: &Thread, object: &Object, others: &[Object]) -> PyResult {
    for other in others {
        algebra::update(t, this(t, object)?, other)?;
    }
    Ok(Object::none())
}

/// What is left after intersecting with one iterable after the other.
fn intersect_all(t: &Thread, object: &Object, others: &[Object]) -> PyResult<Owned<Set>> {
    let [first, rest @ ..] = others else {
        return algebra::copy(t, object);
    };
    let mut result = algebra::intersection(t, object, first)?;
    for other in rest {
        result = algebra::intersection(t, result.as_object(), other)?;
    }
    Ok(result)
}

fn intersection(t: &Thread, object: &Object, others: &[Object]) -> PyResult {
    Ok(intersect_all(t, object, others)?.into_object())
}

fn intersection_update(t: &Thread, object: &Object, others: &[Object]) -> PyResult {
    let result = intersect_all(t, object, others)?;
    // What was there is dropped with `result`, when the set is whole again.
    this::<Set>(t, object)?.table.exchange(&result.table);
    Ok(Object::none())
}

fn difference(t: &Thread, object: &Object, others: &[Object]) -> PyResult {
    let [first, rest @ ..] = others else {
        return Ok(algebra::copy(t, object)?.into_object());
    };
    let result = algebra::difference(t, object, first)?;
    for other in rest {
        algebra::difference_update(t, &result, other)?;
    }
    Ok(result.into_object())
}

fn difference_update(t: &Thread, object: &Object, others: &[Object]) -> PyResult {
    let set = owned(t, object)?;
    for other in others {
        algebra::difference_update(t, &set, other)?;
    }
    Ok(Object::none())
}

fn symmetric_difference(t: &Thread, object: &Object, other: &Object) -> PyResult {
    Ok(algebra::symmetric_difference(t, object, other)?.into_object())
}

fn symmetric_difference_update(t: &Thread, object: &Object, other: &Object) -> PyResult {
    algebra::symmetric_difference_update(t, &owned(t, object)?, other)?;
    Ok(Object::none())
}

/// `set.isdisjoint(iterable)`
fn isdisjoint(t: &Thread, object: &Object, other: &Object) -> PyResult {
    let set = this::<Set>(t, object)?;
    if object.is(other) {
        return Ok(Object::bool(set.is_empty()));
    }
    if let Some(keys) = other.downcast::<Set>() {
        let (walked, asked) = if keys.len() > set.len() {
            (set, keys)
        } else {
            (keys, set)
        };
        let mut place = 0;
        while let Some((key, hash)) = walked.table.next(&mut place) {
            if asked.table.contains(t, &key, hash)? {
                return Ok(Object::bool(false));
            }
        }
        return Ok(Object::bool(true));
    }
    let iterator = t.iter(other)?;
    while let Some(key) = t.next(&iterator)? {
        let hash = t.hash(&key)?;
        if set.table.contains(t, &key, hash)? {
            return Ok(Object::bool(false));
        }
    }
    Ok(Object::bool(true))
}

/// `set.issubset(iterable)`
fn issubset(t: &Thread, object: &Object, other: &Object) -> PyResult {
    let set = this::<Set>(t, object)?;
    let is_subset = match other.downcast::<Set>() {
        Some(other) => algebra::is_subset(t, set, other)?,
        None => algebra::intersection(t, object, other)?.len() == set.len(),
    };
    Ok(Object::bool(is_subset))
}

/// `set.issuperset(iterable)`
fn issuperset(t: &Thread, object: &Object, other: &Object) -> PyResult {
    let set = this::<Set>(t, object)?;
    if let Some(other) = other.downcast::<Set>() {
        return algebra::is_subset(t, other, set).map(Object::bool);
    }
    let iterator = t.iter(other)?;
    while let Some(key) = t.next(&iterator)? {
        let hash = t.hash(&key)?;
        if !set.table.contains(t, &key, hash)? {
            return Ok(Object::bool(false));
        }
    }
    Ok(Object::bool(true))
}

/// What the set takes in CPython: its struct with eight places, and a larger table.
fn sizeof(t: &Thread, object: &Object) -> PyResult {
    let places = this::<Set>(t, object)?.table.places();
    int(t, 200 + if places > 8 { 16 * places } else { 0 })
}

fn reduce(t: &Thread, object: &Object) -> PyResult {
    let keys = crate::list(t, t.collect(object)?)?;
    let args = t.tuple([keys])?;
    let class = t.type_of(object).object().into_object();
    t.tuple([class, args, Object::none()])
}

/// What both types can do.
macro_rules! common {
    ($copy:path) => {
        &[
            method(
                "__contains__",
                NativeCode::One(contains),
                "x.__contains__(y) <==> y in x.",
            ),
            method(
                "copy",
                NativeCode::NoArgs($copy),
                "Return a shallow copy of a set.",
            ),
            method(
                "difference",
                NativeCode::Tuple(difference),
                "Return the difference of two or more sets as a new set.\n\n\
                 (i.e. all elements that are in this set but not the others.)",
            ),
            method(
                "intersection",
                NativeCode::Tuple(intersection),
                "Return the intersection of two sets as a new set.\n\n\
                 (i.e. all elements that are in both sets.)",
            ),
            method(
                "isdisjoint",
                NativeCode::One(isdisjoint),
                "Return True if two sets have a null intersection.",
            ),
            method(
                "issubset",
                NativeCode::One(issubset),
                "Report whether another set contains this set.",
            ),
            method(
                "issuperset",
                NativeCode::One(issuperset),
                "Report whether this set contains another set.",
            ),
            method("__reduce__", NativeCode::NoArgs(reduce), ""),
            method("__sizeof__", NativeCode::NoArgs(sizeof), ""),
            method(
                "symmetric_difference",
                NativeCode::One(symmetric_difference),
                "Return the symmetric difference of two sets as a new set.\n\n\
                 (i.e. all elements that are in exactly one of the sets.)",
            ),
            method(
                "union",
                NativeCode::Tuple(union),
                "Return the union of sets as a new set.\n\n\
                 (i.e. all elements that are in either set.)",
            ),
        ]
    };
}

static SET: &[NativeDef] = common!(set_copy);
static FROZENSET: &[NativeDef] = common!(frozenset_copy);

/// What changes a set.
static CHANGES: &[NativeDef] = &[
    method(
        "add",
        NativeCode::One(add),
        "Add an element to a set.\n\nThis has no effect if the element is already present.",
    ),
    method(
        "clear",
        NativeCode::NoArgs(clear),
        "Remove all elements from this set.",
    ),
    method(
        "discard",
        NativeCode::One(discard_key),
        "Remove an element from a set if it is a member.",
    ),
    method(
        "difference_update",
        NativeCode::Tuple(difference_update),
        "Remove all elements of another set from this set.",
    ),
    method(
        "intersection_update",
        NativeCode::Tuple(intersection_update),
        "Update a set with the intersection of itself and another.",
    ),
    method(
        "pop",
        NativeCode::NoArgs(pop),
        "Remove and return an arbitrary set element.\nRaises KeyError if the set is empty.",
    ),
    method(
        "remove",
        NativeCode::One(remove),
        "Remove an element from a set; it must be a member.",
    ),
    method(
        "symmetric_difference_update",
        NativeCode::One(symmetric_difference_update),
        "Update a set with the symmetric difference of itself and another.",
    ),
    method(
        "update",
        NativeCode::Tuple(update),
        "Update a set with the union of itself and others.",
    ),
];

pub(super) fn install(t: &Thread, kind: &'static Type) -> PyResult<()> {
    if kind.is(t.types.set) {
        t.add_methods(kind, SET)?;
        t.add_methods(kind, CHANGES)?;
    } else {
        t.add_methods(kind, FROZENSET)?;
    }
    t.add_class_methods(kind, CLASS_GETITEM)
}
