//! Which strings of a code object are interned? All names, and the constants that look
//! like names.

use containers::{Set, set_add};
use objects::Object;
use types::{Name, PyResult, Str, Thread, Tuple};

use crate::marshal::members;

/// Interns names; each must be a string of exactly type `str` (`intern_strings`).
pub(crate) fn intern_names(t: &Thread, names: Vec<Object>) -> PyResult<Vec<Name>> {
    names
        .into_iter()
        .map(|name| match name.into_owned::<Str>() {
            Ok(name) if t.is_exact(name.as_object(), t.types.str) => t.intern_str(&name),
            _ => Err(t.system_error("non-string found in code slot")),
        })
        .collect()
}

/// Constants nested deeper than this are left as they are: that a string is interned only
/// shows in `is`, and compilers nest them a few levels deep at most.
const MAX_DEPTH: u32 = 20;

/// Interns a constant if it is a string that looks like a name, and such strings inside
/// of tuples and frozen sets (`intern_string_constants`).
pub(crate) fn intern_constant(t: &Thread, constant: &Object) -> PyResult {
    Ok(interned(t, constant, 0)?.unwrap_or_else(|| constant.clone()))
}

/// What to put in the place of a constant; `None`: it may stay.
fn interned(t: &Thread, constant: &Object, depth: u32) -> PyResult<Option<Object>> {
    if depth > MAX_DEPTH || !constant.is_heap() {
        return Ok(None);
    }
    if let Some(text) = constant.downcast::<Str>() {
        let due = t.is_exact(constant, t.types.str) && !text.is_interned() && looks_like_name(text);
        return match due {
            true => Ok(Some(t.intern_str(&text.object())?.object().clone())),
            false => Ok(None),
        };
    }
    if let Some(tuple) = constant.downcast::<Tuple>()
        && t.is_exact(constant, t.types.tuple)
    {
        let items = tuple.items().to_vec();
        return match all_interned(t, items, depth)? {
            Some(items) => t.tuple(items).map(Some),
            None => Ok(None),
        };
    }
    if let Some(set) = constant.downcast::<Set>()
        && t.is_exact(constant, t.types.frozenset)
        && let Some(items) = all_interned(t, members(set), depth)?
    {
        let new = Set::new(t.types.frozenset)?;
        for item in items {
            set_add(t, &new, item)?;
        }
        return Ok(Some(new.into_object()));
    }
    Ok(None)
}

/// The items with what is due interned; `None` if nothing is.
fn all_interned(t: &Thread, mut items: Vec<Object>, depth: u32) -> PyResult<Option<Vec<Object>>> {
    let mut changed = false;
    for item in &mut items {
        if let Some(new) = interned(t, item, depth + 1)? {
            *item = new;
            changed = true;
        }
    }
    Ok(changed.then_some(items))
}

/// Only ASCII letters, digits and underscores (`all_name_chars`).
fn looks_like_name(text: &Str) -> bool {
    text.as_ascii()
        .is_some_and(|text| text.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'_'))
}
