//! How does a list lie in memory? It is a growable array of objects. What lists *do* is a
//! later chapter.
#![forbid(unsafe_code)]

use crate::kind::Type;
use crate::raised::PyResult;
use crate::thread::Thread;
use objects::{Object, Objects, OutOfMemory, Owned, Visit, heap, payload};

/// A Python list.
#[derive(Default)]
pub struct List {
    /// The items.
    pub items: Objects,
}

payload!(List, "list", traverse);

impl List {
    /// A list of type `kind` (`list` or a subclass) with these items.
    #[inline(always)]
    pub fn of(kind: &Type, items: Objects) -> Result<Owned<List>, OutOfMemory> {
        heap().make(kind.core(), List { items })
    }

    /// How many items there are.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Are there no items?
    #[inline(always)]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// A new reference to the item at an index as Python code writes it: negative ones
    /// count from the end.
    #[inline(always)]
    pub fn get(&self, index: i64) -> Option<Object> {
        self.items.get(self.place(index)?)
    }

    /// Stores an item at an index as Python code writes it, and gives back the old one, to
    /// be dropped when Python may run; or gives the new one back as the error.
    #[inline(always)]
    pub fn set(&self, index: i64, value: Object) -> Result<Object, Object> {
        match self.place(index) {
            Some(place) => self.items.replace(place, value),
            None => Err(value),
        }
    }

    /// Adds an item at the end.
    #[inline(always)]
    pub fn push(&self, value: Object) -> Result<(), OutOfMemory> {
        self.items.push(value)
    }

    /// The place of an index; `None` if it lies before the start. (There are places beyond
    /// the end, with nothing there.)
    #[inline(always)]
    fn place(&self, index: i64) -> Option<usize> {
        if index >= 0 {
            return usize::try_from(index).ok();
        }
        let back = usize::try_from(index.unsigned_abs()).ok()?;
        self.len().checked_sub(back)
    }

    fn traverse(&self, visit: Visit<'_>) {
        self.items.traverse(visit);
    }

    fn clear(&self) {
        self.items.clear();
    }
}

impl Thread {
    /// A list of these items.
    #[inline(always)]
    pub fn list(&self, items: Objects) -> PyResult {
        Ok(List::of(self.types.list, items)?.into_object())
    }

    /// A list of the items of a vector.
    pub fn list_of(&self, items: Vec<Object>) -> PyResult {
        self.list(Objects::from_vec(items)?)
    }
}
