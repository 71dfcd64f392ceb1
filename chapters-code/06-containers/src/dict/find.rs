//! How is a key found when comparing keys can run Python? By a lookup that can start again.
//! Strings and small integers, the commonest keys, are found without one.

use objects::Object;
use types::{CompareOp, Found, Probe, PyResult, Str, Table, Thread, same_bytes};

/// A string of exactly type `str`.
#[inline(always)]
fn exact_str<'a>(t: &Thread, object: &'a Object) -> Option<&'a Str> {
    object
        .downcast::<Str>()
        .filter(|_| t.is_exact(object, t.types.str))
}

/// Looks for a key without running Python.
#[inline]
fn find_plain(t: &Thread, table: &Table, key: &Object) -> Found {
    if let Some(value) = key.as_small_int() {
        return table.find_int(key, value);
    }
    match exact_str(t, key) {
        Some(text) => table.find_text(key, text, t.hash_str(text)),
        None => Found::Ask,
    }
}

/// Finds the entry of a key (CPython's `_Py_dict_lookup`).
#[inline]
pub fn find_key(t: &Thread, table: &Table, key: &Object) -> PyResult<Option<usize>> {
    match find_plain(t, table, key) {
        Found::At(index) => Ok(Some(index as usize)),
        Found::Nowhere => Ok(None),
        Found::Ask => find_by_asking(t, table, key, t.hash(key)?),
    }
}

/// Finds the entry of a key whose hash is known.
#[inline]
pub fn find_key_hashed(
    t: &Thread,
    table: &Table,
    key: &Object,
    hash: i64,
) -> PyResult<Option<usize>> {
    match find_plain(t, table, key) {
        Found::At(index) => Ok(Some(index as usize)),
        Found::Nowhere => Ok(None),
        Found::Ask => find_by_asking(t, table, key, hash),
    }
}

/// The number of an entry, if there is one.
type Place = Option<usize>;

/// Finds a key by asking Python whether it equals the candidates.
#[inline(never)]
fn find_by_asking(t: &Thread, table: &Table, key: &Object, hash: i64) -> PyResult<Place> {
    let mut search = table.search(hash);
    loop {
        match table.probe(&mut search, key) {
            Probe::Absent => return Ok(None),
            Probe::Found(index) => return Ok(Some(index)),
            Probe::Candidate(index, candidate) => {
                if let Some(same) = same_string(t, &candidate, key) {
                    if same {
                        return Ok(Some(index));
                    }
                    continue;
                }
                let equal = t.compare_bool(&candidate, key, CompareOp::Eq)?;
                // The comparison may have put another key in that place.
                if table.moved(&search, index, &candidate) {
                    search = table.search(hash);
                } else if equal {
                    return Ok(Some(index));
                }
            }
        }
    }
}

/// The value of a key, if it is there (`PyDict_GetItemWithError`).
#[inline]
pub(super) fn value_of(t: &Thread, table: &Table, key: &Object) -> PyResult<Option<Object>> {
    match find_plain(t, table, key) {
        Found::At(index) => Ok(table.value(index as usize)),
        Found::Nowhere => Ok(None),
        Found::Ask => {
            let index = find_by_asking(t, table, key, t.hash(key)?)?;
            Ok(index.and_then(|index| table.value(index)))
        }
    }
}

/// Are two strings of exactly type `str` equal? `None` if one of the objects is not one.
#[inline]
pub(crate) fn same_string(t: &Thread, a: &Object, b: &Object) -> Option<bool> {
    let (a, b) = (exact_str(t, a)?, exact_str(t, b)?);
    Some(a.width() == b.width() && same_bytes(a.raw_bytes(), b.raw_bytes()))
}
