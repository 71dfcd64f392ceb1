//! The compact dictionary: a row of entries in order, and a small table of their numbers.

/// A key with its hash and value. Removed entries are `None`.
type Entry = Option<(u64, u64, u64)>;

const EMPTY: i8 = -1;
const DELETED: i8 = -2;

/// A dictionary of at most five keys: eight places, of which a third stays empty.
struct Compact {
    indices: [i8; 8],
    entries: Vec<Entry>,
}

impl Compact {
    /// The place of a key's number, or the first empty one.
    fn find(&self, key: u64) -> usize {
        let (mut place, mut perturb) = (key as usize & 7, key);
        loop {
            match self.indices[place] {
                EMPTY => return place,
                DELETED => (),
                index => {
                    if self.entries[index as usize].is_some_and(|entry| entry.1 == key) {
                        return place;
                    }
                }
            }
            perturb >>= 5;
            place = place.wrapping_mul(5).wrapping_add(perturb as usize + 1) & 7;
        }
    }

    fn add(&mut self, key: u64, value: u64) {
        let place = self.find(key);
        self.indices[place] = self.entries.len() as i8;
        self.entries.push(Some((key, key, value)));
    }

    fn remove(&mut self, key: u64) {
        let place = self.find(key);
        self.entries[self.indices[place] as usize] = None;
        self.indices[place] = DELETED;
    }

    fn show(&self, what: &str) {
        let keys: Vec<String> = self
            .entries
            .iter()
            .map(|entry| entry.map_or("gone".to_owned(), |entry| entry.1.to_string()))
            .collect();
        println!("{what:10} {:?}  entries {}", self.indices, keys.join(", "));
    }
}

fn main() {
    let mut table = Compact {
        indices: [EMPTY; 8],
        entries: Vec::new(),
    };
    for key in [10, 3, 26, 7] {
        table.add(key, key * key);
        table.show(&format!("add {key}"));
    }
    table.remove(10);
    table.show("remove 10");
    let there = table.indices[table.find(26)];
    println!("26 is entry {there}");

    let entry = size_of::<(u64, u64, u64)>();
    println!("with holes: {} bytes", 8 * entry);
    println!("compact:    {} bytes", 8 + 5 * entry);
}
