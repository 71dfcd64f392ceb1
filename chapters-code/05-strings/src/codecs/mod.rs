//! How does text become bytes, and bytes text? The codecs, found by name.

mod errors;
mod narrow;
mod utf8;
mod wide;

use errors::Handler;
use objects::Object;
use types::{Details, ErrorKind, PyResult, Raised, Str, Thread};

/// The order of the bytes of a unit.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    /// Least significant first.
    Little,
    /// Most significant first.
    Big,
}

/// An encoding of text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Codec {
    Utf8,
    /// UTF-8 that begins with a byte order mark.
    Utf8Sig,
    Ascii,
    Latin1,
    /// Without an order: a byte order mark says it.
    Utf16(Option<Order>),
    Utf32(Option<Order>),
}

/// The names of the codecs, normalized, with the aliases of CPython's
/// `encodings/aliases.py`.
const NAMES: &[(Codec, &[&str])] = &[
    (
        Codec::Utf8,
        &[
            "utf_8",
            "u8",
            "utf",
            "utf8",
            "utf8_ucs2",
            "utf8_ucs4",
            "cp65001",
        ],
    ),
    (Codec::Utf8Sig, &["utf_8_sig"]),
    (
        Codec::Ascii,
        &[
            "ascii",
            "646",
            "ansi_x3.4_1968",
            "ansi_x3_4_1968",
            "ansi_x3.4_1986",
            "cp367",
            "csascii",
            "ibm367",
            "iso646_us",
            "iso_646.irv_1991",
            "iso_ir_6",
            "us",
            "us_ascii",
        ],
    ),
    (
        Codec::Latin1,
        &[
            "latin_1",
            "8859",
            "cp819",
            "csisolatin1",
            "ibm819",
            "iso8859",
            "iso8859_1",
            "iso_8859_1",
            "iso_8859_1_1987",
            "iso_ir_100",
            "l1",
            "latin",
            "latin1",
        ],
    ),
    (Codec::Utf16(None), &["utf_16", "u16", "utf16"]),
    (
        Codec::Utf16(Some(Order::Little)),
        &["utf_16_le", "utf_16le", "unicodelittleunmarked"],
    ),
    (
        Codec::Utf16(Some(Order::Big)),
        &["utf_16_be", "utf_16be", "unicodebigunmarked"],
    ),
    (Codec::Utf32(None), &["utf_32", "u32", "utf32"]),
    (
        Codec::Utf32(Some(Order::Little)),
        &["utf_32_le", "utf_32le"],
    ),
    (Codec::Utf32(Some(Order::Big)), &["utf_32_be", "utf_32be"]),
];

/// `UTF-8` and `utf 8` are `utf_8` (`encodings.normalize_encoding`).
fn normalize(name: &str) -> String {
    let mut normalized = String::new();
    let mut gap = false;
    for char in name.chars() {
        if char.is_ascii_alphanumeric() || char == '.' {
            if gap && !normalized.is_empty() {
                normalized.push('_');
            }
            normalized.push(char.to_ascii_lowercase());
            gap = false;
        } else {
            gap = true;
        }
    }
    normalized
}

fn find(t: &Thread, name: Option<&str>) -> PyResult<Codec> {
    let Some(name) = name else {
        return Ok(Codec::Utf8);
    };
    let normalized = normalize(name);
    let found = NAMES
        .iter()
        .find(|(_, names)| names.contains(&normalized.as_str()));
    match found {
        Some((codec, _)) => Ok(*codec),
        None => Err(t.lookup_error(format!("unknown encoding: {name}"))),
    }
}

/// Names that CPython knows without asking its registry of codecs.
const DIRECT: &[&str] = &[
    "utf_8",
    "utf8",
    "latin_1",
    "latin1",
    "iso_8859_1",
    "iso8859_1",
    "ascii",
    "us_ascii",
    "utf_16",
    "utf16",
    "utf_32",
    "utf32",
];

