//! How are str, int, float and complex formatted? Their `__format__`.

use super::number::{Number, push_padded};
use super::spec::{Align, Sign, Spec, unknown_type};
use crate::builder::Builder;
use crate::text::spec_argument;
use numbers::format::{float_exponent, float_fixed, float_general, float_general_with_point};
use numbers::format::{float_repr, float_shortest};
use numbers::{Integer, as_complex, float_value, to_decimal, to_radix};
use objects::Object;
use std::borrow::Cow;
use types::{Chars, NativeCode, NativeDef, PyResult, Str, Thread, as_str};

/// Formats a value of exactly one of the types of this file; `None` for others.
pub(super) fn format_exact(t: &Thread, value: &Object, spec: &Str) -> Option<PyResult> {
    let kind = t.type_of(value);
    if kind.is(t.types.int) {
        Some(format_int(t, value, spec))
    } else if kind.is(t.types.float) {
        Some(format_float(t, value, spec))
    } else if kind.is(t.types.str) {
        Some(format_str(t, as_str(value)?, spec))
    } else if kind.is(t.types.complex) {
        Some(format_complex(t, value, spec))
    } else {
        None
    }
}

/// `str.__format__` with a specifier that is not empty.
pub(crate) fn format_str(t: &Thread, text: &Str, spec: &Str) -> PyResult {
    let spec = Spec::read(t, spec, Some(b's'), Align::Left, || "str".to_owned())?;
    if spec.kind_byte() != Some(b's') {
        return Err(unknown_type(t, spec.kind.unwrap_or(0), "str"));
    }
    let refused =
        |what: &str| t.value_error(format!("{what} not allowed in string format specifier"));
    match spec.sign {
        Some(Sign::Space) => return Err(refused("Space")),
        Some(_) => return Err(refused("Sign")),
        None => (),
    }
    if spec.no_negative_zero {
        return Err(refused("Negative zero coercion (z)"));
    }
    if spec.alternate {
        return Err(refused("Alternate form (#)"));
    }
    if spec.align == Align::Inside {
        return Err(refused("'=' alignment"));
    }
    let chars = text.chars();
    let shown = spec.precision.unwrap_or(usize::MAX).min(chars.len());
    let mut builder = Builder::new();
    push_padded(&mut builder, chars.slice(0..shown), &spec)?;
    builder.finish(t)
}

fn format_int(t: &Thread, value: &Object, spec: &Str) -> PyResult {
    if spec.is_empty() {
        return t.to_str(value).map(Object::from);
    }
    let name = || t.type_name(value);
    let spec = Spec::read(t, spec, Some(b'd'), Align::Right, name)?;
    match spec.kind_byte() {
        Some(b'b' | b'c' | b'd' | b'n' | b'o' | b'x' | b'X') => format_integer(t, value, &spec),
        Some(b'e' | b'E' | b'f' | b'F' | b'g' | b'G' | b'%') => {
            format_real(t, float_value(t, value)?, &spec)
        }
        _ => Err(unknown_type(t, spec.kind.unwrap_or(0), &name())),
    }
}

fn format_integer(t: &Thread, value: &Object, spec: &Spec) -> PyResult {
    if spec.precision.is_some() {
        return Err(t.value_error("Precision not allowed in integer format specifier"));
    }
    if spec.no_negative_zero {
        return Err(
            t.value_error("Negative zero coercion (z) not allowed in integer format specifier")
        );
    }
    let Some(integer) = Integer::of(value) else {
        return Err(t.type_error("an integer is required"));
    };
    let mut builder = Builder::new();
    if spec.kind_byte() == Some(b'c') {
        let char = character(t, integer, spec)?;
        // CPython lays a character out as the "rest" of a number without digits.
        let align = if spec.align == Align::Inside {
            Align::Right
        } else {
            spec.align
        };
        push_padded(
            &mut builder,
            Chars::Four(&[char]),
            &Spec {
                align,
                ..spec.clone()
            },
        )?;
        return builder.finish(t);
    }
    let (radix, prefix) = match spec.kind_byte() {
        Some(b'b') => (2, "0b"),
        Some(b'o') => (8, "0o"),
        Some(b'x') => (16, "0x"),
        Some(b'X') => (16, "0X"),
        _ => (10, ""),
    };
    let mut buffer = itoa::Buffer::new();
    let text = digits(t, integer, radix, &mut buffer)?;
    let text = match spec.kind_byte() {
        Some(b'X') => Cow::Owned(text.to_ascii_uppercase()),
        _ => text,
    };
    let number = Number {
        negative: integer.is_negative(),
        prefix: if spec.alternate { prefix } else { "" },
        digits: text.trim_start_matches('-'),
        rest: "",
    };
    number.push(&mut builder, spec)?;
    builder.finish(t)
}

