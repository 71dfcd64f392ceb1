//! How does text become an integer, and an integer text?

use crate::int::{Integer, int, int_of_class};
use crate::text::{is_ascii_space, to_ascii};
use num_bigint::{BigInt, Sign};
use num_traits::Zero;
use objects::Object;
use std::cell::Cell;
use types::{PyResult, Raised, Str, Thread, Type, Version};

/// The integer settings of an interpreter.
pub struct IntSettings {
    /// More decimal digits than this are not converted, in either direction, since that
    /// takes time that grows with their square (`sys.set_int_max_str_digits`). Zero: no
    /// limit.
    pub max_digits: Cell<usize>,
}

impl Default for IntSettings {
    fn default() -> IntSettings {
        IntSettings {
            max_digits: Cell::new(4300),
        }
    }
}

/// Texts up to this long are converted whatever the limit
/// (`_PY_LONG_MAX_STR_DIGITS_THRESHOLD`).
pub const DIGITS_THRESHOLD: usize = 640;

fn is_too_long(t: &Thread, digits: usize) -> bool {
    let limit = t.extension::<IntSettings>().max_digits.get();
    limit > 0 && digits > limit && digits > DIGITS_THRESHOLD
}

fn too_long(t: &Thread, what: &str) -> Raised {
    let limit = t.extension::<IntSettings>().max_digits.get();
    let unit = match t.version {
        Version::V310 => "",
        Version::V311 => " digits",
    };
    t.value_error(format!(
        "Exceeds the limit ({limit}{unit}) for integer string conversion{what}; \
         use sys.set_int_max_str_digits() to increase the limit"
    ))
}

/// The decimal text of an integer, within the limit on digits.
pub fn to_decimal(t: &Thread, value: Integer<'_>) -> PyResult<String> {
    let value = match value {
        Integer::Small(value) => return Ok(value.to_string()),
        // No limit is below the 39 digits that this has at most.
        Integer::Wide(value) => return Ok(value.to_string()),
        Integer::Big(value) => value,
    };
    // At least this many digits, without converting.
    let at_least = (value.bits().saturating_sub(1) as f64 * std::f64::consts::LOG10_2) as usize;
    if is_too_long(t, at_least) {
        return Err(too_long(t, ""));
    }
    let text = value.to_string();
    let digits = text.trim_start_matches('-').len();
    match is_too_long(t, digits) {
        true => Err(too_long(t, "")),
        false => Ok(text),
    }
}

/// The digits of an integer's magnitude in base 2, 8 or 16, without prefix or sign.
pub fn to_radix(value: Integer<'_>, radix: u32) -> String {
    value.to_big().magnitude().to_str_radix(radix)
}

/// `0x1f` and the like, with the sign in front: `hex()`, `oct()`, `bin()`.
pub fn to_prefixed(value: Integer<'_>, radix: u32) -> String {
    let prefix = match radix {
        2 => "0b",
        8 => "0o",
        _ => "0x",
    };
    let sign = if value.is_negative() { "-" } else { "" };
    format!("{sign}{prefix}{}", to_radix(value, radix))
}

/// `repr(int)`
pub(crate) fn repr(t: &Thread, object: &Object) -> PyResult {
    match Integer::of(object) {
        Some(Integer::Small(value)) => t.str_latin1(itoa::Buffer::new().format(value).as_bytes()),
        Some(value) => t.str(&to_decimal(t, value)?),
        None => Err(t.type_error("an integer is required")),
    }
}

/// Why a text is no integer.
enum Unreadable {
    Invalid,
    TooLong(usize),
}

fn digit_value(byte: u8) -> u32 {
    char::from(byte).to_digit(36).unwrap_or(u32::MAX)
}

/// What the text's prefix says of the base, and how long the prefix is.
fn base_of(text: &[u8], base: u32) -> (u32, usize) {
    let prefix = match text {
        [b'0', b'x' | b'X', ..] => 16,
        [b'0', b'o' | b'O', ..] => 8,
        [b'0', b'b' | b'B', ..] => 2,
        _ => 0,
    };
    match base {
        0 if prefix == 0 => (10, 0),
        0 => (prefix, 2),
        _ if base == prefix => (base, 2),
        _ => (base, 0),
    }
}

