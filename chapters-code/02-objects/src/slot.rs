//! A place that may hold an object: [`Slot`].

use crate::word::{Object, Word};
use std::cell::Cell;
use std::marker::PhantomData;

/// A place inside an object, one word wide, that holds an object or nothing.
///
/// Changing it never hands out a reference into the place, and the old value is dropped
/// only after the new one is stored: dropping can run Python code that looks here. Like an
/// object, it stays on its thread: the counts are not atomic.
#[repr(transparent)]
#[derive(Default)]
pub struct Slot(Cell<Word>, PhantomData<Object>);

impl Slot {
    /// A place with nothing in it.
    pub const fn empty() -> Slot {
        Slot(Cell::new(0), PhantomData)
    }

    /// A place that holds `value`.
    #[inline]
    pub fn new(value: Object) -> Slot {
        Slot(Cell::new(value.into_word()), PhantomData)
    }

    /// A place that may hold a value.
    #[inline]
    pub fn from_option(value: Option<Object>) -> Slot {
        Slot(Cell::new(value.map_or(0, Object::into_word)), PhantomData)
    }

    /// A new reference to what is here.
    #[inline(always)]
    pub fn get(&self) -> Option<Object> {
        self.with(Clone::clone)
    }

    /// The bits of what is here, or zero.
    #[inline(always)]
    pub fn word(&self) -> Word {
        self.0.get()
    }

    /// Looks at what is here without taking a reference. `look` must not run Python code
    /// that could change the place; the types allow only reading.
    #[inline(always)]
    pub(crate) fn with<R>(&self, look: impl FnOnce(&Object) -> R) -> Option<R> {
        match self.0.get() {
            0 => None,
            // SAFETY: the place owns the object whose bits it holds, for as long as `look`
            // runs: the crate passes only closures that do not touch the place.
            word => Some(look(unsafe { Object::borrow_word(&raw const word) })),
        }
    }

    /// The payload of what is here, if it has that layout.
    ///
    /// # Safety
    /// It must not be used any more once anything has run that could empty the place.
    #[inline(always)]
    pub unsafe fn payload<T: crate::Payload>(&self) -> Option<&T> {
        match self.0.get() {
            0 => None,
            // SAFETY: the place owns the object for as long as the caller promises.
            _ => unsafe { Object::borrow_word(self.0.as_ptr()) }.downcast(),
        }
    }

    /// Is nothing here?
    #[inline(always)]
    pub fn is_empty(&self) -> bool {
        self.0.get() == 0
    }

    /// Takes what is here away.
    #[inline(always)]
    pub fn take(&self) -> Option<Object> {
        self.replace(None)
    }

    /// Stores a value and gives back what was here.
    #[inline(always)]
    pub fn replace(&self, value: Option<Object>) -> Option<Object> {
        let old = self.0.replace(value.map_or(0, Object::into_word));
        // SAFETY: the place owned its word, and gave it up in the line before.
        (old != 0).then(|| unsafe { Object::from_word(old) })
    }

    /// Stores a value; the old one is dropped after that.
    #[inline(always)]
    pub fn set(&self, value: Object) {
        drop(self.replace(Some(value)));
    }

    /// Empties the place.
    #[inline(always)]
    pub fn clear(&self) {
        drop(self.take());
    }

    /// Shows what is here to the collector.
    pub fn traverse(&self, visit: crate::Visit<'_>) {
        // Through a count of its own: the visitor may do anything.
        if let Some(object) = self.get() {
            visit(&object);
        }
    }
}

impl Drop for Slot {
    #[inline(always)]
    fn drop(&mut self) {
        drop(self.take());
    }
}

impl std::fmt::Debug for Slot {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.get().fmt(f)
    }
}
