//! How does a range lie in memory, and how many numbers does it hold?

use objects::{Object, OutOfMemory, Owned, heap, payload};
use types::{BinaryOp, CompareOp, PyResult, Thread, Type};

/// A Python `range`. The bounds are exact integers, small or big.
pub struct Range {
    /// The first number.
    pub start: Object,
    /// The number that is not reached.
    pub stop: Object,
    /// Added to come from one number to the next; never zero.
    pub step: Object,
    /// How many numbers there are.
    pub length: Object,
}

payload!(Range, "range");

impl Range {
    /// A range of three small integers, or `None` if the numbers or their count do not fit
    /// a word. The step must not be zero.
    pub fn small(
        kind: &Type,
        start: i64,
        stop: i64,
        step: i64,
    ) -> Option<Result<Owned<Range>, OutOfMemory>> {
        let range = Range {
            start: Object::small_int(start)?,
            stop: Object::small_int(stop)?,
            step: Object::small_int(step)?,
            length: Object::small_int(count(start, stop, step))?,
        };
        Some(heap().make(kind.core(), range))
    }

    /// A range of three exact integers. The step must not be zero.
    pub fn make(t: &Thread, start: Object, stop: Object, step: Object) -> PyResult<Owned<Range>> {
        let length = length_object(t, &start, &stop, &step)?;
        let range = Range {
            start,
            stop,
            step,
            length,
        };
        Ok(heap().make(t.types.range.core(), range)?)
    }

    /// The bounds and the step as machine integers, if they and the count all fit a word.
    #[inline]
    pub fn as_small(&self) -> Option<(i64, i64, i64)> {
        self.length.as_small_int()?;
        Some((
            self.start.as_small_int()?,
            self.stop.as_small_int()?,
            self.step.as_small_int()?,
        ))
    }
}

/// How many numbers lie in a range of small integers.
#[inline]
pub fn count(start: i64, stop: i64, step: i64) -> i64 {
    let (low, high) = if step > 0 {
        (start, stop)
    } else {
        (stop, start)
    };
    if low >= high {
        return 0;
    }
    // Small integers have 63 bits, so that their distance fits 64 unsigned ones.
    let distance = high.wrapping_sub(low) as u64 - 1;
    let steps = match step.unsigned_abs() {
        // Nearly always; a division takes longer than all the rest.
        1 => distance,
        step => distance / step,
    };
    i64::try_from(steps + 1).unwrap_or(i64::MAX)
}

/// How many numbers lie in a range of any integers (`compute_range_length`).
pub(crate) fn length_object(t: &Thread, start: &Object, stop: &Object, step: &Object) -> PyResult {
    if let (Some(a), Some(b), Some(c)) = (
        start.as_small_int(),
        stop.as_small_int(),
        step.as_small_int(),
    ) && let Some(length) = Object::small_int(count(a, b, c))
    {
        return Ok(length);
    }
    let zero = Object::int32(0);
    let rising = t.compare_bool(step, &zero, CompareOp::Gt)?;
    let (low, high) = if rising { (start, stop) } else { (stop, start) };
    if !t.compare_bool(low, high, CompareOp::Lt)? {
        return Ok(zero);
    }
    let step = if rising {
        step.clone()
    } else {
        t.negative(step)?
    };
    let one = Object::int32(1);
    let distance = t.binary(BinaryOp::Subtract, high, low)?;
    let last = t.binary(BinaryOp::Subtract, &distance, &one)?;
    let steps = t.binary(BinaryOp::FloorDivide, &last, &step)?;
    t.binary(BinaryOp::Add, &steps, &one)
}

/// `start + index * step`, for integers of any size.
pub(crate) fn number_at(t: &Thread, start: &Object, index: &Object, step: &Object) -> PyResult {
    let offset = t.binary(BinaryOp::Multiply, index, step)?;
    t.binary(BinaryOp::Add, start, &offset)
}
