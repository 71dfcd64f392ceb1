//! What can be done with a range by syntax? Its slots.

use super::{Range, number_at};
use crate::support::{place, this};
use crate::tuple::combine_hashes;
use objects::{Object, OutOfMemory, Owned};
use types::{Args, BinaryOp, CompareOp, ErrorKind, Flags, PyResult, Slice, Thread, Type};
use types::{check_count, no_keywords};

/// `range(stop)`, `range(start, stop[, step])`
fn new(t: &Thread, _: &Type, args: Args<'_>) -> PyResult {
    no_keywords(t, "range", args)?;
    let args = args.plain();
    check_count(t, "range", args.len(), 1, 3)?;
    if let Some(range) = of_words(t, args) {
        return Ok(range?.into_object());
    }
    let (start, stop) = match args {
        [stop] => (Object::int32(0), t.index(stop)?),
        _ => (t.index(&args[0])?, t.index(&args[1])?),
    };
    let step = match args.get(2) {
        Some(step) => t.index(step)?,
        None => Object::int32(1),
    };
    let zero = Object::int32(0);
    if t.compare_bool(&step, &zero, CompareOp::Eq)? {
        return Err(t.value_error("range() arg 3 must not be zero"));
    }
    // `True` is an integer, but a range holds exact ones.
    let exact = |number: Object| match number.as_bool() {
        Some(value) => Object::int32(value.into()),
        None => number,
    };
    let range = Range::make(t, exact(start), exact(stop), exact(step))?;
    Ok(range.into_object())
}

/// A range of small integers, if the arguments and the length are such.
fn of_words(t: &Thread, args: &[Object]) -> Option<Result<Owned<Range>, OutOfMemory>> {
    let word = |index: usize, default| args.get(index).map_or(Some(default), Object::as_small_int);
    let (start, stop) = match args {
        [stop] => (0, stop.as_small_int()?),
        _ => (word(0, 0)?, word(1, 0)?),
    };
    let step = word(2, 1).filter(|&step| step != 0)?;
    Range::small(t.types.range, start, stop, step)
}

fn repr(t: &Thread, object: &Object) -> PyResult {
    let range = this::<Range>(t, object)?;
    let start = t.repr(&range.start)?.to_text();
    let stop = t.repr(&range.stop)?.to_text();
    if range.step.as_small_int() == Some(1) {
        return t.str(&format!("range({start}, {stop})"));
    }
    let step = t.repr(&range.step)?.to_text();
    t.str(&format!("range({start}, {stop}, {step})"))
}

fn length(t: &Thread, object: &Object) -> PyResult<usize> {
    let range = this::<Range>(t, object)?;
    let length = numbers::Integer::of(&range.length).and_then(|length| length.to_i64());
    length
        .and_then(|length| usize::try_from(length).ok())
        .ok_or_else(|| t.overflow_error("Python int too large to convert to C ssize_t"))
}

fn bool(t: &Thread, object: &Object) -> PyResult<bool> {
    Ok(this::<Range>(t, object)?.length.as_small_int() != Some(0))
}

fn item(t: &Thread, object: &Object, index: i64) -> PyResult {
    let index =
        Object::small_int(index).ok_or_else(|| t.index_error("range object index out of range"))?;
    number(t, this(t, object)?, &index, false)
}

/// The number at an index that is an exact integer; from the end if that is asked for and
/// it is negative (`compute_range_item`).
fn number(t: &Thread, range: &Range, index: &Object, from_end: bool) -> PyResult {
    if let (Some((start, stop, step)), Some(index)) = (range.as_small(), index.as_small_int())
        && (from_end || index >= 0)
    {
        let length = usize::try_from(super::count(start, stop, step)).unwrap_or(usize::MAX);
        let place =
            place(index, length).ok_or_else(|| t.index_error("range object index out of range"))?;
        // Within the range, so between its small bounds.
        return numbers::int(t, start + place as i64 * step);
    }
    let zero = Object::int32(0);
    let negative = t.compare_bool(index, &zero, CompareOp::Lt)?;
    let index = if negative && from_end {
        t.binary(BinaryOp::Add, &range.length, index)?
    } else {
        index.clone()
    };
    let before = t.compare_bool(&index, &zero, CompareOp::Lt)?;
    if before || t.compare_bool(&index, &range.length, CompareOp::Ge)? {
        return Err(t.index_error("range object index out of range"));
    }
    number_at(t, &range.start, &index, &range.step)
}

