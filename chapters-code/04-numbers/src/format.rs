//! What are the decimal digits of a float? The shortest that read back as the same float,
//! or as many as one asks for, correctly rounded.
//!
//! These functions write the *magnitude and sign* of a number; width, fill, grouping and
//! the sign's style are the business of the format language, in the next chapter.

use std::fmt::Write;

/// No float has more significant digits than this, nor more decimal places: what is asked
/// for beyond is zeros.
const ALL_DIGITS: usize = 1100;

/// A text that is short, and needs no memory: that of a float in its shortest form has 24
/// characters at most.
#[derive(Default)]
struct Few {
    bytes: [u8; 32],
    length: usize,
}

impl Few {
    fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..self.length]).unwrap_or_default()
    }
}

impl Write for Few {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        let end = self.length + text.len();
        let place = self
            .bytes
            .get_mut(self.length..end)
            .ok_or(std::fmt::Error)?;
        place.copy_from_slice(text.as_bytes());
        self.length = end;
        Ok(())
    }
}

/// A decimal number `0.d₁d₂d₃… × 10^point`, without sign.
struct Decimal {
    digits: String,
    /// Where the decimal point stands: after so many digits.
    point: i32,
}

impl Decimal {
    /// Of the text that Rust's `{:e}` makes: `d.ddde-dd`.
    fn of_scientific(text: &str) -> Decimal {
        let text = text.strip_prefix('-').unwrap_or(text);
        let end = text.bytes().position(|byte| byte == b'e');
        let (mantissa, exponent) = match end {
            Some(end) => (&text[..end], &text[end + 1..]),
            None => (text, "0"),
        };
        let mut digits = String::with_capacity(mantissa.len());
        digits.push_str(mantissa.get(..1).unwrap_or_default());
        // The point stands behind the first digit, if there is one.
        digits.push_str(mantissa.get(2..).unwrap_or_default());
        Decimal {
            digits,
            point: exponent.parse::<i32>().unwrap_or(0) + 1,
        }
    }

    /// The fewest digits that read back as the same float.
    fn shortest(value: f64) -> Decimal {
        let mut text = Few::default();
        let decimal = match write!(text, "{value:e}") {
            Ok(()) => Decimal::of_scientific(text.as_str()),
            Err(_) => Decimal::of_scientific(&format!("{value:e}")),
        };
        // Where the value lies exactly between two texts of that length, Python takes
        // the even digit. It does if its own digits are one more: the last is a 5.
        let (_, exponent) = crate::real::decompose(value);
        let digits = decimal.digits.len();
        if exponent < 0 && decimal.point - exponent == digits as i32 + 1 {
            let even = format!("{value:.*e}", digits - 1);
            if even.parse() == Ok(value) {
                return Decimal::of_scientific(&even);
            }
        }
        decimal
    }

    /// So many significant digits (at least one).
    fn significant(value: f64, count: usize) -> Decimal {
        let exact = count.clamp(1, ALL_DIGITS);
        let mut decimal = Decimal::of_scientific(&format!("{value:.*e}", exact - 1));
        decimal.digits += &"0".repeat(count.saturating_sub(exact));
        decimal
    }

    /// `ddd.ddd`, with zeros where digits are missing.
    fn fixed(&self) -> String {
        let length = self.digits.len() as i32;
        let point = self.point.clamp(0, length) as usize;
        let (whole, fraction) = self.digits.split_at(point);
        let behind_whole = match whole {
            "" => 1,
            _ => (self.point - length).max(0) as usize,
        };
        let before_fraction = (-self.point).max(0) as usize;
        let size = self.digits.len() + behind_whole + before_fraction + 1;
        let mut text = String::with_capacity(size);
        text.push_str(whole);
        text.extend(std::iter::repeat_n('0', behind_whole));
        if before_fraction + fraction.len() > 0 {
            text.push('.');
            text.extend(std::iter::repeat_n('0', before_fraction));
            text.push_str(fraction);
        }
        text
    }

    /// `d.ddde+dd`
    fn scientific(&self) -> String {
        let (first, rest) = self.digits.split_at(1);
        let mantissa = match rest {
            "" => first.to_owned(),
            rest => format!("{first}.{rest}"),
        };
        format!("{mantissa}{}", exponent_text(self.point - 1))
    }
}

