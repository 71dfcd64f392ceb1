//! What can be done with a string? The slots of `str`.

mod case;
mod find;
mod iterator;
mod methods;
mod pad;
mod predicates;
mod split;
mod translate;

pub(crate) use case::ascii_title;
pub use iterator::StrIterator;
pub use predicates::is_name;

use crate::repr;
use crate::search::{Haystack, find_once, in_width, same};
use crate::text::{name_argument, shared_if_short, this, unchanged};
use objects::Object;
use std::cmp::Ordering;
use types::{Args, BinaryOp, Chars, CompareOp, ErrorKind, Flags, Indices, Parameters, PyResult};
use types::{Slice, Str, Thread, Type, Version, as_str};

fn hash(t: &Thread, object: &Object) -> PyResult<i64> {
    Ok(t.hash_str(this(t, object)?))
}

fn length(t: &Thread, object: &Object) -> PyResult<usize> {
    Ok(this(t, object)?.len())
}

/// Which string comes first, by code points?
fn order(a: Chars<'_>, b: Chars<'_>) -> Ordering {
    match (a, b) {
        (Chars::One(a), Chars::One(b)) => a.cmp(b),
        _ => a.iter().cmp(b.iter()),
    }
}

fn compare(_: &Thread, a: &Object, b: &Object, op: CompareOp) -> PyResult {
    let (Some(a), Some(b)) = (as_str(a), as_str(b)) else {
        return Ok(Object::not_implemented());
    };
    let holds = match op {
        CompareOp::Eq => same(a.chars(), b.chars()),
        CompareOp::Ne => !same(a.chars(), b.chars()),
        _ => op.holds(order(a.chars(), b.chars())),
    };
    Ok(Object::bool(holds))
}

/// `a + b` of two objects of which the first is a string.
#[inline]
pub fn concat(t: &Thread, a: &Object, b: &Object) -> PyResult {
    let (Some(left), Some(right)) = (as_str(a), as_str(b)) else {
        return Err(cannot_concat(t, b));
    };
    if left.is_empty() {
        return unchanged(t, b);
    }
    if right.is_empty() {
        return unchanged(t, a);
    }
    Ok(Str::concat(t.types.str, &[left, right])?.into_object())
}

#[cold]
fn cannot_concat(t: &Thread, other: &Object) -> types::Raised {
    let kind = t.type_name(other);
    t.type_error(format!("can only concatenate str (not \"{kind}\") to str"))
}

/// `text += more`: `text + more`, but the string is extended where it lies if the reference
/// passed in is the only one (`PyUnicode_Append`). The evaluator takes the left operand out
/// of its variable first.
#[inline]
pub fn append(t: &Thread, text: Object, more: &Object) -> PyResult {
    let Some(right) = as_str(more) else {
        return Err(cannot_concat(t, more));
    };
    if right.is_empty() || !t.is_exact(&text, t.types.str) {
        return concat(t, &text, more);
    }
    match text.into_owned::<Str>() {
        Ok(left) if left.is_empty() => unchanged(t, more),
        Ok(left) => Ok(Str::append(left, right, t.types.str)?.into_object()),
        Err(text) => concat(t, &text, more),
    }
}

fn repeat(t: &Thread, object: &Object, count: i64) -> PyResult {
    let text = this(t, object)?;
    match usize::try_from(count) {
        Err(_) | Ok(0) => t.empty_str(),
        Ok(_) if text.is_empty() => t.empty_str(),
        Ok(1) => unchanged(t, object),
        Ok(count) => match text.len().checked_mul(count) {
            Some(length) if i64::try_from(length).is_ok() => {
                Ok(text.repeat(t.types.str, count)?.into_object())
            }
            _ => Err(t.overflow_error("repeated string is too long")),
        },
    }
}

/// The character at an index that counts from the start.
#[inline]
fn char_at(t: &Thread, text: &Str, index: i64) -> PyResult {
    let char = usize::try_from(index)
        .ok()
        .and_then(|index| text.chars().get(index));
    match char {
        Some(char @ 0..=0xFF) => t.latin1_char(char as u8),
        Some(char) => t.str_of(&[char]),
        None => Err(t.index_error("string index out of range")),
    }
}

fn item(t: &Thread, object: &Object, index: i64) -> PyResult {
    char_at(t, this(t, object)?, index)
}

/// The characters that a slice picks, as a new `str`.
pub fn slice_str(t: &Thread, text: &Str, indices: Indices) -> PyResult {
    let chars = text.chars();
    if let Some(range) = indices.range() {
        return t.str_part(text, range);
    }
    if let Chars::One(chars) = chars {
        let text = Str::from_latin1_with(t.types.str, indices.count, |picked| {
            for (place, index) in picked.iter_mut().zip(indices.iter()) {
                *place = chars[index];
            }
        })?;
        return shared_if_short(t, text);
    }
    crate::room::room(indices.count.saturating_mul(text.width() as usize))?;
    let at = |place: usize| chars.get(place).unwrap_or(0);
    let picked: Vec<u32> = indices.iter().map(at).collect();
    t.str_chars(Chars::Four(&picked))
}

