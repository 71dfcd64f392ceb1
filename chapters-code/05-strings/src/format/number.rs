//! How is a number laid out in its field? Sign, prefix, grouped digits, the rest, and the
//! padding around and between them.

use super::spec::{Align, Sign, Spec};
use crate::builder::Builder;
use std::borrow::Cow;
use types::{Chars, PyResult};

/// A number as text, in the parts that the layout treats differently.
#[derive(Clone, Copy)]
pub(super) struct Number<'a> {
    pub(super) negative: bool,
    /// `0x` and the like.
    pub(super) prefix: &'a str,
    /// The digits that are grouped: those before the point.
    pub(super) digits: &'a str,
    /// The point, the digits behind it, the exponent, a percent sign; or `inf` and `nan`.
    pub(super) rest: &'a str,
}

impl<'a> Number<'a> {
    /// Takes the text of a float apart.
    pub(super) fn of_float(text: &'a str) -> Number<'a> {
        let negative = text.starts_with('-');
        let magnitude = text.strip_prefix('-').unwrap_or(text);
        let digits = magnitude.bytes().take_while(u8::is_ascii_digit).count();
        let (digits, rest) = magnitude.split_at(digits);
        Number {
            negative,
            prefix: "",
            digits,
            rest,
        }
    }

    fn sign(&self, spec: &Spec) -> Option<u8> {
        match spec.sign {
            _ if self.negative => Some(b'-'),
            Some(Sign::Plus) => Some(b'+'),
            Some(Sign::Space) => Some(b' '),
            _ => None,
        }
    }

    /// Adds the number as the specifier wants it.
    pub(super) fn push(&self, builder: &mut Builder, spec: &Spec) -> PyResult<()> {
        let sign = self.sign(spec);
        let others = usize::from(sign.is_some()) + self.prefix.len() + self.rest.len();
        let width = spec.width.unwrap_or(0);
        crate::room::room(width)?;
        let zeros = spec.fill == u32::from(b'0') && spec.align == Align::Inside;
        let least = if zeros {
            width.saturating_sub(others)
        } else {
            0
        };
        let digits = match self.digits {
            "" => Cow::Borrowed(""),
            digits => group(digits, least, spec.grouping.separator()),
        };
        let missing = width.saturating_sub(others + digits.len());
        let (left, inside, right) = match spec.align {
            Align::Left => (0, 0, missing),
            Align::Right => (missing, 0, 0),
            Align::Center => (missing / 2, 0, missing - missing / 2),
            Align::Inside => (0, missing, 0),
        };
        builder.fill(left, spec.fill)?;
        if let Some(sign) = sign {
            builder.push(sign.into());
        }
        builder.push_text(self.prefix);
        builder.fill(inside, spec.fill)?;
        builder.push_text(&digits);
        builder.push_text(self.rest);
        builder.fill(right, spec.fill)
    }
}

/// The digits with separators, and with zeros before them to make at least `least`
/// characters, separators included (`_PyUnicode_InsertThousandsGrouping`).
fn group(digits: &str, least: usize, separator: Option<(u8, usize)>) -> Cow<'_, str> {
    let Some((separator, size)) = separator else {
        return match least.saturating_sub(digits.len()) {
            0 => Cow::Borrowed(digits),
            zeros => Cow::Owned("0".repeat(zeros) + digits),
        };
    };
    // From the last digit to the first.
    let room = least.max(digits.len() * 4 / 3 + 1);
    let mut reversed: Vec<u8> = Vec::with_capacity(room);
    let mut rest = digits.bytes().rev().peekable();
    let mut in_group = 0;
    while rest.peek().is_some() || reversed.len() < least {
        if in_group == size {
            reversed.push(separator);
            in_group = 0;
            // A separator is never the first character: a digit follows it even
            // if the width is reached.
            reversed.push(rest.next().unwrap_or(b'0'));
        } else {
            reversed.push(rest.next().unwrap_or(b'0'));
        }
        in_group += 1;
    }
    reversed.iter().rev().copied().map(char::from).collect()
}

/// Adds text in a field of a width.
pub(super) fn push_padded(builder: &mut Builder, text: Chars<'_>, spec: &Spec) -> PyResult<()> {
    let missing = spec.width.unwrap_or(0).saturating_sub(text.len());
    let left = match spec.align {
        Align::Right => missing,
        Align::Center => missing / 2,
        Align::Left | Align::Inside => 0,
    };
    builder.fill(left, spec.fill)?;
    builder.push_chars(text)?;
    builder.fill(missing - left, spec.fill)
}

#[cfg(test)]
mod tests {
    use super::group;

    #[test]
    fn zeros_are_grouped_like_digits() {
        let comma = Some((b',', 3));
        assert_eq!(group("1234567", 0, comma), "1,234,567");
        assert_eq!(group("1234", 8, comma), "0,001,234");
        assert_eq!(group("1234", 9, comma), "0,001,234");
        assert_eq!(group("1234", 10, comma), "00,001,234");
        assert_eq!(group("123", 3, comma), "123");
        assert_eq!(group("12345678", 0, Some((b'_', 4))), "1234_5678");
        assert_eq!(group("1", 4, None), "0001");
    }
}
