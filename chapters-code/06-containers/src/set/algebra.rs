//! Union, intersection, difference: in which order are the keys of the result added? In
//! CPython's, since it decides the order in which the result prints.

use super::{Set, set_add};
use objects::{Object, Owned};
use types::{Dict, PyResult, Thread, Type, Version};

/// The builtin type under a type of sets (`make_new_set_basetype`).
pub(super) fn base_type<'a>(t: &'a Thread, kind: &'a Type) -> &'a Type {
    if kind.is(t.types.set) || kind.is(t.types.frozenset) {
        kind
    } else if kind.is_subtype(t.types.set) {
        t.types.set
    } else {
        t.types.frozenset
    }
}

/// An exact dictionary: its keys' hashes are at hand.
fn exact_dict<'a>(t: &Thread, object: &'a Object) -> Option<&'a Dict> {
    object
        .downcast::<Dict>()
        .filter(|_| t.is_exact(object, t.types.dict))
}

/// The keys of a dictionary with their hashes, one at a time.
fn next_key(dict: &Dict, place: &mut usize) -> Option<(Object, i64)> {
    let (key, _) = dict.table.next(place)?;
    Some((key, dict.table.hash(*place - 1)))
}

/// Adds the keys of an iterable (`set_update_internal`).
pub(crate) fn update(t: &Thread, set: &Set, other: &Object) -> PyResult<()> {
    if let Some(other) = other.downcast::<Set>() {
        return set.table.merge(t, &other.table);
    }
    if let Some(dict) = exact_dict(t, other) {
        set.table.reserve(dict.table.len())?;
        let mut place = 0;
        while let Some((key, hash)) = next_key(dict, &mut place) {
            set.table.add(t, key, hash)?;
        }
        return Ok(());
    }
    t.for_each(other, |key| set_add(t, set, key).map(drop))
}

/// A copy of the builtin type under the set's (`set_copy`).
pub(super) fn copy(t: &Thread, object: &Object) -> PyResult<Owned<Set>> {
    Set::of(t, base_type(t, t.type_of(object)), object)
}

/// What is in both (`set_intersection`).
pub(super) fn intersection(t: &Thread, object: &Object, other: &Object) -> PyResult<Owned<Set>> {
    if object.is(other) {
        return copy(t, object);
    }
    let set = crate::support::this::<Set>(t, object)?;
    let result = Set::new(base_type(t, t.type_of(object)))?;
    if let Some(other) = other.downcast::<Set>() {
        // The smaller one is walked.
        let (walked, asked) = if other.len() > set.len() {
            (set, other)
        } else {
            (other, set)
        };
        let mut place = 0;
        while let Some((key, hash)) = asked.table.next_of(t, &walked.table, &mut place, true)? {
            result.table.add(t, key, hash)?;
        }
        return Ok(result);
    }
    let iterator = t.iter(other)?;
    while let Some(key) = t.next(&iterator)? {
        let hash = t.hash(&key)?;
        if set.table.contains(t, &key, hash)? {
            result.table.add(t, key, hash)?;
            // 3.11 stops when no more can come.
            if t.version == Version::V311 && result.len() >= set.len() {
                break;
            }
        }
    }
    Ok(result)
}

/// Takes a key out of a set; was it there?
pub(super) fn discard(t: &Thread, set: &Set, key: &Object, hash: i64) -> PyResult<bool> {
    let place = set.table.find(t, key, hash)?;
    // The key is dropped here, when the table is whole again.
    Ok(place.and_then(|place| set.table.remove(place)).is_some())
}

/// Takes the keys of an iterable out (`set_difference_update_internal`).
pub(crate) fn difference_update(t: &Thread, set: &Owned<Set>, other: &Object) -> PyResult<()> {
    if set.as_object().is(other) {
        drop(set.table.take());
        return Ok(());
    }
    if let Some(keys) = other.downcast::<Set>() {
        // Where the other set is much larger, only what they share is walked.
        let shared = if keys.len() >> 3 > set.len() {
            Some(intersection(t, set.as_object(), other)?)
        } else {
            None
        };
        let keys = shared.as_deref().unwrap_or(keys);
        let mut place = 0;
        while let Some((key, hash)) = keys.table.next(&mut place) {
            discard(t, set, &key, hash)?;
        }
    } else {
        t.for_each(other, |key| {
            let hash = t.hash(&key)?;
            discard(t, set, &key, hash).map(drop)
        })?;
    }
    Ok(set.table.tidy()?)
}

/// What is in the first only (`set_difference`).
pub(super) fn difference(t: &Thread, object: &Object, other: &Object) -> PyResult<Owned<Set>> {
    let set = crate::support::this::<Set>(t, object)?;
    let other_set = other.downcast::<Set>();
    let other_dict = exact_dict(t, other);
    let length = other_set
        .map(Set::len)
        .or(other_dict.map(|dict| dict.table.len()));
    // If this set is much larger, its copy with the others taken out is faster.
    if length.is_none_or(|length| set.len() >> 2 > length) {
        let result = copy(t, object)?;
        difference_update(t, &result, other)?;
        return Ok(result);
    }
    let result = Set::new(base_type(t, t.type_of(object)))?;
    let mut place = 0;
    if let Some(other) = other_set {
        while let Some((key, hash)) = other.table.next_of(t, &set.table, &mut place, false)? {
            result.table.add(t, key, hash)?;
        }
        return Ok(result);
    }
    while let Some((key, hash)) = set.table.next(&mut place) {
        let there = match other_dict {
            Some(dict) => crate::find_key_hashed(t, &dict.table, &key, hash)?.is_some(),
            None => false,
        };
        if !there {
            result.table.add(t, key, hash)?;
        }
    }
    Ok(result)
}

/// Takes out what is there and adds what is not (`set_symmetric_difference_update`).
pub(crate) fn symmetric_difference_update(
    t: &Thread,
    set: &Owned<Set>,
    other: &Object,
) -> PyResult<()> {
    if set.as_object().is(other) {
        drop(set.table.take());
        return Ok(());
    }
    let flip = |key: Object, hash: i64| -> PyResult<()> {
        if !discard(t, set, &key, hash)? {
            set.table.add(t, key, hash)?;
        }
        Ok(())
    };
    if let Some(dict) = exact_dict(t, other) {
        let mut place = 0;
        while let Some((key, hash)) = next_key(dict, &mut place) {
            flip(key, hash)?;
        }
        return Ok(());
    }
    let keys = match other.clone().into_owned::<Set>() {
        Ok(keys) => keys,
        // Each key counts once, however often the iterable gives it.
        Err(other) => Set::of(t, base_type(t, t.type_of(set.as_object())), &other)?,
    };
    let mut place = 0;
    while let Some((key, hash)) = keys.table.next(&mut place) {
        flip(key, hash)?;
    }
    Ok(())
}

/// What is in one of them only (`set_symmetric_difference`).
pub(super) fn symmetric_difference(
    t: &Thread,
    object: &Object,
    other: &Object,
) -> PyResult<Owned<Set>> {
    let result = Set::of(t, base_type(t, t.type_of(object)), other)?;
    symmetric_difference_update(t, &result, object)?;
    Ok(result)
}

/// Is every key of the first in the second?
pub(super) fn is_subset(t: &Thread, set: &Set, other: &Set) -> PyResult<bool> {
    if set.len() > other.len() {
        return Ok(false);
    }
    let mut place = 0;
    let missing = other.table.next_of(t, &set.table, &mut place, false)?;
    Ok(missing.is_none())
}
