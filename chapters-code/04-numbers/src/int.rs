//! How is an integer held? In the word while 63 bits are enough, on the heap beyond.
//!
//! CPython holds every integer as an object: a sign, a size and digits of 30 bits. We
//! follow it only where an integer outgrows the word. What must hold:
//!
//! 1. An integer of exactly type `int` that fits 63 bits is a word, never an object. So two
//!    equal small integers are the same word.
//! 2. `True` and `False` are integers too, words of their own.
//! 3. An instance of a subclass of `int` is always an object, whatever its size.
//! 4. The digits of an [`Int`] never change, and the heap has counted them. If two words hold
//!    them, they lie in the object itself.

use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive, Zero};
use objects::{Object, OutOfMemory, heap, payload};
use std::borrow::Cow;
use types::{PyResult, Thread, Type};

/// An integer on the heap: too big for a word, or of a subclass of `int`.
pub struct Int(Digits);

/// Most integers that outgrow the word do not outgrow two: those need no memory of their own.
enum Digits {
    /// In two halves, the lower one first: the heap aligns for words, not for 128 bits.
    Two(u64, i64),
    /// Of more than 128 bits.
    Many {
        value: BigInt,
        /// What the heap was told that the digits take.
        charged: usize,
    },
}

payload!(Int, "int");

impl Int {
    fn new(value: BigInt) -> Result<Int, OutOfMemory> {
        if let Some(value) = to_i128(&value) {
            return Ok(Int::of_two(value));
        }
        let charged = bytes_of(value.bits())?;
        heap().charge(charged)?;
        Ok(Int(Digits::Many { value, charged }))
    }

    fn of_two(value: i128) -> Int {
        Int(Digits::Two(value as u64, (value >> 64) as i64))
    }

    /// The number.
    pub fn value(&self) -> Integer<'_> {
        match &self.0 {
            Digits::Two(low, high) => Integer::Wide(i128::from(*high) << 64 | i128::from(*low)),
            Digits::Many { value, .. } => Integer::Big(value),
        }
    }
}

impl Drop for Int {
    fn drop(&mut self) {
        if let Digits::Many { charged, .. } = self.0 {
            heap().refund(charged);
        }
    }
}

/// An integer with more bits than this is refused with `MemoryError`: a gibibyte of digits.
pub const MAX_BITS: u64 = 1 << 33;

/// From this many bytes on we ask the system whether it has them before we compute.
const PROBE: usize = 1 << 20;

fn bytes_of(bits: u64) -> Result<usize, OutOfMemory> {
    if bits > MAX_BITS {
        return Err(OutOfMemory);
    }
    usize::try_from(bits.div_ceil(64) * 8).map_err(|_| OutOfMemory)
}

/// Could an integer of so many bits be made? Asked before computing it, since a
/// short expression such as `1 << 10**12` can ask for any amount of memory.
pub fn reserve(bits: u64) -> Result<(), OutOfMemory> {
    let bytes = bytes_of(bits)?;
    heap().check(bytes)?;
    if bytes >= PROBE {
        let mut probe = Vec::<u8>::new();
        probe.try_reserve_exact(bytes).map_err(|_| OutOfMemory)?;
    }
    Ok(())
}

/// The value of an integer object, taken apart.
#[derive(Clone, Copy, Debug)]
pub enum Integer<'a> {
    /// From the word: an `int` of at most 63 bits, or a `bool`.
    Small(i64),
    /// From the heap. It may be small: instances of subclasses always lie there.
    Wide(i128),
    /// From the heap, of more than 128 bits as a rule.
    Big(&'a BigInt),
}

impl<'a> Integer<'a> {
    /// The integer in an object, if it is one.
    #[inline]
    pub fn of(object: &'a Object) -> Option<Integer<'a>> {
        if let Some(value) = object.as_small_int() {
            return Some(Integer::Small(value));
        }
        if let Some(value) = object.as_bool() {
            return Some(Integer::Small(value.into()));
        }
        object.downcast::<Int>().map(Int::value)
    }

    /// The number as a big integer.
    pub fn to_big(self) -> Cow<'a, BigInt> {
        match self {
            Integer::Small(value) => Cow::Owned(BigInt::from(value)),
            Integer::Wide(value) => Cow::Owned(BigInt::from(value)),
            Integer::Big(value) => Cow::Borrowed(value),
        }
    }

    /// The number, if two words hold it.
    #[inline]
    pub fn to_i128(self) -> Option<i128> {
        match self {
            Integer::Small(value) => Some(value.into()),
            Integer::Wide(value) => Some(value),
            Integer::Big(value) => to_i128(value),
        }
    }

