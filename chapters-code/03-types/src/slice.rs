//! How does a slice lie in memory, and which items does it pick? What slices *do* is a
//! later chapter, but everything that can be indexed must read them.
#![forbid(unsafe_code)]

use crate::kind::Type;
use crate::raised::PyResult;
use crate::slots::CompareOp;
use crate::thread::Thread;
use objects::{Object, OutOfMemory, Owned, Visit, heap, payload};

/// A Python slice, `start:stop:step`; what was left out is `None`.
pub struct Slice {
    /// Where it begins.
    pub start: Object,
    /// The first index that is no longer in it.
    pub stop: Object,
    /// From one index to the next.
    pub step: Object,
}

payload!(Slice, "slice", traverse);

/// The items that a slice picks from a sequence of known length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Indices {
    /// The first index; with `count` zero, the place where items would be put.
    pub start: i64,
    /// The first index that is no longer picked, going by `step` (may be −1).
    pub stop: i64,
    /// From one index to the next; never zero.
    pub step: i64,
    /// How many items there are.
    pub count: usize,
}

impl Indices {
    /// The picked indices in order. Each lies within the length that they were made for.
    pub fn iter(self) -> impl DoubleEndedIterator<Item = usize> + ExactSizeIterator {
        (0..self.count).map(move |nth| (self.start + nth as i64 * self.step) as usize)
    }

    /// The same items in ascending order.
    pub fn ascending(self) -> Indices {
        if self.step > 0 || self.count == 0 {
            return self;
        }
        let last = self.start + (self.count as i64 - 1) * self.step;
        Indices {
            start: last,
            stop: self.start + 1,
            step: -self.step,
            count: self.count,
        }
    }

    /// The range of indices, if they follow each other one by one.
    pub fn range(self) -> Option<std::ops::Range<usize>> {
        let start = self.start as usize;
        (self.step == 1).then(|| start..start + self.count)
    }
}

/// Start, stop and step of a slice as machine integers, before a length is known. The step
/// never is zero or the smallest integer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    start: i64,
    stop: i64,
    step: i64,
}

impl Bounds {
    /// Bounds of which some may have been left out; the step must not be zero.
    #[inline(always)]
    fn new(start: Option<i64>, stop: Option<i64>, step: i64) -> Bounds {
        let (first, last) = if step < 0 {
            (i64::MAX, i64::MIN)
        } else {
            (0, i64::MAX)
        };
        Bounds {
            start: start.unwrap_or(first),
            stop: stop.unwrap_or(last),
            step: step.max(-i64::MAX),
        }
    }

    /// What three objects say that are `None` or integers in a word each; `None` if they are
    /// not, or if the step is zero.
    #[inline(always)]
    pub fn of_words(start: &Object, stop: &Object, step: &Object) -> Option<Bounds> {
        let read = |bound: &Object| match bound.as_small_int() {
            None if !bound.is_none() => None,
            value => Some(value),
        };
        let (start, stop, step) = (read(start)?, read(stop)?, read(step)?.unwrap_or(1));
        (step != 0).then(|| Bounds::new(start, stop, step))
    }

    /// Does each item follow the one before?
    pub fn is_plain(self) -> bool {
        self.step == 1
    }

    /// `PySlice_AdjustIndices`: what is picked from a sequence of so many items.
    #[inline]
    pub fn adjust(self, length: usize) -> Indices {
        let Bounds { start, stop, step } = self;
        let length = i64::try_from(length).unwrap_or(i64::MAX);
        let (lowest, highest) = if step < 0 {
            (-1, length - 1)
        } else {
            (0, length)
        };
        let clip = |index: i64| match index {
            ..0 => (index + length).max(lowest),
            _ => index.min(highest),
        };
        let (start, stop) = (clip(start), clip(stop));
        let count = if step < 0 && stop < start {
            (start - stop - 1) / -step + 1
        } else if step > 0 && start < stop {
            (stop - start - 1) / step + 1
        } else {
            0
        };
        Indices {
            start,
            stop,
            step,
            count: count as usize,
        }
    }
}

impl Slice {
    /// A slice of the type `kind`, which is `slice`.
    pub fn new(
        kind: &Type,
        start: Object,
        stop: Object,
        step: Object,
    ) -> Result<Owned<Slice>, OutOfMemory> {
        heap().make(kind.core(), Slice { start, stop, step })
    }

