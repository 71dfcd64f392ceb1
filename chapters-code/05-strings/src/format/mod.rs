//! How does a value become text of a wanted shape? `format`, `str.format`, f-strings and
//! the `%` operator.

mod field;
mod number;
mod percent;
mod render;
mod spec;

pub(crate) use field::{format_map, format_with};
pub(crate) use percent::{format_bytes, remainder};
pub(crate) use render::format_str;

use crate::repr::ascii;
use crate::text::{shared_if_short, text, unchanged};
use objects::{Object, OutOfMemory};
use types::{JoinError, NativeCode, NativeDef, PyResult, Str, Thread, as_str, check_count};

/// `format(value, spec)`
pub fn format(t: &Thread, value: &Object, spec: &Object) -> PyResult {
    let text = text(t, spec)?;
    if text.is_empty() {
        if t.is_exact(value, t.types.str) {
            return Ok(value.clone());
        }
        if let Some(number) = value.as_small_int() {
            return decimal(t, number);
        }
        if t.is_exact(value, t.types.int) || t.is_exact(value, t.types.float) {
            return Ok(t.to_str(value)?.into_object());
        }
    }
    if let Some(result) = render::format_exact(t, value, text) {
        return result;
    }
    let Some(method) = t.special_method(value, &t.names.format)? else {
        let kind = t.type_name(value);
        return Err(t.type_error(format!("Type {kind} doesn't define __format__")));
    };
    let result = t.call_found(value, method, std::slice::from_ref(spec))?;
    if as_str(&result).is_none() {
        let kind = t.type_name(&result);
        return Err(t.type_error(format!("__format__ must return a str, not {kind}")));
    }
    Ok(result)
}

/// The decimal digits of a small integer.
pub fn decimal(t: &Thread, number: i64) -> PyResult {
    t.str_latin1(itoa::Buffer::new().format(number).as_bytes())
}

/// What `!s`, `!r` and `!a` ask for, numbered as in the argument of `FORMAT_VALUE`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conversion {
    /// None.
    None,
    /// `!s`
    Str,
    /// `!r`
    Repr,
    /// `!a`
    Ascii,
}

impl Conversion {
    /// The conversion in the two low bits of `FORMAT_VALUE`'s argument.
    #[inline]
    pub fn of_bits(bits: u32) -> Conversion {
        match bits & 3 {
            0 => Conversion::None,
            1 => Conversion::Str,
            2 => Conversion::Repr,
            _ => Conversion::Ascii,
        }
    }
}

fn convert(t: &Thread, value: &Object, conversion: Conversion) -> PyResult {
    match conversion {
        Conversion::None => Ok(value.clone()),
        Conversion::Str => t.to_str(value).map(Object::from),
        Conversion::Repr => t.repr(value).map(Object::from),
        Conversion::Ascii => ascii(t, value),
    }
}

/// A replacement field of an f-string (`FORMAT_VALUE`).
pub fn format_value(
    t: &Thread,
    value: &Object,
    conversion: Conversion,
    spec: Option<&Object>,
) -> PyResult {
    if conversion == Conversion::None {
        return match spec {
            Some(spec) => format(t, value, spec),
            None if t.is_exact(value, t.types.str) => Ok(value.clone()),
            None => match value.as_small_int() {
                Some(number) => decimal(t, number),
                None => format(t, value, &t.empty_str()?),
            },
        };
    }
    let value = convert(t, value, conversion)?;
    match spec {
        None if t.is_exact(&value, t.types.str) => Ok(value),
        None => format(t, &value, &t.empty_str()?),
        Some(spec) => format(t, &value, spec),
    }
}

/// The parts of an f-string put together (`BUILD_STRING`). All must be strings.
pub fn build_string(t: &Thread, parts: &[Object]) -> PyResult {
    if let [one] = parts {
        return unchanged(t, one);
    }
    let nothing = t.empty_str()?;
    let joined = Str::join(t.types.str, text(t, &nothing)?, parts);
    match joined {
        Ok(joined) => shared_if_short(t, joined),
        Err(JoinError::NotText(at)) => {
            let kind = t.type_name(&parts[at]);
            Err(t.type_error(format!("must be str, not {kind}")))
        }
        Err(JoinError::TooLong | JoinError::OutOfMemory) => Err(OutOfMemory.into()),
    }
}

/// `builtins.format`
fn format_builtin(t: &Thread, _: &Object, args: &[Object]) -> PyResult {
    check_count(t, "format", args.len(), 1, 2)?;
    match args.get(1) {
        None => format(t, &args[0], &t.empty_str()?),
        Some(spec) => {
            crate::text::numbered(t, "format", spec, Some(2))?;
            format(t, &args[0], spec)
        }
    }
}

static BUILTINS: &[NativeDef] = &[NativeDef {
    name: "format",
    code: NativeCode::Fast(format_builtin),
    doc: "Return type(value).__format__(value, format_spec)",
}];

/// Gives the number types their `__format__`.
pub(crate) fn install(t: &Thread) -> PyResult<()> {
    t.add_builtins(BUILTINS)?;
    render::install(t)
}
