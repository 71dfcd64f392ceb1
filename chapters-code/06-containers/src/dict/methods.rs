//! The methods of dictionaries.

use super::{dict_get, dict_remove, dict_set_hashed, find_key_hashed, slots, update, views};
use crate::set::Set;
use crate::support::{CLASS_GETITEM, int, method, this};
use objects::Object;
use types::{Args, Dict, NativeCode, NativeDef, PyResult, Thread, Version, check_count};

fn get(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    check_count(t, "get", args.len(), 1, 2)?;
    let value = dict_get(t, this(t, object)?, &args[0])?;
    Ok(value.unwrap_or_else(|| args.get(1).cloned().unwrap_or(Object::none())))
}

fn setdefault(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    check_count(t, "setdefault", args.len(), 1, 2)?;
    let dict = this::<Dict>(t, object)?;
    let hash = t.hash(&args[0])?;
    let found = find_key_hashed(t, &dict.table, &args[0], hash)?;
    if let Some(value) = found.and_then(|index| dict.table.value(index)) {
        return Ok(value);
    }
    let value = args.get(1).cloned().unwrap_or(Object::none());
    dict.table.add(args[0].clone(), hash, value.clone())?;
    Ok(value)
}

fn pop(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    check_count(t, "pop", args.len(), 1, 2)?;
    let dict = this::<Dict>(t, object)?;
    let value = if dict.table.is_empty() {
        None
    } else {
        dict_remove(t, dict, &args[0])?
    };
    value
        .or_else(|| args.get(1).cloned())
        .ok_or_else(|| t.key_error(&args[0]))
}

fn popitem(t: &Thread, object: &Object) -> PyResult {
    match this::<Dict>(t, object)?.table.pop() {
        Some((key, value, _)) => t.tuple([key, value]),
        None => Err(t.key_error(&t.str("popitem(): dictionary is empty")?)),
    }
}

fn update(t: &Thread, object: &Object, args: Args<'_>) -> PyResult {
    update::update_by_arguments(t, this(t, object)?, "update", args)?;
    Ok(Object::none())
}

/// `dict.fromkeys(iterable, value=None)`
fn fromkeys(t: &Thread, class: &Object, args: &[Object]) -> PyResult {
    check_count(t, "fromkeys", args.len(), 1, 2)?;
    let value = args.get(1).cloned().unwrap_or(Object::none());
    let made = t.call(class, &[])?;
    let Some(dict) = made
        .downcast::<Dict>()
        .filter(|_| t.is_exact(&made, t.types.dict))
    else {
        t.for_each(&args[0], |key| t.set_item(&made, &key, Some(&value)))?;
        return Ok(made);
    };
    if let Some(set) = args[0].downcast::<Set>() {
        // The hashes are at hand.
        let mut place = 0;
        while let Some((key, hash)) = set.table.next(&mut place) {
            dict_set_hashed(t, dict, key, hash, value.clone())?;
        }
    } else {
        t.for_each(&args[0], |key| super::dict_set(t, dict, key, value.clone()))?;
    }
    Ok(made)
}

fn clear(t: &Thread, object: &Object) -> PyResult {
    drop(this::<Dict>(t, object)?.table.take());
    Ok(Object::none())
}

fn copy(t: &Thread, object: &Object) -> PyResult {
    let table = this::<Dict>(t, object)?.table.copy()?;
    Ok(Dict::of(t.types.dict, table)?.into_object())
}

fn contains(t: &Thread, object: &Object, key: &Object) -> PyResult {
    slots::contains(t, object, key).map(Object::bool)
}

/// What the dictionary takes in CPython: its struct, and its own table unless it is empty.
fn sizeof(t: &Thread, object: &Object) -> PyResult {
    let table = &this::<Dict>(t, object)?.table;
    int(t, 48 + table_bytes(t.version, table))
}

/// The bytes of CPython's `PyDictKeysObject` of this size.
fn table_bytes(version: Version, table: &types::Table) -> usize {
    let places = 1usize << table.log2_size();
    if table.sizes().0 == 0 {
        return 0;
    }
    let width = match table.log2_size() {
        0..=7 => 1,
        8..=15 => 2,
        _ => 4,
    };
    let (header, entry) = match version {
        Version::V310 => (40, 24),
        // Where all keys are strings, 3.11 leaves their hashes to them.
        Version::V311 if table.has_only_strings() => (32, 16),
        Version::V311 => (32, 24),
    };
    header + width * places + entry * (2 * places / 3)
}

static METHODS: &[NativeDef] = &[
    method(
        "__contains__",
        NativeCode::One(contains),
        "True if the dictionary has the specified key, else False.",
    ),
    method(
        "__getitem__",
        NativeCode::One(slots::subscript),
        "x.__getitem__(y) <==> x[y]",
    ),
    method(
        "__sizeof__",
        NativeCode::NoArgs(sizeof),
        "D.__sizeof__() -> size of D in memory, in bytes",
    ),
    method(
        "get",
        NativeCode::Fast(get),
        "Return the value for key if key is in the dictionary, else default.",
    ),
    method(
        "setdefault",
        NativeCode::Fast(setdefault),
        "Insert key with a value of default if key is not in the dictionary.\n\n\
         Return the value for key if key is in the dictionary, else default.",
    ),
    method(
        "pop",
        NativeCode::Fast(pop),
        "D.pop(k[,d]) -> v, remove specified key and return the corresponding value.\n\n\
         If the key is not found, return the default if given; otherwise,\n\
         raise a KeyError.",
    ),
    method(
        "popitem",
        NativeCode::NoArgs(popitem),
        "Remove and return a (key, value) pair as a 2-tuple.\n\n\
         Pairs are returned in LIFO (last-in, first-out) order.\n\
         Raises KeyError if the dict is empty.",
    ),
    method(
        "keys",
        NativeCode::NoArgs(views::keys),
        "D.keys() -> a set-like object providing a view on D's keys",
    ),
    method(
        "items",
        NativeCode::NoArgs(views::items),
        "D.items() -> a set-like object providing a view on D's items",
    ),
    method(
        "values",
        NativeCode::NoArgs(views::values),
        "D.values() -> an object providing a view on D's values",
    ),
    method(
        "update",
        NativeCode::VarArgs(update),
        "D.update([E, ]**F) -> None.  Update D from dict/iterable E and F.\n\
         If E is present and has a .keys() method, then does:  for k in E: D[k] = E[k]\n\
         If E is present and lacks a .keys() method, then does:  for k, v in E: D[k] = v\n\
         In either case, this is followed by: for k in F:  D[k] = F[k]",
    ),
    method(
        "clear",
        NativeCode::NoArgs(clear),
        "D.clear() -> None.  Remove all items from D.",
    ),
    method(
        "copy",
        NativeCode::NoArgs(copy),
        "D.copy() -> a shallow copy of D",
    ),
    method(
        "__reversed__",
        NativeCode::NoArgs(super::iterators::reversed),
        "Return a reverse iterator over the dict keys.",
    ),
];

static CLASS_METHODS: &[NativeDef] = &[method(
    "fromkeys",
    NativeCode::Fast(fromkeys),
    "Create a new dictionary with keys from iterable and values set to value.",
)];

pub(super) fn install(t: &Thread) -> PyResult<()> {
    t.add_methods(t.types.dict, METHODS)?;
    t.add_class_methods(t.types.dict, CLASS_METHODS)?;
    t.add_class_methods(t.types.dict, CLASS_GETITEM)
}
