//! What happens to what cannot be encoded or decoded? The error handlers.

use super::unicode_error;
use crate::builder::Builder;
use crate::repr::push_escape;
use std::ops::Range;
use types::{ErrorKind, PyResult, Str, Thread};

/// An error handler. A name that is none is an error only when it is needed.
#[derive(Clone, Copy)]
pub(super) enum Handler<'a> {
    Strict,
    Ignore,
    Replace,
    Backslash,
    XmlCharacter,
    SurrogateEscape,
    SurrogatePass,
    Unknown(&'a str),
}

impl<'a> Handler<'a> {
    pub(super) fn named(name: Option<&'a str>) -> Handler<'a> {
        match name {
            None | Some("strict") => Handler::Strict,
            Some("ignore") => Handler::Ignore,
            Some("replace") => Handler::Replace,
            Some("backslashreplace") => Handler::Backslash,
            Some("xmlcharrefreplace") => Handler::XmlCharacter,
            Some("surrogateescape") => Handler::SurrogateEscape,
            Some("surrogatepass") => Handler::SurrogatePass,
            Some(name) => Handler::Unknown(name),
        }
    }

    fn unknown(t: &Thread, name: &str) -> types::Raised {
        t.lookup_error(format!("unknown error handler name '{name}'"))
    }
}

/// Where the replacement of an unencodable character goes.
pub(super) trait Sink {
    /// A character that the encoding has.
    fn char(&mut self, char: u32);
    /// A byte as it is.
    fn byte(&mut self, byte: u8);
    /// A surrogate as if it were a character; false if the encoding has no form for it.
    fn surrogate(&mut self, char: u32) -> bool;
}

/// What an encoder reports.
pub(super) struct Unencodable<'a> {
    pub(super) encoding: &'static str,
    pub(super) text: &'a Str,
    pub(super) reason: &'static str,
}

impl Unencodable<'_> {
    fn error(&self, t: &Thread, range: Range<usize>) -> types::Raised {
        let object = self.text.object().into_object();
        let kind = ErrorKind::UnicodeEncodeError;
        unicode_error(t, kind, self.encoding, object, range, self.reason)
            .unwrap_or_else(|raised| raised)
    }

    /// Lets the handler treat a range of characters that cannot be encoded.
    pub(super) fn handle(
        &self,
        t: &Thread,
        handler: Handler<'_>,
        range: Range<usize>,
        sink: &mut dyn Sink,
    ) -> PyResult<()> {
        let chars = self.text.chars();
        for (at, char) in range.clone().zip(chars.slice(range.clone()).iter()) {
            match handler {
                Handler::Strict => return Err(self.error(t, range)),
                Handler::Unknown(name) => return Err(Handler::unknown(t, name)),
                Handler::Ignore => (),
                Handler::Replace => sink.char(b'?'.into()),
                Handler::Backslash => {
                    let mut escape = Builder::new();
                    push_escape(&mut escape, char);
                    escape.chars().iter().for_each(|char| sink.char(char));
                }
                Handler::XmlCharacter => {
                    let text = format!("&#{char};");
                    text.bytes().for_each(|byte| sink.char(byte.into()));
                }
                Handler::SurrogateEscape => match char {
                    0xDC80..=0xDCFF => sink.byte(char as u8),
                    _ => return Err(self.error(t, at..range.end)),
                },
                Handler::SurrogatePass => {
                    if !matches!(char, 0xD800..=0xDFFF) || !sink.surrogate(char) {
                        return Err(self.error(t, range));
                    }
                }
            }
        }
        Ok(())
    }
}

/// Reads a surrogate at the start of bytes: its value and how many bytes it takes.
pub(super) type ReadSurrogate<'a> = &'a dyn Fn(&[u8]) -> Option<(u32, usize)>;

/// What a decoder reports.
pub(super) struct Undecodable<'a> {
    pub(super) encoding: &'static str,
    pub(super) bytes: &'a [u8],
}

impl Undecodable<'_> {
    fn error(&self, t: &Thread, range: Range<usize>, reason: &str) -> types::Raised {
        let make = || {
            let kind = ErrorKind::UnicodeDecodeError;
            unicode_error(t, kind, self.encoding, t.bytes(self.bytes)?, range, reason)
        };
        make().unwrap_or_else(|raised| raised)
    }

    /// Lets the handler treat a range of bytes that cannot be decoded. Gives back where to
    /// go on. `surrogate` reads one that was encoded as if it were a character.
    pub(super) fn handle(
        &self,
        t: &Thread,
        handler: Handler<'_>,
        range: Range<usize>,
        reason: &str,
        builder: &mut Builder,
        surrogate: ReadSurrogate<'_>,
    ) -> PyResult<usize> {
        let end = range.end;
        let bad = &self.bytes[range.clone()];
        match handler {
            Handler::Unknown(name) => return Err(Handler::unknown(t, name)),
            Handler::Strict => return Err(self.error(t, range, reason)),
            Handler::XmlCharacter => {
                return Err(
                    t.type_error("don't know how to handle UnicodeDecodeError in error callback")
                );
            }
            Handler::Ignore => (),
            Handler::Replace => builder.push(0xFFFD),
            Handler::Backslash => bad
                .iter()
                .for_each(|&byte| push_escape(builder, byte.into())),
            Handler::SurrogateEscape => {
                let escaped = bad.iter().take_while(|byte| !byte.is_ascii());
                let escaped: Vec<u32> = escaped.map(|&byte| 0xDC00 + u32::from(byte)).collect();
                if escaped.is_empty() {
                    return Err(self.error(t, range, reason));
                }
                escaped.iter().for_each(|&char| builder.push(char));
                return Ok(range.start + escaped.len());
            }
            Handler::SurrogatePass => {
                let Some((char, length)) = surrogate(&self.bytes[range.start..]) else {
                    return Err(self.error(t, range, reason));
                };
                builder.push(char);
                return Ok(range.start + length);
            }
        }
        Ok(end)
    }
}
