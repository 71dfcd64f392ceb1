//! How is a string taken apart and put together? `split`, `rsplit`, `splitlines`, `join`,
//! and `strip`.

use crate::ranges::{self, Ends, Side, Sink};
use crate::search::{Haystack, in_width};
use crate::text::{part, shared_if_short, this, unchanged};
use crate::unicode::{is_line_break, is_space};
use objects::{Object, Objects, OutOfMemory, Owned};
use types::check_count;
use types::{
    Args, Chars, ErrorKind, JoinError, List, Parameters, PyResult, Str, Thread, Tuple, as_str,
};

/// Calls `cut` with the test for white space that suits the width of the characters.
macro_rules! by_width {
    ($chars:expr, |$is_space:ident| $cut:expr) => {
        match $chars {
            Chars::One(chars) => {
                let $is_space = |at: usize| is_space(chars[at].into());
                $cut
            }
            Chars::Two(chars) => {
                let $is_space = |at: usize| is_space(chars[at].into());
                $cut
            }
            Chars::Four(chars) => {
                let $is_space = |at: usize| is_space(chars[at]);
                $cut
            }
        }
    };
}

/// The items of a list of parts have room for so many from the start (`MAX_PREALLOC`).
const EXPECTED: usize = 12;

/// A list of the parts that `cut` finds in a string, with room for so many at first.
fn parts(
    t: &Thread,
    object: &Object,
    room: usize,
    cut: impl FnOnce(&Str, Sink<'_>) -> PyResult<()>,
) -> PyResult<Objects> {
    let text = this(t, object)?;
    let items = Objects::with_capacity(room)?;
    cut(text, &mut |range| {
        let item = if range.len() == text.len() {
            unchanged(t, object)?
        } else {
            t.str_part(text, range)?
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
    let (sep, most) = ranges::arguments(t, parameters, args, |sep| match as_str(sep) {
        Some(sep) => Ok((sep, sep.is_empty())),
        None => {
            let kind = t.type_name(sep);
            Err(t.type_error(format!("must be str or None, not {kind}")))
        }
    })?;
    let room = most.saturating_add(1).min(EXPECTED);
    let items = parts(t, object, room, |text, sink| match sep {
        None => by_width!(text.chars(), |is_space| side.split_spaces(
            text.len(),
            is_space,
            most,
            sink
        )),
        Some(sep) => match in_width(sep, text.width()) {
            None => sink(0..text.len()),
            Some(bytes) => side.split(Haystack::of_str(text), &bytes, most, sink),
        },
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
    let items = parts(t, object, 0, |text, sink| match text.chars() {
        Chars::One(chars) => {
            let at = |at: usize| chars[at].into();
            ranges::lines(chars.len(), at, is_line_break, keep_ends, sink)
        }
        chars => {
            let at = |at: usize| chars.get(at).unwrap_or(0);
            ranges::lines(chars.len(), at, is_line_break, keep_ends, sink)
        }
    })?;
    t.list(items)
}

pub(super) fn join(t: &Thread, object: &Object, iterable: &Object) -> PyResult {
    let separator = this(t, object)?;
    let items = if let Some(tuple) = iterable.downcast::<Tuple>() {
        return join_items(t, separator, tuple.items());
    } else if let Some(list) = iterable.downcast::<List>() {
        if list.len() > 1 {
            let joined = Str::join_list(t.types.str, separator, list);
            return joined_text(t, joined, |at| list.items.get(at));
        }
        list.items.to_vec()
    } else {
        let cannot = |raised: types::Raised| match raised.lazy_kind() {
            Some(ErrorKind::TypeError) if t.type_of(iterable).slots.iter.get().is_none() => {
                t.type_error("can only join an iterable")
            }
            _ => raised,
        };
        let iterator = t.iter(iterable).map_err(cannot)?;
        t.collect(&iterator)?
    };
    join_items(t, separator, &items)
}

fn join_items(t: &Thread, separator: &Str, items: &[Object]) -> PyResult {
    if let [only] = items
        && t.is_exact(only, t.types.str)
    {
        return Ok(only.clone());
    }
    let joined = Str::join(t.types.str, separator, items);
    joined_text(t, joined, |at| items.get(at).cloned())
}

/// What `join` returns, or why it cannot; `item` gives the items.
fn joined_text(
    t: &Thread,
    joined: Result<Owned<Str>, JoinError>,
    item: impl Fn(usize) -> Option<Object>,
) -> PyResult {
    match joined {
        Ok(joined) => shared_if_short(t, joined),
        Err(JoinError::NotText(at)) => {
            let kind = item(at).map_or(String::new(), |item| t.type_name(&item));
            Err(t.type_error(format!(
                "sequence item {at}: expected str instance, {kind} found"
            )))
        }
        Err(JoinError::TooLong) => {
            Err(t.overflow_error("join() result is too long for a Python string"))
        }
        Err(JoinError::OutOfMemory) => Err(OutOfMemory.into()),
    }
}

fn strip_ends(t: &Thread, name: &str, object: &Object, args: &[Object], ends: Ends) -> PyResult {
    check_count(t, name, args.len(), 0, 1)?;
    let chars = this(t, object)?.chars();
    let range = match args.first().filter(|chars| !chars.is_none()) {
        None => by_width!(chars, |is_space| ranges::strip(chars.len(), ends, is_space)),
        Some(taken) => {
            let Some(taken) = as_str(taken) else {
                return Err(t.type_error(format!("{name} arg must be None or str")));
            };
            let taken = taken.chars();
            let is_taken = |at: usize| match (chars, taken) {
                (Chars::One(chars), Chars::One(taken)) => taken.contains(&chars[at]),
                _ => chars
                    .get(at)
                    .is_some_and(|char| taken.iter().any(|taken| taken == char)),
            };
            ranges::strip(chars.len(), ends, is_taken)
        }
    };
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
