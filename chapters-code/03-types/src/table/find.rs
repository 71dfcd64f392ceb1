//! How is a key found? By walking the places of its hash: with nothing but words and texts
//! where that decides, with questions to Python where it does not.

use super::indices::{Places, Slot};
use super::{Table, exact_str, hash_at_hand, hash_small_int, same_text};
use crate::name::Name;
use crate::string::Str;
use objects::{Object, Width};

/// What a lookup finds that runs no Python.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// The key, in this entry.
    At(u32),
    /// No such key.
    Nowhere,
    /// A key that only Python can compare: use [`Table::probe`].
    Ask,
}

/// What comparing with one entry says.
enum Verdict {
    Same,
    Differs,
    Unknown,
}

impl Verdict {
    #[inline(always)]
    fn of(same: bool) -> Verdict {
        match same {
            true => Verdict::Same,
            false => Verdict::Differs,
        }
    }
}

/// What the next step of a restartable lookup is.
pub enum Probe {
    /// No such key.
    Absent,
    /// The key stands in this entry: it is the same object.
    Found(usize),
    /// This entry's key has the same hash: compare, and go on if it differs.
    Candidate(usize, Object),
}

/// Where a restartable lookup has come to.
pub struct Search {
    hash: i64,
    places: Places,
    generation: u32,
}

impl Table {
    /// Walks the places of a hash, until `look` has seen the key or an empty place comes.
    #[inline(always)]
    fn walk(&self, hash: i64, look: impl Fn(usize, &Object) -> Verdict) -> Found {
        if self.is_empty() {
            return Found::Nowhere;
        }
        match self.indices.log2() {
            0..=7 => self.walk_in::<i8>(hash, look),
            8..=15 => self.walk_in::<i16>(hash, look),
            _ => self.walk_in::<i32>(hash, look),
        }
    }

    #[inline(always)]
    fn walk_in<W: Width>(&self, hash: i64, look: impl Fn(usize, &Object) -> Verdict) -> Found {
        let mut places = self.indices.places(hash);
        loop {
            // SAFETY: the table holds a key, so there is an index array (invariant 1);
            // `walk` chose its width, and places are always masked.
            match unsafe { self.indices.read::<W>(&places) } {
                Slot::Empty => return Found::Nowhere,
                Slot::Deleted => (),
                Slot::Entry(index) => {
                    // SAFETY: there is such an entry (invariant 2).
                    let entry = unsafe { self.entries.get_unchecked(index) };
                    // SAFETY: the table owns the key while `look` compares it, which
                    // cannot change the table: it runs no Python.
                    let key = unsafe { Object::borrow_word(&raw const entry.key) };
                    match look(index, key) {
                        Verdict::Same => return Found::At(index as u32),
                        Verdict::Differs => (),
                        Verdict::Unknown => return Found::Ask,
                    }
                }
            }
            places.advance();
        }
    }

    /// Finds a name by identity. If the keys are not all names, an equal string that is
    /// not interned is found too.
    #[inline]
    pub fn find_name(&self, name: &Name) -> Option<usize> {
        let found = self.walk(name.hash(), |_, own| Verdict::of(own.is(name.object())));
        match found {
            Found::At(index) => Some(index as usize),
            _ if self.other_keys.get() => self.find_str(name.str(), name.hash()),
            _ => None,
        }
    }

    /// Finds an exact `str` by its text, comparing with keys that are exact strings only.
    #[cold]
    pub fn find_str(&self, text: &Str, hash: i64) -> Option<usize> {
        let found = self.walk(hash, |_, own| {
            let own = exact_str(own).filter(|own| own.cached_hash() == Some(hash));
            Verdict::of(own.is_some_and(|own| same_text(own, text)))
        });
        match found {
            Found::At(index) => Some(index as usize),
            _ => None,
        }
    }

    /// Finds a small integer.
    pub fn find_int(&self, key: &Object, value: i64) -> Found {
        let hash = hash_small_int(value);
        self.walk(hash, |index, own| {
            if own.is(key) {
                return Verdict::Same;
            }
            // Two integers that are different words are different numbers. Any other key
            // may equal one: `True`, a float, an object with an `__eq__`.
            if own.is_small_int() || !self.hash_is(index, own, hash) {
                return Verdict::Differs;
            }
            Verdict::Unknown
        })
    }

    /// Finds a string of exactly type `str`, whose hash is known.
    pub fn find_text(&self, key: &Object, text: &Str, hash: i64) -> Found {
        if text.is_interned() && !self.other_keys.get() {
            // All keys are names, and so is this one.
            return self.walk(hash, |_, own| Verdict::of(own.is(key)));
        }
        let kind = key.header().map(|header| header.type_core());
        self.walk(hash, |index, own| {
            if own.is(key) {
                return Verdict::Same;
            }
            // Of the same type as the key, that is to say a string: most keys are.
            let alike = match (own.header(), kind) {
                (Some(header), Some(kind)) => std::ptr::eq(header.type_core(), kind),
                _ => false,
            };
            if alike {
                // SAFETY: the key has exactly the type `str`, and so it has its layout.
                let own = unsafe { own.payload_unchecked::<Str>() };
                return Verdict::of(own.cached_hash() == Some(hash) && same_text(own, text));
            }
            match exact_str(own) {
                Some(own) => Verdict::of(own.cached_hash() == Some(hash) && same_text(own, text)),
                None if self.hash_is(index, own, hash) => Verdict::Unknown,
                None => Verdict::Differs,
            }
        })
    }

    /// Starts a lookup whose comparisons may run Python.
    #[inline]
    pub fn search(&self, hash: i64) -> Search {
        Search {
            hash,
            places: self.indices.places(hash),
            generation: self.generation.get(),
        }
    }

    /// Goes on with a lookup. If a comparison took the candidate away, begin with a new
    /// [`Table::search`]: [`Table::moved`] says so.
    pub fn probe(&self, search: &mut Search, key: &Object) -> Probe {
        if self.is_empty() {
            return Probe::Absent;
        }
        loop {
            let slot = self.indices.get(&search.places);
            search.places.advance();
            let index = match slot {
                Slot::Empty => return Probe::Absent,
                Slot::Deleted => continue,
                Slot::Entry(index) => index,
            };
            let Some(entry) = self.borrow_entry(index) else {
                continue;
            };
            let own = Table::clone_word(entry.key);
            if own.is(key) {
                return Probe::Found(index);
            }
            if self.hash_is(index, &own, search.hash) {
                return Probe::Candidate(index, own);
            }
        }
    }

    /// Is the candidate of this lookup's last step no longer where it was found? Then
    /// what comparing it said means nothing, and the lookup must begin again.
    #[inline]
    pub fn moved(&self, search: &Search, index: usize, candidate: &Object) -> bool {
        search.generation != self.generation.get()
            || self.entries.get(index).map(|entry| entry.key) != Some(candidate.word())
    }

    /// Has this entry's key (which is `key`) this hash?
    #[inline(always)]
    fn hash_is(&self, index: usize, key: &Object, hash: i64) -> bool {
        if self.has_hashes.get() {
            return self.hashes.get(index) == Some(hash);
        }
        hash_at_hand(key) == Some(hash)
    }
}