/// An error that comes out of a codec of the registry, with the codec's name put to it
/// (`_PyErr_TrySetFromCause`).
fn name_codec(t: &Thread, verb: &str, encoding: Option<&str>, raised: Raised) -> Raised {
    let Some(name) = encoding.filter(|name| !DIRECT.contains(&normalize(name).as_str())) else {
        return raised;
    };
    match raised.into_lazy() {
        Ok(lazy) => match (lazy.kind, &lazy.details) {
            (kind @ (ErrorKind::TypeError | ErrorKind::LookupError), Details::Message(text)) => {
                let message = format!(
                    "{verb} with '{name}' codec failed ({}: {text})",
                    kind.name()
                );
                t.raise(kind, Details::Message(message.into()))
            }
            _ => Raised::lazy(lazy),
        },
        Err(Some(exception)) => Raised::exception(exception),
        Err(None) => objects::OutOfMemory.into(),
    }
}

/// The bytes of a text (`str.encode`).
pub fn encode(t: &Thread, text: &Str, encoding: Option<&str>, errors: Option<&str>) -> PyResult {
    let codec = find(t, encoding)?;
    encode_with(t, codec, text, errors)
        .map_err(|raised| name_codec(t, "encoding", encoding, raised))
}

fn encode_with(t: &Thread, codec: Codec, text: &Str, errors: Option<&str>) -> PyResult {
    if let Some(ascii) = text.as_ascii()
        && matches!(codec, Codec::Utf8 | Codec::Ascii | Codec::Latin1)
    {
        return t.bytes(ascii.as_bytes());
    }
    crate::room::room(text.len().saturating_mul(4))?;
    let handler = Handler::named(errors);
    let bytes = match codec {
        Codec::Utf8 => utf8::encode(t, text, handler)?,
        Codec::Utf8Sig => [b"\xEF\xBB\xBF".to_vec(), utf8::encode(t, text, handler)?].concat(),
        Codec::Ascii => narrow::encode(t, text, handler, narrow::ASCII)?,
        Codec::Latin1 => narrow::encode(t, text, handler, narrow::LATIN_1)?,
        Codec::Utf16(order) => wide::encode(t, text, handler, order, 2)?,
        Codec::Utf32(order) => wide::encode(t, text, handler, order, 4)?,
    };
    t.bytes(&bytes)
}

/// The text of bytes (`bytes.decode`).
pub fn decode(t: &Thread, bytes: &[u8], encoding: Option<&str>, errors: Option<&str>) -> PyResult {
    let codec = find(t, encoding)?;
    decode_with(t, codec, bytes, Handler::named(errors))
        .map_err(|raised| name_codec(t, "decoding", encoding, raised))
}

fn decode_with(t: &Thread, codec: Codec, bytes: &[u8], handler: Handler<'_>) -> PyResult {
    match codec {
        Codec::Utf8 => utf8::decode(t, bytes, handler),
        Codec::Utf8Sig => {
            let marked = bytes.strip_prefix(b"\xEF\xBB\xBF");
            utf8::decode(t, marked.unwrap_or(bytes), handler)
        }
        Codec::Ascii => narrow::decode_ascii(t, bytes, handler),
        Codec::Latin1 => t.str_latin1(bytes),
        Codec::Utf16(order) => wide::decode(t, bytes, handler, order, 2),
        Codec::Utf32(order) => wide::decode(t, bytes, handler, order, 4),
    }
}

/// A `UnicodeEncodeError` or `UnicodeDecodeError` about a range of `object`.
fn unicode_error(
    t: &Thread,
    kind: ErrorKind,
    encoding: &str,
    object: Object,
    range: std::ops::Range<usize>,
    reason: &str,
) -> PyResult<Raised> {
    let arguments = vec![
        t.str(encoding)?,
        object,
        crate::text::number(t, range.start)?,
        crate::text::number(t, range.end)?,
        t.str(reason)?,
    ];
    Ok(t.raise(kind, Details::Arguments(arguments)))
}