/// Reads an integer of a text that has been made ASCII (`PyLong_FromString`).
fn read(t: &Thread, text: &[u8], base: u32) -> Result<BigInt, Unreadable> {
    let start = text.iter().position(|&byte| !is_ascii_space(byte));
    let mut rest = &text[start.unwrap_or(text.len())..];
    let sign = match rest.first() {
        Some(b'-') => Sign::Minus,
        _ => Sign::Plus,
    };
    if let [b'+' | b'-', after @ ..] = rest {
        rest = after;
    }
    // Without base and prefix, a leading zero is an octal number of Python 2: only zero
    // may be written so.
    let (real_base, prefix) = base_of(rest, base);
    let only_zero = base == 0 && prefix == 0 && rest.first() == Some(&b'0');
    rest = &rest[prefix..];
    if prefix > 0 && rest.first() == Some(&b'_') {
        rest = &rest[1..];
    }
    let is_digit = |byte: &u8| digit_value(*byte) < real_base;
    let end = rest
        .iter()
        .position(|byte| !is_digit(byte) && *byte != b'_');
    let (written, after) = rest.split_at(end.unwrap_or(rest.len()));
    let underscores_well = !written.starts_with(b"_")
        && !written.ends_with(b"_")
        && !written.windows(2).any(|pair| pair == b"__");
    if written.is_empty() || !underscores_well {
        return Err(Unreadable::Invalid);
    }
    let digits: Vec<u8> = written
        .iter()
        .filter(|byte| **byte != b'_')
        .map(|byte| digit_value(*byte) as u8)
        .collect();
    if !real_base.is_power_of_two() && is_too_long(t, digits.len()) {
        return Err(Unreadable::TooLong(digits.len()));
    }
    let value = BigInt::from_radix_be(sign, &digits, real_base).ok_or(Unreadable::Invalid)?;
    if only_zero && !value.is_zero() || !after.iter().all(|&byte| is_ascii_space(byte)) {
        return Err(Unreadable::Invalid);
    }
    Ok(value)
}

fn parse(t: &Thread, class: &Type, text: &[u8], base: u32, shown: &Object) -> PyResult {
    objects::heap().check(text.len().saturating_mul(3))?;
    match read(t, text, base) {
        Ok(value) => int_of_class(t, class, value),
        Err(Unreadable::TooLong(count)) => Err(too_long(t, &format!(": value has {count} digits"))),
        Err(Unreadable::Invalid) => {
            let shown: String = t.repr(shown)?.to_text().chars().take(200).collect();
            Err(t.value_error(format!(
                "invalid literal for int() with base {base}: {shown}"
            )))
        }
    }
}

/// A decimal number of so few digits that it is a machine integer whatever they are, written
/// without anything else but a sign. `None` is for all other texts, numbers or not.
fn short_decimal(text: &str) -> Option<i64> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let short = (1..=18).contains(&digits.len());
    let plain = short && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok())?
}

/// `int(text, base)`; `object` is the text as Python has it.
pub(crate) fn parse_str(
    t: &Thread,
    class: &Type,
    text: &Str,
    base: u32,
    object: &Object,
) -> PyResult {
    if class.is(t.types.int)
        && base == 10
        && let Some(value) = text.as_ascii().and_then(short_decimal)
    {
        return int(t, value);
    }
    parse(t, class, &to_ascii(t.version, text), base, object)
}

/// `int(bytes, base)`
pub(crate) fn parse_bytes(t: &Thread, class: &Type, bytes: &[u8], base: u32) -> PyResult {
    let shown = t.bytes(bytes)?;
    parse(t, class, bytes, base, &shown)
}

/// The bytes that an integer object takes in CPython (`int.__sizeof__`): a header of 24,
/// and 4 for each digit of 30 bits.
pub(crate) fn sizeof(t: &Thread, object: &Object) -> PyResult {
    let bits = Integer::of(object).map_or(0, Integer::bits);
    let least = match t.version {
        Version::V310 => 0,
        Version::V311 => 1,
    };
    crate::int_from_u64(t, 24 + 4 * bits.div_ceil(30).max(least))
}
