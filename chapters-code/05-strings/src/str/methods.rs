//! Which methods has `str`? The table of them, and those that fit nowhere else.

use super::{case, find, pad, predicates, split, translate};
use crate::codecs;
use crate::format;
use crate::text::{name_argument, number, this, unchanged};
use objects::Object;
use types::NativeCode::{Fast, Keywords, NoArgs, One, Tuple, VarArgs};
use types::{Args, NativeCode, NativeDef, Parameters, PyResult, Thread, Width};

fn encode(t: &Thread, object: &Object, args: Args<'_>) -> PyResult {
    static PARAMETERS: Parameters = Parameters::new("encode", &["encoding", "errors"], 0);
    let [encoding, errors] = t.arguments(&PARAMETERS, args)?;
    let encoding = name_argument(t, "encode", "encoding", encoding)?;
    let errors = name_argument(t, "encode", "errors", errors)?;
    codecs::encode(t, this(t, object)?, encoding.as_deref(), errors.as_deref())
}

fn get_new_args(t: &Thread, object: &Object) -> PyResult {
    let text = t.str_chars(this(t, object)?.chars())?;
    t.tuple([text])
}

/// What CPython would report: its headers are larger than ours.
fn size_of(t: &Thread, object: &Object) -> PyResult {
    let text = this(t, object)?;
    let length = text.len().saturating_add(1);
    let size = match text.width() {
        _ if text.is_ascii() => length.saturating_add(48),
        width @ (Width::One | Width::Two | Width::Four) => {
            length.saturating_mul(width as usize).saturating_add(72)
        }
    };
    number(t, size)
}

fn format_method(t: &Thread, object: &Object, args: Args<'_>) -> PyResult {
    format::format_with(t, this(t, object)?, args)
}

fn format_map(t: &Thread, object: &Object, mapping: &Object) -> PyResult {
    format::format_map(t, this(t, object)?, mapping)
}

fn format_spec(t: &Thread, object: &Object, spec: &Object) -> PyResult {
    let spec = crate::text::spec_argument(t, spec)?;
    if spec.is_empty() {
        return match t.is_exact(object, t.types.str) {
            true => unchanged(t, object),
            false => Ok(t.to_str(object)?.into_object()),
        };
    }
    format::format_str(t, this(t, object)?, spec)
}

const fn def(name: &'static str, code: NativeCode, doc: &'static str) -> NativeDef {
    NativeDef { name, code, doc }
}

