//! Where does a string occur in another? `find` and its relatives, `startswith`, and the
//! methods that cut or replace at what they find.

use crate::search::{Bounds, Haystack, Needle, find_once, in_width, rfind_once, touches};
use crate::text::{number, numbered, part, text, this, unchanged};
use objects::Object;
use std::ops::Range;
use types::{Chars, ErrorKind, PyResult, Str, Thread, Tuple, as_str, check_count};

/// The arguments of `find` and its relatives.
struct Sought<'a> {
    text: &'a Str,
    part: &'a Str,
    range: Option<Range<usize>>,
}

/// `find() takes at least 1 argument (0 given)`, as `PyArg_ParseTuple` says it.
fn count_arguments(t: &Thread, name: &str, args: &[Object]) -> PyResult<()> {
    let given = args.len();
    let (bound, limit) = match given {
        0 => ("at least 1", ""),
        1..=3 => return Ok(()),
        _ => ("at most 3", "s"),
    };
    Err(t.type_error(format!(
        "{name}() takes {bound} argument{limit} ({given} given)"
    )))
}

impl<'a> Sought<'a> {
    fn read(
        t: &Thread,
        name: &str,
        object: &'a Object,
        args: &'a [Object],
    ) -> PyResult<Sought<'a>> {
        count_arguments(t, name, args)?;
        let bounds = Bounds::read(t, args)?;
        let part = text(t, &args[0])?;
        let text = this(t, object)?;
        let range = bounds.within(text.len());
        Ok(Sought { text, part, range })
    }

    fn find(&self, last: bool) -> Option<usize> {
        let part = in_width(self.part, self.text.width())?;
        let hay = Haystack::of_str(self.text);
        let range = self.range.clone()?;
        if last {
            rfind_once(hay, &part, range)
        } else {
            find_once(hay, &part, range)
        }
    }
}

fn position(t: &Thread, name: &str, object: &Object, args: &[Object]) -> PyResult<Option<usize>> {
    Ok(Sought::read(t, name, object, args)?.find(name.starts_with('r')))
}

fn or_minus_one(t: &Thread, place: Option<usize>) -> PyResult {
    place.map_or(Ok(Object::int32(-1)), |place| number(t, place))
}

pub(super) fn find(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    or_minus_one(t, position(t, "find", object, args)?)
}

pub(super) fn rfind(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    or_minus_one(t, position(t, "rfind", object, args)?)
}

fn or_error(t: &Thread, place: Option<usize>) -> PyResult {
    match place {
        Some(place) => number(t, place),
        None => Err(t.value_error("substring not found")),
    }
}

pub(super) fn index(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    or_error(t, position(t, "index", object, args)?)
}

pub(super) fn rindex(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    or_error(t, position(t, "rindex", object, args)?)
}

pub(super) fn count(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    let sought = Sought::read(t, "count", object, args)?;
    let Some(range) = sought.range else {
        return Ok(Object::int32(0));
    };
    if sought.part.is_empty() {
        return number(t, range.len() + 1);
    }
    let count = match in_width(sought.part, sought.text.width()) {
        Some(part) => {
            let hay = Haystack::of_str(sought.text);
            Needle::new(&part, hay).count(hay, range, usize::MAX)
        }
        None => 0,
    };
    number(t, count)
}

/// `startswith` and `endswith`: a string or a tuple of strings.
fn affix(t: &Thread, name: &str, object: &Object, args: &[Object], at_end: bool) -> PyResult {
    count_arguments(t, name, args)?;
    let bounds = Bounds::read(t, args)?;
    let chars = this(t, object)?.chars();
    let range = bounds.within(chars.len());
    let touches = |affix: &Str| {
        range
            .clone()
            .is_some_and(|range| touches(chars, affix.chars(), range, at_end))
    };
    let sought = &args[0];
    if let Some(tuple) = sought.downcast::<Tuple>() {
        for item in tuple.items() {
            let Some(affix) = as_str(item) else {
                let kind = t.type_name(item);
                return Err(t.type_error(format!(
                    "tuple for {name} must only contain str, not {kind}"
                )));
            };
            if touches(affix) {
                return Ok(Object::bool(true));
            }
        }
        return Ok(Object::bool(false));
    }
    let Some(affix) = as_str(sought) else {
        let kind = t.type_name(sought);
        return Err(t.type_error(format!(
            "{name} first arg must be str or a tuple of str, not {kind}"
        )));
    };
    Ok(Object::bool(touches(affix)))
}

