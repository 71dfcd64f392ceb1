//! In what order does a set print? In the order of its hash table, which is CPython's
//! (`Objects/setobject.c`): the same sizes, the same growth, the same places probed.
//!
//! Unlike a dictionary's table it is not compact: each place holds a key and its hash.
//! A lookup looks at up to ten neighbouring places before it jumps on, since neighbours
//! come out of memory together.

use crate::dict::same_string;
use objects::{Array, Object, OutOfMemory, Visit, Word};
use std::cell::Cell;
use types::{CompareOp, PyResult, Thread};

/// An open hash table of objects.
#[derive(Default)]
pub struct SetTable {
    /// 2ⁿ places, at least eight; none as long as nothing was ever added.
    places: Array<Place>,
    /// Places that are not empty: keys and dummies.
    fill: Cell<usize>,
    /// Keys.
    used: Cell<usize>,
    /// Counts the arrays that `places` has been: a lookup that ran Python must notice a new one.
    generation: Cell<u32>,
}

/// A place of the table. The key is owned by the table.
#[derive(Clone, Copy)]
struct Place {
    key: Word,
    hash: i64,
}

const EMPTY: Place = Place { key: 0, hash: 0 };
/// What a removed key leaves behind, so that lookups go on past it. No key's hash is −1.
const DUMMY: Place = Place { key: 0, hash: -1 };

const LEAST_PLACES: usize = 8;
const LINEAR_PROBES: usize = 9;
const PERTURB_SHIFT: u32 = 5;

/// Where a lookup ends.
enum Walk {
    /// At the key.
    Found(usize),
    /// At a place where the key can be put.
    Absent {
        /// The empty place that ended the lookup.
        empty: usize,
        /// The last dummy on the way.
        dummy: Option<usize>,
    },
}

/// The runs of places that a hash leads to; endless.
struct Runs {
    mask: u64,
    place: u64,
    perturb: u64,
}

impl Runs {
    #[inline(always)]
    fn new(hash: i64, mask: usize) -> Runs {
        Runs {
            mask: mask as u64,
            place: hash as u64 & mask as u64,
            perturb: hash as u64,
        }
    }

    /// The neighbours that are looked at together.
    #[inline(always)]
    fn current(&self) -> std::ops::RangeInclusive<usize> {
        let (place, mask) = (self.place as usize, self.mask as usize);
        let last = place + LINEAR_PROBES;
        place..=if last <= mask { last } else { place }
    }

    #[inline(always)]
    fn advance(&mut self) {
        self.perturb >>= PERTURB_SHIFT;
        self.place = self
            .place
            .wrapping_mul(5)
            .wrapping_add(1)
            .wrapping_add(self.perturb)
            & self.mask;
    }
}

#[inline(always)]
fn clone_key(key: Word) -> Object {
    // SAFETY: the word is of a place whose key the table owns while it is cloned.
    unsafe { Object::borrow_word(&raw const key) }.clone()
}

#[inline(always)]
fn given_up(key: Word) -> Object {
    // SAFETY: the table owned the key, and its place was overwritten before.
    unsafe { Object::from_word(key) }
}

