//! The methods of lists.

use crate::list::{edit, sort};
use crate::support::{CLASS_GETITEM, clip_bound, int, items_equal, method, place};
use crate::support::{search_bound, this};
use objects::Object;
use types::{List, NativeCode, NativeDef, PyResult, Thread, check_count};

fn append(t: &Thread, object: &Object, item: &Object) -> PyResult {
    this::<List>(t, object)?.push(item.clone())?;
    Ok(Object::none())
}

fn extend(t: &Thread, object: &Object, iterable: &Object) -> PyResult {
    edit::extend(t, object, this::<List>(t, object)?, iterable)?;
    Ok(Object::none())
}

fn insert(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    check_count(t, "insert", args.len(), 2, 2)?;
    let index = numbers::to_isize(t, &args[0])?;
    edit::list_insert(this(t, object)?, index, args[1].clone())?;
    Ok(Object::none())
}

fn pop(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    check_count(t, "pop", args.len(), 0, 1)?;
    let list = this::<List>(t, object)?;
    let index = match args.first() {
        None => {
            let last = list.items.pop();
            return last.ok_or_else(|| t.index_error("pop from empty list"));
        }
        Some(index) => numbers::to_isize(t, index)?,
    };
    if list.is_empty() {
        return Err(t.index_error("pop from empty list"));
    }
    place(index, list.len())
        .and_then(|place| list.items.remove(place))
        .ok_or_else(|| t.index_error("pop index out of range"))
}

/// The place of the first item from `start` to before `stop` that equals a value. The
/// length is asked for at each step: a comparison may have changed it.
fn find(
    t: &Thread,
    list: &List,
    value: &Object,
    start: usize,
    stop: usize,
) -> PyResult<Option<usize>> {
    for place in start..stop {
        match list.items.get(place) {
            None => break,
            Some(item) if items_equal(t, &item, value)? => return Ok(Some(place)),
            Some(_) => (),
        }
    }
    Ok(None)
}

fn remove(t: &Thread, object: &Object, value: &Object) -> PyResult {
    let list = this::<List>(t, object)?;
    match find(t, list, value, 0, usize::MAX)? {
        Some(place) => {
            drop(list.items.remove(place));
            Ok(Object::none())
        }
        None => Err(t.value_error("list.remove(x): x not in list")),
    }
}

/// `list.index(value, start=0, stop=sys.maxsize, /)`
fn index(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    check_count(t, "index", args.len(), 1, 3)?;
    let list = this::<List>(t, object)?;
    let start = search_bound(t, args, 1, 0)?;
    let stop = search_bound(t, args, 2, i64::MAX)?;
    let start = clip_bound(start, list.len());
    // A stop that counts from the end is fixed now; another one is not clipped.
    let stop = match stop {
        ..0 => clip_bound(stop, list.len()),
        _ => usize::try_from(stop).unwrap_or(usize::MAX),
    };
    match find(t, list, &args[0], start, stop)? {
        Some(place) => int(t, place),
        None => {
            let shown = t.repr(&args[0])?.to_text();
            Err(t.value_error(format!("{shown} is not in list")))
        }
    }
}

fn count(t: &Thread, object: &Object, value: &Object) -> PyResult {
    let list = this::<List>(t, object)?;
    let (mut place, mut count) = (0, 0);
    while let Some(item) = list.items.get(place) {
        count += usize::from(items_equal(t, &item, value)?);
        place += 1;
    }
    int(t, count)
}

fn clear(t: &Thread, object: &Object) -> PyResult {
    this::<List>(t, object)?.items.clear();
    Ok(Object::none())
}

fn copy(t: &Thread, object: &Object) -> PyResult {
    crate::list_of(t, &this::<List>(t, object)?.items.to_vec())
}

fn reverse(t: &Thread, object: &Object) -> PyResult {
    this::<List>(t, object)?.items.reverse();
    Ok(Object::none())
}

fn getitem(t: &Thread, object: &Object, key: &Object) -> PyResult {
    match t.types.list.slots.subscript.get() {
        Some(subscript) => subscript(t, object, key),
        None => Err(t.system_error("list has no subscript slot")),
    }
}

/// What the list takes in CPython: five words, and a word for each item there is room for.
fn sizeof(t: &Thread, object: &Object) -> PyResult {
    int(t, 40 + 8 * this::<List>(t, object)?.items.capacity())
}

static METHODS: &[NativeDef] = &[
    method(
        "__getitem__",
        NativeCode::One(getitem),
        "x.__getitem__(y) <==> x[y]",
    ),
    method(
        "__reversed__",
        NativeCode::NoArgs(crate::iterators::list_reversed),
        "Return a reverse iterator over the list.",
    ),
    method(
        "__sizeof__",
        NativeCode::NoArgs(sizeof),
        "Return the size of the list in memory, in bytes.",
    ),
    method(
        "clear",
        NativeCode::NoArgs(clear),
        "Remove all items from list.",
    ),
    method(
        "copy",
        NativeCode::NoArgs(copy),
        "Return a shallow copy of the list.",
    ),
    method(
        "append",
        NativeCode::One(append),
        "Append object to the end of the list.",
    ),
    method(
        "insert",
        NativeCode::Fast(insert),
        "Insert object before index.",
    ),
    method(
        "extend",
        NativeCode::One(extend),
        "Extend list by appending elements from the iterable.",
    ),
    method(
        "pop",
        NativeCode::Fast(pop),
        "Remove and return item at index (default last).\n\n\
         Raises IndexError if list is empty or index is out of range.",
    ),
    method(
        "remove",
        NativeCode::One(remove),
        "Remove first occurrence of value.\n\nRaises ValueError if the value is not present.",
    ),
    method(
        "index",
        NativeCode::Fast(index),
        "Return first index of value.\n\nRaises ValueError if the value is not present.",
    ),
    method(
        "count",
        NativeCode::One(count),
        "Return number of occurrences of value.",
    ),
    method(
        "reverse",
        NativeCode::NoArgs(reverse),
        "Reverse *IN PLACE*.",
    ),
    method(
        "sort",
        NativeCode::Keywords(sort::sort),
        "Sort the list in ascending order and return None.\n\n\
         The sort is in-place (i.e. the list itself is modified) and stable (i.e. the\n\
         order of two equal elements is maintained).\n\n\
         If a key function is given, apply it once to each list item and sort them,\n\
         ascending or descending, according to their function values.\n\n\
         The reverse flag can be set to sort in descending order.",
    ),
];

pub(super) fn install(t: &Thread) -> PyResult<()> {
    t.add_methods(t.types.list, METHODS)?;
    t.add_class_methods(t.types.list, CLASS_GETITEM)
}
