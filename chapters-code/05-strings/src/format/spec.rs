//! What does `'>+10,.3f'` ask for? The mini-language of format specifiers, read.

use crate::unicode::decimal_value;
use types::{Chars, PyResult, Str, Thread, Version};

/// Where the padding goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Align {
    /// `<`
    Left,
    /// `>`
    Right,
    /// `^`
    Center,
    /// `=`: between the sign and the digits
    Inside,
}

impl Align {
    fn of(char: u32) -> Option<Align> {
        Some(match char::from_u32(char)? {
            '<' => Align::Left,
            '>' => Align::Right,
            '^' => Align::Center,
            '=' => Align::Inside,
            _ => return None,
        })
    }
}

/// How a number without a minus begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sign {
    /// `-`, or nothing said.
    Minus,
    /// `+`
    Plus,
    /// A space.
    Space,
}

/// What stands between groups of digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Grouping {
    /// Nothing.
    None,
    /// A comma after every third digit.
    Comma,
    /// An underscore after every third digit; after every fourth, if the base is 2, 8 or 16.
    Underscore(usize),
}

impl Grouping {
    /// The separator, and how many digits make a group.
    pub(crate) fn separator(self) -> Option<(u8, usize)> {
        match self {
            Grouping::None => None,
            Grouping::Comma => Some((b',', 3)),
            Grouping::Underscore(size) => Some((b'_', size)),
        }
    }
}

/// A format specifier, read.
#[derive(Clone, Debug)]
pub(crate) struct Spec {
    pub(crate) fill: u32,
    pub(crate) align: Align,
    pub(crate) sign: Option<Sign>,
    /// `z`: a negative zero loses its sign (3.11).
    pub(crate) no_negative_zero: bool,
    /// `#`
    pub(crate) alternate: bool,
    pub(crate) width: Option<usize>,
    pub(crate) grouping: Grouping,
    pub(crate) precision: Option<usize>,
    /// The type; `None` where it was left out.
    pub(crate) kind: Option<u32>,
}

/// Reads a specifier from left to right.
struct Reader<'a> {
    t: &'a Thread,
    chars: Chars<'a>,
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u32> {
        self.chars.get(self.at)
    }

    /// Goes past the next character if it is this one.
    fn take(&mut self, char: u8) -> bool {
        let taken = self.peek() == Some(char.into());
        self.at += usize::from(taken);
        taken
    }

    /// Digits, as many as there are.
    fn integer(&mut self) -> PyResult<Option<usize>> {
        let mut value: Option<usize> = None;
        while let Some(digit) = self
            .peek()
            .and_then(|char| decimal_value(self.t.version, char))
        {
            value = Some(next_digit(self.t, value.unwrap_or(0), digit)?);
            self.at += 1;
        }
        Ok(value)
    }

    fn fill_and_align(&mut self) -> (Option<u32>, Option<Align>) {
        let second = self.chars.get(self.at + 1).and_then(Align::of);
        let first = self.peek();
        if let (Some(_), Some(align)) = (first, second) {
            self.at += 2;
            return (first, Some(align));
        }
        let align = first.and_then(Align::of);
        self.at += usize::from(align.is_some());
        (None, align)
    }

    fn sign(&mut self) -> Option<Sign> {
        let sign = match self.peek().and_then(char::from_u32)? {
            '+' => Sign::Plus,
            ' ' => Sign::Space,
            '-' => Sign::Minus,
            _ => return None,
        };
        self.at += 1;
        Some(sign)
    }

    fn grouping(&mut self) -> PyResult<Grouping> {
        let both = |reader: &Self| reader.t.value_error("Cannot specify both ',' and '_'.");
        let comma = self.take(b',');
        if self.take(b'_') {
            if comma || self.peek() == Some(b','.into()) {
                return Err(both(self));
            }
            return Ok(Grouping::Underscore(3));
        }
        Ok(if comma {
            Grouping::Comma
        } else {
            Grouping::None
        })
    }
}

