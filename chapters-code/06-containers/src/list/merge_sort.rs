//! How is a row sorted when comparing can fail? By merging the runs that are there: stable,
//! with no more than n − 1 comparisons for a row that is in order already, and with every
//! item still present when a comparison raises.
//!
//! The order is kept as a row of numbers, so that nothing is moved but these until the end.

use types::PyResult;

/// Runs shorter than this are made longer by insertion, as timsort does.
const LEAST_RUN: usize = 32;

/// The numbers below `length`, in the order that `less` says their items have. When `less`
/// raises, the order reached so far comes with the error.
pub(super) fn sorted_order(
    length: usize,
    less: &mut dyn FnMut(u32, u32) -> PyResult<bool>,
) -> (Vec<u32>, PyResult<()>) {
    let mut sort = MergeSort {
        order: (0..length as u32).collect(),
        less,
    };
    let result = sort.sort();
    (sort.order, result)
}

struct MergeSort<'a> {
    order: Vec<u32>,
    less: &'a mut dyn FnMut(u32, u32) -> PyResult<bool>,
}

impl MergeSort<'_> {
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

    /// Finds the run that begins at `start`, turns it round if it falls, makes it longer if
    /// it is short, and gives its end.
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
        let left: Vec<u32> = self.order[start..middle].to_vec();
        let (mut from_left, mut from_right, mut to) = (0, middle, start);
        let mut result = Ok(());
        while from_left < left.len() && from_right < end {
            match (self.less)(self.order[from_right], left[from_left]) {
                Ok(true) => {
                    self.order[to] = self.order[from_right];
                    from_right += 1;
                }
                Ok(false) => {
                    self.order[to] = left[from_left];
                    from_left += 1;
                }
                Err(raised) => {
                    result = Err(raised);
                    break;
                }
            }
            to += 1;
        }
        // What is left of the left run fits exactly before what is left of the right one.
        self.order[to..from_right].copy_from_slice(&left[from_left..]);
        result
    }
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