/// The exponent has a sign and two digits at least.
fn exponent_text(exponent: i32) -> String {
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("e{sign}{:02}", exponent.unsigned_abs())
}

/// `inf` and `nan`, for which there are no digits; a NaN's sign is not shown.
fn special(value: f64) -> Option<String> {
    if value.is_nan() {
        Some("nan".to_owned())
    } else if value.is_infinite() {
        Some(if value > 0.0 { "inf" } else { "-inf" }.to_owned())
    } else {
        None
    }
}

fn signed(value: f64, magnitude: String) -> String {
    if value.is_sign_negative() {
        format!("-{magnitude}")
    } else {
        magnitude
    }
}

/// Puts a point behind the digits if there is none (the alternate form, `#`).
fn with_point(text: String) -> String {
    match text.find(['.', 'e']) {
        Some(at) if text.as_bytes()[at] == b'e' => {
            format!("{}.{}", &text[..at], &text[at..])
        }
        Some(_) => text,
        None => text + ".",
    }
}

/// The digits of a magnitude with so many decimal places, if they can be had by integer
/// arithmetic: the float is `mantissa · 2^-shift`, so it is a matter of multiplying by a
/// power of ten and shifting, with 128 bits, and nothing is lost.
fn fixed_exactly(value: f64, precision: usize) -> Option<String> {
    const MANTISSA_BITS: u32 = 52;
    let bits = value.to_bits();
    let exponent = (bits >> MANTISSA_BITS & 0x7FF) as i32;
    // 2⁻⁶⁴ ≤ value < 2⁵³, so that the shift is from 0 to 116 bits.
    if !(959..1076).contains(&exponent) || precision > 20 {
        return None;
    }
    let shift = (1075 - exponent) as u32;
    let mantissa = u128::from(bits & ((1 << MANTISSA_BITS) - 1) | 1 << MANTISSA_BITS);
    let scaled = mantissa.checked_mul(10u128.pow(precision as u32))?;
    let (mut whole, rest) = (scaled >> shift, scaled & ((1 << shift) - 1));
    let half = (1u128 << shift) >> 1;
    // Halfway goes to the even digit.
    if shift > 0 && (rest > half || rest == half && whole & 1 == 1) {
        whole += 1;
    }
    let mut buffer = itoa::Buffer::new();
    let digits = buffer.format(u64::try_from(whole).ok()?);
    let zeros = (precision + 1).saturating_sub(digits.len());
    let mut text = String::with_capacity(zeros + digits.len() + 1);
    text.extend(std::iter::repeat_n('0', zeros));
    text.push_str(digits);
    if precision > 0 {
        text.insert(text.len() - precision, '.');
    }
    Some(text)
}

/// `%.{precision}f`
pub fn float_fixed(value: f64, precision: usize, alternate: bool) -> String {
    if let Some(text) = special(value) {
        return text;
    }
    if let (Some(text), false) = (fixed_exactly(value.abs(), precision), alternate) {
        return signed(value, text);
    }
    let exact = precision.min(ALL_DIGITS);
    let text = format!("{:.exact$}", value.abs()) + &"0".repeat(precision - exact);
    signed(value, if alternate { with_point(text) } else { text })
}

/// `%.{precision}e`
pub fn float_exponent(value: f64, precision: usize, alternate: bool) -> String {
    if let Some(text) = special(value) {
        return text;
    }
    let text = Decimal::significant(value.abs(), precision.saturating_add(1)).scientific();
    signed(value, if alternate { with_point(text) } else { text })
}

/// `%.{precision}g`: so many significant digits, in whichever form is shorter, without
/// zeros at the end unless `alternate`.
pub fn float_general(value: f64, precision: usize, alternate: bool) -> String {
    general(value, precision, alternate, false)
}

/// What `format(value, '.3')` shows: as `g`, but it keeps `.0` behind a whole number.
pub fn float_general_with_point(value: f64, precision: usize, alternate: bool) -> String {
    general(value, precision, alternate, true)
}