/// Adds a digit to a number, which must stay one that CPython could hold.
pub(crate) fn next_digit(t: &Thread, value: usize, digit: u32) -> PyResult<usize> {
    let next = i64::try_from(value)
        .ok()
        .and_then(|value| value.checked_mul(10))
        .and_then(|value| value.checked_add(digit.into()))
        .and_then(|value| usize::try_from(value).ok());
    next.ok_or_else(|| t.value_error("Too many decimal digits in format string"))
}

/// A type or separator as a message shows it.
fn shown(char: u32) -> String {
    match u8::try_from(char) {
        Ok(byte @ 33..=127) => format!("'{}'", char::from(byte)),
        _ => format!("'\\x{char:x}'"),
    }
}

/// The error of a type that the object does not know.
pub(crate) fn unknown_type(t: &Thread, kind: u32, type_name: &str) -> types::Raised {
    let kind = shown(kind);
    t.value_error(format!(
        "Unknown format code {kind} for object of type '{type_name}'"
    ))
}

impl Spec {
    /// Reads a specifier. `kind` and `align` are those of the type of object where nothing
    /// is said (`parse_internal_render_format_spec`).
    pub(crate) fn read(
        t: &Thread,
        spec: &Str,
        kind: Option<u8>,
        align: Align,
        type_name: impl Fn() -> String,
    ) -> PyResult<Spec> {
        let mut reader = Reader {
            t,
            chars: spec.chars(),
            at: 0,
        };
        let (fill, asked) = reader.fill_and_align();
        let sign = reader.sign();
        let no_negative_zero = t.version >= Version::V311 && reader.take(b'z');
        let alternate = reader.take(b'#');
        let zero = fill.is_none() && reader.take(b'0');
        let align = match asked {
            Some(align) => align,
            None if zero && align == Align::Right => Align::Inside,
            None => align,
        };
        let width = reader.integer()?;
        let grouping = reader.grouping()?;
        let mut precision = None;
        if reader.take(b'.') {
            precision = reader.integer()?;
            if precision.is_none() {
                return Err(t.value_error("Format specifier missing precision"));
            }
        }
        let rest = reader.chars.len() - reader.at;
        if rest > 1 {
            return Err(invalid(t, spec, &type_name()));
        }
        let kind = reader.peek().or(kind.map(u32::from));
        Ok(Spec {
            fill: fill.unwrap_or(if zero { b'0' } else { b' ' }.into()),
            align,
            sign,
            no_negative_zero,
            alternate,
            width,
            grouping: check_grouping(t, grouping, kind)?,
            precision,
            kind,
        })
    }

    /// The type as a byte, if it is ASCII.
    pub(crate) fn kind_byte(&self) -> Option<u8> {
        u8::try_from(self.kind?).ok()
    }
}

fn invalid(t: &Thread, spec: &Str, type_name: &str) -> types::Raised {
    match t.version {
        Version::V310 => t.value_error("Invalid format specifier"),
        Version::V311 => {
            let spec = spec.to_text();
            t.value_error(format!(
                "Invalid format specifier '{spec}' for object of type '{type_name}'"
            ))
        }
    }
}

/// Which types allow which separators.
fn check_grouping(t: &Thread, grouping: Grouping, kind: Option<u32>) -> PyResult<Grouping> {
    let Some((separator, _)) = grouping.separator() else {
        return Ok(grouping);
    };
    let Some(kind) = kind else {
        return Ok(grouping);
    };
    match (char::from_u32(kind), grouping) {
        (Some('d' | 'e' | 'f' | 'g' | 'E' | 'G' | '%' | 'F'), _) => Ok(grouping),
        (Some('b' | 'o' | 'x' | 'X'), Grouping::Underscore(_)) => Ok(Grouping::Underscore(4)),
        _ => {
            let (separator, kind) = (char::from(separator), shown(kind));
            Err(t.value_error(format!("Cannot specify '{separator}' with {kind}.")))
        }
    }
}
