//! How does text become a complex number, and a complex number text?

use crate::complex::as_complex;
use crate::float_text::read_prefix;
use crate::format::float_shortest;
use crate::text::{is_ascii_space, to_ascii, without_underscores};
use objects::Object;
use types::{PyResult, Str, Thread};

/// `repr(complex)`
pub(crate) fn repr(t: &Thread, object: &Object) -> PyResult {
    let (real, imaginary) = as_complex(object).unwrap_or_default();
    t.str(&to_text((real, imaginary)))
}

/// The text of a complex number: the imaginary part alone if the real part is zero (and
/// not minus zero).
pub fn to_text((real, imaginary): (f64, f64)) -> String {
    let second = float_shortest(imaginary);
    if real == 0.0 && real.is_sign_positive() {
        return format!("{second}j");
    }
    let sign = if second.starts_with('-') { "" } else { "+" };
    format!("({}{sign}{second}j)", float_shortest(real))
}

fn skip_spaces(text: &[u8]) -> &[u8] {
    let count = text
        .iter()
        .take_while(|byte| is_ascii_space(**byte))
        .count();
    &text[count..]
}

/// A sign alone, which stands for one times itself.
fn lone_sign(text: &[u8]) -> (f64, &[u8]) {
    match text {
        [b'+', rest @ ..] => (1.0, rest),
        [b'-', rest @ ..] => (-1.0, rest),
        _ => (1.0, text),
    }
}

fn after_j(text: &[u8]) -> Option<&[u8]> {
    match text {
        [b'j' | b'J', rest @ ..] => Some(rest),
        _ => None,
    }
}

/// Reads `a`, `bj`, `a+bj` or what is left of them: both parts and the rest.
fn read_parts(text: &[u8]) -> Option<((f64, f64), &[u8])> {
    let Some((first, length)) = read_prefix(text) else {
        let (sign, rest) = lone_sign(text);
        return Some(((0.0, sign), after_j(rest)?));
    };
    let rest = &text[length..];
    if let [b'+' | b'-', ..] = rest {
        let (second, rest) = match read_prefix(rest) {
            Some((second, length)) => (second, &rest[length..]),
            None => lone_sign(rest),
        };
        return Some(((first, second), after_j(rest)?));
    }
    match after_j(rest) {
        Some(rest) => Some(((0.0, first), rest)),
        None => Some(((first, 0.0), rest)),
    }
}

/// Reads a complex number, in parentheses or not (`complex_from_string_inner`).
fn read(text: &[u8]) -> Option<(f64, f64)> {
    let text = skip_spaces(text);
    let (bracketed, text) = match text {
        [b'(', rest @ ..] => (true, skip_spaces(rest)),
        _ => (false, text),
    };
    let (value, rest) = read_parts(text)?;
    let mut rest = skip_spaces(rest);
    if bracketed {
        rest = skip_spaces(rest.strip_prefix(b")")?);
    }
    rest.is_empty().then_some(value)
}

/// `complex(text)`
pub(crate) fn parse(t: &Thread, text: &Str, object: &Object) -> PyResult<(f64, f64)> {
    objects::heap().check(text.len())?;
    let ascii = to_ascii(t.version, text);
    let plain = match ascii.contains(&b'_') {
        false => ascii,
        true => match without_underscores(&ascii) {
            Some(plain) => plain,
            None => {
                return Err(t.value_error(format!(
                    "could not convert string to complex: {}",
                    t.repr(object)?.to_text()
                )));
            }
        },
    };
    read(&plain).ok_or_else(|| t.value_error("complex() arg is a malformed string"))
}
