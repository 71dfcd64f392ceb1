//! What does `'%-10s|%05.1f' % (a, b)` mean? The `%` operator of strings and of bytes.

use super::render::{digits, float_text};
use crate::builder::Builder;
use crate::bytes::{as_byte_string, bytes_of};
use crate::repr::ascii;
use crate::text::this;
use numbers::Integer;
use objects::{Object, Owned};
use std::borrow::Cow;
use types::{Chars, ErrorKind, PyResult, Str, Thread, Tuple, as_str};

/// What is being formatted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Target {
    Text,
    Bytes,
}

/// One conversion: what stands between `%` and its letter.
#[derive(Default)]
struct Item {
    left: bool,
    plus: bool,
    space: bool,
    alternate: bool,
    zero: bool,
    width: Option<usize>,
    precision: Option<usize>,
    kind: u32,
}

/// The format being read, and the arguments being used up.
struct Formatter<'a> {
    t: &'a Thread,
    target: Target,
    format: Chars<'a>,
    at: usize,
    args: &'a Object,
    /// The arguments, if they are a tuple.
    tuple: Option<&'a [Object]>,
    /// How many of them were used: without a tuple there is one.
    used: usize,
    /// May the arguments be a mapping?
    mapping: bool,
    /// Once a key was met: its value, until that is used.
    keyed: Option<Option<Object>>,
}

/// The converted value, before it is laid out.
enum Converted<'a> {
    /// A number: its sign is laid out apart.
    Number(Cow<'a, str>),
    /// So many characters of a string.
    Text(Owned<Str>, usize),
    Bytes(Vec<u8>),
    Char(u32),
}

/// The `%` slot of `str`.
pub(crate) fn remainder(t: &Thread, format: &Object, args: &Object) -> PyResult {
    if as_str(format).is_none() {
        return Ok(Object::not_implemented());
    }
    run(t, Target::Text, this(t, format)?.chars(), args)?.finish(t)
}

/// `format % args` of bytes.
pub(crate) fn format_bytes(t: &Thread, format: &[u8], args: &Object) -> PyResult<Builder> {
    run(t, Target::Bytes, Chars::One(format), args)
}

fn run(t: &Thread, target: Target, format: Chars<'_>, args: &Object) -> PyResult<Builder> {
    let tuple = args.downcast::<Tuple>().map(Tuple::items);
    let excluded = match target {
        Target::Text => as_str(args).is_some(),
        Target::Bytes => as_byte_string(args) || as_str(args).is_some(),
    };
    let subscript = t.type_of(args).slots.subscript.get().is_some();
    let mut formatter = Formatter {
        t,
        target,
        format,
        at: 0,
        args,
        tuple,
        used: 0,
        mapping: tuple.is_none() && subscript && !excluded,
        keyed: None,
    };
    let mut builder = Builder::with_capacity(format.len())?;
    formatter.run(&mut builder)?;
    Ok(builder)
}

impl<'a> Formatter<'a> {
    fn run(&mut self, builder: &mut Builder) -> PyResult<()> {
        while self.at < self.format.len() {
            let rest = self.format.slice(self.at..self.format.len());
            let percent = match rest {
                Chars::One(bytes) => memchr::memchr(b'%', bytes),
                _ => rest.iter().position(|char| char == u32::from(b'%')),
            };
            let end = percent.unwrap_or(rest.len());
            builder.push_chars(rest.slice(0..end))?;
            self.at += end + 1;
            if percent.is_some() {
                self.item(builder)?;
            }
        }
        let left = self.tuple.map_or(1, <[Object]>::len) > self.used;
        if left && !self.mapping {
            let what = match self.target {
                Target::Text => "string",
                Target::Bytes => "bytes",
            };
            return Err(self.t.type_error(format!(
                "not all arguments converted during {what} formatting"
            )));
        }
        Ok(())
    }

    fn peek(&self) -> Option<char> {
        self.format.get(self.at).and_then(char::from_u32)
    }

    /// The next argument.
    fn argument(&mut self) -> PyResult {
        let next = match (&mut self.keyed, self.tuple) {
            (Some(value), _) => value.take(),
            (None, Some(items)) => items.get(self.used).cloned(),
            (None, None) => Some(self.args.clone()).filter(|_| self.used == 0),
        };
        self.used += 1;
        next.ok_or_else(|| self.t.type_error("not enough arguments for format string"))
    }

