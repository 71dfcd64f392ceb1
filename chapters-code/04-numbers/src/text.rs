//! Which characters does a number's text consist of? Digits and spaces of any script,
//! which become ASCII first.

use types::{Str, Version};

/// The zeros of the decimal digits (Unicode category Nd); nine digits follow each.
const ZEROS: [u32; 65] = [
    0x30, 0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66,
    0xDE6, 0xE50, 0xED0, 0xF20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90,
    0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10,
    0x104A0, 0x10D30, 0x11066, 0x110F0, 0x11136, 0x111D0, 0x112F0, 0x11450, 0x114D0, 0x11650,
    0x116C0, 0x11730, 0x118E0, 0x11950, 0x11C50, 0x11D50, 0x11DA0, 0x16A60, 0x16B50, 0x1D7CE,
    0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1E140, 0x1E2F0, 0x1E950, 0x1FBF0,
];
/// The zero that Unicode 14 added, which 3.11 has and 3.10 has not.
const UNICODE_14_ZERO: u32 = 0x16AC0;

/// The value of a decimal digit of any script (`Py_UNICODE_TODECIMAL`).
pub fn decimal_digit(version: Version, char: u32) -> Option<u8> {
    let place = ZEROS.partition_point(|&zero| zero <= char);
    let zero = *ZEROS.get(place.checked_sub(1)?)?;
    let digit = match char - zero {
        digit @ 0..=9 => digit,
        _ if version == Version::V311 => char.checked_sub(UNICODE_14_ZERO).filter(|d| *d < 10)?,
        _ => return None,
    };
    Some(digit as u8)
}

/// Is it white space, as `str.isspace` has it?
pub fn is_space(char: u32) -> bool {
    matches!(
        char,
        0x09..=0x0D
            | 0x1C..=0x20
            | 0x85
            | 0xA0
            | 0x1680
            | 0x2000..=0x200A
            | 0x2028
            | 0x2029
            | 0x202F
            | 0x205F
            | 0x3000
    )
}

/// The text with every space and digit made ASCII, and `?` for whatever else is not
/// (`_PyUnicode_TransformDecimalAndSpaceToASCII`).
pub(crate) fn to_ascii(version: Version, text: &Str) -> Vec<u8> {
    if let Some(ascii) = text.as_ascii() {
        return ascii.as_bytes().to_vec();
    }
    let convert = |char| match decimal_digit(version, char) {
        _ if char < 0x7F => char as u8,
        Some(digit) => b'0' + digit,
        None if is_space(char) => b' ',
        None => b'?',
    };
    text.chars().iter().map(convert).collect()
}

/// White space of C's `isspace`.
pub(crate) fn is_ascii_space(byte: u8) -> bool {
    matches!(byte, b' ' | 0x09..=0x0D)
}

/// The text without white space around it.
pub(crate) fn trim(mut text: &[u8]) -> &[u8] {
    while let [first, rest @ ..] = text
        && is_ascii_space(*first)
    {
        text = rest;
    }
    while let [rest @ .., last] = text
        && is_ascii_space(*last)
    {
        text = rest;
    }
    text
}

/// The text without its underscores; `None` if one does not stand between two digits
/// (`_Py_string_to_number_with_underscores`).
pub(crate) fn without_underscores(text: &[u8]) -> Option<Vec<u8>> {
    let is_digit = |at: Option<usize>| {
        at.and_then(|at| text.get(at))
            .is_some_and(u8::is_ascii_digit)
    };
    let mut result = Vec::with_capacity(text.len());
    for (at, &byte) in text.iter().enumerate() {
        if byte != b'_' {
            result.push(byte);
        } else if !is_digit(at.checked_sub(1)) || !is_digit(at.checked_add(1)) {
            return None;
        }
    }
    Some(result)
}