fn subscript(t: &Thread, object: &Object, key: &Object) -> PyResult {
    let range = this::<Range>(t, object)?;
    if let Some(slice) = key.downcast::<Slice>() {
        let (start, stop, step) = crate::slice::indices(t, slice, &range.length)?;
        let made = Range::make(
            t,
            number_at(t, &range.start, &start, &range.step)?,
            number_at(t, &range.start, &stop, &range.step)?,
            t.binary(BinaryOp::Multiply, &range.step, &step)?,
        )?;
        return Ok(made.into_object());
    }
    if t.type_of(key).slots.index.get().is_none() {
        let kind = t.type_name(key);
        let message = format!("range indices must be integers or slices, not {kind}");
        return Err(t.type_error(message));
    }
    number(t, range, &t.index(key)?, true)
}

/// Is the object an integer whose class has not changed what equality means?
fn is_plain_int(t: &Thread, object: &Object) -> bool {
    t.is_exact(object, t.types.int) || t.is_exact(object, t.types.bool)
}

fn contains(t: &Thread, object: &Object, item: &Object) -> PyResult<bool> {
    let range = this::<Range>(t, object)?;
    if is_plain_int(t, item) {
        return holds_int(t, range, item);
    }
    let iterator = t.iter(object)?;
    while let Some(number) = t.next(&iterator)? {
        if t.equal(&number, item)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Is an integer in the range? By arithmetic alone.
pub(super) fn holds_int(t: &Thread, range: &Range, item: &Object) -> PyResult<bool> {
    if let (Some((start, stop, step)), Some(item)) = (range.as_small(), item.as_small_int()) {
        let (low, high) = if step > 0 {
            (start, stop - 1)
        } else {
            (stop + 1, start)
        };
        return Ok((low..=high).contains(&item) && (item - start) % step == 0);
    }
    let zero = Object::int32(0);
    let rising = t.compare_bool(&range.step, &zero, CompareOp::Gt)?;
    let (first, last) = if rising {
        (CompareOp::Le, CompareOp::Lt)
    } else {
        (CompareOp::Ge, CompareOp::Gt)
    };
    if !t.compare_bool(&range.start, item, first)? || !t.compare_bool(item, &range.stop, last)? {
        return Ok(false);
    }
    let distance = t.binary(BinaryOp::Subtract, item, &range.start)?;
    let rest = t.binary(BinaryOp::Remainder, &distance, &range.step)?;
    t.compare_bool(&rest, &zero, CompareOp::Eq)
}

/// What makes two ranges equal: the numbers in them. An empty range has only its length, one
/// with a single number no step.
fn essence(range: &Range) -> (Object, Object, Object) {
    let (start, step) = match range.length.as_small_int() {
        Some(0) => (Object::none(), Object::none()),
        Some(1) => (range.start.clone(), Object::none()),
        _ => (range.start.clone(), range.step.clone()),
    };
    (range.length.clone(), start, step)
}

fn compare(t: &Thread, a: &Object, b: &Object, op: CompareOp) -> PyResult {
    let (Some(x), Some(y), CompareOp::Eq | CompareOp::Ne) =
        (a.downcast::<Range>(), b.downcast::<Range>(), op)
    else {
        return Ok(Object::not_implemented());
    };
    let ((n, a, b), (m, c, d)) = (essence(x), essence(y));
    let same = t.equal(&n, &m)? && t.equal(&a, &c)? && t.equal(&b, &d)?;
    Ok(Object::bool(same == (op == CompareOp::Eq)))
}

fn hash(t: &Thread, object: &Object) -> PyResult<i64> {
    let (length, start, step) = essence(this(t, object)?);
    let parts = [length, start, step];
    combine_hashes(3, parts.iter().map(|part| t.hash(part)))
}

/// The number of an item as a machine integer: what a bad argument of `index` is told.
pub(super) fn absent(t: &Thread, item: &Object) -> PyResult<types::Raised> {
    let shown = t.repr(item)?.to_text();
    Ok(crate::support::error(
        t,
        ErrorKind::ValueError,
        format!("{shown} is not in range"),
    ))
}

pub(super) fn install(t: &Thread) {
    let kind = t.types.range;
    kind.set_flags(Flags::SEQUENCE);
    let slots = &kind.slots;
    slots.new.set(Some(new));
    slots.repr.set(Some(repr));
    slots.length.set(Some(length));
    slots.bool.set(Some(bool));
    slots.item.set(Some(item));
    slots.subscript.set(Some(subscript));
    slots.contains.set(Some(contains));
    slots.compare.set(Some(compare));
    slots.hash.set(Some(hash));
    slots.iter.set(Some(crate::iterators::range_iter));
}
