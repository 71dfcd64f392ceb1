//! How are bytes written in hexadecimal, and read?

use super::{buffer, view};
use crate::text::numbered;
use objects::Object;
use types::{Args, Parameters, PyResult, Thread, Type, as_str};

const DIGITS: &[u8; 16] = b"0123456789abcdef";

/// The separator: one ASCII character, as `str` or `bytes`.
fn separator(t: &Thread, argument: &Object) -> PyResult<u8> {
    let (length, first) = if let Some(text) = as_str(argument) {
        (text.len(), text.chars().get(0).unwrap_or(0))
    } else if let Some(bytes) = view(argument)? {
        (bytes.len(), bytes.first().copied().unwrap_or(0).into())
    } else {
        // Its length is asked for before its type.
        t.length(argument)?;
        return Err(t.type_error("sep must be str or bytes."));
    };
    match (length, u8::try_from(first)) {
        (1, Ok(byte)) if byte.is_ascii() => Ok(byte),
        (1, _) => Err(t.value_error("sep must be ASCII.")),
        _ => Err(t.value_error("sep must be length 1.")),
    }
}

pub(super) fn hex(t: &Thread, object: &Object, args: Args<'_>) -> PyResult {
    static PARAMETERS: Parameters = Parameters::new("hex", &["sep", "bytes_per_sep"], 0);
    let [sep, group] = t.arguments(&PARAMETERS, args)?;
    let group = crate::text::c_int(t, group, 1)?;
    let bytes = buffer(t, object)?;
    let sep = match sep {
        Some(sep) => Some(separator(t, sep)?).filter(|_| group != 0),
        None => None,
    };
    crate::room::room(bytes.len().saturating_mul(3))?;
    let size = usize::try_from(group.unsigned_abs())
        .unwrap_or(usize::MAX)
        .max(1);
    // A positive group counts from the right end.
    let first = if group > 0 { bytes.len() % size } else { 0 };
    let mut text = Vec::with_capacity(bytes.len().saturating_mul(2));
    for (at, byte) in bytes.iter().enumerate() {
        if let Some(sep) = sep
            && at > 0
            && (at + size - first) % size == 0
        {
            text.push(sep);
        }
        text.extend([
            DIGITS[usize::from(byte >> 4)],
            DIGITS[usize::from(byte & 15)],
        ]);
    }
    t.str_latin1(&text)
}

/// `bytes.fromhex(text)` of a class.
pub(super) fn from_hex(t: &Thread, class: &Object, text: &Object) -> PyResult {
    let chars = numbered(t, "fromhex", text, None)?.chars();
    let digit = |at: usize| {
        let char = chars.get(at).and_then(char::from_u32);
        char.and_then(|char| char.to_digit(16))
    };
    let is_space = |at: usize| {
        let byte = chars.get(at).and_then(|char| u8::try_from(char).ok());
        byte.is_some_and(super::split::is_space)
    };
    let mut bytes = Vec::with_capacity(chars.len() / 2);
    let mut at = 0;
    loop {
        while is_space(at) {
            at += 1;
        }
        if at >= chars.len() {
            break;
        }
        match (digit(at), digit(at + 1)) {
            (Some(high), Some(low)) => bytes.push((high << 4 | low) as u8),
            (high, _) => {
                let at = at + usize::from(high.is_some());
                return Err(t.value_error(format!(
                    "non-hexadecimal number found in fromhex() arg at position {at}"
                )));
            }
        }
        at += 2;
    }
    let base = match class.downcast::<Type>() {
        Some(class) if class.is_subtype(t.types.bytearray) => t.bytearray(&bytes)?,
        _ => t.bytes(&bytes)?,
    };
    let exact = class.is(t.types.bytes.object().as_object())
        || class.is(t.types.bytearray.object().as_object());
    if exact {
        Ok(base)
    } else {
        t.call(class, &[base])
    }
}
