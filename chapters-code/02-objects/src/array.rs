//! A growable array whose memory is the heap's: [`Array`].

use crate::header::TypeCore;
use crate::heap::{OutOfMemory, heap, make_builtin_at_hand};
use crate::layout::{Payload, Visit};
use crate::owned::Owned;
use crate::word::{Object, Word};
use std::cell::Cell;
use std::ptr::NonNull;

/// A growable array of plain values. It is changed through a shared reference, and hands
/// out copies only, so that no reference into it can outlive a change.
pub struct Array<T: Copy> {
    start: Cell<NonNull<T>>,
    room: Cell<Room>,
}

/// How many values there are, in the lower half, and how many there is room for. In one word,
/// so that an array is a pair of words, which moves in two registers: written as three parts
/// and read back as one value, it would wait for the memory.
#[derive(Clone, Copy)]
struct Room(u64);

impl Room {
    #[inline(always)]
    fn new(length: u32, capacity: u32) -> Room {
        Room(u64::from(length) | u64::from(capacity) << 32)
    }

    #[inline(always)]
    fn length(self) -> u32 {
        self.0 as u32
    }

    #[inline(always)]
    fn capacity(self) -> u32 {
        (self.0 >> 32) as u32
    }
}

impl<T: Copy> Default for Array<T> {
    fn default() -> Self {
        Array::empty()
    }
}

impl<T: Copy> Array<T> {
    /// An array without memory.
    pub const fn empty() -> Self {
        Array {
            start: Cell::new(NonNull::dangling()),
            room: Cell::new(Room(0)),
        }
    }

    const ALIGNED: () = assert!(align_of::<T>() <= 8 && size_of::<T>() > 0);

    /// An array with room for `capacity` values.
    #[inline(always)]
    pub fn with_capacity(capacity: usize) -> Result<Self, OutOfMemory> {
        let () = Self::ALIGNED;
        if capacity == 0 {
            return Ok(Array::default());
        }
        let count = u32::try_from(capacity).map_err(|_| OutOfMemory)?;
        let bytes = capacity.checked_mul(size_of::<T>()).ok_or(OutOfMemory)?;
        Ok(Array {
            start: Cell::new(heap().allocate(bytes)?.cast()),
            room: Cell::new(Room::new(0, count)),
        })
    }

    /// An array of the values of a slice.
    pub fn from_slice(values: &[T]) -> Result<Self, OutOfMemory> {
        let array = Array::with_capacity(values.len())?;
        array.extend(values)?;
        Ok(array)
    }

    /// An array of `count` copies of a value.
    pub fn repeat(value: T, count: usize) -> Result<Self, OutOfMemory> {
        let array = Array::with_capacity(count)?;
        for index in 0..count {
            // SAFETY: there is room for `count` values.
            unsafe { array.start.get().add(index).write(value) };
        }
        // The capacity holds that many, so they fit.
        array.set_len(count);
        Ok(array)
    }

