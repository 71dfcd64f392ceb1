//! Where are the attributes of an instance? Before its header, in the [`InstancePrefix`].
//!
//! ```text
//!   order │ value 0 … value n−1 │ prefix (values, dict, counts) │ header │ payload │ __slots__
//! ```
//!
//! A class keeps the *names* of its instances' attributes once, in its shared keys; an
//! instance keeps only the values, in that order, and a byte for each that says in which
//! order *this* instance got them, since `__dict__` shows that. They begin right inside the object, and
//! move to a block of their own if the class learns more names than the object has room
//! for. Only when Python code asks for `__dict__` is a dictionary made.

use crate::header::{Header, TypeCore};
use crate::heap::{Heap, OutOfMemory};
use crate::layout::Payload;
use crate::slot::Slot;
use crate::word::{Object, Word};
use std::cell::Cell;
use std::ptr::NonNull;

/// The attributes of an instance, lying before its header (as CPython 3.11's managed
/// `__dict__` does).
#[repr(C)]
pub struct InstancePrefix {
    values: Cell<*mut Slot>,
    /// How many values there is room for.
    capacity: Cell<u16>,
    /// How many of them lie inside the object.
    inline: Cell<u16>,
    /// How many values are set.
    used: Cell<u16>,
    /// The `__dict__`, once it was asked for. The values are then unused and empty.
    pub dict: Slot,
}

const PREFIX: usize = size_of::<InstancePrefix>().next_multiple_of(8);

/// The attribute values of an instance, by their place in the class's shared keys.
#[derive(Clone, Copy)]
pub struct Values<'a>(&'a InstancePrefix);

/// Bytes of the values and of their order, for room for `capacity` values.
const fn values_bytes(capacity: u16) -> usize {
    order_bytes(capacity) + capacity as usize * size_of::<Slot>()
}

const fn order_bytes(capacity: u16) -> usize {
    (capacity as usize).next_multiple_of(8)
}

/// Bytes of an object's block before its header.
#[inline(always)]
pub(crate) fn bytes_before(inline: u16) -> usize {
    PREFIX + values_bytes(inline)
}

/// A block for an object of `size` bytes with its prefix; the address is the header's.
pub(crate) fn allocate(
    heap: &Heap,
    kind: &TypeCore,
    size: usize,
) -> Result<NonNull<Header>, OutOfMemory> {
    let before = bytes_before(kind.head.inline_values.get());
    let block = heap.allocate(before.checked_add(size).ok_or(OutOfMemory)?)?;
    // SAFETY: the block has room for the values, the prefix and the object, in this order.
    unsafe {
        begin(kind, block);
        Ok(block.add(before).cast())
    }
}

/// Writes what lies before the header of a new object.
///
/// # Safety
/// The block must be fresh, and have room for it.
#[inline(always)]
pub(crate) unsafe fn begin(kind: &TypeCore, block: NonNull<u8>) {
    let inline = kind.head.inline_values.get();
    let room = kind.head.shared_room.get();
    if room > 1 && inline != 0 {
        // `init_inline_values`: objects made before a name is known have no place for it.
        kind.head.shared_room.set(room - 1);
    }
    // SAFETY: by the caller's promise.
    unsafe {
        let values = block.add(order_bytes(inline)).cast::<Slot>();
        for place in 0..inline as usize {
            // Volatile, since there are few: a call of `memset` costs more than they do.
            values.add(place).write_volatile(Slot::empty());
        }
        let prefix = block.add(values_bytes(inline));
        prefix.cast::<InstancePrefix>().write(InstancePrefix {
            values: Cell::new(values.as_ptr()),
            capacity: Cell::new(inline),
            inline: Cell::new(inline),
            used: Cell::new(0),
            dict: Slot::empty(),
        });
    }
}

/// Gives the block back.
///
/// # Safety
/// The header must be that of a dying object made by [`allocate`] with this size.
pub(crate) unsafe fn free(heap: &Heap, header: NonNull<Header>, size: usize) {
    // SAFETY: the prefix lies before the header, and nothing uses it any more.
    unsafe {
        let prefix = header.cast::<u8>().sub(PREFIX).cast::<InstancePrefix>();
        let inline = prefix.as_ref().inline.get();
        prefix.as_ref().release_block(heap);
        prefix.drop_in_place();
        let before = bytes_before(inline);
        heap.free(header.cast::<u8>().sub(before), before + size);
    }
}

