//! Of what is a string made? `isalpha`, `isdigit`, `isidentifier` and their relatives.

use crate::text::this;
use crate::unicode as uni;
use objects::Object;
use types::{Chars, PyResult, Thread, Version};

/// Does every character fulfil the test, and is there one?
fn all(t: &Thread, object: &Object, test: impl Fn(Version, u32) -> bool) -> PyResult {
    let chars = this(t, object)?.chars();
    let all = !chars.is_empty() && chars.iter().all(|char| test(t.version, char));
    Ok(Object::bool(all))
}

pub(super) fn is_alpha(t: &Thread, object: &Object) -> PyResult {
    all(t, object, uni::is_alpha)
}

pub(super) fn is_alnum(t: &Thread, object: &Object) -> PyResult {
    all(t, object, |version, char| {
        uni::is_alpha(version, char) || uni::is_numeric(version, char)
    })
}

pub(super) fn is_decimal(t: &Thread, object: &Object) -> PyResult {
    all(t, object, |version, char| {
        uni::decimal_value(version, char).is_some()
    })
}

pub(super) fn is_digit(t: &Thread, object: &Object) -> PyResult {
    all(t, object, uni::is_digit)
}

pub(super) fn is_numeric(t: &Thread, object: &Object) -> PyResult {
    all(t, object, uni::is_numeric)
}

pub(super) fn is_space(t: &Thread, object: &Object) -> PyResult {
    all(t, object, |_, char| uni::is_space(char))
}

pub(super) fn is_ascii(t: &Thread, object: &Object) -> PyResult {
    Ok(Object::bool(this(t, object)?.is_ascii()))
}

pub(super) fn is_printable(t: &Thread, object: &Object) -> PyResult {
    let chars = this(t, object)?.chars();
    let all = chars.iter().all(|char| uni::is_printable(t.version, char));
    Ok(Object::bool(all))
}

/// Could these characters be a name?
pub fn is_name(version: Version, chars: Chars<'_>) -> bool {
    let mut chars = chars.iter();
    let first = chars.next();
    first.is_some_and(|char| char == 0x5F || uni::is_xid_start(version, char))
        && chars.all(|char| uni::is_xid_continue(version, char))
}

pub(super) fn is_identifier(t: &Thread, object: &Object) -> PyResult {
    let chars = this(t, object)?.chars();
    Ok(Object::bool(is_name(t.version, chars)))
}

/// Is there a letter of the wanted case, and none of another?
fn one_case(
    t: &Thread,
    object: &Object,
    wanted: impl Fn(Version, u32) -> bool,
    other: impl Fn(Version, u32) -> bool,
) -> PyResult {
    let mut found = false;
    for char in this(t, object)?.chars().iter() {
        if other(t.version, char) || uni::is_title(t.version, char) {
            return Ok(Object::bool(false));
        }
        found |= wanted(t.version, char);
    }
    Ok(Object::bool(found))
}

pub(super) fn is_lower(t: &Thread, object: &Object) -> PyResult {
    one_case(t, object, uni::is_lower, uni::is_upper)
}

pub(super) fn is_upper(t: &Thread, object: &Object) -> PyResult {
    one_case(t, object, uni::is_upper, uni::is_lower)
}

/// Does each word begin in upper or title case, and go on in lower case?
pub(super) fn is_title(t: &Thread, object: &Object) -> PyResult {
    let (mut found, mut in_word) = (false, false);
    for char in this(t, object)?.chars().iter() {
        let begins = uni::is_upper(t.version, char) || uni::is_title(t.version, char);
        let goes_on = uni::is_lower(t.version, char);
        if begins && in_word || goes_on && !in_word {
            return Ok(Object::bool(false));
        }
        in_word = begins || goes_on;
        found |= in_word;
    }
    Ok(Object::bool(found))
}
