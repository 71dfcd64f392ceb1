//! What is an [`Object`]? One 64-bit word, and the only place where words become pointers.
//!
//! A dynamic language asks "what is this value?" before nearly every operation, and
//! makes and forgets values all the time. CPython answers with a pointer to a heap
//! object for everything, so that `i + 1` allocates. We put the commonest values into
//! the word itself and say so in its lowest bits:
//!
//! | low bits | the word is | its payload |
//! |---|---|---|
//! | `…1`   | a small integer | 63 bits, signed, in the upper bits |
//! | `…10`  | a float | its 64 bits, rotated so that its exponent's top bits are the tag |
//! | `…100` | a singleton | `None`, `True`, `False`, `Ellipsis`, `NotImplemented`, `0.0`, `-0.0` |
//! | `…000` | a heap object | the address of its [`Header`] |
//!
//! The float scheme is float self-tagging (Melançon, Serrano, Feeley, 2024): a float's
//! two leading exponent bits are the same for every magnitude between 2⁻²⁵⁶ and 2²⁵⁶
//! once a constant is added, so they carry no information there and can be the tag.
//! Floats outside that range, infinities and NaNs live on the heap.
//!
//! Invariants of this file, on which every `unsafe` block above it rests:
//!
//! 1. An [`Object`] whose low three bits are `000` is the address of a live [`Header`]
//!    and owns one of its counts.
//! 2. A word is never zero, so that `Option<Object>` is one word too.

use crate::header::Header;
use crate::heap;
use std::marker::PhantomData;
use std::mem::ManuallyDrop;
use std::num::NonZeroU64;
use std::ptr::NonNull;

/// The bits of an [`Object`] without its ownership, as the evaluation loops move them.
/// Zero is no object: it is CPython's `NULL`.
pub type Word = u64;

/// An owned reference to a Python value.
///
/// Cloning takes a count and dropping gives it back, if the value is on the heap at all.
#[repr(transparent)]
pub struct Object(NonZeroU64, PhantomData<*mut Header>);

/// The values that are words of their own, in the order of their payload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Singleton {
    /// `None`
    None,
    /// `False`
    False,
    /// `True`
    True,
    /// `Ellipsis`
    Ellipsis,
    /// `NotImplemented`
    NotImplemented,
    /// `0.0`, which the float encoding cannot reach
    PositiveZero,
    /// `-0.0`
    NegativeZero,
}

impl Singleton {
    /// The bits of the word.
    #[inline(always)]
    pub const fn word(self) -> Word {
        (self as u64) << 3 | SINGLETON_TAG
    }
}

const SINGLETONS: [Singleton; 7] = [
    Singleton::None,
    Singleton::False,
    Singleton::True,
    Singleton::Ellipsis,
    Singleton::NotImplemented,
    Singleton::PositiveZero,
    Singleton::NegativeZero,
];

/// What a word holds, taken apart.
pub enum Unpacked<'a> {
    /// An integer of at most 63 bits.
    Int(i64),
    /// A float of ordinary magnitude.
    Float(f64),
    /// One of the [`Singleton`] words (both float zeros among them).
    Singleton(Singleton),
    /// An object on the heap.
    Heap(&'a Header),
}

const FLOAT_TAG: u64 = 0b10;
const SINGLETON_TAG: u64 = 0b100;
/// Added to a float's bits so that exponents −256…255 begin with the bits `10`.
const FLOAT_BIAS: u64 = 0x101 << 52;

impl Object {
    /// The smallest integer that fits a word: −2⁶².
    pub const MIN_SMALL_INT: i64 = i64::MIN >> 1;
    /// The largest integer that fits a word: 2⁶² − 1.
    pub const MAX_SMALL_INT: i64 = i64::MAX >> 1;

    /// Makes an object of its bits.
    ///
    /// # Safety
    /// `word` must be the bits of an object that was given up with [`Object::into_word`]
    /// (or of an immediate value), and each such word may be taken back once.
    #[inline(always)]
    pub const unsafe fn from_word(word: Word) -> Object {
        // SAFETY: by the caller's promise the word is an object's, and no object is zero.
        Object(unsafe { NonZeroU64::new_unchecked(word) }, PhantomData)
    }

    /// The bits, with the ownership: the caller now holds the count.
    #[inline(always)]
    pub fn into_word(self) -> Word {
        ManuallyDrop::new(self).0.get()
    }

    /// The bits, for comparing and looking; the object keeps its count.
    #[inline(always)]
    pub const fn word(&self) -> Word {
        self.0.get()
    }

    /// The object whose bits stand at `word`, borrowed in place.
    ///
    /// # Safety
    /// `*word` must hold the bits of a live object that stays there for `'a`.
    #[inline(always)]
    pub unsafe fn borrow_word<'a>(word: *const Word) -> &'a Object {
        // SAFETY: `Object` is a transparent `u64`; the caller vouches for the bits.
        unsafe { &*word.cast::<Object>() }
    }

