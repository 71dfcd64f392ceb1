//! UTF-8.

use super::errors::{Handler, Sink, Undecodable, Unencodable};
use crate::builder::Builder;
use types::{PyResult, Str, Thread};

/// Adds the one to four bytes of a character, or the three that a surrogate would have.
pub(super) fn push(bytes: &mut Vec<u8>, char: u32) {
    let tail = |shift: u32| 0x80 | (char >> shift & 0x3F) as u8;
    match char {
        0..0x80 => bytes.push(char as u8),
        0x80..0x800 => bytes.extend([0xC0 | (char >> 6) as u8, tail(0)]),
        0x800..0x1_0000 => bytes.extend([0xE0 | (char >> 12) as u8, tail(6), tail(0)]),
        _ => bytes.extend([0xF0 | (char >> 18) as u8, tail(12), tail(6), tail(0)]),
    }
}

impl Sink for Vec<u8> {
    fn char(&mut self, char: u32) {
        push(self, char);
    }

    fn byte(&mut self, byte: u8) {
        Vec::push(self, byte);
    }

    fn surrogate(&mut self, char: u32) -> bool {
        push(self, char);
        true
    }
}

pub(super) fn encode(t: &Thread, text: &Str, handler: Handler<'_>) -> PyResult<Vec<u8>> {
    let report = Unencodable {
        encoding: "utf-8",
        text,
        reason: "surrogates not allowed",
    };
    let chars = text.chars();
    let mut bytes = Vec::with_capacity(chars.len());
    let is_surrogate = |at: usize| matches!(chars.get(at), Some(0xD800..=0xDFFF));
    let mut at = 0;
    while let Some(char) = chars.get(at) {
        if !is_surrogate(at) {
            push(&mut bytes, char);
            at += 1;
            continue;
        }
        let start = at;
        while is_surrogate(at) {
            at += 1;
        }
        report.handle(t, handler, start..at, &mut bytes)?;
    }
    Ok(bytes)
}

/// A surrogate that was encoded in three bytes.
fn surrogate(bytes: &[u8]) -> Option<(u32, usize)> {
    match bytes {
        [0xED, b @ 0xA0..=0xBF, c @ 0x80..=0xBF, ..] => {
            Some((0xD000 | u32::from(b & 0x3F) << 6 | u32::from(c & 0x3F), 3))
        }
        _ => None,
    }
}

pub(super) fn decode(t: &Thread, bytes: &[u8], handler: Handler<'_>) -> PyResult {
    match std::str::from_utf8(bytes) {
        Ok(text) => t.str(text),
        Err(_) => decode_slowly(t, bytes, handler),
    }
}

fn decode_slowly(t: &Thread, bytes: &[u8], handler: Handler<'_>) -> PyResult {
    let report = Undecodable {
        encoding: "utf-8",
        bytes,
    };
    let mut builder = Builder::new();
    let mut at = 0;
    while at < bytes.len() {
        let rest = &bytes[at..];
        let error = match std::str::from_utf8(rest) {
            Ok(text) => {
                builder.push_text(text);
                break;
            }
            Err(error) => error,
        };
        let (good, _) = rest.split_at(error.valid_up_to());
        if let Ok(text) = std::str::from_utf8(good) {
            builder.push_text(text);
        }
        let start = at + good.len();
        let (end, reason) = match (error.error_len(), bytes[start]) {
            (None, _) => (bytes.len(), "unexpected end of data"),
            (Some(length), 0xC2..=0xF4) => (start + length, "invalid continuation byte"),
            (Some(length), _) => (start + length, "invalid start byte"),
        };
        at = report.handle(t, handler, start..end, reason, &mut builder, &surrogate)?;
    }
    builder.finish(t)
}
