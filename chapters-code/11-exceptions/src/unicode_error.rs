//! What does an error of a codec hold? The codec, the text or bytes, and the part of it
//! that could not be converted.
#![forbid(unsafe_code)]

use crate::base;
use crate::exception::Exception;
use crate::fields::unicode;
use objects::Object;
use types::{Args, ByteArray, Bytes, PyResult, Raised, Thread, as_str};

/// The types of the arguments, as CPython's format strings have them.
#[derive(Clone, Copy)]
enum Argument {
    Str(usize),
    BytesLike(usize),
    Index(usize),
}

use Argument::{BytesLike, Index, Str};

const DECODE: [Argument; 5] = [
    Str(unicode::ENCODING),
    BytesLike(unicode::OBJECT),
    Index(unicode::START),
    Index(unicode::END),
    Str(unicode::REASON),
];

const ENCODE: [Argument; 5] = [
    Str(unicode::ENCODING),
    Str(unicode::OBJECT),
    Index(unicode::START),
    Index(unicode::END),
    Str(unicode::REASON),
];

const TRANSLATE: [Argument; 4] = [
    Str(unicode::OBJECT),
    Index(unicode::START),
    Index(unicode::END),
    Str(unicode::REASON),
];

fn init(t: &Thread, object: &Object, args: Args<'_>, wanted: &[Argument]) -> PyResult<()> {
    base::init(t, object, args)?;
    let (count, given) = (wanted.len(), args.plain().len());
    if count != given {
        let message = format!("function takes exactly {count} arguments ({given} given)");
        return Err(t.type_error(message));
    }
    let exception = Exception::of(t, object)?;
    for (at, (argument, value)) in wanted.iter().zip(args.plain()).enumerate() {
        let (place, value) = check(t, at + 1, *argument, value)?;
        exception.fields[place].set(value);
    }
    Ok(())
}

fn check(t: &Thread, at: usize, argument: Argument, value: &Object) -> PyResult<(usize, Object)> {
    let kind = || t.type_name(value);
    match argument {
        Str(place) if as_str(value).is_some() => Ok((place, value.clone())),
        Str(_) => Err(t.type_error(format!("argument {at} must be str, not {}", kind()))),
        Index(place) => {
            numbers::to_isize(t, value)?;
            Ok((place, t.index(value)?))
        }
        BytesLike(place) if value.downcast::<Bytes>().is_some() => Ok((place, value.clone())),
        BytesLike(place) => match value.downcast::<ByteArray>() {
            Some(array) => Ok((place, array.look(|bytes| t.bytes(bytes))?)),
            None => {
                let message = format!("a bytes-like object is required, not '{}'", kind());
                Err(t.type_error(message))
            }
        },
    }
}

pub(crate) fn init_decode(t: &Thread, object: &Object, args: Args<'_>) -> PyResult<()> {
    init(t, object, args, &DECODE)
}

pub(crate) fn init_encode(t: &Thread, object: &Object, args: Args<'_>) -> PyResult<()> {
    init(t, object, args, &ENCODE)
}

pub(crate) fn init_translate(t: &Thread, object: &Object, args: Args<'_>) -> PyResult<()> {
    init(t, object, args, &TRANSLATE)
}

/// The fields, for a message.
struct View {
    encoding: String,
    object: Object,
    start: i64,
    end: i64,
    reason: String,
}

/// `None`: the object was deleted, or never set.
fn view(t: &Thread, object: &Object) -> PyResult<Option<View>> {
    let exception = Exception::of(t, object)?;
    let field = |place: usize| exception.fields[place].get();
    let Some(subject) = field(unicode::OBJECT) else {
        return Ok(None);
    };
    let number = |place: usize| {
        let value = field(place);
        value.and_then(|value| value.as_small_int()).unwrap_or(0)
    };
    let text = |place: usize| -> Result<String, Raised> {
        match field(place) {
            Some(value) => Ok(t.to_str(&value)?.to_text()),
            None => Ok("<NULL>".to_owned()),
        }
    };
    Ok(Some(View {
        reason: text(unicode::REASON)?,
        encoding: text(unicode::ENCODING)?,
        object: subject,
        start: number(unicode::START),
        end: number(unicode::END),
    }))
}

impl View {
    /// The only thing that could not be converted, if it is one, from `things`.
    fn only<T>(&self, length: usize, thing: impl Fn(usize) -> Option<T>) -> Option<T> {
        let start = usize::try_from(self.start).ok()?;
        if start >= length || self.end != self.start.checked_add(1)? {
            return None;
        }
        thing(start)
    }

    fn last(&self) -> i64 {
        self.end.saturating_sub(1)
    }

    /// The only character that could not be converted, escaped.
    fn only_char(&self) -> Option<String> {
        let text = as_str(&self.object)?;
        let char = self.only(text.len(), |at| text.chars().get(at))?;
        Some(match char {
            0..=0xFF => format!("\\x{char:02x}"),
            0x100..=0xFFFF => format!("\\u{char:04x}"),
            _ => format!("\\U{char:08x}"),
        })
    }
}

pub(crate) fn str_decode(t: &Thread, object: &Object) -> PyResult {
    let Some(view) = view(t, object)? else {
        return t.empty_str();
    };
    let bytes = view.object.downcast::<Bytes>().map(Bytes::as_slice);
    let bytes = bytes.unwrap_or_default();
    let (encoding, start, reason) = (&view.encoding, view.start, &view.reason);
    t.str(&match view.only(bytes.len(), |at| bytes.get(at)) {
        Some(byte) => format!(
            "'{encoding}' codec can't decode byte 0x{byte:02x} in position {start}: {reason}"
        ),
        None => format!(
            "'{encoding}' codec can't decode bytes in position {start}-{}: {reason}",
            view.last()
        ),
    })
}

pub(crate) fn str_encode(t: &Thread, object: &Object) -> PyResult {
    let Some(view) = view(t, object)? else {
        return t.empty_str();
    };
    let (encoding, start, reason) = (&view.encoding, view.start, &view.reason);
    t.str(&match view.only_char() {
        Some(char) => format!(
            "'{encoding}' codec can't encode character '{char}' in position {start}: {reason}"
        ),
        None => format!(
            "'{encoding}' codec can't encode characters in position {start}-{}: {reason}",
            view.last()
        ),
    })
}

pub(crate) fn str_translate(t: &Thread, object: &Object) -> PyResult {
    let Some(view) = view(t, object)? else {
        return t.empty_str();
    };
    let (start, reason) = (view.start, &view.reason);
    t.str(&match view.only_char() {
        Some(char) => format!("can't translate character '{char}' in position {start}: {reason}"),
        None => format!(
            "can't translate characters in position {start}-{}: {reason}",
            view.last()
        ),
    })
}
