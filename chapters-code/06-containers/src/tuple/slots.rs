//! What can be done with a tuple by syntax? Its slots.

use crate::support::{check_items, compare_rows, for_new, items_equal, optional_argument, place};
use crate::support::{repeated_length, repr_container, this};
use objects::Object;
use types::{Args, Bounds, CompareOp, ErrorKind, Flags, PyResult, Slice, Thread, Tuple, Type};

fn repr(t: &Thread, object: &Object) -> PyResult {
    let tuple = this::<Tuple>(t, object)?;
    if tuple.is_empty() {
        return t.str("()");
    }
    let close = if tuple.len() == 1 { ",)" } else { ")" };
    repr_container(
        t,
        object,
        ["(", close, "(...)"],
        |index, pieces| match tuple.items().get(index) {
            Some(item) => pieces.repr(t, item).map(|()| true),
            None => Ok(false),
        },
    )
}

fn compare(t: &Thread, a: &Object, b: &Object, op: CompareOp) -> PyResult {
    let (Some(x), Some(y)) = (a.downcast::<Tuple>(), b.downcast::<Tuple>()) else {
        return Ok(Object::not_implemented());
    };
    // What is identical counts as equal, and nothing runs before the first item that is not.
    let pairs = x.items().iter().zip(y.items());
    let same = pairs.take_while(|(x, y)| x.is(y)).count();
    let (x, y) = (&x.items()[same..], &y.items()[same..]);
    compare_rows(
        t,
        |index| x.get(index).cloned(),
        |index| y.get(index).cloned(),
        || (x.len(), y.len()),
        op,
    )
}

fn length(t: &Thread, object: &Object) -> PyResult<usize> {
    Ok(this::<Tuple>(t, object)?.len())
}

fn contains(t: &Thread, object: &Object, item: &Object) -> PyResult<bool> {
    for own in this::<Tuple>(t, object)?.items() {
        if items_equal(t, own, item)? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn item(t: &Thread, object: &Object, index: i64) -> PyResult {
    let items = this::<Tuple>(t, object)?.items();
    let found = usize::try_from(index)
        .ok()
        .and_then(|index| items.get(index));
    found
        .cloned()
        .ok_or_else(|| t.index_error("tuple index out of range"))
}

fn subscript(t: &Thread, object: &Object, key: &Object) -> PyResult {
    let tuple = this::<Tuple>(t, object)?;
    if let Some(slice) = key.downcast::<Slice>() {
        return sliced(t, object, tuple, slice.unpack(t)?);
    }
    let index = match key.as_small_int() {
        Some(index) => index,
        None if t.type_of(key).slots.index.get().is_some() => {
            t.index_or(key, ErrorKind::IndexError)?
        }
        None => {
            let kind = t.type_name(key);
            let message = format!("tuple indices must be integers or slices, not {kind}");
            return Err(t.type_error(message));
        }
    };
    match place(index, tuple.len()) {
        Some(place) => Ok(tuple.items()[place].clone()),
        None => Err(t.index_error("tuple index out of range")),
    }
}

/// A tuple of the items that the bounds pick; the tuple `object` itself, if that is all.
pub(crate) fn sliced(t: &Thread, object: &Object, tuple: &Tuple, bounds: Bounds) -> PyResult {
    let picked = bounds.adjust(tuple.len());
    let whole = picked.count == tuple.len() && picked.step == 1;
    if whole && t.is_exact(object, t.types.tuple) {
        return Ok(object.clone());
    }
    if let Some(row) = picked.range().and_then(|range| tuple.items().get(range)) {
        return Tuple::joined(t, row, &[]);
    }
    t.tuple(picked.iter().map(|index| tuple.items()[index].clone()))
}

fn concat(t: &Thread, a: &Object, b: &Object) -> PyResult {
    let x = this::<Tuple>(t, a)?;
    let Some(y) = b.downcast::<Tuple>() else {
        let kind = t.type_name(b);
        let message = format!("can only concatenate tuple (not \"{kind}\") to tuple");
        return Err(t.type_error(message));
    };
    if x.is_empty() && t.is_exact(b, t.types.tuple) {
        return Ok(b.clone());
    }
    if y.is_empty() && t.is_exact(a, t.types.tuple) {
        return Ok(a.clone());
    }
    check_items(x.len() + y.len())?;
    Tuple::joined(t, x.items(), y.items())
}

fn repeat(t: &Thread, object: &Object, count: i64) -> PyResult {
    let tuple = this::<Tuple>(t, object)?;
    if (tuple.is_empty() || count == 1) && t.is_exact(object, t.types.tuple) {
        return Ok(object.clone());
    }
    let total = repeated_length(tuple.len(), count)?;
    let mut items = tuple.items().iter().cycle();
    crate::tuple_from(t, total, || items.next().cloned().unwrap_or(Object::none()))
}

/// `tuple(iterable=(), /)`
fn new(t: &Thread, class: &Type, args: Args<'_>) -> PyResult {
    let args = for_new(t, t.types.tuple, class, args);
    let items = match optional_argument(t, "tuple", args)? {
        None => Vec::new(),
        Some(same) if class.is(t.types.tuple) && t.is_exact(same, t.types.tuple) => {
            return Ok(same.clone());
        }
        Some(iterable) => items_of(t, iterable)?,
    };
    if class.is(t.types.tuple) {
        return t.tuple(items);
    }
    Ok(Tuple::new(class, items)?.into_object())
}

/// The items of an iterable; those of a tuple or list are taken at once.
pub(crate) fn items_of(t: &Thread, iterable: &Object) -> PyResult<Vec<Object>> {
    if let Some(tuple) = iterable.downcast::<Tuple>()
        && t.is_exact(iterable, t.types.tuple)
    {
        check_items(tuple.len())?;
        return Ok(tuple.items().to_vec());
    }
    if let Some(list) = iterable.downcast::<types::List>()
        && t.is_exact(iterable, t.types.list)
    {
        check_items(list.len())?;
        return Ok(list.items.to_vec());
    }
    t.collect(iterable)
}

pub(super) fn install(t: &Thread) {
    let kind = t.types.tuple;
    kind.set_flags(Flags::BASE.and(Flags::SEQUENCE).and(Flags::MATCH_SELF));
    let slots = &kind.slots;
    slots.repr.set(Some(repr));
    slots.hash.set(Some(super::hash::hash));
    slots.compare.set(Some(compare));
    slots.length.set(Some(length));
    slots.contains.set(Some(contains));
    slots.item.set(Some(item));
    slots.subscript.set(Some(subscript));
    slots.concat.set(Some(concat));
    slots.repeat.set(Some(repeat));
    slots.new.set(Some(new));
    slots.iter.set(Some(crate::iterators::tuple_iter));
}
