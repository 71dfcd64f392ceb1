//! The iterators of ranges: one for numbers that fit a word, one for all others.

use super::{Step, sequences::install_one};
use crate::range::{Range, count, number_at};
use crate::support::{method, this};
use numbers::Integer;
use objects::{Object, Owned, Slot, heap, make_builtin_at_hand, payload};
use std::cell::Cell;
use types::{BinaryOp, CompareOp, NativeCode, NativeDef, PyResult, Thread};

/// `range_iterator`: the next number, and how many are left, all machine integers.
pub struct RangeIterator {
    next: Cell<i64>,
    step: i64,
    left: Cell<i64>,
}

payload!(RangeIterator, "range_iterator");

impl RangeIterator {
    /// `iter(range)`, if that is short; see [`objects::make_builtin_at_hand`].
    #[inline(always)]
    pub fn make_at_hand(t: &Thread, range: &Range) -> Option<Object> {
        let (start, _, step) = range.as_small()?;
        let iterator = RangeIterator::of(start, step, range.length.as_small_int()?)?;
        let made = make_builtin_at_hand(t.types.range_iterator.core(), || iterator);
        made.map(Owned::into_object)
    }

    /// `iter(range(start, stop, step))` of small integers without the range, if that is short; see
    /// [`objects::make_builtin_at_hand`]. The step must not be zero.
    #[inline(always)]
    pub fn of_bounds_at_hand(t: &Thread, (start, stop, step): (i64, i64, i64)) -> Option<Object> {
        let iterator = RangeIterator::of(start, step, count(start, stop, step))?;
        let made = make_builtin_at_hand(t.types.range_iterator.core(), || iterator);
        made.map(Owned::into_object)
    }

    /// An iterator over `count` numbers from `start` on; `None` if one of them is no machine
    /// integer.
    #[inline]
    pub fn of(start: i64, step: i64, count: i64) -> Option<RangeIterator> {
        let last = (count - 1).max(0);
        start.checked_add(step.checked_mul(last)?)?;
        Some(RangeIterator {
            next: Cell::new(start),
            step,
            left: Cell::new(count),
        })
    }

    /// The next number, as a machine integer.
    #[inline(always)]
    pub fn step_int(&self) -> Option<i64> {
        let left = self.left.get();
        if left <= 0 {
            return None;
        }
        let number = self.next.get();
        self.left.set(left - 1);
        // What comes after the last number is never given out, so it may be anything.
        self.next.set(number.wrapping_add(self.step));
        Some(number)
    }

    /// The next number, if it is a word; otherwise, and at the end, nothing has happened.
    #[inline(always)]
    pub fn try_step(&self) -> Step {
        if self.left.get() <= 0 {
            return Step::End;
        }
        let Some(number) = Object::small_int(self.next.get()) else {
            return Step::Other;
        };
        self.step_int();
        Step::Item(number)
    }

    /// Will [`RangeIterator::try_step`] give a number?
    #[inline(always)]
    pub(super) fn has_next(&self) -> bool {
        self.left.get() > 0 && Object::small_int(self.next.get()).is_some()
    }

    /// The next number. This runs no Python.
    #[inline(always)]
    pub fn step(&self, t: &Thread) -> PyResult<Option<Object>> {
        match self.step_int() {
            None => Ok(None),
            Some(number) => match Object::small_int(number) {
                Some(number) => Ok(Some(number)),
                None => numbers::int(t, number).map(Some),
            },
        }
    }
}

/// `longrange_iterator`: the number of the next number, all of any size.
pub struct LongRangeIterator {
    index: Slot,
    start: Object,
    step: Object,
    length: Object,
}

payload!(LongRangeIterator, "longrange_iterator");

fn make(t: &Thread, start: Object, step: Object, length: Object) -> PyResult {
    let machine = |number| Integer::of(number).and_then(Integer::to_i64);
    if let (Some(start), Some(step), Some(length)) =
        (machine(&start), machine(&step), machine(&length))
        && let Some(iterator) = RangeIterator::of(start, step, length)
    {
        let made = heap().make(t.types.range_iterator.core(), iterator)?;
        return Ok(made.into_object());
    }
    let iterator = LongRangeIterator {
        index: Slot::new(Object::int32(0)),
        start,
        step,
        length,
    };
    let made = heap().make(t.types.long_range_iterator.core(), iterator)?;
    Ok(made.into_object())
}

/// `iter(range)`
pub(crate) fn range_iter(t: &Thread, object: &Object) -> PyResult {
    let range = this::<Range>(t, object)?;
    if let (Some((start, _, step)), Some(length)) = (range.as_small(), range.length.as_small_int())
        && let Some(iterator) = RangeIterator::of(start, step, length)
    {
        let made = heap().make(t.types.range_iterator.core(), iterator)?;
        return Ok(made.into_object());
    }
    make(
        t,
        range.start.clone(),
        range.step.clone(),
        range.length.clone(),
    )
}

/// `reversed(range)`
pub(crate) fn range_reversed(t: &Thread, object: &Object) -> PyResult {
    let range = this::<Range>(t, object)?;
    let last = t.binary(BinaryOp::Subtract, &range.length, &Object::int32(1))?;
    let start = number_at(t, &range.start, &last, &range.step)?;
    make(t, start, t.negative(&range.step)?, range.length.clone())
}

fn next(t: &Thread, object: &Object) -> PyResult<Option<Object>> {
    this::<RangeIterator>(t, object)?.step(t)
}

fn long_next(t: &Thread, object: &Object) -> PyResult<Option<Object>> {
    let iterator = this::<LongRangeIterator>(t, object)?;
    let index = iterator.index.get().unwrap_or(Object::int32(0));
    if !t.compare_bool(&index, &iterator.length, CompareOp::Lt)? {
        return Ok(None);
    }
    let number = number_at(t, &iterator.start, &index, &iterator.step)?;
    let next = t.binary(BinaryOp::Add, &index, &Object::int32(1))?;
    iterator.index.set(next);
    Ok(Some(number))
}

fn hint(t: &Thread, object: &Object) -> PyResult {
    let left = this::<RangeIterator>(t, object)?.left.get();
    numbers::int(t, left.max(0))
}

fn long_hint(t: &Thread, object: &Object) -> PyResult {
    let iterator = this::<LongRangeIterator>(t, object)?;
    let index = iterator.index.get().unwrap_or(Object::int32(0));
    t.binary(BinaryOp::Subtract, &iterator.length, &index)
}

const HINT: &str = "Private method returning an estimate of len(list(it)).";

static SMALL: &[NativeDef] = &[method("__length_hint__", NativeCode::NoArgs(hint), HINT)];
static LONG: &[NativeDef] = &[method(
    "__length_hint__",
    NativeCode::NoArgs(long_hint),
    HINT,
)];

pub(super) fn install(t: &Thread) -> PyResult<()> {
    install_one::<RangeIterator>(t, t.types.range_iterator, next, SMALL)?;
    install_one::<LongRangeIterator>(t, t.types.long_range_iterator, long_next, LONG)
}