fn general(value: f64, precision: usize, alternate: bool, point_zero: bool) -> String {
    if let Some(text) = special(value) {
        return text;
    }
    let precision = precision.max(1);
    let mut decimal = Decimal::significant(value.abs(), precision);
    if !alternate {
        let kept = decimal.digits.trim_end_matches('0').len().max(1);
        decimal.digits.truncate(kept);
    }
    let limit = i32::try_from(precision).unwrap_or(i32::MAX) - i32::from(point_zero);
    let text = if decimal.point <= -4 || decimal.point > limit {
        decimal.scientific()
    } else {
        let text = decimal.fixed();
        if point_zero && !text.contains('.') {
            text + ".0"
        } else {
            text
        }
    };
    signed(value, if alternate { with_point(text) } else { text })
}

/// `repr(value)`: the shortest digits that read back as the same float, with `.0` behind a
/// whole number.
pub fn float_repr(value: f64) -> String {
    let text = float_shortest(value);
    match value.is_finite() && !text.contains(['.', 'e']) {
        true => text + ".0",
        false => text,
    }
}

/// The shortest digits that read back as the same float; a whole number has no point (the
/// parts of a complex number are shown so).
pub fn float_shortest(value: f64) -> String {
    if let Some(text) = special(value) {
        return text;
    }
    if let Some(text) = shortest_whole(value) {
        return text;
    }
    let decimal = Decimal::shortest(value.abs());
    let text = match decimal.point {
        -3..=16 => decimal.fixed(),
        _ => decimal.scientific(),
    };
    signed(value, text)
}

/// The text of a whole number that a float holds exactly, and all whole numbers near it: its
/// digits are the shortest.
fn shortest_whole(value: f64) -> Option<String> {
    const EXACT: f64 = (1_u64 << 53) as f64;
    let is_whole = value.abs() < EXACT && value.trunc() == value;
    // A negative zero is no integer.
    let is_whole = is_whole && (value != 0.0 || value.is_sign_positive());
    is_whole.then(|| itoa::Buffer::new().format(value as i64).to_owned())
}

/// `value` rounded to so many decimal places, ties of the exact value to the even digit;
/// infinite if that is too large (`double_round`).
pub(crate) fn round_places(value: f64, places: i32) -> f64 {
    let text = if places >= 0 {
        format!("{value:.*}", places as usize)
    } else {
        let exact = Decimal::of_scientific(&format!("{:.800e}", value.abs()));
        signed(value, round_whole(exact, places))
    };
    text.parse().unwrap_or(f64::NAN)
}

/// Rounds a decimal number left of its point.
fn round_whole(exact: Decimal, places: i32) -> String {
    let kept = exact.point + places;
    if kept < 0 {
        return "0".to_owned();
    }
    let (head, tail) = exact
        .digits
        .split_at((kept as usize).min(exact.digits.len()));
    let odd = head.bytes().last().is_some_and(|digit| digit & 1 == 1);
    let tail = tail.trim_end_matches('0');
    let up = tail > "5" || tail == "5" && odd;
    let mut digits: Vec<u8> = std::iter::once(b'0').chain(head.bytes()).collect();
    let mut place = digits.len();
    while up && place > 0 {
        place -= 1;
        if digits[place] < b'9' {
            digits[place] += 1;
            break;
        }
        digits[place] = b'0';
    }
    let digits: String = digits.into_iter().map(char::from).collect();
    format!("{digits}e{}", -places)
}

#[cfg(test)]
mod tests {
    use super::fixed_exactly;

    #[test]
    fn integer_arithmetic_rounds_as_exact_decimals_do() {
        let mut bits = 0x0123_4567_89AB_CDEF_u64;
        let mut compared = 0;
        for round in 0..200_000u64 {
            bits = bits.wrapping_mul(6364136223846793005).wrapping_add(round);
            let exponent = 959 + (bits >> 40) % 117;
            let value = f64::from_bits(exponent << 52 | bits & ((1 << 52) - 1));
            let short = (bits >> 7 & 0xFFFF) as f64 / 64.0 + 1.0;
            for (value, precision) in [(value, round as usize % 12), (short, round as usize % 7)] {
                if let Some(text) = fixed_exactly(value, precision) {
                    assert_eq!(text, format!("{value:.precision$}"));
                    compared += 1;
                }
            }
        }
        assert!(compared > 300_000, "{compared}");
    }
}
