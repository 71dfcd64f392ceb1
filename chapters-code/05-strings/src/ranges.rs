//! Where is a text cut? The ranges that `split`, `splitlines` and `strip` leave, for
//! strings and bytes alike, each handed to a sink as it is found.

use crate::search::{Haystack, Needle};
use objects::{Object, Objects};
use std::ops::Range;
use types::{Args, ErrorKind, Parameters, PyResult, Thread};

/// Takes the parts in the order in which they are found.
pub(crate) type Sink<'a> = &'a mut dyn FnMut(Range<usize>) -> PyResult<()>;

/// The largest number of cuts that Python code asked for; a negative one means all.
fn most_cuts(maxsplit: i64) -> usize {
    usize::try_from(maxsplit).unwrap_or(usize::MAX)
}

/// `sep` and `maxsplit`, which make no separator and the largest number of cuts. `read` reads
/// a separator, and says whether it is empty.
pub(crate) fn arguments<'a, S>(
    t: &Thread,
    parameters: &Parameters,
    args: Args<'a>,
    read: impl FnOnce(&'a Object) -> PyResult<(S, bool)>,
) -> PyResult<(Option<S>, usize)> {
    let [sep, most] = t.arguments(parameters, args)?;
    let most = match most {
        Some(most) => t.index_or(most, ErrorKind::OverflowError)?,
        None => -1,
    };
    let Some(sep) = sep.filter(|sep| !sep.is_none()) else {
        return Ok((None, most_cuts(most)));
    };
    match read(sep)? {
        (_, true) => Err(t.value_error("empty separator")),
        (sep, false) => Ok((Some(sep), most_cuts(most))),
    }
}

/// From which side a text is taken apart.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Side {
    /// `split`
    Left,
    /// `rsplit`, which finds the last part first.
    Right,
}

impl Side {
    /// The list of the parts, in the order in which they were found.
    pub(crate) fn list(self, t: &Thread, items: Objects) -> PyResult {
        if self == Side::Right {
            items.reverse();
        }
        t.list(items)
    }

    /// The parts between separators.
    pub(crate) fn split(
        self,
        hay: Haystack<'_>,
        separator: &[u8],
        most: usize,
        sink: Sink<'_>,
    ) -> PyResult<()> {
        match self {
            Side::Left => split(hay, &Needle::new(separator, hay), most, sink),
            Side::Right => rsplit(hay, &Needle::backward(separator, hay), most, sink),
        }
    }

    /// The parts between runs of white space. What is left when the cuts are used up keeps
    /// the white space at its end.
    pub(crate) fn split_spaces(
        self,
        length: usize,
        is_space: impl Fn(usize) -> bool,
        most: usize,
        sink: Sink<'_>,
    ) -> PyResult<()> {
        match self {
            Side::Left => split_spaces(length, is_space, most, sink),
            Side::Right => rsplit_spaces(length, is_space, most, sink),
        }
    }
}

fn split(hay: Haystack<'_>, needle: &Needle<'_>, most: usize, sink: Sink<'_>) -> PyResult<()> {
    let (mut start, mut cuts) = (0, 0);
    while cuts < most
        && let Some(found) = needle.find(hay, start..hay.len())
    {
        sink(start..found)?;
        start = found + needle.len();
        cuts += 1;
    }
    sink(start..hay.len())
}

fn rsplit(hay: Haystack<'_>, needle: &Needle<'_>, most: usize, sink: Sink<'_>) -> PyResult<()> {
    let (mut end, mut cuts) = (hay.len(), 0);
    while cuts < most
        && let Some(found) = needle.rfind(hay, 0..end)
    {
        sink(found + needle.len()..end)?;
        end = found;
        cuts += 1;
    }
    sink(0..end)
}

fn split_spaces(
    length: usize,
    is_space: impl Fn(usize) -> bool,
    most: usize,
    sink: Sink<'_>,
) -> PyResult<()> {
    let skip = |mut at: usize, space: bool| {
        while at < length && is_space(at) == space {
            at += 1;
        }
        at
    };
    let (mut start, mut cuts) = (skip(0, true), 0);
    while start < length && cuts < most {
        let end = skip(start, false);
        sink(start..end)?;
        start = skip(end, true);
        cuts += 1;
    }
    if start < length {
        sink(start..length)?;
    }
    Ok(())
}

fn rsplit_spaces(
    length: usize,
    is_space: impl Fn(usize) -> bool,
    most: usize,
    sink: Sink<'_>,
) -> PyResult<()> {
    let skip = |mut end: usize, space: bool| {
        while end > 0 && is_space(end - 1) == space {
            end -= 1;
        }
        end
    };
    let (mut end, mut cuts) = (skip(length, true), 0);
    while end > 0 && cuts < most {
        let start = skip(end, false);
        sink(start..end)?;
        end = skip(start, true);
        cuts += 1;
    }
    if end > 0 {
        sink(0..end)?;
    }
    Ok(())
}

/// The lines. `at` gives the character at a place; `is_break` says which end a line.
pub(crate) fn lines(
    length: usize,
    at: impl Fn(usize) -> u32,
    is_break: impl Fn(u32) -> bool,
    keep_ends: bool,
    sink: Sink<'_>,
) -> PyResult<()> {
    let mut start = 0;
    while start < length {
        let mut end = start;
        while end < length && !is_break(at(end)) {
            end += 1;
        }
        let mut next = end;
        if next < length {
            let pair = at(next) == 0x0D && next + 1 < length && at(next + 1) == 0x0A;
            next += if pair { 2 } else { 1 };
        }
        sink(start..if keep_ends { next } else { end })?;
        start = next;
    }
    Ok(())
}

/// Which ends `strip` takes off.
#[derive(Clone, Copy)]
pub(crate) enum Ends {
    /// `lstrip`
    Left,
    /// `rstrip`
    Right,
    /// `strip`
    Both,
}

/// What is left when characters are taken off the ends.
pub(crate) fn strip(length: usize, ends: Ends, taken: impl Fn(usize) -> bool) -> Range<usize> {
    let (mut start, mut end) = (0, length);
    if !matches!(ends, Ends::Right) {
        while start < end && taken(start) {
            start += 1;
        }
    }
    if !matches!(ends, Ends::Left) {
        while end > start && taken(end - 1) {
            end -= 1;
        }
    }
    start..end
}
