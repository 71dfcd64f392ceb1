//! How is a string written so that Python reads it back? `repr`, and `ascii`, which uses
//! ASCII only.

use crate::builder::Builder;
use crate::text::this;
use crate::unicode::is_printable;
use objects::Object;
use types::{Chars, PyResult, Str, Thread, Version};

/// The digits of a number of fixed length, in hexadecimal.
const HEX: &[u8; 16] = b"0123456789abcdef";

/// Adds `\x41`, `\u0416` or `\U0001f40d`, whichever is short enough.
pub(crate) fn push_escape(builder: &mut Builder, char: u32) {
    let (letter, digits) = match char {
        0..=0xFF => (b'x', 2),
        0x100..=0xFFFF => (b'u', 4),
        _ => (b'U', 8),
    };
    builder.push(b'\\'.into());
    builder.push(letter.into());
    for digit in (0..digits).rev() {
        let digit = (char >> (4 * digit)) & 0xF;
        builder.push(HEX[digit as usize].into());
    }
}

/// The quote that `repr` puts around: a double one only if that saves escaping.
pub(crate) fn quote(mut chars: impl Iterator<Item = u32> + Clone) -> u32 {
    let single = u32::from(b'\'');
    let double = u32::from(b'"');
    let plain = chars.clone().any(|char| char == single) && !chars.any(|char| char == double);
    if plain { double } else { single }
}

/// Would `repr` have to escape this byte of an ASCII text?
fn is_special(byte: u8) -> bool {
    !matches!(byte, 0x20..=0x7E) || matches!(byte, b'\'' | b'\\')
}

/// Adds one character as it stands between `quote`s.
fn push_quoted(builder: &mut Builder, version: Version, quote: u32, char: u32) {
    let letter = match char {
        0x5C => '\\',
        0x09 => 't',
        0x0A => 'n',
        0x0D => 'r',
        _ if char == quote => return builder.push_text(if char == 0x27 { "\\'" } else { "\\\"" }),
        _ if is_printable(version, char) => return builder.push(char),
        _ => return push_escape(builder, char),
    };
    builder.push(b'\\'.into());
    builder.push(letter.into());
}

/// `repr(text)`
pub fn repr_str(t: &Thread, text: &Str) -> PyResult {
    if let Chars::One(bytes) = text.chars()
        && !bytes.iter().copied().any(is_special)
    {
        let pieces: [&[u8]; 3] = [b"'", bytes, b"'"];
        let length = bytes.len().saturating_add(2);
        return Ok(Str::from_pieces(t.types.str, length, pieces.into_iter())?.into_object());
    }
    let mut builder = Builder::with_capacity(text.len().saturating_add(2))?;
    let chars = text.chars();
    let quote = quote(chars.iter());
    builder.push(quote);
    for char in chars.iter() {
        push_quoted(&mut builder, t.version, quote, char);
    }
    builder.push(quote);
    builder.finish(t)
}

/// The `repr` slot of `str`.
pub(crate) fn repr(t: &Thread, object: &Object) -> PyResult {
    repr_str(t, this(t, object)?)
}

/// `ascii(object)`: its `repr`, with everything beyond ASCII escaped.
pub fn ascii(t: &Thread, object: &Object) -> PyResult {
    let repr = t.repr(object)?;
    if repr.is_ascii() {
        return Ok(repr.into_object());
    }
    let mut builder = Builder::with_capacity(repr.len())?;
    for char in repr.chars().iter() {
        match char {
            0..0x80 => builder.push(char),
            _ => push_escape(&mut builder, char),
        }
    }
    builder.finish(t)
}
