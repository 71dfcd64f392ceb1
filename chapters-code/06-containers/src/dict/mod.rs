//! What is a dictionary? The compact table of an earlier chapter, and the question that
//! table cannot ask: are these two keys equal?

mod find;
mod iterators;
mod methods;
mod slots;
mod update;
mod view_sets;
mod views;

use objects::{Object, Owned};
use types::{Dict, Name, PyResult, Thread};

pub(crate) use find::same_string;
pub use find::{find_key, find_key_hashed};
pub use iterators::DictIterator;
pub use update::{dict_merge, dict_update, iterates_as_dict};
pub use views::DictView;

/// An empty dictionary.
#[inline]
pub fn dict(t: &Thread) -> PyResult<Owned<Dict>> {
    Ok(Dict::new(t.types.dict)?)
}

/// The value of a key, if it is there (`PyDict_GetItemWithError`).
#[inline]
pub fn dict_get(t: &Thread, dict: &Dict, key: &Object) -> PyResult<Option<Object>> {
    find::value_of(t, &dict.table, key)
}

/// Sets the value of a key (`PyDict_SetItem`).
#[inline]
pub fn dict_set(t: &Thread, dict: &Dict, key: Object, value: Object) -> PyResult<()> {
    if let Some(name) = Name::from_object(&key)
        && dict.table.has_only_names()
    {
        let hash = name.hash();
        match dict.table.find_name(name) {
            Some(index) => drop(dict.table.replace(index, value)),
            None => drop(dict.table.add(key, hash, value)?),
        }
        return Ok(());
    }
    let hash = t.hash(&key)?;
    dict_set_hashed(t, dict, key, hash, value)
}

/// Sets the value of a key whose hash is known.
#[inline]
pub fn dict_set_hashed(
    t: &Thread,
    dict: &Dict,
    key: Object,
    hash: i64,
    value: Object,
) -> PyResult<()> {
    match find_key_hashed(t, &dict.table, &key, hash)? {
        Some(index) => drop(dict.table.replace(index, value)),
        None => drop(dict.table.add(key, hash, value)?),
    }
    Ok(())
}

/// Takes a key out and gives its value back; `None` if it was not there.
pub fn dict_remove(t: &Thread, dict: &Dict, key: &Object) -> PyResult<Option<Object>> {
    let index = find_key(t, &dict.table, key)?;
    // The key is dropped here, when the table is whole again.
    Ok(index
        .and_then(|index| dict.table.remove(index))
        .map(|(_key, value)| value))
}

/// Fills in the type `dict`, its views and their iterators.
pub(crate) fn install(t: &Thread) -> PyResult<()> {
    slots::install(t);
    methods::install(t)?;
    t.ready(t.types.dict)?;
    iterators::install(t)?;
    views::install(t)
}