pub(super) fn starts_with(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    affix(t, "startswith", object, args, false)
}

pub(super) fn ends_with(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    affix(t, "endswith", object, args, true)
}

pub(super) fn remove_prefix(t: &Thread, object: &Object, prefix: &Object) -> PyResult {
    let prefix = numbered(t, "removeprefix", prefix, None)?.chars();
    let chars = this(t, object)?.chars();
    if touches(chars, prefix, 0..chars.len(), false) {
        return part(t, object, prefix.len()..chars.len());
    }
    unchanged(t, object)
}

pub(super) fn remove_suffix(t: &Thread, object: &Object, suffix: &Object) -> PyResult {
    let suffix = numbered(t, "removesuffix", suffix, None)?.chars();
    let chars = this(t, object)?.chars();
    if touches(chars, suffix, 0..chars.len(), true) {
        return part(t, object, 0..chars.len() - suffix.len());
    }
    unchanged(t, object)
}

/// Cuts at the first or last separator; `None` if there is none.
fn cut(t: &Thread, object: &Object, separator: &Object, last: bool) -> PyResult<Option<Object>> {
    let sep = text(t, separator)?;
    let text = this(t, object)?;
    if sep.is_empty() {
        return Err(t.value_error("empty separator"));
    }
    let Some(bytes) = in_width(sep, text.width()) else {
        return Ok(None);
    };
    let hay = Haystack::of_str(text);
    let whole = 0..text.len();
    let found = if last {
        rfind_once(hay, &bytes, whole)
    } else {
        find_once(hay, &bytes, whole)
    };
    let Some(found) = found else {
        return Ok(None);
    };
    let before = t.str_part(text, 0..found)?;
    let after = t.str_part(text, found + sep.len()..text.len())?;
    t.tuple([before, separator.clone(), after]).map(Some)
}

pub(super) fn partition(t: &Thread, object: &Object, separator: &Object) -> PyResult {
    match cut(t, object, separator, false)? {
        Some(parts) => Ok(parts),
        None => t.tuple([unchanged(t, object)?, t.empty_str()?, t.empty_str()?]),
    }
}

pub(super) fn rpartition(t: &Thread, object: &Object, separator: &Object) -> PyResult {
    match cut(t, object, separator, true)? {
        Some(parts) => Ok(parts),
        None => t.tuple([t.empty_str()?, t.empty_str()?, unchanged(t, object)?]),
    }
}

pub(super) fn replace(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    check_count(t, "replace", args.len(), 2, 3)?;
    let old = numbered(t, "replace", &args[0], Some(1))?;
    let new = numbered(t, "replace", &args[1], Some(2))?;
    let most = match args.get(2) {
        Some(count) => t.index_or(count, ErrorKind::OverflowError)?,
        None => -1,
    };
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let text = this(t, object)?;
    if most == 0 || old.len() > text.len() || crate::search::same(old.chars(), new.chars()) {
        return unchanged(t, object);
    }
    if old.is_empty() {
        return interleave(t, text, new, most);
    }
    if let (Chars::One(chars), Chars::One(&[old]), Chars::One(&[new])) =
        (text.chars(), old.chars(), new.chars())
        && most == usize::MAX
    {
        return match chars.contains(&old) {
            true => exchange(t, chars, old, new),
            false => unchanged(t, object),
        };
    }
    let Some(bytes) = in_width(old, text.width()) else {
        return unchanged(t, object);
    };
    let hay = Haystack::of_str(text);
    let needle = Needle::new(&bytes, hay);
    let mut places = [0; FEW];
    let count = places_of(&needle, hay, most, &mut places);
    if count == 0 {
        return unchanged(t, object);
    }
    let kept = text.len() - count * old.len();
    let length = replaced_length(t, kept, new, count)?;
    if let (Chars::One(chars), Chars::One(new)) = (text.chars(), new.chars()) {
        let pieces = Pieces {
            hay,
            needle: &needle,
            chars,
            new,
            places: &places[..count.min(FEW)],
            start: 0,
            left: count,
            next_is_new: false,
        };
        return match length {
            // The empty string and single characters are shared.
            0 | 1 => t.str_latin1(&pieces.flatten().copied().collect::<Vec<u8>>()),
            _ => Ok(Str::from_pieces(t.types.str, length, pieces)?.into_object()),
        };
    }
    let mut builder = crate::Builder::with_capacity(length)?;
    let mut start = 0;
    for _ in 0..count {
        let Some(found) = needle.find(hay, start..text.len()) else {
            break;
        };
        builder.push_chars(text.chars().slice(start..found))?;
        builder.push_str(new)?;
        start = found + old.len();
    }
    builder.push_chars(text.chars().slice(start..text.len()))?;
    builder.finish(t)
}