pub(super) static METHODS: &[NativeDef] = &[
    def(
        "encode",
        Keywords(encode),
        "Encode the string using the codec registered for encoding.",
    ),
    def(
        "replace",
        Fast(find::replace),
        "Return a copy with all occurrences of substring old replaced by new.",
    ),
    def(
        "split",
        Keywords(split::split),
        "Return a list of the substrings in the string, using sep as the separator string.",
    ),
    def(
        "rsplit",
        Keywords(split::rsplit),
        "Return a list of the substrings in the string, using sep as the separator string.",
    ),
    def(
        "join",
        One(split::join),
        "Concatenate any number of strings.",
    ),
    def(
        "capitalize",
        NoArgs(case::capitalize),
        "Return a capitalized version of the string.",
    ),
    def(
        "casefold",
        NoArgs(case::case_fold),
        "Return a version of the string suitable for caseless comparisons.",
    ),
    def(
        "title",
        NoArgs(case::title_case),
        "Return a version of the string where each word is titlecased.",
    ),
    def(
        "center",
        Fast(pad::center),
        "Return a centered string of length width.",
    ),
    def(
        "count",
        Tuple(find::count),
        "S.count(sub[, start[, end]]) -> int",
    ),
    def(
        "expandtabs",
        Keywords(pad::expand_tabs),
        "Return a copy where all tab characters are expanded using spaces.",
    ),
    def(
        "find",
        Tuple(find::find),
        "S.find(sub[, start[, end]]) -> int",
    ),
    def(
        "partition",
        One(find::partition),
        "Partition the string into three parts using the given separator.",
    ),
    def(
        "index",
        Tuple(find::index),
        "S.index(sub[, start[, end]]) -> int",
    ),
    def(
        "ljust",
        Fast(pad::ljust),
        "Return a left-justified string of length width.",
    ),
    def(
        "lower",
        NoArgs(case::lower_case),
        "Return a copy of the string converted to lowercase.",
    ),
    def(
        "lstrip",
        Fast(split::lstrip),
        "Return a copy of the string with leading whitespace removed.",
    ),
    def(
        "rfind",
        Tuple(find::rfind),
        "S.rfind(sub[, start[, end]]) -> int",
    ),
    def(
        "rindex",
        Tuple(find::rindex),
        "S.rindex(sub[, start[, end]]) -> int",
    ),
    def(
        "rjust",
        Fast(pad::rjust),
        "Return a right-justified string of length width.",
    ),
    def(
        "rstrip",
        Fast(split::rstrip),
        "Return a copy of the string with trailing whitespace removed.",
    ),
    def(
        "rpartition",
        One(find::rpartition),
        "Partition the string into three parts using the given separator.",
    ),
    def(
        "splitlines",
        Keywords(split::split_lines),
        "Return a list of the lines in the string, breaking at line boundaries.",
    ),
    def(
        "strip",
        Fast(split::strip),
        "Return a copy of the string with leading and trailing whitespace removed.",
    ),
    def(
        "swapcase",
        NoArgs(case::swap_case),
        "Convert uppercase characters to lowercase and lowercase characters to uppercase.",
    ),
    def(
        "translate",
        One(translate::translate),
        "Replace each character in the string using the given translation table.",
    ),
    def(
        "upper",
        NoArgs(case::upper_case),
        "Return a copy of the string converted to uppercase.",
    ),
    def(
        "startswith",
        Tuple(find::starts_with),
        "S.startswith(prefix[, start[, end]]) -> bool",
    ),
    def(
        "endswith",
        Tuple(find::ends_with),
        "S.endswith(suffix[, start[, end]]) -> bool",
    ),
    def(
        "removeprefix",
        One(find::remove_prefix),
        "Return a str with the given prefix string removed if present.",
    ),
    def(
        "removesuffix",
        One(find::remove_suffix),
        "Return a str with the given suffix string removed if present.",
    ),
    def(
        "isascii",
        NoArgs(predicates::is_ascii),
        "Return True if all characters in the string are ASCII, False otherwise.",
    ),
    def(
        "islower",
        NoArgs(predicates::is_lower),
        "Return True if the string is a lowercase string, False otherwise.",
    ),
    def(
        "isupper",
        NoArgs(predicates::is_upper),
        "Return True if the string is an uppercase string, False otherwise.",
    ),
    def(
        "istitle",
        NoArgs(predicates::is_title),
        "Return True if the string is a title-cased string, False otherwise.",
    ),
    def(
        "isspace",
        NoArgs(predicates::is_space),
        "Return True if the string is a whitespace string, False otherwise.",
    ),
    def(
        "isdecimal",
        NoArgs(predicates::is_decimal),
        "Return True if the string is a decimal string, False otherwise.",
    ),
    def(
        "isdigit",
        NoArgs(predicates::is_digit),
        "Return True if the string is a digit string, False otherwise.",
    ),
    def(
        "isnumeric",
        NoArgs(predicates::is_numeric),
        "Return True if the string is a numeric string, False otherwise.",
    ),
    def(
        "isalpha",
        NoArgs(predicates::is_alpha),
        "Return True if the string is an alphabetic string, False otherwise.",
    ),
    def(
        "isalnum",
        NoArgs(predicates::is_alnum),
        "Return True if the string is an alpha-numeric string, False otherwise.",
    ),
    def(
        "isidentifier",
        NoArgs(predicates::is_identifier),
        "Return True if the string is a valid Python identifier, False otherwise.",
    ),
    def(
        "isprintable",
        NoArgs(predicates::is_printable),
        "Return True if the string is printable, False otherwise.",
    ),
    def(
        "zfill",
        One(pad::zfill),
        "Pad a numeric string with zeros on the left, to fill a field of the given width.",
    ),
    def(
        "format",
        VarArgs(format_method),
        "S.format(*args, **kwargs) -> str",
    ),
    def(
        "format_map",
        One(format_map),
        "S.format_map(mapping) -> str",
    ),
    def(
        "__format__",
        One(format_spec),
        "Return a formatted version of the string as described by format_spec.",
    ),
    def(
        "__sizeof__",
        NoArgs(size_of),
        "Return the size of the string in memory, in bytes.",
    ),
    def("__getnewargs__", NoArgs(get_new_args), ""),
];

pub(super) static STATIC_METHODS: &[NativeDef] = &[def(
    "maketrans",
    Fast(translate::make_trans),
    "Return a translation table usable for str.translate().",
)];
