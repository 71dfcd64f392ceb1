//! Which methods have `bytes` and `bytearray` in common? The table of them.

use super::{buffer, change, find, hex, split};
use crate::codecs;
use crate::text::name_argument;
use objects::Object;
use types::NativeCode::{Fast, Keywords, NoArgs, One, Tuple};
use types::{Args, NativeCode, NativeDef, Parameters, PyResult, Thread, Type};

fn decode(t: &Thread, object: &Object, args: Args<'_>) -> PyResult {
    static PARAMETERS: Parameters = Parameters::new("decode", &["encoding", "errors"], 0);
    let [encoding, errors] = t.arguments(&PARAMETERS, args)?;
    let encoding = name_argument(t, "decode", "encoding", encoding)?;
    let errors = name_argument(t, "decode", "errors", errors)?;
    codecs::decode(
        t,
        &buffer(t, object)?,
        encoding.as_deref(),
        errors.as_deref(),
    )
}

fn get_new_args(t: &Thread, object: &Object) -> PyResult {
    let bytes = t.bytes(&buffer(t, object)?)?;
    t.tuple([bytes])
}

/// What CPython would report: its header, the bytes and a zero byte.
fn size_of(t: &Thread, object: &Object) -> PyResult {
    crate::text::number(t, buffer(t, object)?.len().saturating_add(33))
}

/// `bytes.__bytes__` (3.11).
fn to_bytes(t: &Thread, object: &Object) -> PyResult {
    super::unchanged(t, object)
}

const fn def(name: &'static str, code: NativeCode, doc: &'static str) -> NativeDef {
    NativeDef { name, code, doc }
}

static SHARED: &[NativeDef] = &[
    def(
        "capitalize",
        NoArgs(change::capitalize),
        "Return a copy of B with only its first character capitalized.",
    ),
    def(
        "center",
        Fast(change::center),
        "Return a centered string of length width.",
    ),
    def(
        "count",
        Tuple(find::count),
        "B.count(sub[, start[, end]]) -> int",
    ),
    def(
        "decode",
        Keywords(decode),
        "Decode the bytes using the codec registered for encoding.",
    ),
    def(
        "endswith",
        Tuple(find::ends_with),
        "B.endswith(suffix[, start[, end]]) -> bool",
    ),
    def(
        "expandtabs",
        Keywords(change::expand_tabs),
        "Return a copy where all tab characters are expanded using spaces.",
    ),
    def(
        "find",
        Tuple(find::find),
        "B.find(sub[, start[, end]]) -> int",
    ),
    def(
        "hex",
        Keywords(hex::hex),
        "Create a string of hexadecimal numbers from a bytes object.",
    ),
    def(
        "index",
        Tuple(find::index),
        "B.index(sub[, start[, end]]) -> int",
    ),
    def("isalnum", NoArgs(change::is_alnum), "B.isalnum() -> bool"),
    def("isalpha", NoArgs(change::is_alpha), "B.isalpha() -> bool"),
    def("isascii", NoArgs(change::is_ascii), "B.isascii() -> bool"),
    def("isdigit", NoArgs(change::is_digit), "B.isdigit() -> bool"),
    def("islower", NoArgs(change::is_lower), "B.islower() -> bool"),
    def("isspace", NoArgs(change::is_space), "B.isspace() -> bool"),
    def("istitle", NoArgs(change::is_title), "B.istitle() -> bool"),
    def("isupper", NoArgs(change::is_upper), "B.isupper() -> bool"),
    def(
        "join",
        One(split::join),
        "Concatenate any number of bytes objects.",
    ),
    def(
        "ljust",
        Fast(change::ljust),
        "Return a left-justified string of length width.",
    ),
    def(
        "lower",
        NoArgs(change::lower),
        "Return a copy of B with all ASCII characters converted to lowercase.",
    ),
    def(
        "lstrip",
        Fast(split::lstrip),
        "Strip leading bytes contained in the argument.",
    ),
    def(
        "partition",
        One(find::partition),
        "Partition the bytes into three parts using the given separator.",
    ),
    def(
        "replace",
        Fast(find::replace),
        "Return a copy with all occurrences of substring old replaced by new.",
    ),
    def(
        "removeprefix",
        One(find::remove_prefix),
        "Return a bytes object with the given prefix string removed if present.",
    ),
    def(
        "removesuffix",
        One(find::remove_suffix),
        "Return a bytes object with the given suffix string removed if present.",
    ),
    def(
        "rfind",
        Tuple(find::rfind),
        "B.rfind(sub[, start[, end]]) -> int",
    ),
    def(
        "rindex",
        Tuple(find::rindex),
        "B.rindex(sub[, start[, end]]) -> int",
    ),
    def(
        "rjust",
        Fast(change::rjust),
        "Return a right-justified string of length width.",
    ),
    def(
        "rpartition",
        One(find::rpartition),
        "Partition the bytes into three parts using the given separator.",
    ),
    def(
        "rsplit",
        Keywords(split::rsplit),
        "Return a list of the sections in the bytes, using sep as the delimiter.",
    ),
    def(
        "rstrip",
        Fast(split::rstrip),
        "Strip trailing bytes contained in the argument.",
    ),
    def(
        "split",
        Keywords(split::split),
        "Return a list of the sections in the bytes, using sep as the delimiter.",
    ),
    def(
        "splitlines",
        Keywords(split::split_lines),
        "Return a list of the lines in the bytes, breaking at line boundaries.",
    ),
    def(
        "startswith",
        Tuple(find::starts_with),
        "B.startswith(prefix[, start[, end]]) -> bool",
    ),
    def(
        "strip",
        Fast(split::strip),
        "Strip leading and trailing bytes contained in the argument.",
    ),
    def(
        "swapcase",
        NoArgs(change::swap_case),
        "Return a copy of B with uppercase ASCII characters converted to lowercase and vice versa.",
    ),
    def(
        "title",
        NoArgs(change::title),
        "Return a titlecased version of B.",
    ),
    def(
        "translate",
        Keywords(change::translate),
        "Return a copy with each character mapped by the given translation table.",
    ),
    def(
        "upper",
        NoArgs(change::upper),
        "Return a copy of B with all ASCII characters converted to uppercase.",
    ),
    def(
        "zfill",
        One(change::zfill),
        "Pad a numeric string with zeros on the left, to fill a field of the given width.",
    ),
];

/// Those that only `bytes` has.
pub(super) static BYTES: &[NativeDef] = &[
    def("__getnewargs__", NoArgs(get_new_args), ""),
    def(
        "__sizeof__",
        NoArgs(size_of),
        "Size of object in memory, in bytes.",
    ),
];

static BYTES_311: &[NativeDef] = &[def(
    "__bytes__",
    NoArgs(to_bytes),
    "Convert this value to exact type bytes.",
)];

static STATIC_METHODS: &[NativeDef] = &[def(
    "maketrans",
    Fast(change::make_trans),
    "Return a translation table useable for the bytes or bytearray translate method.",
)];

static CLASS_METHODS: &[NativeDef] = &[def(
    "fromhex",
    One(hex::from_hex),
    "Create a bytes object from a string of hexadecimal numbers.",
)];

pub(super) fn install(t: &Thread, kind: &'static Type) -> PyResult<()> {
    t.add_methods(kind, SHARED)?;
    t.add_static_methods(kind, STATIC_METHODS)?;
    t.add_class_methods(kind, CLASS_METHODS)?;
    if kind.is(t.types.bytes) && t.version == types::Version::V311 {
        t.add_methods(kind, BYTES_311)?;
    }
    Ok(())
}