    /// How many values there are.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.room.get().length() as usize
    }

    /// Says how many values there are: no more than there is room for.
    #[inline(always)]
    fn set_len(&self, length: usize) {
        debug_assert!(length <= self.capacity());
        self.room
            .set(Room::new(length as u32, self.room.get().capacity()));
    }

    /// Counts one value more, which there must be room for.
    #[inline(always)]
    fn count_one(&self) {
        debug_assert!(self.len() < self.capacity());
        // The length is less than the capacity: nothing is carried into the upper half.
        self.room.set(Room(self.room.get().0 + 1));
    }

    /// Are there none?
    #[inline(always)]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many values there is room for.
    #[inline(always)]
    pub fn capacity(&self) -> usize {
        self.room.get().capacity() as usize
    }

    /// Makes room for exactly `capacity` values (at least as many as there are).
    pub fn set_capacity(&self, capacity: usize) -> Result<(), OutOfMemory> {
        let () = Self::ALIGNED;
        let capacity = capacity.max(self.len());
        let count = u32::try_from(capacity).map_err(|_| OutOfMemory)?;
        let old = self.capacity() * size_of::<T>();
        let new = capacity.checked_mul(size_of::<T>()).ok_or(OutOfMemory)?;
        let start = match (old, new) {
            _ if old == new => return Ok(()),
            (0, _) => heap().allocate(new)?.cast(),
            (_, 0) => {
                // SAFETY: the block was allocated with `old` bytes.
                unsafe { heap().free(self.start.get().cast(), old) };
                NonNull::dangling()
            }
            // SAFETY: the block was allocated with `old` bytes, and is replaced below.
            _ => unsafe { heap().resize(self.start.get().cast(), old, new)?.cast() },
        };
        self.start.set(start);
        self.room.set(Room::new(self.len() as u32, count));
        Ok(())
    }

    /// Makes room for `more` values, growing by an eighth as CPython's lists do.
    #[inline(always)]
    pub fn reserve(&self, more: usize) -> Result<(), OutOfMemory> {
        if more <= self.capacity() - self.len() {
            Ok(())
        } else {
            self.grow(more)
        }
    }

    #[cold]
    #[inline(never)]
    fn grow(&self, more: usize) -> Result<(), OutOfMemory> {
        let needed = self.len().checked_add(more).ok_or(OutOfMemory)?;
        // list_resize(): 0, 4, 8, 16, 24, 32, 40, 52, 64, …
        let spare = (needed >> 3) + 6;
        let mut capacity = needed.checked_add(spare).ok_or(OutOfMemory)? & !3;
        if needed - self.len() > capacity - needed {
            capacity = (needed + 3) & !3;
        }
        self.set_capacity(capacity)
    }

    /// The value at `index`.
    #[inline(always)]
    pub fn get(&self, index: usize) -> Option<T> {
        // SAFETY: `length` values are initialized.
        (index < self.len()).then(|| unsafe { self.start.get().add(index).read() })
    }

    /// The value at `index`, without a look at the length.
    ///
    /// # Safety
    /// `index` must be less than the length.
    #[inline(always)]
    pub unsafe fn get_unchecked(&self, index: usize) -> T {
        debug_assert!(index < self.len());
        // SAFETY: `length` values are initialized, and the caller vouches for the index.
        unsafe { self.start.get().add(index).read() }
    }

    /// The place of the first value from `index` on that is as wanted.
    #[inline(always)]
    pub fn find_from(&self, index: usize, wanted: impl Fn(&T) -> bool) -> Option<usize> {
        let start = self.start.get();
        // SAFETY: `length` values are initialized, and looking at a copy changes none.
        (index..self.len()).find(|&index| wanted(unsafe { start.add(index).as_ref() }))
    }

    /// The first value from `index` on and before `end` that is as wanted, with its place.
    #[inline(always)]
    pub fn find_between(
        &self,
        mut index: usize,
        end: usize,
        wanted: impl Fn(&T) -> bool,
    ) -> Option<(usize, T)> {
        let start = self.start.get();
        if end > self.len() {
            return None;
        }
        while index < end {
            // SAFETY: `length` values are initialized, and `end` is no more.
            let value = unsafe { start.add(index).read() };
            if wanted(&value) {
                return Some((index, value));
            }
            index += 1;
        }
        None
    }

    /// Replaces the value at `index`; gives back the old one, or `None` if there is none.
    #[inline(always)]
    pub fn replace(&self, index: usize, value: T) -> Option<T> {
        let old = self.get(index)?;
        // SAFETY: the index was checked in the line before.
        unsafe { self.start.get().add(index).write(value) };
        Some(old)
    }

    /// Adds a value at the end.
    #[inline(always)]
    pub fn push(&self, value: T) -> Result<(), OutOfMemory> {
        self.reserve(1)?;
        // SAFETY: there is room for one more.
        unsafe { self.start.get().add(self.len()).write(value) };
        self.count_one();
        Ok(())
    }

    /// Takes the last value away.
    #[inline(always)]
    pub fn pop(&self) -> Option<T> {
        let last = self.get(self.len().wrapping_sub(1))?;
        // There is one: nothing is borrowed from the upper half.
        self.room.set(Room(self.room.get().0 - 1));
        Some(last)
    }

    /// Adds the values of a slice at the end.
    pub fn extend(&self, values: &[T]) -> Result<(), OutOfMemory> {
        self.splice(self.len(), 0, values)
    }

    /// Replaces `removed` values from `index` on by others (both within the array).
    pub fn splice(&self, index: usize, removed: usize, values: &[T]) -> Result<(), OutOfMemory> {
        let length = self.len();
        let index = index.min(length);
        let removed = removed.min(length - index);
        self.reserve(values.len().saturating_sub(removed))?;
        let tail = length - index - removed;
        // SAFETY: there is room for the longer of both states; a slice of this very array
        // cannot be passed, since the array never lends one out.
        unsafe {
            let place = self.start.get().add(index);
            place.add(removed).copy_to(place.add(values.len()), tail);
            place.copy_from_nonoverlapping(NonNull::from(values).cast(), values.len());
        }
        self.set_len(index + values.len() + tail);
        Ok(())
    }

    /// An array with the same values and the same room.
    pub fn copy(&self) -> Result<Array<T>, OutOfMemory> {
        let copy = Array::with_capacity(self.capacity())?;
        // SAFETY: nothing changes this array while its values are copied to another.
        unsafe { self.with_slice(|values| copy.extend(values))? };
        Ok(copy)
    }

    /// Up to `count` of the values from `start` on.
    pub fn part(&self, start: usize, count: usize) -> Vec<T> {
        let start = start.min(self.len());
        let end = start.saturating_add(count).min(self.len());
        // SAFETY: nothing changes this array while its values are copied.
        unsafe { self.with_slice(|values| values[start..end].to_vec()) }
    }

    /// Where the first of these values stands, from `start` on.
    pub fn find(&self, start: usize, value: T) -> Option<usize>
    where
        T: PartialEq,
    {
        let start = start.min(self.len());
        // SAFETY: comparing plain values changes nothing.
        let found = unsafe {
            self.with_slice(|values| values[start..].iter().position(|own| *own == value))
        };
        found.map(|distance| start + distance)
    }

    /// Forgets the values from `length` on.
    pub fn truncate(&self, length: usize) {
        self.set_len(self.len().min(length));
    }

    /// Exchanges the contents of two arrays.
    pub fn exchange(&self, other: &Array<T>) {
        self.start.swap(&other.start);
        self.room.swap(&other.room);
    }

    /// Puts the contents of another array in the place of what is here.
    pub fn put(&self, other: Array<T>) {
        self.exchange(&other);
    }

    /// Runs `look` over the values. It must not come back to this array: it is only for
    /// code that cannot run Python.
    ///
    /// # Safety
    /// `look` must not change the array.
    #[inline(always)]
    pub unsafe fn with_slice<R>(&self, look: impl FnOnce(&[T]) -> R) -> R {
        // SAFETY: `length` values are initialized, and the caller keeps the array as it is.
        look(unsafe { std::slice::from_raw_parts(self.start.get().as_ptr(), self.len()) })
    }

    /// Runs `change` over the values, as [`Array::with_slice`].
    ///
    /// # Safety
    /// `change` must not reach the array in another way.
    #[inline(always)]
    pub unsafe fn with_slice_mut<R>(&self, change: impl FnOnce(&mut [T]) -> R) -> R {
        // SAFETY: as above, and no other reference into the array exists.
        change(unsafe { std::slice::from_raw_parts_mut(self.start.get().as_ptr(), self.len()) })
    }
}

