//! What walks over a string's characters? [`StrIterator`].

use crate::walk::{self, Place, Walk, this};
use objects::{Object, Owned, Visit, heap, payload};
use types::{Chars, PyResult, Str, Thread, Version};

/// `str_iterator`, and 3.11's `str_ascii_iterator`.
pub struct StrIterator {
    text: Owned<Str>,
    place: Place,
}

payload!(StrIterator, "str_iterator", traverse);

impl StrIterator {
    fn traverse(&self, visit: Visit<'_>) {
        visit(self.text.as_object());
    }

    /// Strings are not what cycles are broken at.
    fn clear(&self) {}

    /// The next character.
    #[inline]
    pub fn next(&self, t: &Thread) -> PyResult<Option<Object>> {
        match self.place.advance(|index| self.text.chars().get(index)) {
            Some(char @ 0..=0xFF) => t.latin1_char(char as u8).map(Some),
            Some(char) => t.str_of(&[char]).map(Some),
            None => Ok(None),
        }
    }

    /// The next character, if there is one and it is at hand.
    #[inline(always)]
    pub fn try_step(&self, t: &Thread) -> Option<Object> {
        let Chars::One(chars) = self.text.chars() else {
            return None;
        };
        let char = self
            .place
            .try_advance(|index| t.known_latin1_char(*chars.get(index)?))?;
        Some(char.clone())
    }
}

impl Walk for StrIterator {
    fn place(&self) -> &Place {
        &self.place
    }

    fn source(&self) -> &Object {
        self.text.as_object()
    }

    fn length(&self) -> usize {
        self.text.len()
    }

    fn empty(t: &Thread) -> PyResult {
        t.empty_str()
    }
}

pub(super) fn iter(t: &Thread, object: &Object) -> PyResult {
    let text = object
        .clone()
        .into_owned::<Str>()
        .map_err(|_| t.type_error("a str was expected"))?;
    let kind = match t.version {
        Version::V311 if text.is_ascii() => t.types.str_ascii_iterator,
        _ => t.types.str_iterator,
    };
    let place = Place::default();
    Ok(heap()
        .make(kind.core(), StrIterator { text, place })?
        .into_object())
}

fn next(t: &Thread, object: &Object) -> PyResult<Option<Object>> {
    this::<StrIterator>(t, object)?.next(t)
}

pub(super) fn install(t: &Thread) -> PyResult<()> {
    walk::install::<StrIterator>(t, t.types.str_iterator, next)?;
    walk::install::<StrIterator>(t, t.types.str_ascii_iterator, next)
}
