//! How does a dictionary find a key? The compact table: a small index array that is
//! probed, and entries that lie in insertion order.
//!
//! ```text
//!   indices   [ . 1 . . 0 . 2 . ]       one, two or four bytes each; `.` is empty
//!   entries   [ key value | key value | key value | (room) ]
//! ```
//!
//! Sizes, growth and the probe sequence are CPython's (`Objects/dictobject.c`), since the
//! order in which a *set* prints, and the moment at which a dictionary grows, can be
//! observed. The table itself never calls Python: a lookup that must compare keys with
//! `__eq__` walks the candidates with [`Table::probe`] and looks again if the table was
//! changed meanwhile.
//!
//! Invariants, on which the unchecked reads of lookups rest:
//!
//! 1. A table that holds a key has an index array of 2ⁿ places, n ≥ 3, of which at least
//!    one is empty.
//! 2. A place that is neither empty nor deleted holds the number of an entry that is there
//!    and not deleted.

mod find;
mod indices;

pub use find::{Found, Probe, Search};

use crate::kind::Type;
use crate::name::Name;
use crate::string::{Str, same_bytes};
use indices::{Indices, LARGEST_LOG2, Slot};
use objects::{Array, Object, OutOfMemory, Owned, Slot as SlotOf, Visit, Word};
use std::cell::Cell;

/// An ordered hash table from objects to objects.
pub struct Table {
    indices: Indices,
    entries: Array<Entry>,
    /// One hash per entry, once a key has come whose hash is not at hand.
    hashes: Array<i64>,
    has_hashes: Cell<bool>,
    counts: Cell<Counts>,
    /// Is any key no interned string? If none is, a name is found by identity alone.
    other_keys: Cell<bool>,
    /// Identifies the set of keys and their places; zero: not given out since they changed.
    version: Cell<u32>,
    /// The class whose shared keys CPython would use for this table (a *split* one): set
    /// while the table is the `__dict__` that an instance's values have become. The table
    /// has its own keys; what CPython's specialized instructions can see of the difference
    /// is asked for with [`Table::split_class`].
    split: SlotOf,
    /// Counts the index arrays that this table has had, for lookups that must notice a new
    /// one.
    generation: Cell<u32>,
}

/// How many entries are not deleted, in the lower half, and how many may still be added before
/// the table grows. One word, since both change together: two stores of half a word would keep
/// the next load of both waiting.
#[derive(Clone, Copy)]
struct Counts(u64);

impl Counts {
    #[inline(always)]
    fn new(used: u32, usable: u32) -> Counts {
        Counts(u64::from(used) | u64::from(usable) << 32)
    }

    #[inline(always)]
    fn used(self) -> u32 {
        self.0 as u32
    }

    #[inline(always)]
    fn usable(self) -> u32 {
        (self.0 >> 32) as u32
    }

    /// After an entry was added, for which there must have been room.
    #[inline(always)]
    fn one_more(self) -> Counts {
        Counts(self.0 + 1 - (1 << 32))
    }
}

/// A key and its value. Both words are owned by the table; a deleted entry has none.
#[derive(Clone, Copy)]
struct Entry {
    key: Word,
    value: Word,
}

/// The hash of an integer word (`long_hash`): its value modulo 2⁶¹ − 1.
#[inline]
pub fn hash_small_int(value: i64) -> i64 {
    const MODULUS: i64 = (1 << 61) - 1;
    if (0..MODULUS).contains(&value) {
        return value;
    }
    // Of 63 bits: what is left of a division goes the way of the number, as in C.
    match value % MODULUS {
        -1 => -2,
        hash => hash,
    }
}

/// The hash of a key that carries it, without running Python.
#[inline]
fn hash_at_hand(key: &Object) -> Option<i64> {
    match key.as_small_int() {
        Some(value) => Some(hash_small_int(value)),
        None => exact_str(key)?.cached_hash(),
    }
}

/// A string of exactly type `str`: one of a subclass may have a `__hash__` of its own.
#[inline(always)]
fn exact_str(key: &Object) -> Option<&Str> {
    let is_builtin = !key.header()?.type_core().head.is_counted();
    key.downcast::<Str>().filter(|_| is_builtin)
}

fn same_text(a: &Str, b: &Str) -> bool {
    a.width() == b.width() && same_bytes(a.raw_bytes(), b.raw_bytes())
}

impl Default for Table {
    fn default() -> Self {
        Table::empty()
    }
}

impl Table {
    /// A table without keys.
    pub const fn empty() -> Table {
        Table {
            indices: Indices::none(),
            entries: Array::empty(),
            hashes: Array::empty(),
            has_hashes: Cell::new(false),
            counts: Cell::new(Counts(0)),
            other_keys: Cell::new(false),
            version: Cell::new(0),
            split: SlotOf::empty(),
            generation: Cell::new(0),
        }
    }