/// Drops the attributes of a dying object, before its payload goes.
///
/// # Safety
/// The header must be live.
pub(crate) unsafe fn drop_attributes(header: NonNull<Header>) {
    // SAFETY: by the caller's promise.
    if let Some(instance) = unsafe { header.as_ref() }.instance() {
        instance.values().drop_all();
        instance.dict.clear();
    }
}

/// Empties the `__slots__` places of a dying object, before its payload goes.
pub(crate) fn drop_member_slots(header: &Header, count: u16) {
    for index in (0..count).rev() {
        if let Some(place) = header.member_slot(index) {
            place.clear();
        }
    }
}

impl InstancePrefix {
    fn in_object(&self) -> *mut Slot {
        let start = (&raw const *self).addr() - self.inline.get() as usize * size_of::<Slot>();
        std::ptr::with_exposed_provenance_mut(start)
    }

    fn release_block(&self, heap: &Heap) {
        let values = self.values.get();
        if values != self.in_object() {
            let capacity = self.capacity.get();
            // SAFETY: values outside of the object are a block of the heap of this size,
            // which begins with their order.
            unsafe {
                let block = NonNull::new_unchecked(values.cast::<u8>().sub(order_bytes(capacity)));
                heap.free(block, values_bytes(capacity));
            }
        }
    }

    /// The values.
    #[inline(always)]
    pub fn values(&self) -> Values<'_> {
        Values(self)
    }

    /// The payload of the `__dict__`, if there is one: not counted.
    ///
    /// # Safety
    /// It must not be used any more once anything has run that could replace the `__dict__`.
    #[inline(always)]
    pub unsafe fn dict_payload<T: Payload>(&self) -> Option<&T> {
        // SAFETY: by the caller's promise.
        unsafe { self.dict.payload() }
    }
}

impl Header {
    /// The attributes of an instance of a class that gives its objects a `__dict__`.
    #[inline(always)]
    pub fn instance(&self) -> Option<&InstancePrefix> {
        if !self.type_core().head.prefixed.get() {
            return None;
        }
        let address = (&raw const *self).addr() - PREFIX;
        let prefix = std::ptr::with_exposed_provenance::<InstancePrefix>(address);
        // SAFETY: an object of such a type was made with the prefix before its header.
        Some(unsafe { &*prefix })
    }

    /// The place of the `index`th `__slots__` name, behind everything else of the object.
    #[inline(always)]
    pub fn member_slot(&self, index: u16) -> Option<&Slot> {
        let core = self.type_core();
        if index >= core.head.member_slots.get() {
            return None;
        }
        let layout = core.head.layout();
        let mut size = layout.size;
        if layout.variable {
            let own = std::ptr::with_exposed_provenance_mut((&raw const *self).addr());
            // SAFETY: the header is a live object's, of this layout.
            size += unsafe { (layout.extra)(NonNull::new_unchecked(own)) };
        }
        let places = (&raw const *self).addr() + size.next_multiple_of(8);
        let slot = std::ptr::with_exposed_provenance::<Slot>(places + index as usize * 8);
        // SAFETY: the places lie behind the payload and its variable part (`make_with`).
        Some(unsafe { &*slot })
    }
}

impl Header {
    /// The `__slots__` place at an offset of CPython's.
    #[inline(always)]
    pub fn member_at(&self, offset: u16) -> Option<&Slot> {
        let head = &self.type_core().head;
        let index = offset.checked_sub(head.slots_start.get())? / 8;
        let places = head.slots_place.get() as usize;
        if places == 0 {
            return self.member_slot(index);
        }
        if index >= head.member_slots.get() {
            return None;
        }
        let address = (&raw const *self).addr() + places + index as usize * 8;
        let slot = std::ptr::with_exposed_provenance::<Slot>(address);
        // SAFETY: the places lie behind the payload (`make_with`).
        Some(unsafe { &*slot })
    }
}

