//! What is a set? A hash table of keys alone.

mod algebra;
mod iterator;
mod methods;
mod slots;
mod table;

use objects::{Object, OutOfMemory, Owned, Visit, heap, payload};
use std::cell::Cell;
use types::{PyResult, Thread, Type};

pub(crate) use algebra::{difference_update, symmetric_difference_update, update};
pub use iterator::SetIterator;
pub use table::SetTable;

/// A Python `set` or `frozenset`.
#[derive(Default)]
pub struct Set {
    /// The keys.
    pub table: SetTable,
    /// The hash of a frozenset, once it was asked for.
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

    /// A set of type `kind` with the keys of an iterable (`make_new_set`).
    pub fn of(t: &Thread, kind: &Type, iterable: &Object) -> PyResult<Owned<Set>> {
        let set = Set::new(kind)?;
        update(t, &set, iterable)?;
        Ok(set)
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

    /// Takes out the next key that `pop` gives.
    fn pop(&self) -> Option<Object> {
        let from = self.finger.get() & (self.table.places() - 1);
        let place = self
            .table
            .next_place(from)
            .or_else(|| self.table.next_place(0))?;
        self.finger.set(place + 1);
        self.table.remove(place)
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

/// A frozenset of these keys, added in this order.
pub fn frozenset(t: &Thread, keys: impl IntoIterator<Item = Object>) -> PyResult {
    let set = Set::new(t.types.frozenset)?;
    for key in keys {
        set_add(t, &set, key)?;
    }
    Ok(set.into_object())
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

/// Adds the keys of an iterable (`_PySet_Update`).
pub fn set_update(t: &Thread, set: &Set, iterable: &Object) -> PyResult<()> {
    update(t, set, iterable)
}

/// Fills in the types `set` and `frozenset` and their iterator.
pub(crate) fn install(t: &Thread) -> PyResult<()> {
    for kind in [t.types.set, t.types.frozenset] {
        kind.declare::<Set>();
        slots::install(t, kind);
        methods::install(t, kind)?;
        t.ready(kind)?;
    }
    iterator::install(t)
}