impl<T: Copy> Drop for Array<T> {
    fn drop(&mut self) {
        let size = self.capacity() * size_of::<T>();
        if size != 0 {
            // SAFETY: the block was allocated with this size, and the array is gone.
            unsafe { heap().free(self.start.get().cast(), size) };
        }
    }
}

/// A width in which an array of bytes can be read.
pub trait Width: Copy + Into<i32> + sealed::Sealed {}
mod sealed {
    pub trait Sealed {}
    impl Sealed for i8 {}
    impl Sealed for i16 {}
    impl Sealed for i32 {}
}
impl Width for i8 {}
impl Width for i16 {}
impl Width for i32 {}

impl Array<u8> {
    /// Reads the bytes as an array of integers: the one at `index`.
    #[inline(always)]
    pub fn read<W: Width>(&self, index: usize) -> Option<W> {
        let fits = index < self.len() / size_of::<W>();
        // SAFETY: the block is eight-aligned, the bytes are initialized and in range, and
        // every pattern of bits is an integer.
        fits.then(|| unsafe { self.start.get().cast::<W>().add(index).read() })
    }

    /// Reads the bytes as an array of integers, without a look at the length.
    ///
    /// # Safety
    /// That many integers of this width must be there.
    #[inline(always)]
    pub unsafe fn read_unchecked<W: Width>(&self, index: usize) -> W {
        debug_assert!(index < self.len() / size_of::<W>());
        // SAFETY: as in `read`; the caller vouches for the index.
        unsafe { self.start.get().cast::<W>().add(index).read() }
    }

