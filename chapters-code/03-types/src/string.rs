//! How does a string lie in memory? As PEP 393 has it: one, two or four bytes per
//! character, whichever the widest needs. What strings *do* is a later chapter.

use objects::{Object, OutOfMemory, Owned, heap, payload};
use std::cell::Cell;

use crate::kind::Type;

/// A Python string. Its characters follow it in memory.
pub struct Str {
    hash: Cell<Option<i64>>,
    length: usize,
    width: Width,
    ascii: bool,
    interned: Cell<bool>,
}

payload!(Str, "str", extra);

/// Bytes per character.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Width {
    /// Every character is below U+0100.
    One = 1,
    /// Every character is below U+10000.
    Two = 2,
    /// Any character.
    Four = 4,
}

/// The characters of a string, borrowed.
#[derive(Clone, Copy, Debug)]
pub enum Chars<'a> {
    /// Latin-1
    One(&'a [u8]),
    /// UCS-2; may hold lone surrogates
    Two(&'a [u16]),
    /// UCS-4; may hold lone surrogates
    Four(&'a [u32]),
}

impl Width {
    /// The width that a string needs whose widest character is `max`.
    pub fn of(max: u32) -> Width {
        match max {
            0..=0xFF => Width::One,
            0x100..=0xFFFF => Width::Two,
            _ => Width::Four,
        }
    }
}

impl Chars<'_> {
    /// How many characters there are.
    #[inline]
    pub fn len(&self) -> usize {
        match self {
            Chars::One(chars) => chars.len(),
            Chars::Two(chars) => chars.len(),
            Chars::Four(chars) => chars.len(),
        }
    }

    /// Are there none?
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The character at `index`, as a code point.
    #[inline]
    pub fn get(&self, index: usize) -> Option<u32> {
        match self {
            Chars::One(chars) => chars.get(index).map(|&c| c.into()),
            Chars::Two(chars) => chars.get(index).map(|&c| c.into()),
            Chars::Four(chars) => chars.get(index).copied(),
        }
    }

    /// The code points in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = u32> + ExactSizeIterator + '_ {
        (0..self.len()).map(|index| self.get(index).unwrap_or(0))
    }
}

impl Str {
    fn extra(&self) -> usize {
        self.length * self.width as usize
    }