/// The digits of an integer in base 2, 8, 10 or 16; in base 10 with the sign.
pub(super) fn digits<'a>(
    t: &Thread,
    integer: Integer<'_>,
    radix: u32,
    buffer: &'a mut itoa::Buffer,
) -> PyResult<Cow<'a, str>> {
    Ok(match (radix, integer) {
        (10, Integer::Small(value)) => Cow::Borrowed(buffer.format(value)),
        (10, big) => Cow::Owned(to_decimal(t, big)?),
        (16, Integer::Small(value @ 0..)) => Cow::Owned(format!("{value:x}")),
        (_, integer) => Cow::Owned(to_radix(integer, radix)),
    })
}

/// The character that the type `c` makes of an integer.
fn character(t: &Thread, integer: Integer<'_>, spec: &Spec) -> PyResult<u32> {
    if spec.sign.is_some() {
        return Err(t.value_error("Sign not allowed with integer format specifier 'c'"));
    }
    if spec.alternate {
        return Err(
            t.value_error("Alternate form (#) not allowed with integer format specifier 'c'")
        );
    }
    let Some(value) = integer.to_i64() else {
        return Err(t.overflow_error("Python int too large to convert to C long"));
    };
    match u32::try_from(value) {
        Ok(char @ 0..=0x10_FFFF) => Ok(char),
        _ => Err(t.overflow_error("%c arg not in range(0x110000)")),
    }
}

/// The text of a float in one of the types `e`, `f`, `g` and their capitals.
pub(super) fn float_text(value: f64, kind: u8, precision: usize, alternate: bool) -> String {
    let mut text = match kind.to_ascii_lowercase() {
        b'e' => float_exponent(value, precision, alternate),
        b'f' => float_fixed(value, precision, alternate),
        _ => float_general(value, precision, alternate),
    };
    if kind.is_ascii_uppercase() {
        text.make_ascii_uppercase();
    }
    text
}

/// The precision, which C's `int` must hold; checked against memory too.
fn precision(t: &Thread, spec: &Spec) -> PyResult<Option<usize>> {
    let Some(precision) = spec.precision else {
        return Ok(None);
    };
    if i32::try_from(precision).is_err() {
        return Err(t.value_error("precision too big"));
    }
    crate::room::room(precision)?;
    Ok(Some(precision))
}

/// Takes the sign off a zero, where the specifier says so.
fn without_negative_zero(text: String, spec: &Spec) -> String {
    let nothing = |char: char| matches!(char, '0' | '.' | '-' | '%');
    let mantissa = text.split(['e', 'E']).next().unwrap_or("");
    match text.strip_prefix('-') {
        Some(rest) if spec.no_negative_zero && mantissa.chars().all(nothing) => rest.to_owned(),
        _ => text,
    }
}

/// A float as the specifier wants it, without the sign that is only asked for, grouping
/// and padding. Where the type is left out, the parts of a complex number differ from a
/// float in that a whole number has no `.0`.
fn real_text(t: &Thread, value: f64, spec: &Spec, in_complex: bool) -> PyResult<String> {
    let precision = precision(t, spec)?;
    let repr = if in_complex {
        float_shortest
    } else {
        float_repr
    };
    let text = match (spec.kind_byte(), precision) {
        (None, None) if !spec.alternate => repr(value),
        (None, None) => with_point(repr(value)),
        (None, Some(precision)) if !in_complex => {
            float_general_with_point(value, precision, spec.alternate)
        }
        (None, Some(precision)) => float_general(value, precision, spec.alternate),
        (Some(b'%'), precision) => {
            float_fixed(value * 100.0, precision.unwrap_or(6), spec.alternate) + "%"
        }
        (Some(kind), precision) => float_text(value, kind, precision.unwrap_or(6), spec.alternate),
    };
    Ok(without_negative_zero(text, spec))
}

