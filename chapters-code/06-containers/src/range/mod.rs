//! What is a range? Three integers that stand for a row of them.

use objects::{Object, OutOfMemory, Owned, heap, payload};
use types::Type;

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
        let length = Object::small_int(count(start, stop, step))?;
        let range = Range {
            start: Object::small_int(start)?,
            stop: Object::small_int(stop)?,
            step: Object::small_int(step)?,
            length,
        };
        Some(heap().make(kind.core(), range))
    }

    /// The bounds and the step as machine integers, if they and the count all fit.
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
    // Small integers have 63 bits: their distance fits 64 unsigned ones.
    let distance = high.wrapping_sub(low) as u64 - 1;
    i64::try_from(distance / step.unsigned_abs() + 1).unwrap_or(i64::MAX)
}