    /// Writes the bytes as an array of integers: the one at `index`, if there is one.
    #[inline(always)]
    pub fn write<W: Width>(&self, index: usize, value: W) {
        if index < self.len() / size_of::<W>() {
            // SAFETY: as in `read`.
            unsafe { self.start.get().cast::<W>().add(index).write(value) }
        }
    }

    /// Adds `count` bytes of the same value.
    #[inline(always)]
    pub fn fill(&self, count: usize, value: u8) -> Result<(), OutOfMemory> {
        self.reserve(count)?;
        // SAFETY: there is room for `count` more.
        unsafe {
            let place = self.start.get().add(self.len());
            match count {
                // The smallest index array: a call of `memset` costs more.
                8 => place.cast::<[u8; 8]>().write([value; 8]),
                _ => place.write_bytes(value, count),
            }
        }
        self.set_len(self.len() + count);
        Ok(())
    }
}

/// A growable array of objects, which it owns: the items of a list.
#[derive(Default)]
pub struct Objects(Array<Word>);

/// Makes an object of a word that an [`Objects`] array gave up.
fn given_up(word: Word) -> Object {
    // SAFETY: the array owned the object, and no longer holds the word.
    unsafe { Object::from_word(word) }
}

impl Objects {
    /// An object whose payload is made of an array of the objects in a row of words, which move
    /// there, if that is short; see [`crate::make_builtin_at_hand`]. Else nothing has happened.
    ///
    /// # Safety
    /// There must be `length` words, at least one, each of which owns a reference.
    #[inline(always)]
    pub unsafe fn move_at_hand<T: Payload>(
        kind: &TypeCore,
        words: *const Word,
        length: usize,
        payload: impl FnOnce(Objects) -> T,
    ) -> Option<Owned<T>> {
        let bytes = length.checked_mul(size_of::<Word>())?;
        let count = u32::try_from(length).ok()?;
        let block = heap().take_free(bytes)?;
        let start = block.cast::<Word>();
        let array = || {
            payload(Objects(Array {
                start: Cell::new(start),
                room: Cell::new(Room::new(count, count)),
            }))
        };
        // SAFETY: the block has room for the words, which are written before anything sees
        // them; or it goes back as it came.
        unsafe {
            let made = make_builtin_at_hand(kind, array);
            if made.is_none() {
                heap().put_back(block, bytes);
                return None;
            }
            for index in 0..length {
                // Volatile, since there are few: a call of `memcpy` costs more than they do.
                start.add(index).write_volatile(words.add(index).read());
            }
            made
        }
    }

    /// An array with room for `capacity` objects.
    pub fn with_capacity(capacity: usize) -> Result<Self, OutOfMemory> {
        Ok(Objects(Array::with_capacity(capacity)?))
    }

    /// An array of `length` objects, each from one call of `next`. If there is no memory for
    /// all, `next` is not called.
    #[inline(always)]
    pub fn fill(length: usize, mut next: impl FnMut() -> Object) -> Result<Self, OutOfMemory> {
        let array = Array::<Word>::with_capacity(length)?;
        for index in 0..length {
            // SAFETY: there is room for `length` words, and nothing else has the array.
            unsafe { array.start.get().add(index).write(next().into_word()) };
            // Counted one by one, so that a panic of `next` leaks nothing.
            array.count_one();
        }
        Ok(Objects(array))
    }

    /// Adds an object at the end, if there is room; else it comes back.
    #[inline(always)]
    pub fn push_within(&self, value: Object) -> Result<(), Object> {
        if self.0.len() == self.0.capacity() {
            return Err(value);
        }
        // SAFETY: there is room for one more.
        unsafe { self.write_behind(0, value) };
        self.0.count_one();
        Ok(())
    }

