//! What can be done with a list by syntax? Its slots.

use crate::list::edit;
use crate::support::{compare_rows, items_equal, optional_argument, place};
use crate::support::{repeated_length, repr_container, this};
use objects::{Object, Objects};
use types::{Args, Bounds, CompareOp, ErrorKind, Flags, List, PyResult, Slice, Thread, Type};

fn repr(t: &Thread, object: &Object) -> PyResult {
    let list = this::<List>(t, object)?;
    repr_container(t, object, ["[", "]", "[...]"], |index, pieces| {
        match list.items.get(index) {
            Some(item) => pieces.repr(t, &item).map(|()| true),
            None => Ok(false),
        }
    })
}

fn compare(t: &Thread, a: &Object, b: &Object, op: CompareOp) -> PyResult {
    let (Some(x), Some(y)) = (a.downcast::<List>(), b.downcast::<List>()) else {
        return Ok(Object::not_implemented());
    };
    if x.len() != y.len() && matches!(op, CompareOp::Eq | CompareOp::Ne) {
        return Ok(Object::bool(op == CompareOp::Ne));
    }
    compare_rows(
        t,
        |index| x.items.get(index),
        |index| y.items.get(index),
        || (x.len(), y.len()),
        op,
    )
}

fn length(t: &Thread, object: &Object) -> PyResult<usize> {
    Ok(this::<List>(t, object)?.len())
}

fn contains(t: &Thread, object: &Object, item: &Object) -> PyResult<bool> {
    let list = this::<List>(t, object)?;
    let mut index = 0;
    while let Some(own) = list.items.get(index) {
        if items_equal(t, &own, item)? {
            return Ok(true);
        }
        index += 1;
    }
    Ok(false)
}

fn item(t: &Thread, object: &Object, index: i64) -> PyResult {
    let list = this::<List>(t, object)?;
    let found = usize::try_from(index)
        .ok()
        .and_then(|index| list.items.get(index));
    found.ok_or_else(|| t.index_error("list index out of range"))
}

fn set_item(t: &Thread, object: &Object, index: i64, value: Option<&Object>) -> PyResult<()> {
    let list = this::<List>(t, object)?;
    edit::set_place(t, list, usize::try_from(index).ok(), value)
}

/// The number that a key stands for.
fn index_of(t: &Thread, key: &Object) -> PyResult<i64> {
    if let Some(index) = key.as_small_int() {
        return Ok(index);
    }
    if t.type_of(key).slots.index.get().is_none() {
        let kind = t.type_name(key);
        let message = format!("list indices must be integers or slices, not {kind}");
        return Err(t.type_error(message));
    }
    t.index_or(key, ErrorKind::IndexError)
}

fn subscript(t: &Thread, object: &Object, key: &Object) -> PyResult {
    let list = this::<List>(t, object)?;
    if let Some(slice) = key.downcast::<Slice>() {
        return sliced(t, list, slice.unpack(t)?);
    }
    let index = index_of(t, key)?;
    list.get(index)
        .ok_or_else(|| t.index_error("list index out of range"))
}

/// A list of the items that the bounds pick.
pub(crate) fn sliced(t: &Thread, list: &List, bounds: Bounds) -> PyResult {
    let picked = bounds.adjust(list.len());
    t.list(list.items.pick(picked.start, picked.step, picked.count)?)
}

fn set_subscript(
    t: &Thread,
    object: &Object,
    key: &Object,
    value: Option<&Object>,
) -> PyResult<()> {
    let list = this::<List>(t, object)?;
    if let Some(slice) = key.downcast::<Slice>() {
        return edit::set_slice(t, object, list, slice.unpack(t)?, value);
    }
    let index = index_of(t, key)?;
    edit::set_place(t, list, place(index, list.len()), value)
}

fn concat(t: &Thread, a: &Object, b: &Object) -> PyResult {
    let x = this::<List>(t, a)?;
    let Some(y) = b.downcast::<List>() else {
        let kind = t.type_name(b);
        let message = format!("can only concatenate list (not \"{kind}\") to list");
        return Err(t.type_error(message));
    };
    let (mut place, length) = (0, x.len());
    let items = Objects::fill(length + y.len(), || {
        let item = match place < length {
            true => x.items.get(place),
            false => y.items.get(place - length),
        };
        place += 1;
        item.unwrap_or(Object::none())
    })?;
    t.list(items)
}

fn repeat(t: &Thread, object: &Object, count: i64) -> PyResult {
    let list = this::<List>(t, object)?;
    let length = list.len();
    let total = repeated_length(length, count)?;
    let items = Objects::with_capacity(total)?;
    for index in 0..total {
        if let Some(item) = list.items.get(index % length) {
            items.push(item)?;
        }
    }
    t.list(items)
}

fn inplace_concat(t: &Thread, a: &Object, b: &Object) -> PyResult {
    edit::extend(t, a, this::<List>(t, a)?, b)?;
    Ok(a.clone())
}

fn inplace_repeat(t: &Thread, object: &Object, count: i64) -> PyResult {
    let list = this::<List>(t, object)?;
    let length = list.len();
    let total = repeated_length(length, count)?;
    if total == 0 {
        list.items.clear();
    }
    list.items.reserve(total.saturating_sub(length))?;
    for index in length..total {
        if let Some(item) = list.items.get(index - length) {
            list.push(item)?;
        }
    }
    Ok(object.clone())
}

fn new(_: &Thread, class: &Type, _: Args<'_>) -> PyResult {
    Ok(List::of(class, Objects::default())?.into_object())
}

/// `list(iterable=(), /)`
fn init(t: &Thread, object: &Object, args: Args<'_>) -> PyResult<()> {
    let list = this::<List>(t, object)?;
    let args = if t.type_of(object).slots.new.get().is_some_and(is_own_new) {
        args
    } else {
        // A subclass whose `__new__` took the keywords.
        Args::positional(args.plain())
    };
    let iterable = optional_argument(t, "list", args)?;
    list.items.clear();
    match iterable {
        Some(iterable) => edit::extend(t, object, list, iterable),
        None => Ok(()),
    }
}

fn is_own_new(function: types::NewFn) -> bool {
    std::ptr::fn_addr_eq(function, new as types::NewFn)
}

pub(super) fn install(t: &Thread) {
    let kind = t.types.list;
    kind.set_flags(Flags::BASE.and(Flags::SEQUENCE).and(Flags::MATCH_SELF));
    let slots = &kind.slots;
    slots.repr.set(Some(repr));
    slots.compare.set(Some(compare));
    slots.length.set(Some(length));
    slots.contains.set(Some(contains));
    slots.item.set(Some(item));
    slots.set_item.set(Some(set_item));
    slots.subscript.set(Some(subscript));
    slots.set_subscript.set(Some(set_subscript));
    slots.concat.set(Some(concat));
    slots.repeat.set(Some(repeat));
    slots.inplace_concat.set(Some(inplace_concat));
    slots.inplace_repeat.set(Some(inplace_repeat));
    slots.new.set(Some(new));
    slots.init.set(Some(init));
    slots.iter.set(Some(crate::iterators::list_iter));
}
