//! How does a list change? Items are added, replaced and taken out, and what was taken out
//! is dropped last of all: its destructor may look at the list.

use crate::set::SetIterator;
use crate::support::{check_items, length_hint};
use objects::{Object, Objects};
use types::{Bounds, List, PyResult, Thread, Tuple};

/// Adds an item at the end.
#[inline]
pub fn list_append(list: &List, item: Object) -> PyResult<()> {
    Ok(list.push(item)?)
}

/// Puts an item before the one at `index`, as `list.insert` understands it.
pub fn list_insert(list: &List, index: i64, item: Object) -> PyResult<()> {
    let place = crate::support::clip_bound(index, list.len());
    Ok(list.items.insert(place, item)?)
}

/// Adds the items of an iterable at the end (`list_extend`).
pub fn extend(t: &Thread, object: &Object, list: &List, iterable: &Object) -> PyResult<()> {
    if let Some(tuple) = iterable.downcast::<Tuple>()
        && t.is_exact(iterable, t.types.tuple)
    {
        make_room(list, tuple.len())?;
        return Ok(list.items.extend_from_slice(tuple.items())?);
    }
    if let Some(other) = iterable.downcast::<List>()
        && (t.is_exact(iterable, t.types.list) || iterable.is(object))
    {
        make_room(list, other.len())?;
        return Ok(list.items.extend_from(&other.items)?);
    }
    let iterator = t.iter(iterable)?;
    let hint = length_hint(t, iterable, 8)?;
    // A hint that no list could keep is a lie, and is not believed.
    if hint <= isize::MAX as usize - list.len() {
        make_room(list, hint)?;
    }
    match iterator.downcast::<SetIterator>() {
        Some(keys) if t.is_exact(&iterator, t.types.set_iterator) => {
            keys.each(t, |key| Ok(list.push(key)?))?;
        }
        _ => {
            while let Some(item) = t.next(&iterator)? {
                list.push(item)?;
            }
        }
    }
    // The hint was a guess.
    if list.len() < list.items.capacity() / 2 {
        list.items.set_capacity(list.len())?;
    }
    Ok(())
}

/// Makes room for more items, as CPython does: an empty list gets what it needs, rounded up
/// to an even number (`list_preallocate`).
fn make_room(list: &List, more: usize) -> PyResult<()> {
    check_items(more)?;
    match list.items.capacity() {
        0 => list.items.set_capacity(more + more % 2)?,
        _ => list.items.reserve(more)?,
    }
    Ok(())
}

/// `list[index] = value`, or `del list[index]`, for a place within the list or beyond.
pub(super) fn set_place(
    t: &Thread,
    list: &List,
    place: Option<usize>,
    value: Option<&Object>,
) -> PyResult<()> {
    let old = place.and_then(|place| match value {
        Some(value) => list.items.replace(place, value.clone()).ok(),
        None => list.items.remove(place),
    });
    match old {
        Some(_dropped_now) => Ok(()),
        None => Err(t.index_error("list assignment index out of range")),
    }
}

/// `list[slice] = iterable`, or `del list[slice]` (`list_ass_subscript`).
pub(crate) fn set_slice(
    t: &Thread,
    object: &Object,
    list: &List,
    bounds: Bounds,
    values: Option<&Object>,
) -> PyResult<()> {
    let pick = || bounds.adjust(list.len());
    let Some(values) = values else {
        return delete_slice(list, pick());
    };
    let items = assigned_items(t, object, values, bounds.is_plain())?;
    // Only now is the length read for good: making the items may have changed it.
    let picked = pick();
    if bounds.is_plain() {
        let removed = picked.count;
        check_items(items.len())?;
        drop(list.items.splice(picked.start as usize, removed, items)?);
        return Ok(());
    }
    if items.len() != picked.count {
        return Err(t.value_error(format!(
            "attempt to assign sequence of size {} to extended slice of size {}",
            items.len(),
            picked.count
        )));
    }
    // What was there is kept until all are in place: dropping it can run Python.
    for (own, place) in picked.iter().enumerate() {
        if let Some(item) = items.get(own)
            && let Ok(old) = list.items.replace(place, item)
        {
            // It replaces the reference that was just copied, so nothing is dropped.
            drop(items.replace(own, old));
        }
    }
    Ok(())
}

/// The items to be assigned to a slice of the list `object`.
fn assigned_items(t: &Thread, object: &Object, values: &Object, plain: bool) -> PyResult<Objects> {
    if let Some(tuple) = values.downcast::<Tuple>()
        && t.is_exact(values, t.types.tuple)
    {
        let mut items = tuple.items().iter().cloned();
        let next = || items.next().unwrap_or(Object::none());
        return Ok(Objects::fill(tuple.len(), next)?);
    }
    if let Some(other) = values.downcast::<List>()
        && (t.is_exact(values, t.types.list) || values.is(object))
    {
        return Ok(other.items.pick(0, 1, other.len())?);
    }
    if t.type_of(values).slots.iter.get().is_none() && t.type_of(values).slots.item.get().is_none()
    {
        return Err(t.type_error(if plain {
            "can only assign an iterable"
        } else {
            "must assign iterable to extended slice"
        }));
    }
    Ok(Objects::from_vec(crate::tuple::items_of(t, values)?)?)
}

fn delete_slice(list: &List, picked: types::Indices) -> PyResult<()> {
    let picked = picked.ascending();
    if let Some(range) = picked.range() {
        drop(
            list.items
                .splice(range.start, range.len(), Objects::default())?,
        );
        return Ok(());
    }
    let mut gone = picked.iter().peekable();
    let mut old = Vec::with_capacity(picked.count);
    let mut kept = Vec::with_capacity(list.len() - picked.count);
    for (place, item) in list.items.take().into_vec().into_iter().enumerate() {
        if gone.next_if_eq(&place).is_some() {
            old.push(item);
        } else {
            kept.push(item);
        }
    }
    list.items.splice(0, 0, Objects::from_vec(kept)?)?;
    Ok(())
}
