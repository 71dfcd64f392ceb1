//! Which methods make changed bytes of bytes? Case, padding, `expandtabs`, `translate`,
//! and the tests of what bytes are made of.

use super::{as_byte_string, buffer, like, unchanged, view};
use crate::text::left_share;
use objects::Object;
use types::{Args, ErrorKind, Parameters, PyResult, Thread, check_count};

fn mapped(t: &Thread, object: &Object, change: impl FnOnce(&mut [u8])) -> PyResult {
    let mut bytes = buffer(t, object)?.into_owned();
    change(&mut bytes);
    like(t, object, &bytes)
}

pub(super) fn upper(t: &Thread, object: &Object) -> PyResult {
    mapped(t, object, <[u8]>::make_ascii_uppercase)
}

pub(super) fn lower(t: &Thread, object: &Object) -> PyResult {
    mapped(t, object, <[u8]>::make_ascii_lowercase)
}

pub(super) fn title(t: &Thread, object: &Object) -> PyResult {
    mapped(t, object, crate::str::ascii_title)
}

pub(super) fn capitalize(t: &Thread, object: &Object) -> PyResult {
    mapped(t, object, |bytes| {
        bytes.make_ascii_lowercase();
        if let Some(first) = bytes.first_mut() {
            first.make_ascii_uppercase();
        }
    })
}

pub(super) fn swap_case(t: &Thread, object: &Object) -> PyResult {
    mapped(t, object, |bytes| {
        for byte in bytes.iter_mut().filter(|byte| byte.is_ascii_alphabetic()) {
            *byte ^= 0x20;
        }
    })
}

fn all(t: &Thread, object: &Object, test: impl Fn(u8) -> bool) -> PyResult {
    let bytes = buffer(t, object)?;
    Ok(Object::bool(
        !bytes.is_empty() && bytes.iter().all(|&byte| test(byte)),
    ))
}

pub(super) fn is_alpha(t: &Thread, object: &Object) -> PyResult {
    all(t, object, |byte| byte.is_ascii_alphabetic())
}

pub(super) fn is_alnum(t: &Thread, object: &Object) -> PyResult {
    all(t, object, |byte| byte.is_ascii_alphanumeric())
}

pub(super) fn is_digit(t: &Thread, object: &Object) -> PyResult {
    all(t, object, |byte| byte.is_ascii_digit())
}

pub(super) fn is_space(t: &Thread, object: &Object) -> PyResult {
    all(t, object, super::split::is_space)
}

pub(super) fn is_ascii(t: &Thread, object: &Object) -> PyResult {
    Ok(Object::bool(buffer(t, object)?.is_ascii()))
}

fn one_case(
    t: &Thread,
    object: &Object,
    wanted: fn(&u8) -> bool,
    other: fn(&u8) -> bool,
) -> PyResult {
    let bytes = buffer(t, object)?;
    Ok(Object::bool(
        bytes.iter().any(wanted) && !bytes.iter().any(other),
    ))
}

pub(super) fn is_lower(t: &Thread, object: &Object) -> PyResult {
    one_case(t, object, u8::is_ascii_lowercase, u8::is_ascii_uppercase)
}

pub(super) fn is_upper(t: &Thread, object: &Object) -> PyResult {
    one_case(t, object, u8::is_ascii_uppercase, u8::is_ascii_lowercase)
}

pub(super) fn is_title(t: &Thread, object: &Object) -> PyResult {
    let (mut found, mut in_word) = (false, false);
    for byte in buffer(t, object)?.iter() {
        let (upper, lower) = (byte.is_ascii_uppercase(), byte.is_ascii_lowercase());
        if upper && in_word || lower && !in_word {
            return Ok(Object::bool(false));
        }
        in_word = upper || lower;
        found |= in_word;
    }
    Ok(Object::bool(found))
}

fn pad(t: &Thread, object: &Object, left: usize, right: usize, fill: u8) -> PyResult {
    if left == 0 && right == 0 {
        return unchanged(t, object);
    }
    let bytes = buffer(t, object)?;
    let length = left.saturating_add(right).saturating_add(bytes.len());
    crate::room::room(length)?;
    let mut result = Vec::with_capacity(length);
    result.resize(left, fill);
    result.extend_from_slice(&bytes);
    result.resize(length, fill);
    like(t, object, &result)
}

fn fill_byte(t: &Thread, name: &str, argument: Option<&Object>) -> PyResult<u8> {
    let Some(argument) = argument else {
        return Ok(b' ');
    };
    if let Some(bytes) = view(argument)?
        && let [byte] = *bytes
    {
        return Ok(byte);
    }
    let kind = t.type_name(argument);
    let kind = if argument.is_none() { "None" } else { &kind };
    Err(t.type_error(format!(
        "{name}() argument 2 must be a byte string of length 1, not {kind}"
    )))
}

fn justify(
    t: &Thread,
    name: &str,
    object: &Object,
    args: &[Object],
    share: fn(usize, usize) -> usize,
) -> PyResult {
    check_count(t, name, args.len(), 1, 2)?;
    let width = t.index_or(&args[0], ErrorKind::OverflowError)?;
    let width = usize::try_from(width).unwrap_or(0);
    let fill = fill_byte(t, name, args.get(1))?;
    let missing = width.saturating_sub(buffer(t, object)?.len());
    let left = share(missing, width);
    pad(t, object, left, missing - left, fill)
}

