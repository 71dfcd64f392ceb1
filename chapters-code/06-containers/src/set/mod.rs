//! What is a set? A hash table of keys alone.

mod table;

use objects::{Object, OutOfMemory, Owned, Visit, heap, payload};
use std::cell::Cell;
use types::{PyResult, Thread, Type};

pub use table::SetTable;

/// A Python `set` or `frozenset`.
#[derive(Default)]
pub struct Set {
    /// The keys.
    pub table: SetTable,
    /// The hash of a frozenset, once it was asked for; −1 until then.
    hash: Cell<Option<i64>>,
    /// Where `pop` goes on looking.
    finger: Cell<usize>,
}

payload!(Set, "set", traverse);

impl Set {
    /// An empty set of type `kind` (`set`, `frozenset` or a subclass).
    pub fn new(kind: &Type) -> Result<Owned<Set>, OutOfMemory> {
        heap().make(kind.core(), Set::default())
    }

    /// How many keys there are.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.table.len()
    }

    /// Are there no keys?
    #[inline(always)]
    pub fn is_empty(&self) -> bool {
        self.table.is_empty()
    }

    fn traverse(&self, visit: Visit<'_>) {
        self.table.traverse(visit);
    }

    fn clear(&self) {
        drop(self.table.take());
    }
}

/// An empty set.
#[inline]
pub fn set(t: &Thread) -> PyResult<Owned<Set>> {
    Ok(Set::new(t.types.set)?)
}

/// Adds a key to a set (`PySet_Add`); true if it was not there.
#[inline]
pub fn set_add(t: &Thread, set: &Set, key: Object) -> PyResult<bool> {
    let hash = t.hash(&key)?;
    set.table.add(t, key, hash)
}

/// Is a key in a set?
#[inline]
pub fn set_contains(t: &Thread, set: &Set, key: &Object) -> PyResult<bool> {
    let hash = t.hash(key)?;
    set.table.contains(t, key, hash)
}