impl Values<'_> {
    /// How many values there is room for.
    #[inline(always)]
    pub fn capacity(self) -> u16 {
        self.0.capacity.get()
    }

    /// The place of the value with this index.
    #[inline(always)]
    fn place(&self, index: u16) -> Option<&Slot> {
        if index < self.capacity() {
            // SAFETY: there are `capacity` places.
            Some(unsafe { &*self.0.values.get().add(index as usize) })
        } else {
            None
        }
    }

    /// A new reference to a value.
    #[inline(always)]
    pub fn get(self, index: u16) -> Option<Object> {
        self.place(index)?.get()
    }

    /// Stores a value, and gives the bits of the old one back, with the ownership (zero: there
    /// was none); or gives the value back as the error if there is no room for it.
    #[inline(always)]
    pub fn exchange(self, index: u16, value: Object) -> Result<Word, Object> {
        let Some(place) = self.place(index) else {
            return Err(value);
        };
        let old = place.replace(Some(value)).map_or(0, Object::into_word);
        if old == 0 {
            // There are at most 256 places.
            self.note_new(index as u8);
        }
        Ok(old)
    }

    /// As [`Values::exchange`], where there is a value already, which stays alive without this
    /// place. If not, the new one comes back.
    #[inline(always)]
    pub fn exchange_shared(self, index: u16, value: Object) -> Result<Word, Object> {
        match self.place(index) {
            // SAFETY: the place owns what it holds.
            Some(place) if place.word() != 0 && unsafe { Object::is_shared(place.word()) } => {
                Ok(place.replace(Some(value)).map_or(0, Object::into_word))
            }
            _ => Err(value),
        }
    }

    /// Stores a value (or none) and gives the old one back, making room where there is none.
    #[inline(always)]
    pub fn replace(self, index: u8, value: Option<Object>) -> Result<Option<Object>, OutOfMemory> {
        if index as u16 >= self.capacity() {
            self.grow(index)?;
        }
        let Some(place) = self.place(index as u16) else {
            return Ok(value);
        };
        let appears = value.is_some();
        let old = place.replace(value);
        if old.is_some() != appears {
            self.note(index, appears);
        }
        Ok(old)
    }

    /// The places in the order in which they were filled.
    pub fn order(self) -> impl Iterator<Item = u8> {
        (0..self.0.used.get()).map(move |at| {
            // SAFETY: `used` bytes of the order are initialized.
            unsafe { self.order_start().add(at as usize).read() }
        })
    }

    #[inline(always)]
    fn order_start(self) -> *mut u8 {
        // SAFETY: the order lies before the values, in the same block.
        unsafe {
            self.0
                .values
                .get()
                .cast::<u8>()
                .sub(order_bytes(self.capacity()))
        }
    }

    /// Notes in the order that a place was filled or emptied.
    fn note(self, index: u8, appears: bool) {
        if appears {
            return self.note_new(index);
        }
        let used = self.0.used.get() as usize;
        // SAFETY: `used` notes are initialized.
        unsafe {
            let notes = std::slice::from_raw_parts_mut(self.order_start(), used);
            let at = notes
                .iter()
                .position(|&place| place == index)
                .unwrap_or(used - 1);
            notes.copy_within(at + 1.., at);
        }
        self.0.used.set(used as u16 - 1);
    }

    /// Notes that a place was filled.
    #[inline(always)]
    fn note_new(self, index: u8) {
        let used = self.0.used.get();
        // SAFETY: no place is noted twice, so there are at most `capacity` notes, which is
        // what there is room for.
        unsafe { self.order_start().add(used as usize).write(index) };
        self.0.used.set(used + 1);
    }

    #[cold]
    fn grow(self, index: u8) -> Result<(), OutOfMemory> {
        let heap = crate::heap();
        let old = self.capacity();
        let new = (index as u16 + 4).max(old * 2).min(256);
        let block = heap.allocate(values_bytes(new))?;
        // SAFETY: the new block has room for all; the order and the old values move, bit
        // for bit, and the old places are emptied without dropping them.
        unsafe {
            block
                .as_ptr()
                .copy_from_nonoverlapping(self.order_start(), old as usize);
            let moved = block.add(order_bytes(new)).cast::<Slot>();
            let values = self.0.values.get();
            values.copy_to_nonoverlapping(moved.as_ptr(), old as usize);
            values.write_bytes(0, old as usize);
            for place in old as usize..new as usize {
                moved.add(place).write(Slot::empty());
            }
            self.0.release_block(heap);
            self.0.values.set(moved.as_ptr());
        }
        self.0.capacity.set(new);
        Ok(())
    }

    /// Empties every place.
    pub fn clear(self) {
        for index in 0..self.capacity() {
            if let Some(place) = self.place(index) {
                let old = place.take();
                if old.is_some() {
                    self.note(index as u8, false);
                }
            }
        }
    }

    /// Empties every place of a dying object, to which nothing is added any more.
    #[inline(always)]
    fn drop_all(self) {
        self.0.used.set(0);
        let (values, capacity) = (self.0.values.get(), self.capacity());
        for index in 0..capacity as usize {
            // SAFETY: there are `capacity` places.
            unsafe { (*values.add(index)).clear() };
        }
    }

    /// Shows every value to the collector.
    pub fn traverse(self, visit: crate::Visit<'_>) {
        for index in 0..self.capacity() {
            if let Some(value) = self.get(index) {
                visit(&value);
            }
        }
    }
}