/// The shortest text in the alternate form, which always has a point.
fn with_point(text: String) -> String {
    match text.find(['.', 'e', 'n']) {
        Some(at) if text.as_bytes()[at] == b'e' => format!("{}.{}", &text[..at], &text[at..]),
        Some(_) => text,
        None => text + ".",
    }
}

fn format_real(t: &Thread, value: f64, spec: &Spec) -> PyResult {
    let text = real_text(t, value, spec, false)?;
    let mut builder = Builder::new();
    Number::of_float(&text).push(&mut builder, spec)?;
    builder.finish(t)
}

fn format_float(t: &Thread, value: &Object, spec: &Str) -> PyResult {
    if spec.is_empty() {
        return t.to_str(value).map(Object::from);
    }
    let name = || t.type_name(value);
    let spec = Spec::read(t, spec, None, Align::Right, name)?;
    match spec.kind {
        Some(kind) if !is_float_type(kind, true) => Err(unknown_type(t, kind, &name())),
        _ => format_real(t, float_value(t, value)?, &spec),
    }
}

fn is_float_type(kind: u32, percent: bool) -> bool {
    matches!(
        u8::try_from(kind),
        Ok(b'e' | b'E' | b'f' | b'F' | b'g' | b'G' | b'n')
    ) || percent && kind == u32::from(b'%')
}

fn format_complex(t: &Thread, value: &Object, spec: &Str) -> PyResult {
    if spec.is_empty() {
        return t.to_str(value).map(Object::from);
    }
    let name = || t.type_name(value);
    let spec = Spec::read(t, spec, None, Align::Right, name)?;
    if let Some(kind) = spec.kind.filter(|&kind| !is_float_type(kind, false)) {
        return Err(unknown_type(t, kind, &name()));
    }
    if spec.fill == u32::from(b'0') {
        return Err(t.value_error("Zero padding is not allowed in complex format specifier"));
    }
    if spec.align == Align::Inside {
        return Err(t.value_error("'=' alignment flag is not allowed in complex format specifier"));
    }
    let Some((real, imaginary)) = as_complex(value) else {
        return Err(t.type_error("a complex number is required"));
    };
    let body = complex_text(t, real, imaginary, &spec)?;
    let mut builder = Builder::new();
    push_padded(&mut builder, body.chars(), &spec)?;
    builder.finish(t)
}

/// Both parts with their signs, the `j`, and the parentheses that `str` would put.
fn complex_text(t: &Thread, real: f64, imaginary: f64, spec: &Spec) -> PyResult<Builder> {
    let bare = spec.kind.is_none();
    let only_imaginary = bare && real == 0.0 && real.is_sign_positive();
    let parentheses = bare && !only_imaginary;
    let part = Spec {
        width: None,
        align: Align::Left,
        ..spec.clone()
    };
    let mut body = Builder::new();
    if parentheses {
        body.push(b'('.into());
    }
    if !only_imaginary {
        let text = real_text(t, real, spec, true)?;
        Number::of_float(&text).push(&mut body, &part)?;
    }
    let sign = if only_imaginary {
        part.sign
    } else {
        Some(Sign::Plus)
    };
    let text = real_text(t, imaginary, spec, true)?;
    Number::of_float(&text).push(&mut body, &Spec { sign, ..part })?;
    body.push_text(if parentheses { "j)" } else { "j" });
    Ok(body)
}

fn int_method(t: &Thread, value: &Object, spec: &Object) -> PyResult {
    format_int(t, value, spec_argument(t, spec)?)
}

fn float_method(t: &Thread, value: &Object, spec: &Object) -> PyResult {
    format_float(t, value, spec_argument(t, spec)?)
}

fn complex_method(t: &Thread, value: &Object, spec: &Object) -> PyResult {
    format_complex(t, value, spec_argument(t, spec)?)
}

const DOC: &str = "Convert to a string according to format_spec.";

macro_rules! method {
    ($function:ident) => {
        &[NativeDef {
            name: "__format__",
            code: NativeCode::One($function),
            doc: DOC,
        }]
    };
}

static INT: &[NativeDef] = method!(int_method);
static FLOAT: &[NativeDef] = method!(float_method);
static COMPLEX: &[NativeDef] = method!(complex_method);

/// Gives the number types their `__format__`.
pub(super) fn install(t: &Thread) -> PyResult<()> {
    t.add_methods(t.types.int, INT)?;
    t.add_methods(t.types.float, FLOAT)?;
    t.add_methods(t.types.complex, COMPLEX)
}
