//! Where do the keys of a set lie? In [`Places`]: a row of places, each of which holds an
//! object and a number, or a number alone.

use crate::array::Array;
use crate::heap::OutOfMemory;
use crate::word::{Object, Word};

/// The places of an open hash table. Their number does not change; what they hold is changed
/// through a shared reference, and no reference into them is handed out.
#[derive(Default)]
pub struct Places(Array<Place>);

/// Owns the object whose bits `key` are; zero is none.
#[derive(Clone, Copy)]
struct Place {
    key: Word,
    number: i64,
}

impl Place {
    /// The object, with its reference.
    #[inline(always)]
    fn into_key(self) -> Option<Object> {
        // SAFETY: the place owned the object; callers have overwritten it or emptied the row.
        (self.key != 0).then(|| unsafe { Object::from_word(self.key) })
    }
}

impl Places {
    /// So many places, without objects and with zeros.
    pub fn new(count: usize) -> Result<Places, OutOfMemory> {
        let empty = Place { key: 0, number: 0 };
        Ok(Places(Array::repeat(empty, count)?))
    }

    /// A row of the same objects and numbers.
    pub fn copy(&self) -> Result<Places, OutOfMemory> {
        let copy = self.0.copy()?;
        let mut index = 0;
        while let Some(place) = copy.find_from(index, |place| place.key != 0) {
            // The copied words are references of their own: their counts stay taken.
            std::mem::forget(self.get(place));
            index = place + 1;
        }
        Ok(Places(copy))
    }

    /// How many places there are.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Are there none?
    #[inline(always)]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What lies at a place, for looking only: the bits of the object, or zero, and the
    /// number. Where there is no place, both are zero.
    #[inline(always)]
    pub fn look(&self, index: usize) -> (Word, i64) {
        match self.0.get(index) {
            Some(place) => (place.key, place.number),
            None => (0, 0),
        }
    }

    /// The first place from `index` on in which an object lies.
    #[inline(always)]
    pub fn next(&self, index: usize) -> Option<usize> {
        self.0.find_from(index, |place| place.key != 0)
    }

    /// The first place from `index` on and before `end` that has this number or no object, and
    /// what lies there, as [`Places::look`] says it.
    #[inline(always)]
    pub fn seek(&self, index: usize, end: usize, number: i64) -> Option<(usize, Word, i64)> {
        let wanted = |place: &Place| place.number == number || place.key == 0;
        let (index, place) = self.0.find_between(index, end, wanted)?;
        Some((index, place.key, place.number))
    }

    /// A new reference to the object at a place, and its number.
    #[inline(always)]
    pub fn get(&self, index: usize) -> Option<(Object, i64)> {
        let place = self.0.get(index)?;
        // SAFETY: the place owns the object while it is cloned.
        (place.key != 0)
            .then(|| unsafe { Object::borrow_word(&raw const place.key) }.clone())
            .map(|key| (key, place.number))
    }

    /// Puts an object and its number into a place, and gives back what lay there for the
    /// caller to drop; the object itself, where there is no such place.
    #[inline(always)]
    pub fn put(&self, index: usize, key: Object, number: i64) -> Option<Object> {
        let key = key.into_word();
        match self.0.replace(index, Place { key, number }) {
            Some(old) => old.into_key(),
            None => Place { key, number }.into_key(),
        }
    }

    /// Takes the object out of a place, for the caller to drop, and leaves a number there.
    #[inline(always)]
    pub fn take(&self, index: usize, number: i64) -> Option<Object> {
        self.0.replace(index, Place { key: 0, number })?.into_key()
    }

    /// Exchanges two rows.
    pub fn exchange(&self, other: &Places) {
        self.0.exchange(&other.0);
    }

    /// Hands out every object with its number, in order. What `each` does not take by the
    /// time it panics is lost.
    pub fn into_each(self, mut each: impl FnMut(Object, i64)) {
        // The row is empty from here on: dropping it finds nothing to give back.
        let places = Array::default();
        places.exchange(&self.0);
        let mut index = 0;
        while let Some(place) = places.get(index) {
            if let Some(key) = place.into_key() {
                each(key, place.number);
            }
            index += 1;
        }
    }

    /// Drops the objects and the places. `count` says how many objects there are: places
    /// behind the last of them are not looked at.
    pub fn give_up(&self, count: usize) {
        // Nobody finds the places while their objects go, which may run Python.
        let places = Array::default();
        places.exchange(&self.0);
        let (mut left, mut index) = (count, 0);
        while left > 0
            && let Some(place) = places.get(index)
        {
            if let Some(key) = place.into_key() {
                left -= 1;
                drop(key);
            }
            index += 1;
        }
    }
}

impl Drop for Places {
    fn drop(&mut self) {
        self.give_up(usize::MAX);
    }
}
