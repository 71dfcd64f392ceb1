//! The index array of a table: which places a hash leads to, and what stands there.

use objects::{Array, OutOfMemory, Width};
use std::cell::Cell;

/// The index array: 2ⁿ places of one, two or four bytes, whichever the numbers of as
/// many entries need.
pub(super) struct Indices {
    bytes: Array<u8>,
    log2: Cell<u8>,
}

/// What stands at a place of the index array.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    /// Nothing ever did.
    Empty,
    /// An entry that is gone: lookups go on past it.
    Deleted,
    /// The number of an entry.
    Entry(usize),
}

const EMPTY: i32 = -1;
const DELETED: i32 = -2;
const PERTURB_SHIFT: u32 = 5;
/// The largest table has 2³⁰ places.
pub(super) const LARGEST_LOG2: u8 = 30;

impl Slot {
    #[inline(always)]
    fn of(number: i32) -> Slot {
        match number {
            EMPTY => Slot::Empty,
            0.. => Slot::Entry(number as usize),
            _ => Slot::Deleted,
        }
    }

    fn number(self) -> i32 {
        match self {
            Slot::Empty => EMPTY,
            Slot::Deleted => DELETED,
            // A table has fewer than 2³¹ entries.
            Slot::Entry(index) => index as i32,
        }
    }
}

/// The bytes of one place.
const fn width(log2: u8) -> usize {
    match log2 {
        0..=7 => 1,
        8..=15 => 2,
        _ => 4,
    }
}

impl Indices {
    /// No places at all.
    pub(super) const fn none() -> Indices {
        Indices {
            bytes: Array::empty(),
            log2: Cell::new(0),
        }
    }

    /// An array of 2ⁿ empty places.
    pub(super) fn with_log2(log2: u8) -> Result<Indices, OutOfMemory> {
        let size = width(log2) << log2;
        let bytes = Array::with_capacity(size)?;
        // All bits set is −1 in every width: empty.
        bytes.fill(size, 0xFF)?;
        let log2 = Cell::new(log2);
        Ok(Indices { bytes, log2 })
    }

    /// The base-two logarithm of the number of places.
    #[inline(always)]
    pub(super) fn log2(&self) -> u8 {
        self.log2.get()
    }

    /// The bytes of all places.
    pub(super) fn bytes(&self) -> usize {
        self.bytes.len()
    }

    /// What stands at the current place of a sequence.
    #[inline]
    pub(super) fn get(&self, places: &Places) -> Slot {
        self.at(places.place as usize)
    }

    /// What stands at a place; nothing does where there is none.
    #[inline]
    pub(super) fn at(&self, place: usize) -> Slot {
        let number = match width(self.log2.get()) {
            1 => self.bytes.read::<i8>(place).map(i32::from),
            2 => self.bytes.read::<i16>(place).map(i32::from),
            _ => self.bytes.read::<i32>(place),
        };
        Slot::of(number.unwrap_or(EMPTY))
    }

    /// What stands at the current place of a sequence of this very array.
    ///
    /// # Safety
    /// The array must not be empty, and `W` must be as wide as its places.
    #[inline(always)]
    pub(super) unsafe fn read<W: Width>(&self, places: &Places) -> Slot {
        // SAFETY: a place of the sequence is masked, so it is less than 2ⁿ.
        Slot::of(unsafe { self.bytes.read_unchecked::<W>(places.place as usize) }.into())
    }

    /// Writes a place.
    pub(super) fn set(&self, places: &Places, slot: Slot) {
        let (place, number) = (places.place as usize, slot.number());
        match width(self.log2.get()) {
            1 => self.bytes.write(place, number as i8),
            2 => self.bytes.write(place, number as i16),
            _ => self.bytes.write(place, number),
        }
    }

    /// The places at which a key with this hash may stand, in CPython's order.
    #[inline(always)]
    pub(super) fn places(&self, hash: i64) -> Places {
        let mask = (1 << self.log2.get()) - 1;
        let perturb = hash as u64;
        Places {
            mask,
            place: perturb & mask,
            perturb,
        }
    }

    /// An array with the same places.
    pub(super) fn copy(&self) -> Result<Indices, OutOfMemory> {
        Ok(Indices {
            bytes: self.bytes.copy()?,
            log2: self.log2.clone(),
        })
    }

    /// Exchanges two arrays.
    pub(super) fn exchange(&self, other: &Indices) {
        self.bytes.exchange(&other.bytes);
        self.log2.swap(&other.log2);
    }
}

/// The probe sequence of a hash: endless, and each place comes in the end.
pub(super) struct Places {
    mask: u64,
    place: u64,
    perturb: u64,
}

impl Places {
    /// Goes on to the next place. The shifted hash brings its upper bits in; once
    /// they are used up, `5 * place + 1` alone visits every place.
    #[inline(always)]
    pub(super) fn advance(&mut self) {
        self.perturb >>= PERTURB_SHIFT;
        let next = self.place.wrapping_mul(5).wrapping_add(self.perturb);
        self.place = next.wrapping_add(1) & self.mask;
    }
}
