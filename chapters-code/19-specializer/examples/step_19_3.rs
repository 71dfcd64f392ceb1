//! A name found once, and found again without looking: the version of a table's keys.

use std::cell::Cell;
use std::fmt::Write;

/// A dictionary: keys and values in their order, and a version of the keys.
#[derive(Default)]
struct Table {
    entries: Vec<(&'static str, i64)>,
    version: Cell<u32>,
}

impl Table {
    fn set(&mut self, key: &'static str, value: i64) {
        match self.entries.iter_mut().find(|entry| entry.0 == key) {
            Some(entry) => entry.1 = value,
            None => {
                self.entries.push((key, value));
                self.version.set(0);
            }
        }
    }

    /// The version of the keys, given out now if they have none.
    fn version(&self, next: &Cell<u32>) -> u32 {
        if self.version.get() == 0 {
            self.version.set(next.get());
            next.set(next.get() + 1);
        }
        self.version.get()
    }
}

/// The cache of one `LOAD_GLOBAL`.
#[derive(Default)]
struct Cache {
    version: u32,
    index: usize,
}

/// Loads a name: from the index in the cache if the keys are what they were, else by looking.
fn load(table: &Table, name: &str, cache: &mut Cache, next: &Cell<u32>) -> (i64, &'static str) {
    if cache.version != 0 && table.version.get() == cache.version {
        return (table.entries[cache.index].1, "hit");
    }
    let index = table.entries.iter().position(|entry| entry.0 == name);
    let index = index.expect("the name is there");
    *cache = Cache {
        version: table.version(next),
        index,
    };
    (table.entries[index].1, "looked up")
}

/// What is printed.
pub fn report() -> String {
    let mut out = String::new();
    let (mut globals, mut cache, next) = (Table::default(), Cache::default(), Cell::new(1));
    globals.set("limit", 10);
    let _ = writeln!(out, "{:?}", load(&globals, "limit", &mut cache, &next));
    let _ = writeln!(out, "{:?}", load(&globals, "limit", &mut cache, &next));
    globals.set("limit", 11);
    let _ = writeln!(
        out,
        "{:?}  after limit = 11",
        load(&globals, "limit", &mut cache, &next)
    );
    globals.set("other", 1);
    let _ = writeln!(
        out,
        "{:?}  after other = 1",
        load(&globals, "limit", &mut cache, &next)
    );
    let _ = writeln!(out, "{:?}", load(&globals, "limit", &mut cache, &next));
    out
}

fn main() {
    print!("{}", report());
}
