//! How does a tuple lie in memory? Its items follow it. What tuples *do* is a later
//! chapter, but arguments, results and constants are made of them.

use crate::kind::Type;
use crate::raised::PyResult;
use crate::thread::Thread;
use objects::{Header, Object, OutOfMemory, Owned, Visit, Word, heap, make_with_at_hand, payload};
use std::cell::Cell;
use std::ptr::NonNull;

/// A Python tuple. It does not change once it is made.
#[repr(align(8))] // The items follow right behind it, where addresses have 32 bits too.
pub struct Tuple {
    /// How many objects follow in memory. Zero until they are there.
    length: Cell<usize>,
}

payload!(Tuple, "tuple", traverse, extra);

impl Tuple {
    /// A tuple of type `kind` (`tuple` or a subclass) with these items.
    ///
    /// `(a, b)` of exact type comes from [`Thread::tuple`].
    pub fn new(
        kind: &Type,
        items: impl IntoIterator<Item = Object, IntoIter: ExactSizeIterator>,
    ) -> Result<Owned<Tuple>, OutOfMemory> {
        let items = items.into_iter();
        let length = items.len();
        let extra = length.checked_mul(size_of::<Object>()).ok_or(OutOfMemory)?;
        // A tuple that is dropped because there is no memory for it owns nothing.
        let empty = Tuple {
            length: Cell::new(0),
        };
        let mut filled = 0;
        let fill = |place: NonNull<u8>| {
            for item in items.take(length) {
                // SAFETY: there is room for `length` objects, eight-aligned.
                unsafe { place.cast::<Object>().add(filled).write(item) };
                filled += 1;
            }
            for rest in filled..length {
                // SAFETY: as above; an iterator that promised too much is made up for.
                unsafe { place.cast::<Object>().add(rest).write(Object::none()) };
            }
        };
        // SAFETY: all items are written, and the length is set next, for good.
        let tuple = unsafe { heap().make_with(kind.core(), empty, extra, fill)? };
        tuple.length.set(length);
        Ok(tuple)
    }

    /// A tuple of exact type of the objects in a row of words, which move into it, if that is
    /// short; see [`objects::make_with_at_hand`]. Else nothing has happened.
    ///
    /// # Safety
    /// There must be so many words, each of which owns a reference.
    #[inline(always)]
    pub unsafe fn move_at_hand(t: &Thread, words: *const Word, length: usize) -> Option<Object> {
        let extra = length.checked_mul(size_of::<Object>())?;
        let whole = || Tuple {
            length: Cell::new(length),
        };
        let fill = |place: NonNull<u8>| {
            for index in 0..length {
                // Volatile, since there are few: a call of `memcpy` costs more than they do.
                // SAFETY: there is room for `length` words, eight-aligned.
                unsafe {
                    let place = place.cast::<Word>().add(index);
                    place.write_volatile(words.add(index).read());
                }
            }
        };
        // SAFETY: the items that the length counts are written before anything sees them.
        let made = unsafe { make_with_at_hand(t.types.tuple.core(), extra, whole, fill) };
        made.map(Owned::into_object)
    }

    /// A pair of `None` and `None`, to be filled, if that is short; see
    /// [`objects::make_with_at_hand`].
    #[inline(always)]
    pub fn pair_at_hand(t: &Thread) -> Option<Owned<Tuple>> {
        let whole = || Tuple {
            length: Cell::new(2),
        };
        // SAFETY: both items are written.
        unsafe {
            make_with_at_hand(
                t.types.tuple.core(),
                2 * size_of::<Object>(),
                whole,
                |place| {
                    let place = place.cast::<Object>();
                    place.write(Object::none());
                    place.add(1).write(Object::none());
                },
            )
        }
    }

    /// A tuple of exact type with new references to the items of one row and then of another.
    pub fn joined(t: &Thread, first: &[Object], second: &[Object]) -> PyResult {
        // Neither row is longer than half of the address space.
        let length = first.len() + second.len();
        if length == 0 {
            return t.empty_tuple();
        }
        let extra = length.checked_mul(size_of::<Object>()).ok_or(OutOfMemory)?;
        // A tuple that is dropped because there is no memory for it owns nothing.
        let empty = Tuple {
            length: Cell::new(0),
        };
        let fill = |place: NonNull<u8>| {
            let place = place.cast::<Object>();
            for (index, item) in first.iter().enumerate() {
                // SAFETY: there is room for both rows, eight-aligned.
                unsafe { place.add(index).write(item.clone()) };
            }
            for (index, item) in second.iter().enumerate() {
                // SAFETY: as above.
                unsafe { place.add(first.len() + index).write(item.clone()) };
            }
        };
        // SAFETY: all items are written, and the length is set next, for good.
        let tuple = unsafe { heap().make_with(t.types.tuple.core(), empty, extra, fill)? };
        tuple.length.set(length);
        Ok(tuple.into_object())
    }

    /// The items, to be changed, of a tuple that nobody else refers to.
    #[inline(always)]
    pub fn get_mut(tuple: &mut Owned<Tuple>) -> Option<&mut [Object]> {
        let unique = tuple.as_object().header().is_some_and(Header::is_unique);
        // SAFETY: as in `items`. The caller lends the only reference exclusively, so nobody
        // else has a slice of them.
        unique
            .then(|| unsafe { std::slice::from_raw_parts_mut(tuple.start().as_ptr(), tuple.len()) })
    }

    fn extra(&self) -> usize {
        self.length.get() * size_of::<Object>()
    }

    fn start(&self) -> NonNull<Object> {
        let start = (&raw const *self).addr() + size_of::<Tuple>();
        let start = std::ptr::with_exposed_provenance_mut::<Object>(start);
        // SAFETY: an address inside an object is not zero.
        unsafe { NonNull::new_unchecked(start) }
    }

    /// How many items there are.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.length.get()
    }

    /// Are there none?
    #[inline(always)]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The items.
    #[inline(always)]
    pub fn items(&self) -> &[Object] {
        // SAFETY: `new` put `length` objects right behind the tuple, and they stay there
        // until it is dropped.
        unsafe { std::slice::from_raw_parts(self.start().as_ptr(), self.len()) }
    }

    fn traverse(&self, visit: Visit<'_>) {
        self.items().iter().for_each(visit);
    }

    /// A tuple cannot let go of its items: it is not what a cycle is broken at.
    fn clear(&self) {}
}

impl Drop for Tuple {
    fn drop(&mut self) {
        for index in (0..self.length.replace(0)).rev() {
            // SAFETY: each of `length` objects is dropped once: the length says zero now.
            unsafe { self.start().add(index).drop_in_place() };
        }
    }
}

impl Thread {
    /// A tuple of these items.
    #[inline]
    pub fn tuple(
        &self,
        items: impl IntoIterator<Item = Object, IntoIter: ExactSizeIterator>,
    ) -> PyResult {
        let items = items.into_iter();
        if items.len() == 0 {
            return self.empty_tuple();
        }
        Ok(Tuple::new(self.types.tuple, items)?.into_object())
    }
}

#[cfg(target_pointer_width = "64")]
const _: () = assert!(size_of::<Tuple>() == 8);
