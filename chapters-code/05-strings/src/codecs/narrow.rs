//! The encodings of one byte per character: ASCII and Latin-1.

use super::errors::{Handler, Sink, Undecodable, Unencodable};
use crate::builder::Builder;
use types::{PyResult, Str, Thread};

/// An encoding whose bytes are code points, up to a limit.
pub(super) struct Narrow {
    name: &'static str,
    limit: u32,
    reason: &'static str,
}

pub(super) const ASCII: Narrow = Narrow {
    name: "ascii",
    limit: 0x80,
    reason: "ordinal not in range(128)",
};

pub(super) const LATIN_1: Narrow = Narrow {
    name: "latin-1",
    limit: 0x100,
    reason: "ordinal not in range(256)",
};

/// Bytes, without surrogates.
struct Bytes(Vec<u8>);

impl Sink for Bytes {
    fn char(&mut self, char: u32) {
        // Replacements are ASCII.
        self.0.push(char as u8);
    }

    fn byte(&mut self, byte: u8) {
        self.0.push(byte);
    }

    fn surrogate(&mut self, _: u32) -> bool {
        false
    }
}

pub(super) fn encode(
    t: &Thread,
    text: &Str,
    handler: Handler<'_>,
    encoding: Narrow,
) -> PyResult<Vec<u8>> {
    let report = Unencodable {
        encoding: encoding.name,
        text,
        reason: encoding.reason,
    };
    let chars = text.chars();
    let mut bytes = Bytes(Vec::with_capacity(chars.len()));
    let mut at = 0;
    while let Some(char) = chars.get(at) {
        if char < encoding.limit {
            bytes.0.push(char as u8);
            at += 1;
            continue;
        }
        let start = at;
        while chars.get(at).is_some_and(|char| char >= encoding.limit) {
            at += 1;
        }
        report.handle(t, handler, start..at, &mut bytes)?;
    }
    Ok(bytes.0)
}

pub(super) fn decode_ascii(t: &Thread, bytes: &[u8], handler: Handler<'_>) -> PyResult {
    if bytes.is_ascii() {
        return t.str_latin1(bytes);
    }
    let report = Undecodable {
        encoding: "ascii",
        bytes,
    };
    let mut builder = Builder::with_capacity(bytes.len())?;
    for (at, &byte) in bytes.iter().enumerate() {
        if byte.is_ascii() {
            builder.push(byte.into());
        } else {
            report.handle(t, handler, at..at + 1, ASCII.reason, &mut builder, &|_| {
                None
            })?;
        }
    }
    builder.finish(t)
}