    /// The bounds as machine integers: start, stop and step (`PySlice_Unpack`). What does
    /// not fit is clipped, and the step never is zero or the smallest integer.
    ///
    /// This can run Python code (`__index__`): ask for the length of the sequence only
    /// after it.
    #[inline]
    pub fn unpack(&self, t: &Thread) -> PyResult<Bounds> {
        match Bounds::of_words(&self.start, &self.stop, &self.step) {
            Some(bounds) => Ok(bounds),
            None => self.unpack_slowly(t),
        }
    }

    fn unpack_slowly(&self, t: &Thread) -> PyResult<Bounds> {
        let step = t.slice_index(&self.step)?.unwrap_or(1);
        if step == 0 {
            return Err(t.value_error("slice step cannot be zero"));
        }
        let start = t.slice_index(&self.start)?;
        let stop = t.slice_index(&self.stop)?;
        Ok(Bounds::new(start, stop, step))
    }

    /// The items picked from a sequence of `length` items, which `__index__` of the bounds
    /// cannot change: for an immutable one.
    pub fn indices(&self, t: &Thread, length: usize) -> PyResult<Indices> {
        Ok(self.unpack(t)?.adjust(length))
    }

    fn traverse(&self, visit: Visit<'_>) {
        visit(&self.start);
        visit(&self.stop);
        visit(&self.step);
    }

    fn clear(&self) {}
}

impl Thread {
    /// A bound of a slice as a machine integer, clipped to its range; `None` for `None`
    /// (`_PyEval_SliceIndex`).
    pub fn slice_index(&self, bound: &Object) -> PyResult<Option<i64>> {
        if bound.is_none() {
            return Ok(None);
        }
        if let Some(value) = bound.as_small_int() {
            return Ok(Some(value));
        }
        if self.type_of(bound).slots.index.get().is_none() {
            return Err(self
                .type_error("slice indices must be integers or None or have an __index__ method"));
        }
        self.clipped_index(bound).map(Some)
    }

    /// `operator.index(object)`, clipped to a machine integer
    /// (`PyNumber_AsSsize_t` without an exception).
    pub fn clipped_index(&self, object: &Object) -> PyResult<i64> {
        let index = self.index(object)?;
        if let Some(value) = index.as_small_int() {
            return Ok(value);
        }
        if let Some(value) = index.as_bool() {
            return Ok(value.into());
        }
        // Integers that do not fit the word lie far beyond any length.
        let negative = self.compare_bool(&index, &Object::int32(0), CompareOp::Lt)?;
        Ok(if negative { i64::MIN } else { i64::MAX })
    }
}

#[cfg(test)]
mod tests {
    use super::{Bounds, Indices};

    fn adjust(start: i64, stop: i64, step: i64, length: usize) -> Indices {
        Bounds { start, stop, step }.adjust(length)
    }

    fn picked(start: i64, stop: i64, step: i64, length: usize) -> Vec<usize> {
        adjust(start, stop, step, length).iter().collect()
    }

    #[test]
    fn bounds_are_clipped_to_the_length() {
        assert_eq!(picked(1, i64::MAX, 1, 4), [1, 2, 3]);
        assert_eq!(picked(-2, i64::MAX, 1, 4), [2, 3]);
        assert_eq!(picked(i64::MIN, i64::MAX, 3, 7), [0, 3, 6]);
        assert_eq!(picked(5, 2, 1, 7), []);
    }

    #[test]
    fn a_negative_step_counts_down() {
        assert_eq!(picked(i64::MAX, i64::MIN, -1, 3), [2, 1, 0]);
        assert_eq!(picked(i64::MAX, i64::MIN, -2, 4), [3, 1]);
        assert_eq!(picked(0, i64::MIN, -i64::MAX, 4), [0]);
        assert_eq!(picked(0, i64::MIN, -1, 0), []);
    }

    #[test]
    fn ascending_picks_the_same_items() {
        for step in [-3, -2, -1, 1, 2, 3] {
            let indices = adjust(if step < 0 { i64::MAX } else { 0 }, 1, step, 9);
            let mut down: Vec<usize> = indices.iter().collect();
            down.sort_unstable();
            assert_eq!(indices.ascending().iter().collect::<Vec<_>>(), down);
        }
    }
}
