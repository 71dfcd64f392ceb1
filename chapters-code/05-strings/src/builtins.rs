//! Which builtin functions are about text? `ascii`, `chr`, `ord`, `repr`. (`format` is
//! with the formats.)

use crate::repr::ascii;
use numbers::Integer;
use objects::Object;
use types::NativeCode::One;
use types::{ByteArray, Bytes, NativeDef, PyResult, Thread, as_str};

fn ascii_builtin(t: &Thread, _: &Object, object: &Object) -> PyResult {
    ascii(t, object)
}

fn repr_builtin(t: &Thread, _: &Object, object: &Object) -> PyResult {
    t.repr(object).map(Object::from)
}

fn chr(t: &Thread, _: &Object, object: &Object) -> PyResult {
    if let Some(char @ 0..=0xFF) = object.as_small_int() {
        return t.latin1_char(char as u8);
    }
    let index = t.index(object)?;
    let value = Integer::of(&index).and_then(Integer::to_i64);
    let Some(value) = value.and_then(|value| i32::try_from(value).ok()) else {
        return Err(t.overflow_error("Python int too large to convert to C int"));
    };
    match u32::try_from(value) {
        Ok(char @ 0..=0x10_FFFF) => t.str_of(&[char]),
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
        doc: "Return an ASCII-only representation of an object.\n\n\
              As repr(), return a string containing a printable representation of an\n\
              object, but escape the non-ASCII characters in the string returned by\n\
              repr() using \\\\x, \\\\u or \\\\U escapes. This generates a string similar\n\
              to that returned by repr() in Python 2.",
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
        doc: "Return the canonical string representation of the object.\n\n\
              For many object types, including most builtins, eval(repr(obj)) == obj.",
    },
];

pub(crate) fn install(t: &Thread) -> PyResult<()> {
    t.add_builtins(BUILTINS)
}