    /// How many characters the string has.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.length
    }

    /// Is the string empty?
    #[inline(always)]
    pub fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// Bytes per character.
    pub fn width(&self) -> Width {
        self.width
    }

    /// Are all characters below U+0080?
    #[inline(always)]
    pub fn is_ascii(&self) -> bool {
        self.ascii
    }

    /// Is it in the intern table? Then equal names are the same object.
    #[inline(always)]
    pub fn is_interned(&self) -> bool {
        self.interned.get()
    }

    pub(crate) fn set_interned(&self, yes: bool) {
        self.interned.set(yes);
    }

    fn bytes(&self) -> *const u8 {
        std::ptr::with_exposed_provenance((&raw const *self).addr() + size_of::<Str>())
    }

    /// The characters.
    #[inline(always)]
    pub fn chars(&self) -> Chars<'_> {
        // SAFETY: a `Str` is only made by `allocate`, which puts `length` initialized
        // characters of that width right behind it, aligned to eight bytes. They never
        // change while the string can be borrowed.
        unsafe {
            match self.width {
                Width::One => Chars::One(std::slice::from_raw_parts(self.bytes(), self.length)),
                Width::Two => {
                    Chars::Two(std::slice::from_raw_parts(self.bytes().cast(), self.length))
                }
                Width::Four => {
                    Chars::Four(std::slice::from_raw_parts(self.bytes().cast(), self.length))
                }
            }
        }
    }

    /// The characters in memory, as bytes: what is hashed.
    pub fn raw_bytes(&self) -> &[u8] {
        // SAFETY: as in `chars`.
        unsafe { std::slice::from_raw_parts(self.bytes(), self.extra()) }
    }

    /// The text, if it is ASCII.
    #[inline]
    pub fn as_ascii(&self) -> Option<&str> {
        // SAFETY: ASCII is UTF-8.
        self.ascii
            .then(|| unsafe { std::str::from_utf8_unchecked(self.raw_bytes()) })
    }

    /// The text as UTF-8; `None` if it holds a surrogate, which UTF-8 cannot.
    pub fn to_utf8(&self) -> Option<String> {
        match self.as_ascii() {
            Some(text) => Some(text.to_owned()),
            None => self.chars().iter().map(char::from_u32).collect(),
        }
    }

    /// The text for a message: surrogates become U+FFFD.
    pub fn to_text(&self) -> String {
        let replace = |c| char::from_u32(c).unwrap_or(char::REPLACEMENT_CHARACTER);
        self.chars().iter().map(replace).collect()
    }

    /// Does the string hold exactly this text?
    pub fn equals(&self, text: &str) -> bool {
        match self.as_ascii() {
            Some(own) => own == text,
            None => self.chars().iter().eq(text.chars().map(u32::from)),
        }
    }

    /// The hash, if it was computed before.
    #[inline(always)]
    pub fn cached_hash(&self) -> Option<i64> {
        self.hash.get()
    }

    pub(crate) fn set_hash(&self, hash: i64) {
        self.hash.set(Some(hash));
    }

    /// The string as an object: a new reference.
    #[inline]
    pub fn object(&self) -> Owned<Str> {
        // SAFETY: a `Str` lies only in the heap.
        unsafe { Owned::from_payload(self) }
    }

    fn allocate(
        kind: &Type,
        length: usize,
        width: Width,
        ascii: bool,
        fill: impl FnOnce(*mut u8),
    ) -> Result<Owned<Str>, OutOfMemory> {
        let extra = length.checked_mul(width as usize).ok_or(OutOfMemory)?;
        let text = Str {
            hash: Cell::new(None),
            length,
            width,
            ascii,
            interned: Cell::new(false),
        };
        heap().make_with(kind.core(), text, extra, |place| fill(place.as_ptr()))
    }

    /// A string of type `kind` (`str` or a subclass) made of Latin-1 characters.
    pub fn from_latin1(kind: &Type, chars: &[u8]) -> Result<Owned<Str>, OutOfMemory> {
        Str::allocate(kind, chars.len(), Width::One, chars.is_ascii(), |place| {
            // SAFETY: there is room for `length` characters of one byte.
            unsafe { place.copy_from_nonoverlapping(chars.as_ptr(), chars.len()) }
        })
    }

    /// A string made of code points, in the smallest width that holds them all.
    pub fn from_code_points(kind: &Type, chars: &[u32]) -> Result<Owned<Str>, OutOfMemory> {
        let max = chars.iter().copied().max().unwrap_or(0);
        let width = Width::of(max);
        Str::allocate(kind, chars.len(), width, max < 0x80, |place| {
            for (index, &char) in chars.iter().enumerate() {
                // SAFETY: there is room for `length` characters of this width, and none
                // of them needs more.
                unsafe { write_char(place, width, index, char) };
            }
        })
    }

    /// A string made of UTF-8 text.
    pub fn from_text(kind: &Type, text: &str) -> Result<Owned<Str>, OutOfMemory> {
        if text.is_ascii() {
            return Str::from_latin1(kind, text.as_bytes());
        }
        Str::from_code_points(kind, &text.chars().map(u32::from).collect::<Vec<_>>())
    }

    /// The strings of `parts`, one after the other.
    pub fn concat(kind: &Type, parts: &[&Str]) -> Result<Owned<Str>, OutOfMemory> {
        let mut length = 0usize;
        let mut width = Width::One;
        let mut ascii = true;
        for part in parts {
            length = length.checked_add(part.length).ok_or(OutOfMemory)?;
            width = width.max(part.width);
            ascii &= part.ascii;
        }
        Str::allocate(kind, length, width, ascii, |place| {
            let mut index = 0;
            for part in parts {
                // SAFETY: the parts have `length` characters together, none wider than
                // `width`; the new string is not one of them.
                unsafe { write_chars(place, width, index, part.chars()) };
                index += part.length;
            }
        })
    }
}

unsafe fn write_char(place: *mut u8, width: Width, index: usize, char: u32) {
    // SAFETY: the caller has checked index and width.
    unsafe {
        match width {
            Width::One => place.add(index).write(char as u8),
            Width::Two => place.cast::<u16>().add(index).write(char as u16),
            Width::Four => place.cast::<u32>().add(index).write(char),
        }
    }
}

unsafe fn write_chars(place: *mut u8, width: Width, index: usize, chars: Chars<'_>) {
    // SAFETY: the caller has checked index and width.
    unsafe {
        match (width, chars) {
            (Width::One, Chars::One(c)) => {
                place
                    .add(index)
                    .copy_from_nonoverlapping(c.as_ptr(), c.len());
            }
            (Width::Two, Chars::Two(c)) => {
                place
                    .cast::<u16>()
                    .add(index)
                    .copy_from_nonoverlapping(c.as_ptr(), c.len());
            }
            (Width::Four, Chars::Four(c)) => {
                place
                    .cast::<u32>()
                    .add(index)
                    .copy_from_nonoverlapping(c.as_ptr(), c.len());
            }
            _ => {
                for (at, char) in chars.iter().enumerate() {
                    write_char(place, width, index + at, char);
                }
            }
        }
    }
}

/// The string in an object, if it is one (of a subclass too).
pub fn as_str(object: &Object) -> Option<&Str> {
    object.downcast::<Str>()
}

const _: () = assert!(size_of::<Str>() == 32);
