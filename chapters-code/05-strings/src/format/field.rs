//! What does `'{0.name[key]!r:>{width}}'` mean? The replacement fields of `str.format`.

use super::spec::next_digit;
use super::{Conversion, convert, format};
use crate::builder::Builder;
use crate::unicode::decimal_value;
use objects::Object;
use types::{Args, Chars, PyResult, Raised, Str, Thread, as_str};

/// Where the fields find their values.
enum Source<'a> {
    /// `format(*args, **kwargs)`
    Arguments(Args<'a>),
    /// `format_map(mapping)`
    Mapping(&'a Object),
}

/// How fields without names are numbered.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Numbering {
    Undecided,
    Automatic,
    Manual,
}

/// A format string being filled in.
struct Filler<'a> {
    t: &'a Thread,
    source: Source<'a>,
    numbering: Numbering,
    next_number: usize,
}

/// A replacement field, cut out of the text.
struct Field<'a> {
    name: Chars<'a>,
    conversion: Option<u32>,
    spec: Chars<'a>,
    /// Does the specifier hold fields itself?
    nested: bool,
}

const OPEN: u32 = b'{' as u32;
const CLOSE: u32 = b'}' as u32;

/// `text.format(*args, **kwargs)`
pub(crate) fn format_with(t: &Thread, text: &Str, args: Args<'_>) -> PyResult {
    fill(t, text, Source::Arguments(args))
}

/// `text.format_map(mapping)`
pub(crate) fn format_map(t: &Thread, text: &Str, mapping: &Object) -> PyResult {
    fill(t, text, Source::Mapping(mapping))
}

fn fill(t: &Thread, text: &Str, source: Source<'_>) -> PyResult {
    let mut filler = Filler {
        t,
        source,
        numbering: Numbering::Undecided,
        next_number: 0,
    };
    filler.build(text.chars(), 2)?.finish(t)
}