    /// Several objects whose bits lie side by side, borrowed in place.
    ///
    /// # Safety
    /// As for [`Object::borrow_word`], for each of `len` words.
    #[inline(always)]
    pub unsafe fn borrow_words<'a>(words: *const Word, len: usize) -> &'a [Object] {
        // SAFETY: `Object` is a transparent `u64`; the caller vouches for the bits.
        unsafe { std::slice::from_raw_parts(words.cast::<Object>(), len) }
    }

    /// Runs `look` over objects that lie in different places, side by side: their counts are
    /// not touched.
    #[inline(always)]
    pub fn side_by_side<const N: usize, R>(
        objects: [&Object; N],
        look: impl FnOnce(&[Object; N]) -> R,
    ) -> R {
        // SAFETY: each word is a copy of one that is borrowed for longer than `look` runs, and
        // it is never dropped.
        let copies =
            objects.map(|object| ManuallyDrop::new(unsafe { Object::from_word(object.word()) }));
        // SAFETY: `ManuallyDrop` is transparent, and so is an array of it.
        look(unsafe { &*(&raw const copies).cast::<[Object; N]>() })
    }

    const fn immediate(word: Word) -> Object {
        // SAFETY: callers pass words with a tag in the low bits, which are not zero and
        // own nothing.
        unsafe { Object::from_word(word) }
    }

    /// The word of a singleton.
    #[inline(always)]
    pub const fn singleton(which: Singleton) -> Object {
        Object::immediate(which.word())
    }

    /// `None`
    #[inline(always)]
    pub const fn none() -> Object {
        Object::singleton(Singleton::None)
    }

    /// `NotImplemented`
    #[inline(always)]
    pub const fn not_implemented() -> Object {
        Object::singleton(Singleton::NotImplemented)
    }

    /// `Ellipsis`
    #[inline(always)]
    pub const fn ellipsis() -> Object {
        Object::singleton(Singleton::Ellipsis)
    }

    /// `True` or `False`
    #[inline(always)]
    pub const fn bool(value: bool) -> Object {
        Object::singleton(if value {
            Singleton::True
        } else {
            Singleton::False
        })
    }

    /// An integer as a word, if it has at most 63 bits.
    #[inline(always)]
    pub const fn small_int(value: i64) -> Option<Object> {
        if value >= Self::MIN_SMALL_INT && value <= Self::MAX_SMALL_INT {
            Some(Object::immediate((value as u64) << 1 | 1))
        } else {
            None
        }
    }

    /// An integer of 32 bits, which always fits.
    #[inline(always)]
    pub const fn int32(value: i32) -> Object {
        Object::immediate((value as i64 as u64) << 1 | 1)
    }

    /// A float as a word, unless its magnitude is extreme or it is no number.
    #[inline(always)]
    pub const fn small_float(value: f64) -> Option<Object> {
        let word = value.to_bits().wrapping_add(FLOAT_BIAS).rotate_left(3);
        if word & 3 == FLOAT_TAG {
            Some(Object::immediate(word))
        } else if value == 0.0 {
            Some(Object::singleton(if value.is_sign_negative() {
                Singleton::NegativeZero
            } else {
                Singleton::PositiveZero
            }))
        } else {
            None
        }
    }

    /// Is this a word that holds an integer?
    #[inline(always)]
    pub const fn is_small_int(&self) -> bool {
        self.word() & 1 == 1
    }

    /// Is this a word that holds a float? (The zeros are singletons: not counted here.)
    #[inline(always)]
    pub const fn is_small_float(&self) -> bool {
        self.word() & 3 == FLOAT_TAG
    }

    /// The integer in the word, if that is what it holds.
    #[inline(always)]
    pub const fn as_small_int(&self) -> Option<i64> {
        if self.is_small_int() {
            Some(self.word() as i64 >> 1)
        } else {
            None
        }
    }

    /// The float in the word, zeros included, if that is what it holds.
    #[inline(always)]
    pub const fn as_small_float(&self) -> Option<f64> {
        const POSITIVE_ZERO: u64 = Singleton::PositiveZero.word();
        const NEGATIVE_ZERO: u64 = Singleton::NegativeZero.word();
        match self.word() {
            word if word & 3 == FLOAT_TAG => Some(Object::decode_float(word)),
            POSITIVE_ZERO => Some(0.0),
            NEGATIVE_ZERO => Some(-0.0),
            _ => None,
        }
    }

    /// The float of a word for which [`Object::is_small_float`] holds.
    #[inline(always)]
    pub const fn decode_float(word: Word) -> f64 {
        f64::from_bits(word.rotate_right(3).wrapping_sub(FLOAT_BIAS))
    }