    /// The number, if 64 bits hold it.
    pub fn to_i64(self) -> Option<i64> {
        match self {
            Integer::Small(value) => Some(value),
            Integer::Wide(value) => i64::try_from(value).ok(),
            Integer::Big(value) => value.to_i64(),
        }
    }

    /// How many bits the magnitude has.
    pub fn bits(self) -> u64 {
        match self {
            Integer::Small(value) => u64::from(64 - value.unsigned_abs().leading_zeros()),
            Integer::Wide(value) => u64::from(128 - value.unsigned_abs().leading_zeros()),
            Integer::Big(value) => value.bits(),
        }
    }

    /// Is it below zero?
    pub fn is_negative(self) -> bool {
        match self {
            Integer::Small(value) => value < 0,
            Integer::Wide(value) => value < 0,
            Integer::Big(value) => value.is_negative(),
        }
    }

    /// Is it zero?
    pub fn is_zero(self) -> bool {
        match self {
            Integer::Small(value) => value == 0,
            Integer::Wide(value) => value == 0,
            Integer::Big(value) => value.is_zero(),
        }
    }
}

/// A big integer, if 127 bits hold it, without its sign. Most are longer, which is told at once.
#[inline]
fn to_i128(value: &BigInt) -> Option<i128> {
    if value.bits() > 127 {
        return None;
    }
    let mut words = value.iter_u64_digits();
    let low = i128::from(words.next().unwrap_or(0));
    let magnitude = i128::from(words.next().unwrap_or(0)) << 64 | low;
    Some(match value.is_negative() {
        true => -magnitude,
        false => magnitude,
    })
}

/// The integer in an object, if it is one, as a big integer.
pub fn as_bigint(object: &Object) -> Option<Cow<'_, BigInt>> {
    Integer::of(object).map(Integer::to_big)
}

/// An integer.
#[inline]
pub fn int(t: &Thread, value: i64) -> PyResult {
    match Object::small_int(value) {
        Some(word) => Ok(word),
        None => of_two_words(t, value.into()),
    }
}

/// An integer.
pub fn int_from_u64(t: &Thread, value: u64) -> PyResult {
    int_from_i128(t, value.into())
}

/// An integer.
pub fn int_from_usize(t: &Thread, value: usize) -> PyResult {
    int_from_u64(t, value as u64)
}

/// An integer.
pub fn int_from_i128(t: &Thread, value: i128) -> PyResult {
    match i64::try_from(value) {
        Ok(value) => int(t, value),
        Err(_) => of_two_words(t, value),
    }
}

fn of_two_words(t: &Thread, value: i128) -> PyResult {
    let payload = Int::of_two(value);
    Ok(heap().make(t.types.int.core(), payload)?.into_object())
}

/// An integer, in the word if it fits.
pub fn int_from_bigint(t: &Thread, value: BigInt) -> PyResult {
    match value.to_i64().and_then(Object::small_int) {
        Some(word) => Ok(word),
        None => boxed(t.types.int, value),
    }
}

/// An integer of a class: `int` itself or one derived from it.
pub fn int_of_class(t: &Thread, class: &Type, value: BigInt) -> PyResult {
    if class.is(t.types.int) {
        int_from_bigint(t, value)
    } else {
        boxed(class, value)
    }
}

fn boxed(class: &Type, value: BigInt) -> PyResult {
    let payload = Int::new(value)?;
    Ok(heap().make(class.core(), payload)?.into_object())
}

/// The same number as an object of exactly type `int` (`_PyLong_Copy`).
pub fn exact(t: &Thread, object: &Object) -> PyResult {
    match Integer::of(object) {
        Some(Integer::Small(value)) => int(t, value),
        Some(_) if t.is_exact(object, t.types.int) => Ok(object.clone()),
        Some(Integer::Wide(value)) => int_from_i128(t, value),
        Some(Integer::Big(value)) => int_from_bigint(t, value.clone()),
        None => Err(t.type_error("an integer is required")),
    }
}

/// The digits that CPython stores for an integer: 30 bits each, the least significant
/// first, without the sign. Zero has none.
pub fn cpython_digits(value: &BigInt) -> Vec<u32> {
    const MASK: u64 = (1 << 30) - 1;
    let mut digits = Vec::new();
    let (mut pending, mut bits) = (0_u64, 0);
    for half in value.magnitude().iter_u32_digits() {
        pending |= u64::from(half) << bits;
        bits += 32;
        while bits >= 30 {
            digits.push((pending & MASK) as u32);
            pending >>= 30;
            bits -= 30;
        }
    }
    digits.push(pending as u32);
    while digits.last() == Some(&0) {
        digits.pop();
    }
    digits
}
