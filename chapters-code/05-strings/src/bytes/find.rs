//! Where do bytes occur in others? `find` and its relatives, `startswith`, `partition`,
//! `replace`.

use super::{BYTE_RANGE, buffer, byte, like, part, unchanged, view};
use crate::search::{Bounds, Haystack, Needle, find_once, rfind_once};
use crate::text::number;
use objects::Object;
use std::borrow::Cow;
use types::{ErrorKind, PyResult, Thread, Tuple, check_count};

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

/// What is looked for: bytes, or an integer that stands for one.
fn sought<'a>(t: &Thread, argument: &'a Object) -> PyResult<Cow<'a, [u8]>> {
    if let Some(bytes) = view(argument)? {
        return Ok(bytes);
    }
    if t.type_of(argument).slots.index.get().is_some() {
        return Ok(Cow::Owned(vec![byte(t, argument, BYTE_RANGE)?]));
    }
    let kind = t.type_name(argument);
    Err(t.type_error(format!(
        "argument should be integer or bytes-like object, not '{kind}'"
    )))
}

fn position(t: &Thread, name: &str, object: &Object, args: &[Object]) -> PyResult<Option<usize>> {
    count_arguments(t, name, args)?;
    let bounds = Bounds::read(t, args)?;
    let sought = sought(t, &args[0])?;
    let bytes = buffer(t, object)?;
    let hay = Haystack::of_bytes(&bytes);
    Ok(bounds
        .within(bytes.len())
        .and_then(|range| match name.starts_with('r') {
            true => rfind_once(hay, &sought, range),
            false => find_once(hay, &sought, range),
        }))
}

fn or_minus_one(t: &Thread, place: Option<usize>) -> PyResult {
    place.map_or(Ok(Object::int32(-1)), |place| number(t, place))
}

fn or_error(t: &Thread, place: Option<usize>) -> PyResult {
    match place {
        Some(place) => number(t, place),
        None => Err(t.value_error("subsection not found")),
    }
}

pub(super) fn find(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    or_minus_one(t, position(t, "find", object, args)?)
}

pub(super) fn rfind(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    or_minus_one(t, position(t, "rfind", object, args)?)
}

pub(super) fn index(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    or_error(t, position(t, "index", object, args)?)
}

pub(super) fn rindex(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    or_error(t, position(t, "rindex", object, args)?)
}

pub(super) fn count(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    count_arguments(t, "count", args)?;
    let bounds = Bounds::read(t, args)?;
    let sought = sought(t, &args[0])?;
    let bytes = buffer(t, object)?;
    let count = match bounds.within(bytes.len()) {
        None => 0,
        Some(range) if sought.is_empty() => range.len() + 1,
        Some(range) => Needle::new(&sought, Haystack::of_bytes(&bytes)).count(
            Haystack::of_bytes(&bytes),
            range,
            usize::MAX,
        ),
    };
    number(t, count)
}

pub(super) fn contains(t: &Thread, object: &Object, item: &Object) -> PyResult<bool> {
    let is_integer = view(item)?.is_none() && t.type_of(item).slots.index.get().is_some();
    let sought = match is_integer {
        true => Cow::Owned(vec![byte(t, item, BYTE_RANGE)?]),
        false => buffer(t, item)?,
    };
    let bytes = buffer(t, object)?;
    Ok(find_once(Haystack::of_bytes(&bytes), &sought, 0..bytes.len()).is_some())
}

fn affix(t: &Thread, name: &str, object: &Object, args: &[Object], at_end: bool) -> PyResult {
    count_arguments(t, name, args)?;
    let bounds = Bounds::read(t, args)?;
    let bytes = buffer(t, object)?;
    let range = bounds.within(bytes.len());
    let touches = |affix: &[u8]| {
        range.clone().is_some_and(|range| match at_end {
            true => bytes[range].ends_with(affix),
            false => bytes[range].starts_with(affix),
        })
    };
    let sought = &args[0];
    if let Some(tuple) = sought.downcast::<Tuple>() {
        for item in tuple.items() {
            if touches(&buffer(t, item)?) {
                return Ok(Object::bool(true));
            }
        }
        return Ok(Object::bool(false));
    }
    let Some(affix) = view(sought)? else {
        let kind = t.type_name(sought);
        return Err(t.type_error(format!(
            "{name} first arg must be bytes or a tuple of bytes, not {kind}"
        )));
    };
    Ok(Object::bool(touches(&affix)))
}