fn subscript(t: &Thread, object: &Object, key: &Object) -> PyResult {
    let text = this(t, object)?;
    if let Some(slice) = key.downcast::<Slice>() {
        let indices = slice.indices(t, text.len())?;
        if indices.step == 1 && indices.count == text.len() {
            return unchanged(t, object);
        }
        return slice_str(t, text, indices);
    }
    let index = match key.as_small_int() {
        Some(index) => index,
        None if t.type_of(key).slots.index.get().is_some() => {
            t.index_or(key, ErrorKind::IndexError)?
        }
        None => return Err(wrong_index(t, key)),
    };
    let from_end = if index < 0 { text.len() as i64 } else { 0 };
    char_at(t, text, index.saturating_add(from_end))
}

#[cold]
fn wrong_index(t: &Thread, key: &Object) -> types::Raised {
    match t.version {
        Version::V310 => t.type_error("string indices must be integers"),
        Version::V311 => {
            let kind = t.type_name(key);
            t.type_error(format!("string indices must be integers, not '{kind}'"))
        }
    }
}

fn contains(t: &Thread, object: &Object, item: &Object) -> PyResult<bool> {
    let text = this(t, object)?;
    let Some(part) = as_str(item) else {
        let kind = t.type_name(item);
        return Err(t.type_error(format!(
            "'in <string>' requires string as left operand, not {kind}"
        )));
    };
    let hay = Haystack::of_str(text);
    Ok(in_width(part, text.width())
        .is_some_and(|part| find_once(hay, &part, 0..hay.len()).is_some()))
}

/// `str(object, encoding, errors)` of a class.
fn new(t: &Thread, class: &Type, args: Args<'_>) -> PyResult {
    static PARAMETERS: Parameters = Parameters::new("str", &["object", "encoding", "errors"], 0);
    let text = match (args.plain(), args.has_keywords()) {
        ([], false) => t.empty_str()?,
        ([object], false) => t.to_str(object)?.into_object(),
        _ => {
            let [object, encoding, errors] = t.arguments(&PARAMETERS, args)?;
            let encoding = name_argument(t, "str", "encoding", encoding)?;
            let errors = name_argument(t, "str", "errors", errors)?;
            match (object, encoding.is_some() || errors.is_some()) {
                (None, _) => t.empty_str()?,
                (Some(object), false) => t.to_str(object)?.into_object(),
                (Some(object), true) => decoded(t, object, encoding.as_deref(), errors.as_deref())?,
            }
        }
    };
    if class.is(t.types.str) {
        return Ok(text);
    }
    Ok(Str::from_chars(class, this(t, &text)?.chars())?.into_object())
}

/// The text of a bytes-like object (`PyUnicode_FromEncodedObject`).
fn decoded(t: &Thread, object: &Object, encoding: Option<&str>, errors: Option<&str>) -> PyResult {
    if as_str(object).is_some() {
        return Err(t.type_error("decoding str is not supported"));
    }
    match crate::bytes::view(object)? {
        Some(bytes) => crate::codecs::decode(t, &bytes, encoding, errors),
        None => {
            let kind = t.type_name(object);
            Err(t.type_error(format!(
                "decoding to str: need a bytes-like object, {kind} found"
            )))
        }
    }
}

/// Fills the slots of `str` and its iterators.
pub(crate) fn install(t: &Thread) -> PyResult<()> {
    let kind = t.types.str;
    kind.set_flags(Flags::BASE.and(Flags::MATCH_SELF));
    let slots = &kind.slots;
    slots.repr.set(Some(repr::repr));
    slots.str.set(Some(unchanged));
    slots.hash.set(Some(hash));
    slots.compare.set(Some(compare));
    slots.length.set(Some(length));
    slots.mapping_length.set(Some(length));
    slots.concat.set(Some(concat));
    slots.repeat.set(Some(repeat));
    slots.item.set(Some(item));
    slots.subscript.set(Some(subscript));
    slots.contains.set(Some(contains));
    slots.iter.set(Some(iterator::iter));
    slots.new.set(Some(new));
    slots.binary[BinaryOp::Remainder as usize].set(Some(crate::format::remainder));
    iterator::install(t)?;
    t.add_methods(kind, methods::METHODS)?;
    t.add_static_methods(kind, methods::STATIC_METHODS)?;
    t.ready(kind)
}
