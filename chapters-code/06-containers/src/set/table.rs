//! In what order does a set print? In the order of its hash table, which is CPython's
//! (`Objects/setobject.c`): the same sizes, the same growth, the same places probed.
//!
//! Unlike a dictionary's table it is not compact: each place holds a key and its hash.
//! A lookup looks at up to ten neighbouring places before it jumps on, since neighbours
//! come out of memory together.

use crate::dict::same_string;
use objects::{Object, OutOfMemory, Places, Visit, Word};
use std::cell::Cell;
use std::ops::Range;
use types::{CompareOp, PyResult, Thread};

/// An open hash table of objects.
#[derive(Default)]
pub struct SetTable {
    /// 2ⁿ places, at least eight; none as long as nothing was ever added.
    places: Places,
    /// Places that are not empty: keys and dummies.
    fill: Cell<usize>,
    /// Keys.
    used: Cell<usize>,
    /// Counts the arrays that `places` has been: a lookup that ran Python must notice a new one.
    generation: Cell<u32>,
}

/// The number of a place that no key has been at. Behind a key stands its hash.
const EMPTY: i64 = 0;
/// What a removed key leaves behind, so that lookups go on past it. No key's hash is −1.
const DUMMY: i64 = -1;

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
    fn current(&self) -> Range<usize> {
        let (place, mask) = (self.place as usize, self.mask as usize);
        let last = place + LINEAR_PROBES;
        let last = if last <= mask { last } else { place };
        place..last + 1
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

/// What the first run of places says of a key, without a comparison.
enum Quick {
    Here,
    /// The empty place where the walk ends, and whether it passed a dummy.
    Absent(usize, bool),
    /// A key that may equal it stands there, or a longer walk is needed.
    Unknown,
}

impl SetTable {
    /// Looks for a key by its bits and its hash, where it stands mostly.
    #[inline(always)]
    fn quick(&self, word: Word, hash: i64) -> Quick {
        let mut dummy = false;
        for index in Runs::new(hash, self.mask()).current() {
            match self.places.look(index) {
                (own, number) if own == word && number == hash => return Quick::Here,
                (0, EMPTY) => return Quick::Absent(index, dummy),
                (0, _) => dummy = true,
                (_, number) if number == hash => return Quick::Unknown,
                _ => (),
            }
        }
        Quick::Unknown
    }

    /// The next key of another table, from a place on, that this table has (or has not, if
    /// `wanted` is false), with its hash. Comparing can change either table.
    #[inline]
    pub fn next_of(
        &self,
        t: &Thread,
        other: &SetTable,
        place: &mut usize,
        wanted: bool,
    ) -> PyResult<Option<(Object, i64)>> {
        while let Some(found) = other.next_place(*place) {
            *place = found + 1;
            let (word, hash) = other.places.look(found);
            match self.quick(word, hash) {
                Quick::Here if !wanted => continue,
                Quick::Absent(..) if wanted => continue,
                Quick::Here | Quick::Absent(..) => return Ok(other.get(found)),
                Quick::Unknown => (),
            }
            if let Some((key, hash)) = other.get(found)
                && self.contains(t, &key, hash)? == wanted
            {
                return Ok(Some((key, hash)));
            }
        }
        Ok(None)
    }

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

    #[inline(always)]
    fn mask(&self) -> usize {
        self.places() - 1
    }

    /// The key at a place, and its hash.
    #[inline(always)]
    pub fn get(&self, place: usize) -> Option<(Object, i64)> {
        self.places.get(place)
    }

    #[inline(always)]
    fn has_key(&self, place: usize) -> bool {
        self.places.look(place).0 != 0
    }

    /// The first place from `place` on that holds a key.
    #[inline]
    pub fn next_place(&self, place: usize) -> Option<usize> {
        self.places.next(place)
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
            if self.places.is_empty() {
                let empty = runs.place as usize;
                return Ok(Walk::Absent { empty, dummy });
            }
            loop {
                let Range {
                    start: mut next,
                    end,
                } = runs.current();
                while let Some((index, word, number)) = self.places.seek(next, end, hash) {
                    next = index + 1;
                    if word == 0 {
                        if number == EMPTY {
                            return Ok(Walk::Absent {
                                empty: index,
                                dummy,
                            });
                        }
                        dummy = Some(index);
                        continue;
                    }
                    if word == key.word() {
                        return Ok(Walk::Found(index));
                    }
                    let Some((candidate, _)) = self.places.get(index) else {
                        continue;
                    };
                    if let Some(same) = same_string(t, &candidate, key) {
                        if same {
                            return Ok(Walk::Found(index));
                        }
                        continue;
                    }
                    let equal = t.compare_bool(&candidate, key, CompareOp::Eq)?;
                    let moved = generation != self.generation.get();
                    if moved || self.places.look(index).0 != candidate.word() {
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

    /// As [`SetTable::glance`], looking at the first place only.
    #[inline(always)]
    pub fn glance_once(&self, key: Word, hash: i64) -> Option<bool> {
        let mask = self.places.len().wrapping_sub(1);
        let (word, number) = self.places.look(hash as usize & mask);
        match word == key {
            true => Some(true),
            false if word == 0 && number == EMPTY => Some(false),
            false => None,
        }
    }

    /// Is a key there that is a word, if that can be told by looking? Any key with its hash that
    /// is another word may equal it.
    #[inline(always)]
    pub fn glance(&self, key: Word, hash: i64) -> Option<bool> {
        let mask = self.places.len().wrapping_sub(1);
        if mask == usize::MAX {
            return Some(false);
        }
        let mut runs = Runs::new(hash, mask);
        loop {
            let Range {
                start: mut index,
                end,
            } = runs.current();
            while let Some((at, word, number)) = self.places.seek(index, end, hash) {
                match word {
                    0 if number == EMPTY => return Some(false),
                    0 => index = at + 1,
                    _ if word == key => return Some(true),
                    _ => return None,
                }
            }
            runs.advance();
        }
    }

    /// Is the key there?
    #[inline]
    pub fn contains(&self, t: &Thread, key: &Object, hash: i64) -> PyResult<bool> {
        match self.quick(key.word(), hash) {
            Quick::Here => Ok(true),
            Quick::Absent(..) => Ok(false),
            Quick::Unknown => Ok(self.find(t, key, hash)?.is_some()),
        }
    }

    /// Adds a key unless it is there; true if it was added (`set_add_entry`).
    #[inline]
    pub fn add(&self, t: &Thread, key: Object, hash: i64) -> PyResult<bool> {
        let (empty, dummy) = match self.quick(key.word(), hash) {
            Quick::Here => return Ok(false),
            Quick::Absent(empty, false) => (empty, None),
            _ => match self.walk(t, &key, hash)? {
                Walk::Found(_) => return Ok(false),
                Walk::Absent { empty, dummy } => (empty, dummy),
            },
        };
        // A comparison after the dummy was passed may have put a key there.
        let dummy = dummy.filter(|&place| !self.has_key(place));
        if self.places.is_empty() {
            self.places.exchange(&Places::new(LEAST_PLACES)?);
        }
        let nothing = self.places.put(dummy.unwrap_or(empty), key, hash);
        debug_assert!(nothing.is_none());
        self.used.set(self.used.get() + 1);
        if dummy.is_some() {
            return Ok(true);
        }
        self.fill.set(self.fill.get() + 1);
        if self.fill.get() * 5 >= self.mask() * 3
            && let Err(out_of_memory) = self.resize(self.growth())
        {
            // A full table would be searched for ever, so the key goes.
            let key = self.places.take(empty, EMPTY);
            self.fill.set(self.fill.get() - 1);
            self.used.set(self.used.get() - 1);
            drop(key);
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
        if !self.has_key(place) {
            return None;
        }
        self.used.set(self.used.get() - 1);
        self.places.take(place, DUMMY)
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
        let old = Places::new(places)?;
        self.places.exchange(&old);
        if self.fill.get() > 0 {
            old.into_each(|key, hash| link(&self.places, key, hash));
        }
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
        let verbatim = self.places() == other.places() && other.fill.get() == other.used.get();
        let new = match verbatim {
            true => other.places.copy()?,
            false => Places::new(self.places())?,
        };
        let mut place = 0;
        while !verbatim && let Some((key, hash)) = other.next(&mut place) {
            link(&new, key, hash);
        }
        self.places.exchange(&new);
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

/// Puts a key that is not there into the first empty place (`set_insert_clean`).
fn link(places: &Places, key: Object, hash: i64) {
    let mut runs = Runs::new(hash, places.len() - 1);
    loop {
        for index in runs.current() {
            if places.look(index).0 == 0 {
                drop(places.put(index, key, hash));
                return;
            }
        }
        runs.advance();
    }
}

impl Drop for SetTable {
    fn drop(&mut self) {
        if !self.places.is_empty() {
            self.places.give_up(self.used.replace(0));
        }
    }
}
