//! How does marshal write text that is not ASCII? As UTF-8 in which surrogates may stand
//! (CPython's `surrogatepass`).

use objects::Object;
use types::{Details, ErrorKind, PyResult, Raised, Str, Thread};

/// Encodes a string. A surrogate becomes the three bytes that its number asks for.
pub(super) fn encode(text: &Str) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    for code_point in text.chars().iter() {
        match char::from_u32(code_point) {
            Some(char) => out.extend(char.encode_utf8(&mut [0; 4]).bytes()),
            None => out.extend([
                0xE0 | (code_point >> 12) as u8,
                0x80 | (code_point >> 6) as u8 & 0x3F,
                0x80 | code_point as u8 & 0x3F,
            ]),
        }
    }
    out
}

/// Decodes a string.
pub(super) fn decode(t: &Thread, bytes: &[u8]) -> PyResult {
    let mut chars = Vec::new();
    let mut at = 0;
    loop {
        let rest = &bytes[at..];
        let error = match std::str::from_utf8(rest) {
            Ok(text) if chars.is_empty() => return t.str(text),
            Ok(text) => {
                chars.extend(text.chars().map(u32::from));
                return t.str_of(&chars);
            }
            Err(error) => error,
        };
        let (valid, rest) = rest.split_at(error.valid_up_to());
        chars.extend(
            valid
                .utf8_chunks()
                .flat_map(|chunk| chunk.valid().chars())
                .map(u32::from),
        );
        at += valid.len();
        let Some(surrogate) = surrogate(rest) else {
            return Err(undecodable(t, bytes, at, error.error_len()));
        };
        chars.push(surrogate);
        at += 3;
    }
}

/// The surrogate that begins here, if one does.
fn surrogate(bytes: &[u8]) -> Option<u32> {
    match *bytes {
        [0xED, second @ 0xA0..=0xBF, third @ 0x80..=0xBF, ..] => {
            Some(0xD000 | u32::from(second & 0x3F) << 6 | u32::from(third & 0x3F))
        }
        _ => None,
    }
}

/// `UnicodeDecodeError`, as CPython's decoder has it. `length`: of what cannot be decoded;
/// nothing if the bytes end too soon.
fn undecodable(t: &Thread, bytes: &[u8], start: usize, length: Option<usize>) -> Raised {
    let begins = matches!(bytes.get(start), Some(0xC2..=0xF4));
    let (end, reason) = match length {
        None => (bytes.len(), "unexpected end of data"),
        Some(length) if begins => (start + length, "invalid continuation byte"),
        Some(_) => (start + 1, "invalid start byte"),
    };
    let arguments = || -> PyResult<Vec<Object>> {
        Ok(vec![
            t.str("utf-8")?,
            t.bytes(bytes)?,
            numbers::int_from_usize(t, start)?,
            numbers::int_from_usize(t, end)?,
            t.str(reason)?,
        ])
    };
    match arguments() {
        Ok(arguments) => t.raise(ErrorKind::UnicodeDecodeError, Details::Arguments(arguments)),
        Err(raised) => raised,
    }
}