impl Filler<'_> {
    fn error<T>(&self, message: &'static str) -> PyResult<T> {
        Err(self.t.value_error(message))
    }

    /// Fills in a text, whose specifiers may hold fields `depth` − 1 levels down.
    fn build(&mut self, chars: Chars<'_>, depth: u32) -> PyResult<Builder> {
        if depth == 0 {
            return self.error("Max string recursion exceeded");
        }
        let mut builder = Builder::new();
        let mut at = 0;
        while at < chars.len() {
            let start = at;
            let brace = chars
                .slice(at..chars.len())
                .iter()
                .position(|char| char == OPEN || char == CLOSE);
            let Some(brace) = brace.map(|brace| at + brace) else {
                builder.push_chars(chars.slice(at..chars.len()))?;
                break;
            };
            let (char, next) = (chars.get(brace), chars.get(brace + 1));
            if char == next {
                // A doubled brace stands for itself.
                builder.push_chars(chars.slice(start..brace + 1))?;
                at = brace + 2;
                continue;
            }
            if char == Some(CLOSE) {
                return self.error("Single '}' encountered in format string");
            }
            if next.is_none() {
                return self.error("Single '{' encountered in format string");
            }
            builder.push_chars(chars.slice(start..brace))?;
            at = brace + 1;
            let field = self.cut(chars, &mut at)?;
            self.render(&field, depth, &mut builder)?;
        }
        Ok(builder)
    }

    /// Cuts the field out that begins at `at`, behind its brace, and goes past it
    /// (`parse_field`).
    fn cut<'c>(&self, chars: Chars<'c>, at: &mut usize) -> PyResult<Field<'c>> {
        let start = *at;
        let mut end = None;
        while let Some(char) = chars.get(*at) {
            *at += 1;
            match char::from_u32(char) {
                Some('{') => return self.error("unexpected '{' in field name"),
                Some('[') => {
                    while chars.get(*at).is_some_and(|char| char != u32::from(b']')) {
                        *at += 1;
                    }
                }
                Some(char @ ('}' | ':' | '!')) => {
                    end = Some((*at - 1, char));
                    break;
                }
                _ => (),
            }
        }
        let Some((end, last)) = end else {
            return self.error("expected '}' before end of string");
        };
        let mut field = Field {
            name: chars.slice(start..end),
            conversion: None,
            spec: Chars::One(&[]),
            nested: false,
        };
        if last == '!' {
            field.conversion = chars.get(*at);
            if field.conversion.is_none() {
                return self.error("end of string while looking for conversion specifier");
            }
            *at += 1;
            let next = chars.get(*at);
            *at += usize::from(next.is_some());
            match next.map(char::from_u32) {
                Some(Some('}')) => return Ok(field),
                Some(Some(':')) | None => (),
                _ => return self.error("expected ':' after conversion specifier"),
            }
        }
        if last != '}' {
            self.cut_spec(chars, at, &mut field)?;
        }
        Ok(field)
    }

    /// The specifier: up to the brace that closes the field.
    fn cut_spec<'c>(
        &self,
        chars: Chars<'c>,
        at: &mut usize,
        field: &mut Field<'c>,
    ) -> PyResult<()> {
        let start = *at;
        let mut open = 1u32;
        while let Some(char) = chars.get(*at) {
            *at += 1;
            match char {
                OPEN => {
                    field.nested = true;
                    open = open.saturating_add(1);
                }
                CLOSE => open -= 1,
                _ => (),
            }
            if open == 0 {
                field.spec = chars.slice(start..*at - 1);
                return Ok(());
            }
        }
        self.error("unmatched '{' in format spec")
    }

    /// Adds what a field stands for.
    fn render(&mut self, field: &Field<'_>, depth: u32, builder: &mut Builder) -> PyResult<()> {
        let t = self.t;
        let mut value = self.value(field.name)?;
        if let Some(conversion) = field.conversion {
            value = convert(t, &value, self.conversion(conversion)?)?;
        }
        let spec = if field.nested {
            self.build(field.spec, depth - 1)?.finish(t)?
        } else {
            t.str_chars(field.spec)?
        };
        let text = format(t, &value, &spec)?;
        match as_str(&text) {
            Some(text) => builder.push_str(text),
            None => Ok(()),
        }
    }

    fn conversion(&self, char: u32) -> PyResult<Conversion> {
        let shown = match char::from_u32(char) {
            Some('s') => return Ok(Conversion::Str),
            Some('r') => return Ok(Conversion::Repr),
            Some('a') => return Ok(Conversion::Ascii),
            Some(char @ '!'..='~') => format!("{char}"),
            _ => format!("\\x{char:x}"),
        };
        Err(self
            .t
            .value_error(format!("Unknown conversion specifier {shown}")))
    }

    /// The number that a name is, if it is one.
    fn number(&self, name: Chars<'_>) -> PyResult<Option<usize>> {
        let mut number = None;
        for char in name.iter() {
            let Some(digit) = decimal_value(self.t.version, char) else {
                return Ok(None);
            };
            number = Some(next_digit(self.t, number.unwrap_or(0), digit)?);
        }
        Ok(number)
    }

    /// The object that a field names: its first part, then attributes and items
    /// (`get_field_object`).
    fn value(&mut self, name: Chars<'_>) -> PyResult {
        const BETWEEN: &str = "Only '.' or '[' may follow ']' in format field specifier";
        let starts_part = |char: u32| char == u32::from(b'.') || char == u32::from(b'[');
        let end = name.iter().position(starts_part).unwrap_or(name.len());
        let (first, rest) = (name.slice(0..end), name.slice(end..name.len()));
        let mut value = self.first(first)?;
        let mut at = 0;
        while let Some(char) = rest.get(at) {
            at += 1;
            value = match char::from_u32(char) {
                Some('.') => self.attribute(&value, rest, &mut at)?,
                Some('[') => self.item(&value, rest, &mut at)?,
                _ => return self.error(BETWEEN),
            };
        }
        Ok(value)
    }

    /// What the first part of a name stands for.
    fn first(&mut self, name: Chars<'_>) -> PyResult {
        let t = self.t;
        let mut index = self.number(name)?;
        if name.is_empty() || index.is_some() {
            self.decide(name.is_empty())?;
        }
        if name.is_empty() {
            index = Some(self.next_number);
            self.next_number += 1;
        }
        match (&self.source, index) {
            (Source::Mapping(_), Some(_)) => self.error("Format string contains positional fields"),
            (Source::Mapping(mapping), None) => t.get_item(mapping, &t.str_chars(name)?),
            (Source::Arguments(args), Some(index)) => match args.plain().get(index) {
                Some(value) => Ok(value.clone()),
                None => Err(t.index_error(format!(
                    "Replacement index {index} out of range for positional args tuple"
                ))),
            },
            (Source::Arguments(args), None) => {
                let same = |key: &Object| {
                    as_str(key).is_some_and(|key| crate::search::same(key.chars(), name))
                };
                match args.keywords().find(|(key, _)| same(key)) {
                    Some((_, value)) => Ok(value.clone()),
                    None => Err(t.key_error(&t.str_chars(name)?)),
                }
            }
        }
    }

    /// Fields are numbered either by the machine or by hand.
    fn decide(&mut self, automatic: bool) -> PyResult<()> {
        match (self.numbering, automatic) {
            (Numbering::Undecided, true) => self.numbering = Numbering::Automatic,
            (Numbering::Undecided, false) => self.numbering = Numbering::Manual,
            (Numbering::Manual, true) => {
                return self.error(
                    "cannot switch from manual field specification to automatic field numbering",
                );
            }
            (Numbering::Automatic, false) => {
                return self.error(
                    "cannot switch from automatic field numbering to manual field specification",
                );
            }
            _ => (),
        }
        Ok(())
    }

    fn attribute(&self, value: &Object, rest: Chars<'_>, at: &mut usize) -> PyResult {
        let start = *at;
        let ends = |char: u32| char == u32::from(b'.') || char == u32::from(b'[');
        while rest.get(*at).is_some_and(|char| !ends(char)) {
            *at += 1;
        }
        if *at == start {
            return self.error("Empty attribute in format string");
        }
        let name = self.t.str_chars(rest.slice(start..*at))?;
        let name = name.into_owned().map_err(|_| missing(self.t))?;
        self.t.get_attribute(value, &self.t.intern_str(&name)?)
    }

    fn item(&self, value: &Object, rest: Chars<'_>, at: &mut usize) -> PyResult {
        let start = *at;
        while rest.get(*at).is_some_and(|char| char != u32::from(b']')) {
            *at += 1;
        }
        if rest.get(*at).is_none() {
            return self.error("Missing ']' in format string");
        }
        let name = rest.slice(start..*at);
        *at += 1;
        if name.is_empty() {
            return self.error("Empty attribute in format string");
        }
        let key = match self.number(name)? {
            Some(index) => crate::text::number(self.t, index)?,
            None => self.t.str_chars(name)?,
        };
        self.t.get_item(value, &key)
    }
}

fn missing(t: &Thread) -> Raised {
    t.system_error("a new string is no string")
}
