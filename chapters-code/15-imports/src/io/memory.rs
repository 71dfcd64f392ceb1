//! What do files in memory share? Items in a growing array, and a position that may lie
//! behind their end.

use objects::{Array, OutOfMemory, heap};
use std::cell::Cell;

/// The items of a file, bytes or characters.
pub(super) struct Memory<T: Copy> {
    pub(super) items: Array<T>,
    /// Where reading and writing goes on; it may lie behind the end.
    pub(super) position: Cell<usize>,
    pub(super) closed: Cell<bool>,
}

impl<T: Copy + Default> Memory<T> {
    /// An empty file, open.
    pub(super) fn new() -> Result<Self, OutOfMemory> {
        Ok(Memory {
            items: Array::with_capacity(0)?,
            position: Cell::new(0),
            closed: Cell::new(false),
        })
    }

    /// Opens the file again, empty.
    pub(super) fn reopen(&self) {
        self.items.truncate(0);
        self.position.set(0);
        self.closed.set(false);
    }

    /// Closes the file and gives its memory back.
    pub(super) fn close(&self) -> Result<(), OutOfMemory> {
        self.closed.set(true);
        self.items.put(Array::with_capacity(0)?);
        Ok(())
    }

    fn from(&self, start: usize) -> impl Iterator<Item = T> + '_ {
        (start..self.items.len()).filter_map(|at| self.items.get(at))
    }

    /// The items from the position on.
    pub(super) fn rest(&self) -> impl Iterator<Item = T> + '_ {
        self.from(self.position.get())
    }

    /// Takes up to `count` items from the position on.
    pub(super) fn take(&self, count: usize) -> Result<Vec<T>, OutOfMemory> {
        let count = count.min(self.items.len().saturating_sub(self.position.get()));
        heap().check(count.saturating_mul(size_of::<T>()))?;
        let items = self.items.part(self.position.get(), count);
        self.position.set(self.position.get() + count);
        Ok(items)
    }

    /// All items.
    pub(super) fn all(&self) -> Result<Vec<T>, OutOfMemory> {
        heap().check(self.items.len().saturating_mul(size_of::<T>()))?;
        Ok(self.items.part(0, self.items.len()))
    }

    /// Puts items at the position. Behind the end, zeros fill the gap.
    pub(super) fn put(&self, items: &[T]) -> Result<(), OutOfMemory> {
        if items.is_empty() {
            return Ok(());
        }
        let (position, length) = (self.position.get(), self.items.len());
        if position > length {
            self.items.reserve(position - length)?;
            for _ in length..position {
                self.items.push(T::default())?;
            }
        }
        self.items.splice(position, items.len(), items)?;
        self.position.set(position + items.len());
        Ok(())
    }

    /// Cuts the file off after so many items.
    pub(super) fn truncate(&self, length: usize) {
        self.items.truncate(length.min(self.items.len()));
    }
}
