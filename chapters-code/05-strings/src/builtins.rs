//! Which builtin functions are about text? `ascii`, `chr`, `ord`, `repr`. (`format` is
//! with the formats.)

use crate::repr::ascii;
use objects::Object;
use types::NativeCode::One;
use types::{ByteArray, Bytes, ErrorKind, NativeDef, PyResult, Thread, as_str};

fn ascii_builtin(t: &Thread, _: &Object, object: &Object) -> PyResult {
    ascii(t, object)
}

fn repr_builtin(t: &Thread, _: &Object, object: &Object) -> PyResult {
    t.repr(object).map(Object::from)
}

fn chr(t: &Thread, _: &Object, number: &Object) -> PyResult {
    let too_large = || t.overflow_error("Python int too large to convert to C int");
    let number = match t.index_or(number, ErrorKind::OverflowError) {
        Err(raised) if raised.lazy_kind() == Some(ErrorKind::OverflowError) => {
            return Err(too_large());
        }
        other => other?,
    };
    match u32::try_from(number) {
        Ok(char @ 0..=0x10_FFFF) => t.str_of(&[char]),
        _ if i32::try_from(number).is_err() => Err(too_large()),
        _ => Err(t.value_error("chr() arg not in range(0x110000)")),
    }
}

fn ord(t: &Thread, _: &Object, object: &Object) -> PyResult {
    let (length, first) = if let Some(text) = as_str(object) {
        (text.len(), text.chars().get(0))
    } else if let Some(bytes) = object.downcast::<Bytes>() {
        (
            bytes.len(),
            bytes.as_slice().first().copied().map(u32::from),
        )
    } else if let Some(array) = object.downcast::<ByteArray>() {
        (array.len(), array.get(0).map(u32::from))
    } else {
        let kind = t.type_name(object);
        return Err(t.type_error(format!(
            "ord() expected string of length 1, but {kind} found"
        )));
    };
    match (length, first) {
        // A code point has 21 bits.
        (1, Some(char)) => Ok(Object::int32(char as i32)),
        _ => Err(t.type_error(format!(
            "ord() expected a character, but string of length {length} found"
        ))),
    }
}

static BUILTINS: &[NativeDef] = &[
    NativeDef {
        name: "ascii",
        code: One(ascii_builtin),
        doc: "Return an ASCII-only representation of an object.",
    },
    NativeDef {
        name: "chr",
        code: One(chr),
        doc: "Return a Unicode string of one character with ordinal i; 0 <= i <= 0x10ffff.",
    },
    NativeDef {
        name: "ord",
        code: One(ord),
        doc: "Return the Unicode code point for a one-character string.",
    },
    NativeDef {
        name: "repr",
        code: One(repr_builtin),
        doc: "Return the canonical string representation of the object.",
    },
];

pub(crate) fn install(t: &Thread) -> PyResult<()> {
    t.add_builtins(BUILTINS)
}
