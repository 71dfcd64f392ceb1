//! Which strings of a code object are interned? All names, and the constants that look
//! like names.

use objects::Object;
use types::{Name, PyResult, Str, Thread};

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

/// Interns a constant if it is a string that looks like a name, and such strings inside
/// of tuples and frozen sets (`intern_string_constants`).
pub(crate) fn intern_constant(t: &Thread, constant: Object) -> PyResult {
    match constant.into_owned::<Str>() {
        Ok(text) if t.is_exact(text.as_object(), t.types.str) && looks_like_name(&text) => {
            Ok(t.intern_str(&text)?.object().clone())
        }
        Ok(text) => Ok(text.into_object()),
        Err(other) => Ok(other),
    }
}

/// Only ASCII letters, digits and underscores (`all_name_chars`).
fn looks_like_name(text: &Str) -> bool {
    text.as_ascii()
        .is_some_and(|text| text.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'_'))
}
