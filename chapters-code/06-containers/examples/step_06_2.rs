//! The plainest dictionary: a row of pairs, searched from the beginning.

/// Keys and values in the order in which they came.
#[derive(Default)]
struct Pairs {
    pairs: Vec<(u64, u64)>,
    comparisons: usize,
}

impl Pairs {
    fn find(&mut self, key: u64) -> Option<usize> {
        for (place, pair) in self.pairs.iter().enumerate() {
            self.comparisons += 1;
            if pair.0 == key {
                return Some(place);
            }
        }
        None
    }

    fn set(&mut self, key: u64, value: u64) {
        match self.find(key) {
            Some(place) => self.pairs[place].1 = value,
            None => self.pairs.push((key, value)),
        }
    }
}

fn main() {
    for keys in [10, 100, 1000, 10_000] {
        let mut pairs = Pairs::default();
        for key in 0..keys {
            pairs.set(key, key);
        }
        pairs.comparisons = 0;
        for key in 0..keys {
            pairs.find(key);
        }
        let per_key = pairs.comparisons as f64 / keys as f64;
        println!("{keys:6} keys: {per_key:7.1} comparisons to find one");
    }
}
