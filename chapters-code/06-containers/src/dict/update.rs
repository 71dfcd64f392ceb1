//! How does one dictionary take over the keys of another, of a mapping, of pairs?

use super::dict_set;
use objects::Object;
use types::{Args, Dict, ErrorKind, List, Name, PyResult, Thread, Tuple, check_count};

/// Sets all keys of another dictionary (`PyDict_Merge` with one that iterates as `dict`).
pub fn dict_merge(t: &Thread, dict: &Dict, other: &Dict) -> PyResult<()> {
    if std::ptr::eq(dict, other) || other.table.is_empty() {
        return Ok(());
    }
    if dict.table.entries() == 0 && dict.table.log2_size() == 0 {
        // Nothing to compare with.
        dict.table.exchange(&other.table.copy()?);
        return Ok(());
    }
    dict.table.reserve_for_merge(other.table.len())?;
    let entries = other.table.entries();
    let mut place = 0;
    while let Some((key, value)) = other.table.next(&mut place) {
        match Name::from_object(&key) {
            Some(name) if dict.table.has_only_names() => dict.set_name(name, value)?,
            _ => super::dict_set_hashed(t, dict, key, other.table.hash(place - 1), value)?,
        }
        if other.table.entries() != entries {
            return Err(t.runtime_error("dict mutated during update"));
        }
    }
    Ok(())
}

/// `dict.update(other)`: from a dictionary, a mapping with `keys`, or pairs.
pub fn dict_update(t: &Thread, dict: &Dict, other: &Object) -> PyResult<()> {
    update_from(t, dict, other)
}

pub(super) fn update_from(t: &Thread, dict: &Dict, other: &Object) -> PyResult<()> {
    if let Some(other) = other.downcast::<Dict>()
        && iterates_as_dict(t, other.object().as_object())
    {
        return dict_merge(t, dict, other);
    }
    match t.find_attribute(other, &t.names.keys)? {
        Some(keys) => update_from_mapping(t, dict, other, &keys),
        None => update_from_pairs(t, dict, other),
    }
}

/// Has the class of a dictionary left `__iter__` as it is?
pub fn iterates_as_dict(t: &Thread, object: &Object) -> bool {
    let (own, plain) = (
        t.type_of(object).slots.iter.get(),
        t.types.dict.slots.iter.get(),
    );
    match (own, plain) {
        (Some(own), Some(plain)) => std::ptr::fn_addr_eq(own, plain),
        _ => false,
    }
}

fn update_from_mapping(t: &Thread, dict: &Dict, other: &Object, keys: &Object) -> PyResult<()> {
    let keys = t.call(keys, &[])?;
    t.for_each(&keys, |key| {
        let value = t.get_item(other, &key)?;
        dict_set(t, dict, key, value)
    })
}

/// From an iterable of pairs (`PyDict_MergeFromSeq2`).
fn update_from_pairs(t: &Thread, dict: &Dict, pairs: &Object) -> PyResult<()> {
    let mut number = 0;
    t.for_each(pairs, |pair| {
        let (key, value) = key_and_value(t, &pair, number)?;
        number += 1;
        dict_set(t, dict, key, value)
    })
}

fn key_and_value(t: &Thread, pair: &Object, number: usize) -> PyResult<(Object, Object)> {
    let wrong = |length: usize| {
        t.value_error(format!(
            "dictionary update sequence element #{number} has length {length}; 2 is required"
        ))
    };
    if let Some(tuple) = pair.downcast::<Tuple>() {
        return match tuple.items() {
            [key, value] => Ok((key.clone(), value.clone())),
            other => Err(wrong(other.len())),
        };
    }
    let items = match pair.downcast::<List>() {
        Some(list) => list.items.to_vec(),
        None => match t.collect(pair) {
            Err(raised) if raised.is(t, ErrorKind::TypeError) => {
                return Err(t.type_error(format!(
                    "cannot convert dictionary update sequence element #{number} to a sequence"
                )));
            }
            other => other?,
        },
    };
    let length = items.len();
    match <[Object; 2]>::try_from(items) {
        Ok([key, value]) => Ok((key, value)),
        Err(_) => Err(wrong(length)),
    }
}

/// The arguments of `dict()` and `dict.update()`: one positional, and keywords.
pub(super) fn update_by_arguments(
    t: &Thread,
    dict: &Dict,
    name: &str,
    args: Args<'_>,
) -> PyResult<()> {
    check_count(t, name, args.plain().len(), 0, 1)?;
    if let Some(other) = args.plain().first() {
        update_from(t, dict, other)?;
    }
    for (name, value) in args.keywords() {
        dict_set(t, dict, name.clone(), value.clone())?;
    }
    Ok(())
}