    /// How many objects there are.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Are there none?
    #[inline(always)]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many objects there is room for.
    pub fn capacity(&self) -> usize {
        self.0.capacity()
    }

    /// Runs `look` over the objects.
    ///
    /// # Safety
    /// As for [`Array::with_slice`]: `look` must not change the array, and so not run Python
    /// code.
    #[inline(always)]
    pub unsafe fn with_slice<R>(&self, look: impl FnOnce(&[Object]) -> R) -> R {
        // SAFETY: the words are those of objects that the array owns, and by the caller's
        // promise it stays as it is.
        unsafe {
            self.0
                .with_slice(|words| look(Object::borrow_words(words.as_ptr(), words.len())))
        }
    }

    /// The objects, to be looked at and changed by who has the whole array.
    #[inline]
    pub fn as_mut_slice(&mut self) -> &mut [Object] {
        // SAFETY: the words are those of objects that the array owns, `Object` is a transparent
        // word, and as long as the array is lent out exclusively, nobody changes it.
        unsafe {
            std::slice::from_raw_parts_mut(self.0.start.get().cast::<Object>().as_ptr(), self.len())
        }
    }

    /// A new reference to the object at `index`.
    #[inline(always)]
    pub fn get(&self, index: usize) -> Option<Object> {
        let word = self.0.get(index)?;
        // SAFETY: the array owns the object while it is cloned.
        Some(unsafe { Object::borrow_word(&raw const word) }.clone())
    }

    /// Stores an object at `index` and gives back the old one; an index out of range gives
    /// back the new one as the error.
    #[inline(always)]
    pub fn replace(&self, index: usize, value: Object) -> Result<Object, Object> {
        if index >= self.len() {
            return Err(value);
        }
        let old = self.0.replace(index, value.into_word());
        Ok(given_up(old.unwrap_or(Object::none().into_word())))
    }

    /// Adds an object at the end.
    #[inline(always)]
    pub fn push(&self, value: Object) -> Result<(), OutOfMemory> {
        self.0.reserve(1)?;
        self.0.push(value.into_word())
    }

    /// Takes the last object.
    #[inline(always)]
    pub fn pop(&self) -> Option<Object> {
        self.0.pop().map(given_up)
    }

    /// Puts an object before the one at `index` (at the end, if there is none).
    pub fn insert(&self, index: usize, value: Object) -> Result<(), OutOfMemory> {
        self.0.reserve(1)?;
        self.0.splice(index, 0, &[value.into_word()])
    }

    /// Takes the object at `index`.
    pub fn remove(&self, index: usize) -> Option<Object> {
        let word = self.0.get(index)?;
        // Removing needs no memory, so it cannot fail.
        let _ = self.0.splice(index, 1, &[]);
        Some(given_up(word))
    }

    /// New references to `count` objects: the one at `start`, and then each `step` places on.
    /// A place out of range gives `None`.
    pub fn pick(&self, start: i64, step: i64, count: usize) -> Result<Self, OutOfMemory> {
        let mut place = start;
        Objects::fill(count, || {
            let object = usize::try_from(place)
                .ok()
                .and_then(|place| self.get(place));
            place = place.wrapping_add(step);
            object.unwrap_or(Object::none())
        })
    }

    /// Replaces `removed` objects from `index` on by others. The old ones come back, for
    /// the caller to drop when everything is in order.
    pub fn splice(
        &self,
        index: usize,
        removed: usize,
        values: Objects,
    ) -> Result<Objects, OutOfMemory> {
        let length = self.len();
        let index = index.min(length);
        let removed = removed.min(length - index);
        let added = values.len();
        // From here on nothing can fail: no object may be given up twice.
        self.0.reserve(added.saturating_sub(removed))?;
        values.0.reserve(removed.saturating_sub(added))?;
        let tail = length - index - removed;
        // SAFETY: either array has room for the longer of both rows, and they are two. Each
        // word moves, and the lengths say where it belongs afterwards.
        unsafe {
            let (place, other) = (self.0.start.get().add(index), values.0.start.get());
            let both = added.min(removed);
            std::ptr::swap_nonoverlapping(place.as_ptr(), other.as_ptr(), both);
            if removed > both {
                let rest = place.add(both);
                rest.copy_to_nonoverlapping(other.add(both), removed - both);
                place.add(removed).copy_to(rest, tail);
            } else if added > both {
                place.add(removed).copy_to(place.add(added), tail);
                let rest = other.add(both);
                rest.copy_to_nonoverlapping(place.add(both), added - both);
            }
        }
        self.0.set_len(index + added + tail);
        values.0.set_len(removed);
        Ok(values)
    }

