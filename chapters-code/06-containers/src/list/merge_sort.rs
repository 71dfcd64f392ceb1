//! How is a row sorted when comparing can fail? By merging the runs that are there: stable,
//! with no more than n − 1 comparisons for a row that is in order already, and with every
//! item still present when a comparison raises.
//!
//! The order is kept as a row of numbers, so that nothing is moved but these until the end.

use types::PyResult;

/// Says whether the item of one number is less than that of another, or what that raised.
pub(super) type Less<'a> = dyn FnMut(u32, u32) -> PyResult<bool> + 'a;

/// So many items in a row must come from the same run before the steps grow.
const PATIENCE: usize = 7;

/// Runs shorter than this are made longer by insertion, as timsort does.
const LEAST_RUN: usize = 32;

/// The numbers below `length`, in the order that `less` says their items have. When `less`
/// raises, the order reached so far comes with the error.
pub(super) fn sorted_order(length: usize, less: &mut Less<'_>) -> (Vec<u32>, PyResult<()>) {
    let mut sort = MergeSort {
        order: (0..length as u32).collect(),
        less,
    };
    let result = sort.sort();
    (sort.order, result)
}

struct MergeSort<'a, 'b> {
    order: Vec<u32>,
    less: &'a mut Less<'b>,
}

impl MergeSort<'_, '_> {
    fn sort(&mut self) -> PyResult<()> {
        let length = self.order.len();
        // The starts of the runs found so far, each run ending where the next begins. Their
        // lengths fall by half at least from one to the next but one, so they are few.
        let mut starts: Vec<usize> = Vec::new();
        let mut start = 0;
        while start < length {
            starts.push(start);
            start = self.find_run(start)?;
            while starts.len() > 1 && should_merge(&starts, start) {
                self.merge_last(&mut starts, start)?;
            }
        }
        while starts.len() > 1 {
            self.merge_last(&mut starts, length)?;
        }
        Ok(())
    }

    /// Is the item at place `b` less than the one at place `a`?
    fn falls(&mut self, a: usize, b: usize) -> PyResult<bool> {
        (self.less)(self.order[b], self.order[a])
    }

    /// Finds the run that begins at `start`, turns it round if it falls, makes it longer
    /// if it is short, and gives its end.
    fn find_run(&mut self, start: usize) -> PyResult<usize> {
        let length = self.order.len();
        let mut end = start + 1;
        if end == length {
            return Ok(end);
        }
        let falling = self.falls(start, end)?;
        end += 1;
        while end < length && self.falls(end - 1, end)? == falling {
            end += 1;
        }
        if falling {
            // Strictly falling, so that no equal items change places.
            self.order[start..end].reverse();
        }
        let least = length.min(start + LEAST_RUN);
        for place in end..least {
            self.insert(start, place)?;
        }
        Ok(end.max(least))
    }