    /// Reads one conversion and adds what it makes.
    fn item(&mut self, builder: &mut Builder) -> PyResult<()> {
        if self.peek() == Some('%') {
            self.at += 1;
            builder.push(b'%'.into());
            return Ok(());
        }
        if self.peek() == Some('(') {
            self.key()?;
        }
        if self.plain(builder)? {
            return Ok(());
        }
        let item = self.read()?;
        let value = self.argument()?;
        let mut buffer = itoa::Buffer::new();
        match self.convert(&item, &value, &mut buffer)? {
            Converted::Number(text) => lay_out_number(builder, &item, &text),
            Converted::Text(text, shown) => lay_out(builder, &item, text.chars().slice(0..shown)),
            Converted::Bytes(bytes) => lay_out(builder, &item, Chars::One(&bytes)),
            Converted::Char(char) => lay_out(builder, &item, Chars::Four(&[char])),
        }
    }

    /// A bare `%d` of a small integer or `%s` of that or a string, which is most of what there
    /// is; false if it is something else.
    fn plain(&mut self, builder: &mut Builder) -> PyResult<bool> {
        let (Some(kind @ ('d' | 's')), Target::Text) = (self.peek(), self.target) else {
            return Ok(false);
        };
        let value = match (&self.keyed, self.tuple) {
            (Some(value), _) => value.as_ref(),
            (None, Some(items)) => items.get(self.used),
            (None, None) => Some(self.args).filter(|_| self.used == 0),
        };
        let Some(value) = value else {
            return Ok(false);
        };
        if let Some(number) = value.as_small_int() {
            builder.push_text(itoa::Buffer::new().format(number));
        } else if kind == 's' && self.t.is_exact(value, self.t.types.str) {
            builder.push_str(this(self.t, value)?)?;
        } else {
            return Ok(false);
        }
        self.at += 1;
        self.used += 1;
        if let Some(value) = &mut self.keyed {
            *value = None;
        }
        Ok(true)
    }

    fn read(&mut self) -> PyResult<Item> {
        let t = self.t;
        let mut item = Item::default();
        loop {
            match self.peek() {
                Some('-') => item.left = true,
                Some('+') => item.plus = true,
                Some(' ') => item.space = true,
                Some('#') => item.alternate = true,
                Some('0') => item.zero = true,
                _ => break,
            }
            self.at += 1;
        }
        if let Some(width) = self.size("width")? {
            item.left |= width < 0;
            item.width = usize::try_from(width.unsigned_abs()).ok();
        }
        if self.peek() == Some('.') {
            self.at += 1;
            let precision = self.size("precision")?.unwrap_or(0);
            item.precision = Some(usize::try_from(precision).unwrap_or(0));
        }
        if matches!(self.peek(), Some('h' | 'l' | 'L')) {
            self.at += 1;
        }
        let Some(kind) = self.format.get(self.at) else {
            return Err(t.value_error("incomplete format"));
        };
        self.at += 1;
        item.kind = kind;
        Ok(item)
    }

    /// `(key)`: the value is looked up in the mapping.
    fn key(&mut self) -> PyResult<()> {
        let t = self.t;
        if !self.mapping {
            return Err(t.type_error("format requires a mapping"));
        }
        let start = self.at + 1;
        let mut open = 0usize;
        let end = loop {
            match self.peek() {
                Some('(') => open += 1,
                Some(')') if open == 1 => break self.at,
                Some(')') => open -= 1,
                None if self.at >= self.format.len() => {
                    return Err(t.value_error("incomplete format key"));
                }
                _ => (),
            }
            self.at += 1;
        };
        self.at = end + 1;
        let key = self.format.slice(start..end);
        let key = match (self.target, key) {
            (Target::Bytes, Chars::One(bytes)) => t.bytes(bytes)?,
            _ => t.str_chars(key)?,
        };
        self.keyed = Some(Some(t.get_item(self.args, &key)?));
        Ok(())
    }

    /// A width or precision: digits, or `*` for an argument.
    fn size(&mut self, what: &str) -> PyResult<Option<i64>> {
        let t = self.t;
        if self.peek() == Some('*') {
            self.at += 1;
            let value = self.argument()?;
            if !t.is_instance_of(&value, t.types.int) {
                return Err(t.type_error("* wants int"));
            }
            let size = Integer::of(&value).and_then(Integer::to_i64);
            let limit = if what == "width" {
                i64::MAX
            } else {
                i32::MAX.into()
            };
            return match size.filter(|size| (-limit..=limit).contains(size)) {
                Some(size) => Ok(Some(size)),
                None if what == "width" => {
                    Err(t.overflow_error("Python int too large to convert to C ssize_t"))
                }
                None => Err(t.overflow_error("Python int too large to convert to C int")),
            };
        }
        let limit = if what == "width" {
            i64::MAX
        } else {
            i32::MAX.into()
        };
        let mut size = None;
        while let Some(digit) = self.peek().and_then(|char| char.to_digit(10)) {
            let digit = i64::from(digit);
            let value: i64 = size.unwrap_or(0);
            if value > (limit - digit) / 10 {
                let what = match (what, self.target) {
                    ("precision", Target::Bytes) => "prec",
                    _ => what,
                };
                return Err(t.value_error(format!("{what} too big")));
            }
            size = Some(value * 10 + digit);
            self.at += 1;
        }
        Ok(size)
    }

