//! How is a key found when comparing keys can run Python? By a lookup that can start again.

use objects::Object;
use types::{CompareOp, Probe, PyResult, Str, Table, Thread};

/// Finds the entry of a key (CPython's `_Py_dict_lookup`).
#[inline]
pub fn find_key(t: &Thread, table: &Table, key: &Object) -> PyResult<Option<usize>> {
    let hash = t.hash(key)?;
    find_key_hashed(t, table, key, hash)
}

/// Finds the entry of a key whose hash is known.
#[inline]
pub fn find_key_hashed(
    t: &Thread,
    table: &Table,
    key: &Object,
    hash: i64,
) -> PyResult<Option<usize>> {
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

/// Are two strings of exactly type `str` equal? `None` if one of the objects is not one.
#[inline]
pub(crate) fn same_string(t: &Thread, a: &Object, b: &Object) -> Option<bool> {
    let (x, y) = (a.downcast::<Str>()?, b.downcast::<Str>()?);
    let exact = t.is_exact(a, t.types.str) && t.is_exact(b, t.types.str);
    exact.then(|| x.width() == y.width() && x.raw_bytes() == y.raw_bytes())
}