pub(super) fn starts_with(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    affix(t, "startswith", object, args, false)
}

pub(super) fn ends_with(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    affix(t, "endswith", object, args, true)
}

pub(super) fn remove_prefix(t: &Thread, object: &Object, prefix: &Object) -> PyResult {
    let prefix = buffer(t, prefix)?;
    let bytes = buffer(t, object)?;
    let start = if bytes.starts_with(&prefix) {
        prefix.len()
    } else {
        0
    };
    part(t, object, start..bytes.len())
}

pub(super) fn remove_suffix(t: &Thread, object: &Object, suffix: &Object) -> PyResult {
    let suffix = buffer(t, suffix)?;
    let bytes = buffer(t, object)?;
    let cut = if bytes.ends_with(&suffix) {
        suffix.len()
    } else {
        0
    };
    part(t, object, 0..bytes.len() - cut)
}

fn cut(t: &Thread, object: &Object, separator: &Object, last: bool) -> PyResult {
    let sep = buffer(t, separator)?;
    if sep.is_empty() {
        return Err(t.value_error("empty separator"));
    }
    let bytes = buffer(t, object)?;
    let hay = Haystack::of_bytes(&bytes);
    let found = match last {
        true => rfind_once(hay, &sep, 0..bytes.len()),
        false => find_once(hay, &sep, 0..bytes.len()),
    };
    let empty = || like(t, object, &[]);
    match found {
        Some(found) => {
            let before = like(t, object, &bytes[..found])?;
            let after = like(t, object, &bytes[found + sep.len()..])?;
            let middle = match t.is_exact(object, t.types.bytes) {
                true => separator.clone(),
                false => like(t, object, &sep)?,
            };
            t.tuple([before, middle, after])
        }
        None if last => t.tuple([empty()?, empty()?, unchanged(t, object)?]),
        None => t.tuple([unchanged(t, object)?, empty()?, empty()?]),
    }
}

pub(super) fn partition(t: &Thread, object: &Object, separator: &Object) -> PyResult {
    cut(t, object, separator, false)
}

pub(super) fn rpartition(t: &Thread, object: &Object, separator: &Object) -> PyResult {
    cut(t, object, separator, true)
}

pub(super) fn replace(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    check_count(t, "replace", args.len(), 2, 3)?;
    let (old, new) = (buffer(t, &args[0])?, buffer(t, &args[1])?);
    let most = match args.get(2) {
        Some(count) => t.index_or(count, ErrorKind::OverflowError)?,
        None => -1,
    };
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let bytes = buffer(t, object)?;
    let hay = Haystack::of_bytes(&bytes);
    let needle = (!old.is_empty()).then(|| Needle::new(&old, hay));
    let count = match &needle {
        None => most.min(bytes.len() + 1),
        Some(needle) => needle.count(hay, 0..bytes.len(), most),
    };
    if count == 0 || most == 0 || old == new {
        return unchanged(t, object);
    }
    let kept = bytes.len() - count * old.len();
    let length = count
        .checked_mul(new.len())
        .and_then(|added| added.checked_add(kept));
    let Some(length) = length.filter(|&length| i64::try_from(length).is_ok()) else {
        return Err(t.overflow_error("replace bytes is too long"));
    };
    crate::room::room(length)?;
    let mut result = Vec::with_capacity(length);
    let mut start = 0;
    for nth in 0..count {
        let found = match &needle {
            None => nth,
            Some(needle) => match needle.find(hay, start..bytes.len()) {
                Some(found) => found,
                None => break,
            },
        };
        result.extend_from_slice(&bytes[start..found]);
        result.extend_from_slice(&new);
        start = found + old.len();
    }
    result.extend_from_slice(&bytes[start..]);
    like(t, object, &result)
}