impl SetTable {
    /// How many keys there are.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.used.get()
    }

    /// Are there no keys?
    #[inline(always)]
    pub fn is_empty(&self) -> bool {
        self.used.get() == 0
    }

    /// How many places the table has: the bound of [`SetTable::get`].
    #[inline(always)]
    pub fn places(&self) -> usize {
        self.places.len().max(LEAST_PLACES)
    }

    fn mask(&self) -> usize {
        self.places() - 1
    }

    #[inline(always)]
    fn place(&self, place: usize) -> Place {
        self.places.get(place).unwrap_or(EMPTY)
    }

    /// The key at a place, and its hash.
    #[inline(always)]
    pub fn get(&self, place: usize) -> Option<(Object, i64)> {
        let Place { key, hash } = self.place(place);
        (key != 0).then(|| (clone_key(key), hash))
    }

    /// The first place from `place` on that holds a key.
    #[inline]
    pub fn next_place(&self, place: usize) -> Option<usize> {
        (place..self.places.len()).find(|&place| self.place(place).key != 0)
    }

    /// The keys and hashes from a place on, and the place to go on from (`set_next`).
    #[inline]
    pub fn next(&self, place: &mut usize) -> Option<(Object, i64)> {
        let found = self.next_place(*place)?;
        *place = found + 1;
        self.get(found)
    }

    /// Walks the places of a hash until the key or an empty place is found. Comparing can
    /// run Python, which can change this very table: the walk starts again then.
    #[inline]
    fn walk(&self, t: &Thread, key: &Object, hash: i64) -> PyResult<Walk> {
        'restart: loop {
            let generation = self.generation.get();
            let mut runs = Runs::new(hash, self.mask());
            let mut dummy = None;
            loop {
                for index in runs.current() {
                    let place = self.place(index);
                    if place.key == 0 {
                        if place.hash == EMPTY.hash {
                            return Ok(Walk::Absent {
                                empty: index,
                                dummy,
                            });
                        }
                        dummy = Some(index);
                        continue;
                    }
                    if place.hash != hash {
                        continue;
                    }
                    if place.key == key.word() {
                        return Ok(Walk::Found(index));
                    }
                    let candidate = clone_key(place.key);
                    if let Some(same) = same_string(t, &candidate, key) {
                        if same {
                            return Ok(Walk::Found(index));
                        }
                        continue;
                    }
                    let equal = t.compare_bool(&candidate, key, CompareOp::Eq)?;
                    let moved = generation != self.generation.get();
                    if moved || self.place(index).key != candidate.word() {
                        continue 'restart;
                    }
                    if equal {
                        return Ok(Walk::Found(index));
                    }
                }
                runs.advance();
            }
        }
    }

    /// The place of a key (`set_lookkey`).
    #[inline]
    pub fn find(&self, t: &Thread, key: &Object, hash: i64) -> PyResult<Option<usize>> {
        match self.walk(t, key, hash)? {
            Walk::Found(place) => Ok(Some(place)),
            Walk::Absent { .. } => Ok(None),
        }
    }

    /// Is the key there?
    #[inline]
    pub fn contains(&self, t: &Thread, key: &Object, hash: i64) -> PyResult<bool> {
        Ok(self.find(t, key, hash)?.is_some())
    }

    /// Adds a key unless it is there; true if it was added (`set_add_entry`).
    #[inline]
    pub fn add(&self, t: &Thread, key: Object, hash: i64) -> PyResult<bool> {
        let (empty, dummy) = match self.walk(t, &key, hash)? {
            Walk::Found(_) => return Ok(false),
            Walk::Absent { empty, dummy } => (empty, dummy),
        };
        // A comparison after the dummy was passed may have put a key there.
        let dummy = dummy.filter(|&place| self.place(place).key == 0);
        if self.places.is_empty() {
            self.places.put(no_keys(LEAST_PLACES)?);
        }
        let key = key.into_word();
        self.places
            .replace(dummy.unwrap_or(empty), Place { key, hash });
        self.used.set(self.used.get() + 1);
        if dummy.is_some() {
            return Ok(true);
        }
        self.fill.set(self.fill.get() + 1);
        if self.fill.get() * 5 >= self.mask() * 3
            && let Err(out_of_memory) = self.resize(self.growth())
        {
            // A table without an empty place would be searched for ever, so the key goes.
            self.places.replace(empty, EMPTY);
            self.fill.set(self.fill.get() - 1);
            self.used.set(self.used.get() - 1);
            drop(given_up(key));
            return Err(out_of_memory.into());
        }
        Ok(true)
    }

    /// What the table is resized for when it is full.
    fn growth(&self) -> usize {
        let used = self.used.get();
        used.saturating_mul(if used > 50_000 { 2 } else { 4 })
    }

    /// Takes a key out and gives it back, for the caller to drop.
    pub fn remove(&self, place: usize) -> Option<Object> {
        let key = self.place(place).key;
        if key == 0 {
            return None;
        }
        self.places.replace(place, DUMMY);
        self.used.set(self.used.get() - 1);
        Some(given_up(key))
    }

    /// Rebuilds the table with more places than `more_than`, without dummies
    /// (`set_table_resize`).
    pub(crate) fn resize(&self, more_than: usize) -> Result<(), OutOfMemory> {
        let places = more_than
            .checked_add(1)
            .and_then(usize::checked_next_power_of_two)
            .ok_or(OutOfMemory)?
            .max(LEAST_PLACES);
        if places == self.places() && self.fill.get() == self.used.get() && places == LEAST_PLACES {
            return Ok(());
        }
        let new = no_keys(places)?;
        for index in 0..self.places.len() {
            let place = self.place(index);
            if place.key != 0 {
                link(&new, place);
            }
        }
        self.places.put(new);
        self.fill.set(self.used.get());
        self.new_generation();
        Ok(())
    }

    /// Removes the dummies if there are many (the end of `set_difference_update_internal`).
    pub(crate) fn tidy(&self) -> Result<(), OutOfMemory> {
        if self.fill.get() - self.used.get() <= self.mask() / 4 {
            return Ok(());
        }
        self.resize(self.growth())
    }

    /// Makes room for `more` keys, as before a merge.
    pub(crate) fn reserve(&self, more: usize) -> Result<(), OutOfMemory> {
        if (self.fill.get().saturating_add(more)).saturating_mul(5) >= self.mask() * 3 {
            self.resize(self.used.get().saturating_add(more).saturating_mul(2))?;
        }
        Ok(())
    }

    /// Fills this table, which must be empty, with the keys of another. Keys that are known
    /// to differ need no comparison, so no Python runs.
    fn fill_from(&self, other: &SetTable) -> Result<(), OutOfMemory> {
        let new = no_keys(self.places())?;
        let verbatim = self.places() == other.places() && other.fill.get() == other.used.get();
        for index in 0..other.places.len() {
            let place = other.place(index);
            if place.key == 0 {
                continue;
            }
            let own = Place {
                key: clone_key(place.key).into_word(),
                hash: place.hash,
            };
            if verbatim {
                new.replace(index, own);
            } else {
                link(&new, own);
            }
        }
        self.places.put(new);
        self.fill.set(other.used.get());
        self.used.set(other.used.get());
        self.new_generation();
        Ok(())
    }

    /// Adds the keys of another table (`set_merge`).
    pub fn merge(&self, t: &Thread, other: &SetTable) -> PyResult<()> {
        if std::ptr::eq(self, other) || other.is_empty() {
            return Ok(());
        }
        self.reserve(other.len())?;
        if self.fill.get() == 0 {
            return Ok(self.fill_from(other)?);
        }
        // Comparisons can change the other table, so its bound is asked for each time.
        let mut place = 0;
        while let Some((key, hash)) = other.next(&mut place) {
            self.add(t, key, hash)?;
        }
        Ok(())
    }

    /// Takes everything out and gives it back, for the caller to drop.
    pub fn take(&self) -> SetTable {
        let old = SetTable::default();
        self.exchange(&old);
        old
    }

    /// Exchanges the contents of two tables.
    pub fn exchange(&self, other: &SetTable) {
        self.places.exchange(&other.places);
        self.fill.swap(&other.fill);
        self.used.swap(&other.used);
        self.new_generation();
        other.new_generation();
    }

    fn new_generation(&self) {
        self.generation.set(self.generation.get().wrapping_add(1));
    }

    /// Shows every key to the collector.
    pub fn traverse(&self, visit: Visit<'_>) {
        let mut place = 0;
        while let Some((key, _)) = self.next(&mut place) {
            visit(&key);
        }
    }
}

/// Empty places.
fn no_keys(places: usize) -> Result<Array<Place>, OutOfMemory> {
    Array::repeat(EMPTY, places)
}

/// Puts a key that is not there into the first empty place (`set_insert_clean`).
fn link(places: &Array<Place>, new: Place) {
    let mut runs = Runs::new(new.hash, places.len() - 1);
    loop {
        for index in runs.current() {
            if places.get(index).is_some_and(|place| place.key == 0) {
                places.replace(index, new);
                return;
            }
        }
        runs.advance();
    }
}

impl Drop for SetTable {
    fn drop(&mut self) {
        let mut left = self.used.replace(0);
        for index in 0..self.places.len() {
            if left == 0 {
                break;
            }
            let key = self.place(index).key;
            if key != 0 {
                left -= 1;
                self.places.replace(index, EMPTY);
                drop(given_up(key));
            }
        }
    }
}