    /// How many keys there are.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.counts.get().used() as usize
    }

    /// Are there no keys?
    #[inline(always)]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many entries there are, deleted ones included: the bound of [`Table::entry`].
    #[inline(always)]
    pub fn entries(&self) -> usize {
        self.entries.len()
    }

    /// Are all keys interned strings? Then a name is found by identity alone.
    #[inline(always)]
    pub fn has_only_names(&self) -> bool {
        !self.other_keys.get()
    }

    /// The version of the keys and their places; zero if none was given out since they
    /// last changed.
    #[inline(always)]
    pub fn version(&self) -> u32 {
        self.version.get()
    }

    /// Gives the keys a version, which the next change to them takes away.
    pub fn set_version(&self, version: u32) {
        self.version.set(version);
    }

    /// The base-two logarithm of the number of places in the index array.
    pub fn log2_size(&self) -> u8 {
        self.indices.log2()
    }

    /// Bytes of the index array, and entries that there is room for: for `sys.getsizeof`.
    pub fn sizes(&self) -> (usize, usize) {
        (
            self.indices.bytes(),
            self.entries.len() + self.counts.get().usable() as usize,
        )
    }

    /// What stands at a place of the index array: the number of an entry, −1 empty, −2 deleted.
    pub fn index_at(&self, place: usize) -> i32 {
        match self.indices.at(place) {
            Slot::Empty => -1,
            Slot::Deleted => -2,
            Slot::Entry(index) => index as i32,
        }
    }

    #[inline(always)]
    fn borrow_entry(&self, index: usize) -> Option<Entry> {
        self.entries.get(index).filter(|entry| entry.key != 0)
    }

    #[inline(always)]
    fn clone_word(word: Word) -> Object {
        // SAFETY: the word is of an entry, whose object the table owns while it is cloned.
        unsafe { Object::borrow_word(&raw const word) }.clone()
    }

    /// The key and value of an entry, unless it was deleted or never was.
    #[inline(always)]
    pub fn entry(&self, index: usize) -> Option<(Object, Object)> {
        let entry = self.borrow_entry(index)?;
        Some((Table::clone_word(entry.key), Table::clone_word(entry.value)))
    }

    /// Is this an entry that is not deleted?
    #[inline(always)]
    pub fn is_entry(&self, index: usize) -> bool {
        self.borrow_entry(index).is_some()
    }

    /// The first entry from `place` on that is not deleted, and moves `place` behind it.
    /// Entries can be added and taken out between two steps (`PyDict_Next`).
    #[inline]
    pub fn next(&self, place: &mut usize) -> Option<(Object, Object)> {
        let found = (*place..self.entries()).find(|&index| self.borrow_entry(index).is_some())?;
        *place = found + 1;
        self.entry(found)
    }

    /// The key of an entry.
    #[inline]
    pub fn key(&self, index: usize) -> Option<Object> {
        Some(Table::clone_word(self.borrow_entry(index)?.key))
    }

    /// The value of an entry.
    #[inline(always)]
    pub fn value(&self, index: usize) -> Option<Object> {
        Some(Table::clone_word(self.borrow_entry(index)?.value))
    }

    /// The value of an entry that is known to be there, as a word: not counted.
    #[inline(always)]
    pub fn value_word(&self, index: usize) -> Word {
        self.entries.get(index).map_or(0, |entry| entry.value)
    }

    /// Is the key of this entry `key` itself?
    #[inline(always)]
    pub fn key_is(&self, index: usize, key: &Name) -> bool {
        self.entries
            .get(index)
            .is_some_and(|entry| entry.key == key.object().word())
    }

    /// The hash of an entry's key.
    pub fn hash(&self, index: usize) -> i64 {
        if self.has_hashes.get() {
            return self.hashes.get(index).unwrap_or(0);
        }
        let key = self
            .borrow_entry(index)
            .map(|entry| Table::clone_word(entry.key));
        key.as_ref().and_then(hash_at_hand).unwrap_or(0)
    }

    fn new_generation(&self) {
        self.generation.set(self.generation.get().wrapping_add(1));
    }

    fn keys_changed(&self) {
        self.version.set(0);
    }

    /// Would CPython share the keys of a class here?
    #[inline(always)]
    pub fn is_split(&self) -> bool {
        !self.split.is_empty()
    }

    /// The class that this table shares its keys with in CPython, if it does.
    pub fn split_class(&self) -> Option<Owned<Type>> {
        self.split.get()?.into_owned().ok()
    }

    /// Says that CPython would share the keys of a class here.
    pub(crate) fn split_from(&self, class: &Type) {
        self.split.set(class.object().into_object());
    }

    /// A new key goes into the shared keys too, if there is room; else CPython makes a table
    /// with keys of its own.
    #[cold]
    fn share(&self, key: &Object) -> Result<(), OutOfMemory> {
        let Some(class) = self.split_class() else {
            return Ok(());
        };
        let shared = match Name::from_object(key) {
            Some(name) if class.shared_keys.find_name(name).is_some() => true,
            Some(name) => class.share_key(name)?.is_some(),
            None => false,
        };
        if !shared {
            self.split.clear();
        }
        Ok(())
    }

    /// Adds a key that is not there. `hash` must be the key's hash.
    pub fn add(&self, key: Object, hash: i64, value: Object) -> Result<usize, OutOfMemory> {
        if self.is_split() {
            self.share(&key)?;
        }
        if self.counts.get().usable() == 0 {
            self.resize(self.len().checked_mul(3).ok_or(OutOfMemory)?)?;
        }
        if Name::from_object(&key).is_none() {
            self.other_keys.set(true);
            if !self.has_hashes.get() && hash_at_hand(&key) != Some(hash) {
                self.keep_hashes()?;
            }
        }
        let index = self.entries.len();
        self.entries.reserve(1)?;
        if self.has_hashes.get() {
            self.hashes.push(hash)?;
        }
        self.entries.push(Entry {
            key: key.into_word(),
            value: value.into_word(),
        })?;
        self.link(&self.indices, hash, index);
        self.counts.set(self.counts.get().one_more());
        self.keys_changed();
        Ok(index)
    }

    /// Enters an entry at the first free place of its probe sequence.
    fn link(&self, indices: &Indices, hash: i64, index: usize) {
        let mut places = indices.places(hash);
        while matches!(indices.get(&places), Slot::Entry(_)) {
            places.advance();
        }
        indices.set(&places, Slot::Entry(index));
    }

    #[cold]
    fn keep_hashes(&self) -> Result<(), OutOfMemory> {
        let hashes = Array::with_capacity(self.entries.len() + 1)?;
        for index in 0..self.entries.len() {
            hashes.push(self.hash(index))?;
        }
        self.hashes.put(hashes);
        self.has_hashes.set(true);
        Ok(())
    }

    /// Makes the smallest table of at least `minimum` places (`dictresize`), without the
    /// deleted entries.
    fn resize(&self, minimum: usize) -> Result<(), OutOfMemory> {
        let mut log2 = 3;
        while (1usize << log2) < minimum {
            log2 += 1;
        }
        if log2 > LARGEST_LOG2 {
            return Err(OutOfMemory);
        }
        let usable = (2usize << log2) / 3;
        let indices = Indices::with_log2(log2)?;
        let entries = Array::with_capacity(usable.max(self.len()))?;
        if self.entries.is_empty() {
            self.begin(&indices, &entries, usable);
            return Ok(());
        }
        let hashes = Array::default();
        for index in 0..self.entries.len() {
            let Some(entry) = self.borrow_entry(index) else {
                continue;
            };
            let hash = self.hash(index);
            if self.has_hashes.get() {
                hashes.push(hash)?;
            }
            self.link(&indices, hash, entries.len());
            entries.push(entry)?;
        }
        let used = entries.len();
        self.counts
            .set(Counts::new(used as u32, (usable - used) as u32));
        self.entries.put(entries);
        self.hashes.put(hashes);
        self.indices.exchange(&indices);
        self.new_generation();
        self.keys_changed();
        Ok(())
    }

    /// Takes over arrays in which nothing lies yet.
    #[inline(always)]
    fn begin(&self, indices: &Indices, entries: &Array<Entry>, usable: usize) {
        self.counts.set(Counts::new(0, usable as u32));
        self.entries.exchange(entries);
        self.indices.exchange(indices);
        self.new_generation();
        self.keys_changed();
    }

    /// Are all keys strings of exactly type `str`?
    pub fn has_only_strings(&self) -> bool {
        (0..self.entries()).all(|index| {
            let key = self.key(index);
            key.is_none_or(|key| exact_str(&key).is_some())
        })
    }

    /// Makes room for `keys` keys in all, so that adding them does not grow the table.
    pub fn reserve(&self, keys: usize) -> Result<(), OutOfMemory> {
        let places = keys.checked_mul(3).ok_or(OutOfMemory)?.div_ceil(2);
        if keys > self.entries.len() + self.counts.get().usable() as usize {
            self.resize(places)
        } else {
            Ok(())
        }
    }

    /// Makes room for a merge with `more` keys, of which some may be here already
    /// (the beginning of `dict_merge`).
    pub fn reserve_for_merge(&self, more: usize) -> Result<(), OutOfMemory> {
        let usable = (2usize << self.indices.log2()) / 3;
        if self.indices.bytes() != 0 && more <= usable {
            return Ok(());
        }
        let keys = self.len().checked_add(more).ok_or(OutOfMemory)?;
        self.resize(keys.checked_mul(3).ok_or(OutOfMemory)?.div_ceil(2))
    }

    /// Stores a value in an entry that is there, and gives back the old one.
    #[inline(always)]
    pub fn replace(&self, index: usize, value: Object) -> Option<Object> {
        let Entry { key, value: old } = self.borrow_entry(index)?;
        self.entries.replace(
            index,
            Entry {
                key,
                value: value.into_word(),
            },
        );
        // SAFETY: the table owned the old value and holds it no longer.
        Some(unsafe { Object::from_word(old) })
    }

    /// Takes key and value of an entry, leaving it deleted.
    fn entry_taken(&self, index: usize) -> Option<(Object, Object)> {
        let entry = self.borrow_entry(index)?;
        self.entries.replace(index, Entry { key: 0, value: 0 });
        // SAFETY: the table owned both and holds them no longer.
        Some(unsafe { (Object::from_word(entry.key), Object::from_word(entry.value)) })
    }

    /// Takes an entry out. The caller drops key and value when it is ready.
    pub fn remove(&self, index: usize) -> Option<(Object, Object)> {
        self.borrow_entry(index)?;
        let mut places = self.indices.places(self.hash(index));
        while self.indices.get(&places) != Slot::Entry(index) {
            places.advance();
        }
        self.indices.set(&places, Slot::Deleted);
        let counts = self.counts.get();
        self.counts
            .set(Counts::new(counts.used() - 1, counts.usable()));
        self.keys_changed();
        self.entry_taken(index)
    }

    /// Takes the last entry out, with its hash (`dict.popitem`). The caller drops what it
    /// does not use.
    pub fn pop(&self) -> Option<(Object, Object, i64)> {
        self.split.clear();
        let index = (0..self.entries())
            .rev()
            .find(|&index| self.is_entry(index))?;
        let hash = self.hash(index);
        let (key, value) = self.remove(index)?;
        // The room of the entries let go is not given back: their places in the index array
        // stay marked as deleted (`dict_popitem_impl`).
        self.entries.truncate(index);
        self.hashes.truncate(index);
        Some((key, value, hash))
    }

    /// Takes everything out and gives it back, for the caller to drop.
    pub fn take(&self) -> Table {
        let old = Table::default();
        self.exchange(&old);
        old
    }

    /// Exchanges the contents of two tables.
    pub fn exchange(&self, other: &Table) {
        self.indices.exchange(&other.indices);
        self.entries.exchange(&other.entries);
        self.hashes.exchange(&other.hashes);
        self.has_hashes.swap(&other.has_hashes);
        self.counts.swap(&other.counts);
        self.other_keys.swap(&other.other_keys);
        for table in [self, other] {
            table.split.clear();
            table.new_generation();
            table.keys_changed();
        }
    }

    /// A table with the same keys and values: place by place if few entries are deleted
    /// (`clone_combined_dict_keys`), else without those.
    pub fn copy(&self) -> Result<Table, OutOfMemory> {
        if self.len() >= self.entries() * 2 / 3 {
            return self.clone_places();
        }
        let copy = Table::default();
        copy.reserve(self.len())?;
        let mut place = 0;
        while let Some((key, value)) = self.next(&mut place) {
            copy.add(key, self.hash(place - 1), value)?;
        }
        Ok(copy)
    }

    fn clone_places(&self) -> Result<Table, OutOfMemory> {
        let (indices, hashes) = (self.indices.copy()?, self.hashes.copy()?);
        let entries = self.entries.copy()?;
        for index in 0..entries.len() {
            // The copied words are references of their own: their counts stay taken.
            std::mem::forget(self.entry(index));
        }
        Ok(Table {
            indices,
            entries,
            hashes,
            has_hashes: self.has_hashes.clone(),
            counts: self.counts.clone(),
            other_keys: self.other_keys.clone(),
            version: Cell::new(0),
            split: SlotOf::empty(),
            generation: Cell::new(0),
        })
    }

    /// Shows every key and value to the collector.
    pub fn traverse(&self, visit: Visit<'_>) {
        self.split.traverse(visit);
        for index in 0..self.entries() {
            if let Some((key, value)) = self.entry(index) {
                visit(&key);
                visit(&value);
            }
        }
    }
}

impl Drop for Table {
    fn drop(&mut self) {
        // In the order of insertion, as CPython lets go of them.
        let entries = Array::empty();
        entries.exchange(&self.entries);
        for index in 0..entries.len() {
            if let Some(entry) = entries.get(index).filter(|entry| entry.key != 0) {
                // SAFETY: the table owned both, and nothing finds them any more.
                drop(unsafe { (Object::from_word(entry.key), Object::from_word(entry.value)) });
            }
        }
    }
}
