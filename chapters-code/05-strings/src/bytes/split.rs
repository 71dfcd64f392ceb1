//! How are bytes taken apart and put together? `split`, `splitlines`, `join`, `strip`.

use super::{buffer, like, part, unchanged, view};
use crate::ranges::{self, Ends, Side, Sink};
use crate::search::Haystack;
use objects::{Object, Objects};
use types::{Args, Parameters, PyResult, Thread, check_count};

/// White space among bytes: that of ASCII.
pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, b'\t'..=b'\r' | b' ')
}

fn parts(
    t: &Thread,
    object: &Object,
    cut: impl FnOnce(&[u8], Sink<'_>) -> PyResult<()>,
) -> PyResult<Objects> {
    let bytes = buffer(t, object)?;
    let items = Objects::default();
    cut(&bytes, &mut |range| {
        let item = match range.len() == bytes.len() {
            true => unchanged(t, object)?,
            false => like(t, object, &bytes[range])?,
        };
        Ok(items.push(item)?)
    })?;
    Ok(items)
}

fn take_apart(
    t: &Thread,
    object: &Object,
    parameters: &Parameters,
    args: Args<'_>,
    side: Side,
) -> PyResult {
    let (sep, most) = ranges::arguments(t, parameters, args, |sep| {
        let sep = buffer(t, sep)?;
        let is_empty = sep.is_empty();
        Ok((sep, is_empty))
    })?;
    let items = parts(t, object, |bytes, sink| match &sep {
        None => side.split_spaces(bytes.len(), |at| is_space(bytes[at]), most, sink),
        Some(sep) => side.split(Haystack::of_bytes(bytes), sep, most, sink),
    })?;
    side.list(t, items)
}

pub(super) fn split(t: &Thread, object: &Object, args: Args<'_>) -> PyResult {
    static PARAMETERS: Parameters = Parameters::new("split", &["sep", "maxsplit"], 0);
    take_apart(t, object, &PARAMETERS, args, Side::Left)
}

pub(super) fn rsplit(t: &Thread, object: &Object, args: Args<'_>) -> PyResult {
    static PARAMETERS: Parameters = Parameters::new("rsplit", &["sep", "maxsplit"], 0);
    take_apart(t, object, &PARAMETERS, args, Side::Right)
}

pub(super) fn split_lines(t: &Thread, object: &Object, args: Args<'_>) -> PyResult {
    static PARAMETERS: Parameters = Parameters::new("splitlines", &["keepends"], 0);
    let [keep_ends] = t.arguments(&PARAMETERS, args)?;
    let keep_ends = crate::text::flag(t, keep_ends)?;
    let items = parts(t, object, |bytes, sink| {
        let at = |at: usize| bytes[at].into();
        let is_break = |char| matches!(char, 0x0A | 0x0D);
        ranges::lines(bytes.len(), at, is_break, keep_ends, sink)
    })?;
    t.list(items)
}

pub(super) fn join(t: &Thread, object: &Object, iterable: &Object) -> PyResult {
    if t.type_of(iterable).slots.iter.get().is_none()
        && t.type_of(iterable).slots.item.get().is_none()
    {
        return Err(t.type_error("can only join an iterable"));
    }
    let items = t.collect(iterable)?;
    let separator = buffer(t, object)?;
    if let [only] = items.as_slice()
        && t.is_exact(object, t.types.bytes)
        && t.is_exact(only, t.types.bytes)
    {
        return Ok(only.clone());
    }
    let mut result: Vec<u8> = Vec::new();
    for (at, item) in items.iter().enumerate() {
        let Some(bytes) = view(item)? else {
            let kind = t.type_name(item);
            return Err(t.type_error(format!(
                "sequence item {at}: expected a bytes-like object, {kind} found"
            )));
        };
        crate::room::room(result.len() + separator.len() + bytes.len())?;
        if at > 0 {
            result.extend_from_slice(&separator);
        }
        result.extend_from_slice(&bytes);
    }
    like(t, object, &result)
}

fn strip_ends(t: &Thread, name: &str, object: &Object, args: &[Object], ends: Ends) -> PyResult {
    check_count(t, name, args.len(), 0, 1)?;
    let taken = match args.first().filter(|taken| !taken.is_none()) {
        Some(taken) => Some(buffer(t, taken)?),
        None => None,
    };
    let bytes = buffer(t, object)?;
    let range = ranges::strip(bytes.len(), ends, |at| match &taken {
        Some(taken) => taken.contains(&bytes[at]),
        None => is_space(bytes[at]),
    });
    part(t, object, range)
}

pub(super) fn strip(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    strip_ends(t, "strip", object, args, Ends::Both)
}

pub(super) fn lstrip(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    strip_ends(t, "lstrip", object, args, Ends::Left)
}

pub(super) fn rstrip(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    strip_ends(t, "rstrip", object, args, Ends::Right)
}