    fn convert<'b>(
        &self,
        item: &Item,
        value: &Object,
        buffer: &'b mut itoa::Buffer,
    ) -> PyResult<Converted<'b>> {
        let text = |text: Owned<Str>| {
            let shown = item.precision.unwrap_or(usize::MAX).min(text.len());
            Converted::Text(text, shown)
        };
        match (char::from_u32(item.kind), self.target) {
            (Some('s'), Target::Text) => self.t.to_str(value).map(text),
            (Some('s' | 'b'), Target::Bytes) => self.byte_string(item, value),
            (Some('r'), Target::Text) => self.t.repr(value).map(text),
            (Some('a'), _) | (Some('r'), Target::Bytes) => {
                let ascii = ascii(self.t, value)?;
                self.t.to_str(&ascii).map(text)
            }
            (Some('d' | 'i' | 'u' | 'o' | 'x' | 'X'), _) => {
                self.integer(item, value, buffer).map(Converted::Number)
            }
            (Some(kind @ ('e' | 'E' | 'f' | 'F' | 'g' | 'G')), _) => {
                let text = self.float(item, value, kind as u8)?;
                Ok(Converted::Number(Cow::Owned(text)))
            }
            (Some('c'), _) => self.character(value).map(Converted::Char),
            _ => {
                let shown = match item.kind {
                    31..=126 => char::from_u32(item.kind).unwrap_or('?'),
                    _ => '?',
                };
                Err(self.t.value_error(format!(
                    "unsupported format character '{shown}' (0x{:x}) at index {}",
                    item.kind,
                    self.at - 1
                )))
            }
        }
    }

    fn byte_string<'b>(&self, item: &Item, value: &Object) -> PyResult<Converted<'b>> {
        let t = self.t;
        let bytes = match bytes_of(t, value)? {
            Some(bytes) => bytes,
            None => {
                let kind = t.type_name(value);
                return Err(t.type_error(format!(
                    "%b requires a bytes-like object, or an object that implements __bytes__, \
                     not '{kind}'"
                )));
            }
        };
        let shown = item.precision.unwrap_or(usize::MAX).min(bytes.len());
        Ok(Converted::Bytes(bytes[..shown].to_vec()))
    }

    /// The integer that a numeric conversion wants of a value (`mainformatlong`).
    fn to_integer(&self, kind: u32, value: &Object) -> PyResult {
        let t = self.t;
        if t.is_instance_of(value, t.types.int) {
            return Ok(value.clone());
        }
        let slots = &t.type_of(value).slots;
        let only_index = matches!(char::from_u32(kind), Some('o' | 'x' | 'X'));
        let number = match (only_index, slots.index.get(), slots.int.get()) {
            (true, Some(index), _) => Some(index(t, value)),
            (false, _, Some(int)) => Some(int(t, value)),
            (false, Some(index), None) => Some(index(t, value)),
            _ => None,
        };
        match number {
            Some(Err(raised)) if !raised.is(t, ErrorKind::TypeError) => Err(raised),
            Some(Ok(number)) => Ok(number),
            _ => {
                let wanted = if only_index {
                    "an integer"
                } else {
                    "a real number"
                };
                let letter = match (char::from_u32(kind), self.target) {
                    (Some('i'), Target::Bytes) => 'd',
                    (letter, _) => letter.unwrap_or('?'),
                };
                let kind = t.type_name(value);
                Err(t.type_error(format!(
                    "%{letter} format: {wanted} is required, not {kind}"
                )))
            }
        }
    }

    fn integer<'b>(
        &self,
        item: &Item,
        value: &Object,
        buffer: &'b mut itoa::Buffer,
    ) -> PyResult<Cow<'b, str>> {
        let t = self.t;
        let value = self.to_integer(item.kind, value)?;
        let Some(integer) = Integer::of(&value) else {
            return Err(t.type_error("an integer is required"));
        };
        let (radix, prefix) = match char::from_u32(item.kind) {
            Some('o') => (8, "0o"),
            Some('x') => (16, "0x"),
            Some('X') => (16, "0X"),
            _ => (10, ""),
        };
        let text = digits(t, integer, radix, buffer)?;
        let precision = item.precision.unwrap_or(0);
        if radix == 10 && precision == 0 {
            return Ok(text);
        }
        let mut digits = text.trim_start_matches('-').to_owned();
        if item.kind == u32::from(b'X') {
            digits.make_ascii_uppercase();
        }
        if precision > i32::MAX as usize - 3 {
            return Err(t.overflow_error("precision too large"));
        }
        crate::room::room(precision)?;
        let zeros = "0".repeat(precision.saturating_sub(digits.len()));
        let sign = if integer.is_negative() { "-" } else { "" };
        let prefix = if item.alternate { prefix } else { "" };
        Ok(Cow::Owned(format!("{sign}{prefix}{zeros}{digits}")))
    }

    fn float(&self, item: &Item, value: &Object, kind: u8) -> PyResult<String> {
        let t = self.t;
        let number = match numbers::float_value(t, value) {
            Err(raised) if self.target == Target::Bytes && raised.is(t, ErrorKind::TypeError) => {
                let kind = t.type_name(value);
                return Err(t.type_error(format!("float argument required, not {kind}")));
            }
            other => other?,
        };
        let precision = item.precision.unwrap_or(6);
        crate::room::room(precision)?;
        Ok(float_text(number, kind, precision, item.alternate))
    }

    fn character(&self, value: &Object) -> PyResult<u32> {
        let t = self.t;
        match self.target {
            Target::Text => {
                if let Some(text) = as_str(value) {
                    return match (text.len(), text.chars().get(0)) {
                        (1, Some(char)) => Ok(char),
                        _ => Err(t.type_error("%c requires int or char")),
                    };
                }
                let has_index = t.type_of(value).slots.index.get().is_some();
                let char = match has_index {
                    true => t.index(value)?,
                    false => return Err(t.type_error("%c requires int or char")),
                };
                match u32::try_from(t.clipped_index(&char)?) {
                    Ok(char @ 0..=0x10_FFFF) => Ok(char),
                    _ => Err(t.overflow_error("%c arg not in range(0x110000)")),
                }
            }
            Target::Bytes => self.byte(value),
        }
    }

    fn byte(&self, value: &Object) -> PyResult<u32> {
        let t = self.t;
        if as_byte_string(value)
            && let Some(bytes) = bytes_of(t, value)?
            && let [byte] = *bytes
        {
            return Ok(byte.into());
        }
        if !as_byte_string(value) && t.type_of(value).slots.index.get().is_some() {
            return match u8::try_from(t.clipped_index(value)?) {
                Ok(byte) => Ok(byte.into()),
                Err(_) => Err(t.overflow_error("%c arg not in range(256)")),
            };
        }
        Err(t.type_error("%c requires an integer in range(256) or a single byte"))
    }
}

