//! Where does `StringIO` keep its characters? In a byte each, until one comes that needs more;
//! in four bytes each from then on.

use super::memory::Memory;
use super::newlines::Newline;
use objects::{OutOfMemory, heap};
use std::cell::Cell;
use types::{Chars, PyResult, Thread};

/// A file of characters in memory.
pub(super) struct TextMemory {
    narrow: Memory<u8>,
    wide: Memory<u32>,
    is_wide: Cell<bool>,
}

/// Does the same with the memory that is in use, whichever it is.
macro_rules! in_use {
    ($own:expr, $file:ident => $action:expr) => {
        match $own.is_wide.get() {
            true => {
                let $file = &$own.wide;
                $action
            }
            false => {
                let $file = &$own.narrow;
                $action
            }
        }
    };
}

impl TextMemory {
    /// An empty file, open.
    pub(super) fn new() -> Result<Self, OutOfMemory> {
        Ok(TextMemory {
            narrow: Memory::new()?,
            wide: Memory::new()?,
            is_wide: Cell::new(false),
        })
    }

    /// Is it closed?
    pub(super) fn is_closed(&self) -> bool {
        in_use!(self, file => file.closed.get())
    }

    /// Opens the file again, empty.
    pub(super) fn reopen(&self) {
        self.narrow.reopen();
        self.wide.reopen();
        self.is_wide.set(false);
    }

    /// Closes the file and gives its memory back.
    pub(super) fn close(&self) -> Result<(), OutOfMemory> {
        self.narrow.close()?;
        self.wide.close()
    }

    /// How many characters there are.
    pub(super) fn len(&self) -> usize {
        in_use!(self, file => file.items.len())
    }

    /// Where reading and writing goes on.
    pub(super) fn position(&self) -> usize {
        in_use!(self, file => file.position.get())
    }

    /// Goes on somewhere else.
    pub(super) fn seek(&self, position: usize) {
        in_use!(self, file => file.position.set(position));
    }

    /// Cuts the file off after so many characters.
    pub(super) fn truncate(&self, length: usize) {
        in_use!(self, file => file.truncate(length));
    }

    /// Takes up to `count` characters from the position on.
    pub(super) fn take(&self, t: &Thread, count: usize) -> PyResult {
        match self.is_wide.get() {
            true => t.str_of(&self.wide.take(count)?),
            false => t.str_latin1(&self.narrow.take(count)?),
        }
    }

    /// All characters.
    pub(super) fn all(&self, t: &Thread) -> PyResult {
        match self.is_wide.get() {
            true => t.str_of(&self.wide.all()?),
            false => t.str_latin1(&self.narrow.all()?),
        }
    }

    /// How many characters the line at the position has, with its end.
    pub(super) fn line_length(&self, newline: Newline) -> usize {
        if self.is_wide.get() {
            return newline.line_length(self.wide.rest());
        }
        match newline {
            // These are the lines that are mostly read: the end is one character.
            Newline::Feed | Newline::Translated => {
                let (items, position) = (&self.narrow.items, self.narrow.position.get());
                match items.find(position, b'\n') {
                    Some(end) => end + 1 - position,
                    None => items.len().saturating_sub(position),
                }
            }
            _ => newline.line_length(self.narrow.rest().map(u32::from)),
        }
    }

    /// Puts characters at the position. Behind the end, zeros fill the gap.
    pub(super) fn put(&self, chars: Chars<'_>) -> Result<(), OutOfMemory> {
        if let (Chars::One(chars), false) = (chars, self.is_wide.get()) {
            return self.narrow.put(chars);
        }
        heap().check(chars.len().saturating_mul(4))?;
        let chars: Vec<u32> = chars.iter().collect();
        if !self.is_wide.get() {
            let narrow = chars.iter().map(|char| u8::try_from(*char));
            if let Ok(narrow) = narrow.collect::<Result<Vec<u8>, _>>() {
                return self.narrow.put(&narrow);
            }
            self.widen()?;
        }
        self.wide.put(&chars)
    }

    /// Gives every character four bytes.
    #[cold]
    fn widen(&self) -> Result<(), OutOfMemory> {
        heap().check(self.len().saturating_mul(4))?;
        let chars: Vec<u32> = self.narrow.all()?.into_iter().map(u32::from).collect();
        self.wide.reopen();
        self.wide.put(&chars)?;
        self.wide.position.set(self.narrow.position.get());
        self.is_wide.set(true);
        self.narrow.close()?;
        self.narrow.reopen();
        Ok(())
    }
}