pub(super) fn ljust(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    justify(t, "ljust", object, args, |_, _| 0)
}

pub(super) fn rjust(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    justify(t, "rjust", object, args, |missing, _| missing)
}

pub(super) fn center(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    justify(t, "center", object, args, left_share)
}

pub(super) fn zfill(t: &Thread, object: &Object, width: &Object) -> PyResult {
    let width = t.index_or(width, ErrorKind::OverflowError)?;
    let width = usize::try_from(width).unwrap_or(0);
    let bytes = buffer(t, object)?;
    let missing = width.saturating_sub(bytes.len());
    match bytes.first() {
        Some(&sign @ (b'+' | b'-')) if missing > 0 => {
            crate::room::room(width)?;
            let mut result = vec![b'0'; missing + 1];
            result[0] = sign;
            result.extend_from_slice(&bytes[1..]);
            like(t, object, &result)
        }
        _ => pad(t, object, missing, 0, b'0'),
    }
}

pub(super) fn expand_tabs(t: &Thread, object: &Object, args: Args<'_>) -> PyResult {
    static PARAMETERS: Parameters = Parameters::new("expandtabs", &["tabsize"], 0);
    let [size] = t.arguments(&PARAMETERS, args)?;
    let size = usize::try_from(crate::text::c_int(t, size, 8)?).unwrap_or(0);
    let bytes = buffer(t, object)?;
    let mut result = Vec::with_capacity(bytes.len());
    let mut column = 0usize;
    for &byte in bytes.iter() {
        match byte {
            b'\t' if size > 0 => {
                let more = size - column % size;
                crate::room::room(result.len().saturating_add(more))?;
                result.resize(result.len() + more, b' ');
                column += more;
            }
            b'\t' => (),
            _ => {
                result.push(byte);
                column = if matches!(byte, b'\n' | b'\r') {
                    0
                } else {
                    column + 1
                };
            }
        }
    }
    like(t, object, &result)
}

pub(super) fn translate(t: &Thread, object: &Object, args: Args<'_>) -> PyResult {
    static PARAMETERS: Parameters = Parameters {
        function: "translate",
        names: &["", "delete"],
        required: 1,
        positional: 2,
    };
    let [table, delete] = t.arguments(&PARAMETERS, args)?;
    let table = match table.filter(|table| !table.is_none()) {
        Some(table) => Some(buffer(t, table)?),
        None => None,
    };
    if table.as_ref().is_some_and(|table| table.len() != 256) {
        return Err(t.value_error("translation table must be 256 characters long"));
    }
    let mut deleted = [false; 256];
    if let Some(delete) = delete {
        buffer(t, delete)?
            .iter()
            .for_each(|&byte| deleted[usize::from(byte)] = true);
    }
    let bytes = buffer(t, object)?;
    let kept = bytes.iter().filter(|&&byte| !deleted[usize::from(byte)]);
    let result: Vec<u8> = kept
        .map(|&byte| {
            table
                .as_ref()
                .map_or(byte, |table| table[usize::from(byte)])
        })
        .collect();
    match *result == *bytes {
        true => unchanged(t, object),
        false => like(t, object, &result),
    }
}

pub(super) fn make_trans(t: &Thread, _: &Object, args: &[Object]) -> PyResult {
    check_count(t, "maketrans", args.len(), 2, 2)?;
    let (from, to) = (buffer(t, &args[0])?, buffer(t, &args[1])?);
    if from.len() != to.len() {
        return Err(t.value_error("maketrans arguments must have same length"));
    }
    let mut table: Vec<u8> = (0..=255).collect();
    for (&from, &to) in from.iter().zip(to.iter()) {
        table[usize::from(from)] = to;
    }
    t.bytes(&table)
}

/// `a + b`
pub(super) fn concat(t: &Thread, a: &Object, b: &Object) -> PyResult {
    if !as_byte_string(b) {
        let (left, right) = (t.type_name(a), t.type_name(b));
        return Err(t.type_error(format!("can't concat {right} to {left}")));
    }
    let (left, right) = (buffer(t, a)?, buffer(t, b)?);
    if t.is_exact(a, t.types.bytes) && right.is_empty() {
        return Ok(a.clone());
    }
    if left.is_empty() && t.is_exact(a, t.types.bytes) && t.is_exact(b, t.types.bytes) {
        return Ok(b.clone());
    }
    crate::room::room(left.len().saturating_add(right.len()))?;
    like(t, a, &[&*left, &*right].concat())
}

/// `a * count`
pub(super) fn repeat(t: &Thread, object: &Object, count: i64) -> PyResult {
    let bytes = buffer(t, object)?;
    let count = usize::try_from(count).unwrap_or(0);
    let Some(length) = bytes
        .len()
        .checked_mul(count)
        .filter(|&n| i64::try_from(n).is_ok())
    else {
        return match t.is_exact(object, t.types.bytes) {
            true => Err(t.overflow_error("repeated bytes are too long")),
            false => Err(objects::OutOfMemory.into()),
        };
    };
    if count == 1 {
        return unchanged(t, object);
    }
    crate::room::room(length)?;
    like(t, object, &bytes.repeat(count))
}