    /// The objects of a vector.
    pub fn from_vec(objects: Vec<Object>) -> Result<Self, OutOfMemory> {
        let mut objects = objects.into_iter();
        Objects::fill(objects.len(), || objects.next().unwrap_or(Object::none()))
    }

    /// Adds new references to all of `values` at the end.
    pub fn extend_from_slice(&self, values: &[Object]) -> Result<(), OutOfMemory> {
        self.0.reserve(values.len())?;
        for (index, value) in values.iter().enumerate() {
            // SAFETY: there is room for all.
            unsafe { self.write_behind(index, value.clone()) };
        }
        self.0.set_len(self.len() + values.len());
        Ok(())
    }

    /// Adds new references to all objects of an array, which may be this one, at the end.
    pub fn extend_from(&self, other: &Objects) -> Result<(), OutOfMemory> {
        let count = other.len();
        self.0.reserve(count)?;
        for index in 0..count {
            let value = other.get(index).unwrap_or(Object::none());
            // SAFETY: there is room for all.
            unsafe { self.write_behind(index, value) };
        }
        self.0.set_len(self.len() + count);
        Ok(())
    }

    /// Writes an object `index` places behind the last one. It is not counted yet.
    ///
    /// # Safety
    /// There must be room for it.
    #[inline(always)]
    unsafe fn write_behind(&self, index: usize, value: Object) {
        let place = self.len() + index;
        debug_assert!(place < self.capacity());
        // SAFETY: by the caller's promise.
        unsafe { self.0.start.get().add(place).write(value.into_word()) };
    }

    /// Makes room for `more` objects.
    pub fn reserve(&self, more: usize) -> Result<(), OutOfMemory> {
        self.0.reserve(more)
    }

    /// Makes room for exactly `capacity` objects (at least as many as there are).
    pub fn set_capacity(&self, capacity: usize) -> Result<(), OutOfMemory> {
        self.0.set_capacity(capacity)
    }

    /// Takes everything out, leaving an empty array.
    pub fn take(&self) -> Objects {
        let empty = Array::default();
        self.0.exchange(&empty);
        Objects(empty)
    }

    /// Puts the contents of another array in the place of what is here.
    pub fn put(&self, other: Objects) {
        self.0.exchange(&other.0);
    }

    /// Turns the order round.
    pub fn reverse(&self) {
        // SAFETY: reversing words runs nothing else.
        unsafe { self.0.with_slice_mut(<[Word]>::reverse) }
    }

    /// The objects themselves, in a vector.
    pub fn into_vec(self) -> Vec<Object> {
        let mut objects = Vec::with_capacity(self.len());
        while let Some(object) = self.pop() {
            objects.push(object);
        }
        objects.reverse();
        objects
    }

    /// New references to all objects.
    pub fn to_vec(&self) -> Vec<Object> {
        (0..self.len())
            .filter_map(|index| self.get(index))
            .collect()
    }

    /// Shows every object to the collector.
    pub fn traverse(&self, visit: Visit<'_>) {
        for index in 0..self.len() {
            if let Some(object) = self.get(index) {
                visit(&object);
            }
        }
    }

    /// Lets everything go.
    pub fn clear(&self) {
        drop(self.take());
    }
}

impl Drop for Objects {
    #[inline]
    fn drop(&mut self) {
        // Nobody can reach an array that is dropped: what its objects run finds none of them.
        let length = self.len();
        self.0.set_len(0);
        for index in (0..length).rev() {
            // SAFETY: the array owned this object, and no longer says so.
            drop(given_up(unsafe { self.0.start.get().add(index).read() }));
        }
    }
}