    /// Moves the item at `place` back into the sorted row from `start` to before it.
    fn insert(&mut self, start: usize, place: usize) -> PyResult<()> {
        let (mut low, mut high) = (start, place);
        while low < high {
            let middle = low + (high - low) / 2;
            if self.falls(middle, place)? {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        self.order[low..=place].rotate_right(1);
        Ok(())
    }

    /// Merges the last two runs, of which the last ends at `end`.
    fn merge_last(&mut self, starts: &mut Vec<usize>, end: usize) -> PyResult<()> {
        let Some(middle) = starts.pop() else {
            return Ok(());
        };
        let start = starts.last().copied().unwrap_or(0);
        self.merge(start, middle, end)
    }

    fn merge(&mut self, start: usize, middle: usize, end: usize) -> PyResult<()> {
        // Often the runs follow each other already.
        if !self.falls(middle - 1, middle)? {
            return Ok(());
        }
        let mut merge = Merge {
            left: self.order[start..middle].to_vec(),
            from_left: 0,
            from_right: middle,
            to: start,
            end,
            known: 0,
        };
        let mut result = Ok(());
        while result.is_ok() && merge.from_left < merge.left.len() && merge.from_right < end {
            result = merge.step(&mut self.order, self.less);
        }
        // What is left of the left run fits exactly before what is left of the right one.
        self.order[merge.to..merge.from_right].copy_from_slice(&merge.left[merge.from_left..]);
        result
    }
}

/// A merge under way. The right run lies where it was, the left one in a row of its own, and
/// between `to` and `from_right` there is room for exactly what is left of it.
struct Merge {
    left: Vec<u32>,
    from_left: usize,
    from_right: usize,
    to: usize,
    end: usize,
    /// How many items at the front of the right run are known to be less than the next one
    /// of the left: one, where that ended the row of items from the left.
    known: usize,
}

impl Merge {
    /// Takes items from the right run while they are less than the next one of the left, then
    /// from the left while they are not greater than the next one of the right. What ends
    /// one row begins the next: that comparison need not be made again.
    fn step(&mut self, order: &mut [u32], less: &mut Less<'_>) -> PyResult<()> {
        let next = self.left[self.from_left];
        let right = &order[self.from_right..self.end];
        let count = prefix(right.len(), self.known, |place| less(right[place], next))?;
        order.copy_within(self.from_right..self.from_right + count, self.to);
        self.from_right += count;
        self.to += count;
        self.known = 0;
        if self.from_right == self.end {
            return Ok(());
        }
        let next = order[self.from_right];
        let left = &self.left[self.from_left..];
        let count = prefix(left.len(), 1, |place| Ok(!less(next, left[place])?))?;
        order[self.to..self.to + count].copy_from_slice(&left[..count]);
        self.from_left += count;
        self.to += count;
        self.known = 1;
        Ok(())
    }
}

/// How many items at the front of a sorted row of `length` have a property that all after
/// them lack? The first `known` have it. A few are asked one by one; if there are many, the steps grow, and the last
/// one is searched by halving (timsort's gallop).
fn prefix(
    length: usize,
    known: usize,
    mut has: impl FnMut(usize) -> PyResult<bool>,
) -> PyResult<usize> {
    let (mut low, mut step) = (known, 1);
    let mut high = loop {
        let place = low + step - 1;
        if place >= length {
            break length;
        }
        if !has(place)? {
            break place;
        }
        low = place + 1;
        if low >= PATIENCE {
            step *= 2;
        }
    };
    while low < high {
        let middle = low + (high - low) / 2;
        if has(middle)? {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    Ok(low)
}

/// Must the last two runs be merged now, to keep the stack of runs short?
fn should_merge(starts: &[usize], end: usize) -> bool {
    let [.., before, last] = starts else {
        return false;
    };
    let (last_length, before_length) = (end - last, last - before);
    if before_length <= last_length {
        return true;
    }
    matches!(starts, [.., first, _, _] if before - first <= before_length + last_length)
}

#[cfg(test)]
mod tests {
    use super::sorted_order;

    fn sorted(values: &[i32]) -> (Vec<i32>, usize) {
        let mut comparisons = 0;
        let (order, result) = sorted_order(values.len(), &mut |a, b| {
            comparisons += 1;
            Ok(values[a as usize] < values[b as usize])
        });
        assert!(result.is_ok());
        let sorted = order.iter().map(|&index| values[index as usize]).collect();
        (sorted, comparisons)
    }

    /// Numbers that look random and are the same in every run.
    fn numbers(count: usize, below: u64) -> Vec<i32> {
        let mut state = 88_172_645_463_325_252u64;
        (0..count)
            .map(|_| {
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                (state % below) as i32
            })
            .collect()
    }

    #[test]
    fn any_row_is_sorted() {
        for length in (0..70).chain([100, 1000, 4097]) {
            let values = numbers(length, 50);
            let mut expected = values.clone();
            expected.sort();
            assert_eq!(sorted(&values).0, expected);
        }
    }

    #[test]
    fn equal_items_keep_their_order() {
        let values = numbers(2000, 20);
        let (order, _) = sorted_order(values.len(), &mut |a, b| {
            Ok(values[a as usize] < values[b as usize])
        });
        for pair in order.windows(2) {
            let (a, b) = (values[pair[0] as usize], values[pair[1] as usize]);
            assert!(a < b || a == b && pair[0] < pair[1]);
        }
    }

    #[test]
    fn a_row_in_order_is_compared_once_per_neighbour() {
        let rising: Vec<i32> = (0..1000).collect();
        assert_eq!(sorted(&rising).1, 999);
        let falling: Vec<i32> = (0..1000).rev().collect();
        assert_eq!(sorted(&falling).1, 999);
    }

    #[test]
    fn nonsense_from_a_comparison_loses_nothing() {
        let mut coin = numbers(100_000, 2).into_iter();
        let (mut order, _) = sorted_order(500, &mut |_, _| Ok(coin.next() == Some(1)));
        order.sort_unstable();
        assert_eq!(order, (0..500).collect::<Vec<u32>>());
    }
}