    /// `None`?
    #[inline(always)]
    pub const fn is_none(&self) -> bool {
        self.word() == Singleton::None.word()
    }

    /// `NotImplemented`?
    #[inline(always)]
    pub const fn is_not_implemented(&self) -> bool {
        self.word() == Singleton::NotImplemented.word()
    }

    /// The truth value, if this is `True` or `False` itself.
    #[inline(always)]
    pub const fn as_bool(&self) -> Option<bool> {
        const TRUE: u64 = Singleton::True.word();
        const FALSE: u64 = Singleton::False.word();
        match self.word() {
            TRUE => Some(true),
            FALSE => Some(false),
            _ => None,
        }
    }

    /// Python's `is`: the same word.
    #[inline(always)]
    pub const fn is(&self, other: &Object) -> bool {
        self.word() == other.word()
    }

    /// Does the word hold the address of a heap object?
    #[inline(always)]
    pub const fn is_heap(&self) -> bool {
        self.word() & 7 == 0
    }

    /// The header of a heap object.
    #[inline(always)]
    pub fn header(&self) -> Option<&Header> {
        // SAFETY: invariant 1: the address is that of a live header, and `self` keeps it.
        self.pointer().map(|p| unsafe { p.as_ref() })
    }

    /// The address of a heap object.
    #[inline(always)]
    pub(crate) fn pointer(&self) -> Option<NonNull<Header>> {
        if self.is_heap() {
            // The heap exposed the address when it made the object.
            NonNull::new(std::ptr::with_exposed_provenance_mut(self.word() as usize))
        } else {
            None
        }
    }

    /// The object at `pointer`, taking over one count.
    ///
    /// # Safety
    /// `pointer` must be a live header whose count includes the one taken over.
    #[inline(always)]
    pub unsafe fn from_pointer(pointer: NonNull<Header>) -> Object {
        let word = pointer.as_ptr().expose_provenance() as u64;
        // SAFETY: addresses of headers are eight-aligned and not zero.
        unsafe { Object::from_word(word) }
    }

    /// Would giving the reference of an object's bits back leave the object alive? Zero is
    /// nothing, of which that holds.
    ///
    /// # Safety
    /// As for [`Object::from_word`], or zero.
    #[inline(always)]
    pub(crate) unsafe fn is_shared(word: Word) -> bool {
        // SAFETY: the object is live; zero is not looked at.
        word == 0
            || unsafe { Object::borrow_word(&raw const word) }
                .header()
                .is_none_or(|header| !header.is_unique())
    }

    /// Gives the reference of an object's bits back, unless it is the last one: then nothing
    /// happens, and the answer is no.
    ///
    /// # Safety
    /// As for [`Object::from_word`]; the bits are taken back if the answer is yes.
    #[inline(always)]
    pub unsafe fn release_shared(word: Word) -> bool {
        // SAFETY: the object is live: its reference is not given back here, or not the last.
        let object = unsafe { Object::borrow_word(&raw const word) };
        object.header().is_none_or(Header::release_shared)
    }

    /// What the word holds, taken apart.
    #[inline]
    pub fn unpack(&self) -> Unpacked<'_> {
        match self.header() {
            Some(header) => Unpacked::Heap(header),
            None => match self.as_small_int() {
                Some(int) => Unpacked::Int(int),
                None if self.is_small_float() => Unpacked::Float(Self::decode_float(self.word())),
                None => Unpacked::Singleton(SINGLETONS[(self.word() >> 3) as usize]),
            },
        }
    }

    /// The number that `id()` reports: for a heap object its address, else the word.
    pub fn identity(&self) -> u64 {
        self.word()
    }

    /// How many references there are to a heap object; `None` for a value in the word.
    pub fn reference_count(&self) -> Option<u32> {
        self.header().map(Header::count)
    }
}

impl Clone for Object {
    #[inline(always)]
    fn clone(&self) -> Object {
        if let Some(header) = self.header() {
            header.retain();
        }
        // SAFETY: the count that the copy owns was taken in the line before.
        unsafe { Object::from_word(self.word()) }
    }
}

impl Drop for Object {
    #[inline(always)]
    fn drop(&mut self) {
        if let Some(pointer) = self.pointer() {
            // SAFETY: invariant 1: this object owns a count of a live header.
            if unsafe { pointer.as_ref() }.release() {
                heap::destroy(pointer);
            }
        }
    }
}

impl std::fmt::Debug for Object {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.unpack() {
            Unpacked::Int(value) => write!(f, "int {value}"),
            Unpacked::Float(value) => write!(f, "float {value:?}"),
            Unpacked::Singleton(which) => write!(f, "{which:?}"),
            Unpacked::Heap(header) => write!(f, "{} at {:#x}", header.layout().name, self.word()),
        }
    }
}
