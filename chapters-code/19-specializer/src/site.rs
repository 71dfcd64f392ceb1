//! Where does an instruction keep what it has learned? In the code units behind it: its
//! [`Site`] is the instruction, its cache and what follows.
#![forbid(unsafe_code)]

use crate::counter;
use frames::Executable;
use objects::Word;
use std::cell::Cell;

/// An instruction of running code with all code units behind it.
#[derive(Clone, Copy)]
pub struct Site<'a> {
    units: &'a [Cell<u16>],
    offset: usize,
}

/// Where the fields of the caches begin, in code units from the instruction on.
pub mod field {
    /// Every cache.
    pub const COUNTER: usize = 1;
    /// `LOAD_GLOBAL`
    pub const GLOBAL_INDEX: usize = 2;
    /// `LOAD_GLOBAL`: two units.
    pub const MODULE_VERSION: usize = 3;
    /// `LOAD_GLOBAL`
    pub const BUILTIN_VERSION: usize = 5;
    /// `COMPARE_OP`
    pub const MASK: usize = 2;
    /// `LOAD_ATTR`, `STORE_ATTR`, `LOAD_METHOD`, `BINARY_SUBSCR`: two units.
    pub const TYPE_VERSION: usize = 2;
    /// `LOAD_ATTR`, `STORE_ATTR`
    pub const ATTR_INDEX: usize = 4;
    /// `BINARY_SUBSCR`
    pub const GETITEM_VERSION: usize = 4;
    /// `LOAD_METHOD`
    pub const DICT_OFFSET: usize = 4;
    /// `LOAD_METHOD`: two units.
    pub const KEYS_VERSION: usize = 5;
    /// `LOAD_METHOD`: four units, also where a pointer needs two.
    pub const DESCRIPTOR: usize = 7;
    /// `CALL`: two units.
    pub const FUNCTION_VERSION: usize = 2;
    /// `CALL`
    pub const MIN_ARGS: usize = 4;
}

impl<'a> Site<'a> {
    /// The instruction at an offset in code units; `None` if the code ends before.
    pub fn at(code: &'a Executable, offset: usize) -> Option<Site<'a>> {
        let units = code.units();
        (offset < units.len()).then_some(Site { units, offset })
    }

    fn unit(self, field: usize) -> Option<&'a Cell<u16>> {
        self.units.get(self.offset + field)
    }

    /// Where the instruction is, in code units.
    pub fn offset(self) -> usize {
        self.offset
    }

    /// What a code unit holds; zero behind the end, where no cache of a verified code object
    /// reaches.
    pub fn get(self, field: usize) -> u16 {
        self.unit(field).map_or(0, Cell::get)
    }

    /// Writes a code unit of the cache.
    pub fn set(self, field: usize, value: u16) {
        if let Some(unit) = self.unit(field) {
            unit.set(value);
        }
    }

    /// Two units as one number, the lower half first.
    pub fn get_u32(self, field: usize) -> u32 {
        u32::from(self.get(field)) | u32::from(self.get(field + 1)) << 16
    }

    /// Writes two units.
    pub fn set_u32(self, field: usize, value: u32) {
        self.set(field, value as u16);
        self.set(field + 1, (value >> 16) as u16);
    }

    /// Four units as a word.
    pub fn get_word(self, field: usize) -> Word {
        Word::from(self.get_u32(field)) | Word::from(self.get_u32(field + 2)) << 32
    }

    /// Writes four units. The word is borrowed: see [`crate::invariant`].
    pub fn set_word(self, field: usize, word: Word) {
        self.set_u32(field, word as u32);
        self.set_u32(field + 2, (word >> 32) as u32);
    }

    /// The operation, as it stands now.
    pub fn operation(self) -> u8 {
        self.get(0) as u8
    }

    /// The operation `distance` units later.
    pub fn operation_after(self, distance: usize) -> u8 {
        self.get(distance) as u8
    }

    /// The lower eight bits of the argument `distance` units later.
    pub fn argument_after(self, distance: usize) -> u8 {
        (self.get(distance) >> 8) as u8
    }

    /// Writes another operation over this one; the argument stays.
    pub fn rewrite(self, operation: u8) {
        self.set(0, self.get(0) & 0xFF00 | u16::from(operation));
    }

    /// The counter.
    pub fn counter(self) -> u16 {
        self.get(field::COUNTER)
    }

    /// Sets the counter.
    pub fn set_counter(self, counter: u16) {
        self.set(field::COUNTER, counter);
    }

    /// Becomes a specialized instruction, with a fresh counter of misses.
    pub fn specialize(self, operation: u8) {
        self.rewrite(operation);
        self.set_counter(counter::MISSES);
    }

    /// Stays adaptive, and waits twice as long as before.
    pub fn back_off(self) {
        self.set_counter(counter::backoff(self.counter()));
    }
}
