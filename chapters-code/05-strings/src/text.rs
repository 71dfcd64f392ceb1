//! What do all methods of strings need? Their receiver, its parts, and the errors about
//! arguments.

use objects::{Object, Owned};
use std::ops::Range;
use types::{PyResult, Str, Thread, as_str};

/// The receiver of a string method, which the method descriptor has checked.
pub(crate) fn this<'a>(t: &Thread, receiver: &'a Object) -> PyResult<&'a Str> {
    as_str(receiver).ok_or_else(|| {
        let kind = t.type_name(receiver);
        t.type_error(format!("a 'str' object is required, not '{kind}'"))
    })
}

/// An argument that must be a string.
pub(crate) fn text<'a>(t: &Thread, argument: &'a Object) -> PyResult<&'a Str> {
    as_str(argument).ok_or_else(|| {
        let kind = t.type_name(argument);
        t.type_error(format!("must be str, not {kind}"))
    })
}

/// A numbered argument that must be a string (Argument Clinic's `unicode`).
pub(crate) fn numbered<'a>(
    t: &Thread,
    method: &str,
    argument: &'a Object,
    number: Option<usize>,
) -> PyResult<&'a Str> {
    as_str(argument).ok_or_else(|| {
        let kind = t.type_name(argument);
        let kind = if argument.is_none() { "None" } else { &kind };
        let number = number
            .map(|number| format!(" {number}"))
            .unwrap_or_default();
        t.type_error(format!(
            "{method}() argument{number} must be str, not {kind}"
        ))
    })
}

/// The string itself, if it is exactly a `str`, else an equal `str`
/// (`unicode_result_unchanged`).
pub(crate) fn unchanged(t: &Thread, receiver: &Object) -> PyResult {
    if t.is_exact(receiver, t.types.str) {
        return Ok(receiver.clone());
    }
    t.str_chars(this(t, receiver)?.chars())
}

/// A part of the string: itself, if that is all of it.
pub(crate) fn part(t: &Thread, receiver: &Object, range: Range<usize>) -> PyResult {
    let text = this(t, receiver)?;
    if range.len() == text.len() {
        return unchanged(t, receiver);
    }
    t.str_part(text, range)
}

/// A new string; the empty one and those of single characters are shared.
pub(crate) fn shared_if_short(t: &Thread, text: Owned<Str>) -> PyResult {
    match text.len() {
        0 | 1 => t.str_chars(text.chars()),
        _ => Ok(text.into_object()),
    }
}

/// A count as an integer object.
pub(crate) fn number(t: &Thread, count: usize) -> PyResult {
    numbers::int_from_usize(t, count)
}

/// An argument that Argument Clinic calls `bool` and converts like an `int`; `False` if it
/// is missing.
pub(crate) fn flag(t: &Thread, argument: Option<&Object>) -> PyResult<bool> {
    Ok(c_int(t, argument, 0)? != 0)
}

/// An argument that Argument Clinic calls `int`.
pub(crate) fn c_int(t: &Thread, argument: Option<&Object>, default: i32) -> PyResult<i32> {
    let Some(argument) = argument else {
        return Ok(default);
    };
    let value = t.clipped_index(argument)?;
    i32::try_from(value).map_err(|_| t.overflow_error("Python int too large to convert to C int"))
}

/// How much of what is missing `center` puts to the left: half of it, and the odd one if
/// the width is odd too.
pub(crate) fn left_share(missing: usize, width: usize) -> usize {
    missing / 2 + (missing & width & 1)
}

/// The name of an encoding or an error handler.
pub(crate) fn name_argument(
    t: &Thread,
    function: &str,
    parameter: &str,
    argument: Option<&Object>,
) -> PyResult<Option<String>> {
    let Some(argument) = argument else {
        return Ok(None);
    };
    let Some(name) = as_str(argument) else {
        let kind = t.type_name(argument);
        let kind = if argument.is_none() { "None" } else { &kind };
        return Err(t.type_error(format!(
            "{function}() argument '{parameter}' must be str, not {kind}"
        )));
    };
    if name.chars().iter().any(|char| char == 0) {
        return Err(t.value_error("embedded null character"));
    }
    Ok(Some(name.to_text()))
}

/// The argument of `__format__`.
pub(crate) fn spec_argument<'a>(t: &Thread, argument: &'a Object) -> PyResult<&'a Str> {
    numbered(t, "__format__", argument, None)
}