/// Adds characters in their field.
fn lay_out(builder: &mut Builder, item: &Item, chars: Chars<'_>) -> PyResult<()> {
    let missing = item.width.unwrap_or(0).saturating_sub(chars.len());
    let before = if item.left { 0 } else { missing };
    builder.fill(before, b' '.into())?;
    builder.push_chars(chars)?;
    builder.fill(missing - before, b' '.into())
}

/// Adds a number in its field: sign, prefix, padding, the rest.
fn lay_out_number(builder: &mut Builder, item: &Item, text: &str) -> PyResult<()> {
    let magnitude = text.strip_prefix(['-', '+']).unwrap_or(text);
    let sign = match (magnitude.len() < text.len(), item.plus, item.space) {
        (true, ..) => &text[..1],
        (_, true, _) => "+",
        (_, _, true) => " ",
        _ => "",
    };
    let alternate = item.alternate && matches!(char::from_u32(item.kind), Some('x' | 'X' | 'o'));
    let (prefix, rest) = magnitude.split_at(if alternate { 2 } else { 0 });
    let missing = item
        .width
        .unwrap_or(0)
        .saturating_sub(sign.len() + magnitude.len());
    let before = if item.left { 0 } else { missing };
    if !item.zero {
        builder.fill(before, b' '.into())?;
    }
    builder.push_text(sign);
    builder.push_text(prefix);
    if item.zero {
        builder.fill(before, b'0'.into())?;
    }
    builder.push_text(rest);
    builder.fill(missing - before, b' '.into())
}
