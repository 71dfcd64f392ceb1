//! How does text become a float? And the hexadecimal form, which loses nothing.

use crate::real::{compose, decompose};
use crate::text::{to_ascii, trim, without_underscores};
use objects::Object;
use types::{PyResult, Str, Thread};

/// The length of the longest start of the text that is a float as C writes it, without
/// spaces; zero if there is none.
fn float_length(text: &[u8]) -> usize {
    let sign = usize::from(matches!(text.first(), Some(b'+' | b'-')));
    let rest = &text[sign..];
    let starts = |word: &[u8]| {
        rest.get(..word.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(word))
    };
    for word in [&b"infinity"[..], b"inf", b"nan"] {
        if starts(word) {
            return sign + word.len();
        }
    }
    let digits = |from: usize| {
        rest.get(from..)
            .unwrap_or(&[])
            .iter()
            .take_while(|byte| byte.is_ascii_digit())
            .count()
    };
    let whole = digits(0);
    let mut end = whole;
    let mut count = whole;
    if rest.get(end) == Some(&b'.') {
        let fraction = digits(end + 1);
        count += fraction;
        end += 1 + fraction;
    }
    if count == 0 {
        return 0;
    }
    if matches!(rest.get(end), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(rest.get(end + 1), Some(b'+' | b'-')));
        let exponent = digits(end + 1 + sign);
        if exponent > 0 {
            end += 1 + sign + exponent;
        }
    }
    sign + end
}

/// Reads a float from the start of a text: the number and how long it is
/// (`PyOS_string_to_double`).
pub(crate) fn read_prefix(text: &[u8]) -> Option<(f64, usize)> {
    let length = float_length(text);
    let number = std::str::from_utf8(&text[..length]).ok()?.parse().ok()?;
    Some((number, length))
}

/// Reads a float that fills the whole text, but for spaces around it.
pub fn parse(text: &[u8]) -> Option<f64> {
    let text = trim(text);
    let plain = match text.contains(&b'_') {
        true => std::borrow::Cow::Owned(without_underscores(text)?),
        false => std::borrow::Cow::Borrowed(text),
    };
    let (number, length) = read_prefix(&plain)?;
    (length == plain.len()).then_some(number)
}

fn parsed(t: &Thread, text: &[u8], shown: &Object) -> PyResult<f64> {
    objects::heap().check(text.len())?;
    match parse(text) {
        Some(value) => Ok(value),
        None => Err(t.value_error(format!(
            "could not convert string to float: {}",
            t.repr(shown)?.to_text()
        ))),
    }
}

/// `float(text)`
pub(crate) fn parse_str(t: &Thread, text: &Str, object: &Object) -> PyResult<f64> {
    parsed(t, &to_ascii(t.version, text), object)
}

/// `float(bytes)`
pub(crate) fn parse_bytes(t: &Thread, bytes: &[u8], object: &Object) -> PyResult<f64> {
    parsed(t, bytes, object)
}

/// `float.hex()`
pub(crate) fn to_hex(value: f64) -> String {
    if !value.is_finite() {
        return crate::format::float_repr(value);
    }
    let sign = if value.is_sign_negative() { "-" } else { "" };
    let bits = value.to_bits();
    let fraction = bits & ((1 << 52) - 1);
    if value == 0.0 {
        return format!("{sign}0x0.0p+0");
    }
    let (lead, exponent) = match bits >> 52 & 0x7FF {
        0 => (0, -1022),
        field => (1, field as i64 - 1023),
    };
    format!("{sign}0x{lead}.{fraction:013x}p{exponent:+}")
}

/// Why a text is no hexadecimal float.
pub(crate) enum HexError {
    Invalid,
    TooLarge,
    TooLong,
}

/// Reads a hexadecimal float (`float_fromhex`).
pub(crate) fn from_hex(text: &[u8]) -> Result<f64, HexError> {
    let text = trim(text);
    let length = float_length(text);
    let (negative, mut rest) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        rest => (false, rest),
    };
    if rest
        .first()
        .is_some_and(|byte| matches!(byte, b'i' | b'I' | b'n' | b'N'))
    {
        let number = (length == text.len()).then(|| read_prefix(text)).flatten();
        return number.map(|(value, _)| value).ok_or(HexError::Invalid);
    }
    if let [b'0', b'x' | b'X', after @ ..] = rest {
        rest = after;
    }
    let value = read_hex(rest)?;
    Ok(if negative { -value } else { value })
}

/// Reads hexadecimal digits with a point and an exponent.
fn read_hex(text: &[u8]) -> Result<f64, HexError> {
    let is_hex = |byte: &u8| byte.is_ascii_hexdigit();
    let whole = text.iter().take_while(|byte| is_hex(byte)).count();
    let mut digits = text[..whole].to_vec();
    let mut rest = &text[whole..];
    let mut places = 0;
    if let [b'.', after @ ..] = rest {
        places = after.iter().take_while(|byte| is_hex(byte)).count();
        digits.extend_from_slice(&after[..places]);
        rest = &after[places..];
    }
    if digits.is_empty() {
        return Err(HexError::Invalid);
    }
    let exponent = match rest {
        [] => 0,
        [b'p' | b'P', after @ ..] => read_exponent(after).ok_or(HexError::Invalid)?,
        _ => return Err(HexError::Invalid),
    };
    let places = i64::try_from(places).map_err(|_| HexError::TooLong)?;
    // The first 15 digits are exact; the rest only matter for how they round.
    let start = digits
        .iter()
        .position(|digit| *digit != b'0')
        .unwrap_or(digits.len());
    let (mut mantissa, mut sticky, mut dropped) = (0_u64, false, 0_i64);
    for digit in &digits[start..] {
        let value = u64::from(char::from(*digit).to_digit(16).unwrap_or(0));
        if mantissa >> 60 == 0 {
            mantissa = mantissa << 4 | value;
        } else {
            sticky |= value != 0;
            dropped += 4;
        }
    }
    let exponent = exponent.saturating_sub(4 * places).saturating_add(dropped);
    compose(mantissa, sticky, exponent).ok_or(HexError::TooLarge)
}

/// A decimal exponent with its sign, as large as need be.
fn read_exponent(text: &[u8]) -> Option<i64> {
    let (negative, digits) = match text {
        [b'-', digits @ ..] => (true, digits),
        [b'+', digits @ ..] => (false, digits),
        digits => (false, digits),
    };
    if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let magnitude = digits.iter().fold(0_i64, |value, digit| {
        value
            .saturating_mul(10)
            .saturating_add(i64::from(digit - b'0'))
            .min(1 << 60)
    });
    Some(if negative { -magnitude } else { magnitude })
}

/// The float as a quotient of integers without a common factor; the second is a power of
/// two (`float_as_integer_ratio`).
pub(crate) fn integer_ratio(value: f64) -> (num_bigint::BigInt, num_bigint::BigInt) {
    let (mantissa, exponent) = decompose(value);
    let one = num_bigint::BigInt::from(1);
    let shift = exponent.unsigned_abs();
    match exponent {
        0.. => (num_bigint::BigInt::from(mantissa) << shift, one),
        _ => (mantissa.into(), one << shift),
    }
}