/// A text with one character in place of another: as long as before.
fn exchange(t: &Thread, chars: &[u8], old: u8, new: u8) -> PyResult {
    if let [_] = chars {
        return t.latin1_char(new);
    }
    let text = Str::from_latin1_with(t.types.str, chars.len(), |place| {
        for (place, &char) in place.iter_mut().zip(chars) {
            *place = if char == old { new } else { char };
        }
    });
    Ok(text?.into_object())
}

/// So many places of a needle are noted when its occurrences are counted.
const FEW: usize = 8;

/// How often a needle occurs, up to `most` times, and where it does first.
fn places_of(
    needle: &Needle<'_>,
    hay: Haystack<'_>,
    most: usize,
    places: &mut [usize; FEW],
) -> usize {
    let mut at = 0;
    for (count, place) in places.iter_mut().enumerate() {
        match needle.find(hay, at..hay.len()) {
            Some(found) if count < most => {
                *place = found;
                at = found + needle.len();
            }
            _ => return count,
        }
    }
    let left = match most {
        usize::MAX => most,
        _ => most - FEW,
    };
    FEW + needle.count(hay, at..hay.len(), left)
}

/// What a text of one byte per character consists of when parts of it are replaced: what is
/// kept and what is new, by turns.
struct Pieces<'a> {
    hay: Haystack<'a>,
    needle: &'a Needle<'a>,
    chars: &'a [u8],
    new: &'a [u8],
    /// The first places, found already.
    places: &'a [usize],
    /// What comes before this was given out.
    start: usize,
    /// How many parts are still to be replaced.
    left: usize,
    next_is_new: bool,
}

impl<'a> Iterator for Pieces<'a> {
    type Item = &'a [u8];

    fn next(&mut self) -> Option<&'a [u8]> {
        if self.next_is_new {
            self.next_is_new = false;
            return Some(self.new);
        }
        let length = self.chars.len();
        let start = self.start;
        let found = match (self.places.split_first(), self.left) {
            (Some((&place, rest)), _) => {
                self.places = rest;
                Some(place)
            }
            (None, 0) => None,
            (None, _) => self.needle.find(self.hay, start..length),
        };
        match found {
            Some(found) => {
                self.left -= 1;
                self.next_is_new = true;
                self.start = found + self.needle.len();
                Some(&self.chars[start..found])
            }
            None if start < length => {
                self.start = length;
                Some(&self.chars[start..])
            }
            None => None,
        }
    }
}

/// The length of `kept` characters and `count` copies of `new`, which must be possible.
fn replaced_length(t: &Thread, kept: usize, new: &Str, count: usize) -> PyResult<usize> {
    let added = new.len().checked_mul(count);
    added
        .and_then(|added| added.checked_add(kept))
        .filter(|&length| i64::try_from(length).is_ok())
        .ok_or_else(|| t.overflow_error("replace string is too long"))
}

/// What `replace` does with an empty first argument: the new text goes before each
/// character and at the end.
fn interleave(t: &Thread, text: &Str, new: &Str, most: usize) -> PyResult {
    let count = most.min(text.len() + 1);
    let length = replaced_length(t, text.len(), new, count)?;
    let mut builder = crate::Builder::with_capacity(length)?;
    for at in 0..count {
        builder.push_str(new)?;
        if let Some(char) = text.chars().get(at) {
            builder.push(char);
        }
    }
    if count < text.len() {
        builder.push_chars(text.chars().slice(count..text.len()))?;
    }
    builder.finish(t)
}
