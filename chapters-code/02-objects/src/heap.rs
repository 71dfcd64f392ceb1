//! Where do objects come from, and where do they go? The [`Heap`]: one door for every
//! byte that Python values take.
//!
//! Small blocks come from free lists, one per size in steps of eight bytes, refilled from
//! chunks that are never given back (so an object can always be dropped safely). Larger
//! blocks are the system allocator's. Every block is counted before it is handed out,
//! and that is where a memory limit acts.
//!
//! The heap also keeps the list of objects that the cycle collector watches, in the order
//! in which they came, and it lets go of deep structures with a bounded host stack
//! (CPython's trashcan).

use crate::header::{Header, TypeCore};
use crate::instance;
use crate::layout::{Boxed, Payload};
use crate::owned::Owned;
use crate::word::Object;
use std::alloc::Layout as Block;
use std::cell::{Cell, UnsafeCell};
use std::ptr::{self, NonNull};

/// No memory for a request: the system has none, or the heap's limit is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutOfMemory;

const GRAIN: usize = 8;
const LARGEST_SMALL: usize = 512;
const CLASSES: usize = LARGEST_SMALL / GRAIN + 1;
const CHUNK: usize = 256 * 1024;
/// Nested destructors beyond this depth wait in a list.
const DESTROY_DEPTH: u32 = 50;

/// The collector's word of a header: flags in the low bits, above them the object's place
/// in the list of watched objects.
const TRACKED: u32 = 1;
const FINALIZED: u32 = 2;
const WEAKLY_REFERENCED: u32 = 4;
const INDEX_SHIFT: u32 = 4;
const FLAGS: u32 = (1 << INDEX_SHIFT) - 1;

/// A thread's memory.
pub struct Heap {
    free: [Cell<*mut u8>; CLASSES],
    chunk: Cell<*mut u8>,
    chunk_left: Cell<usize>,
    bytes: Cell<usize>,
    peak: Cell<usize>,
    limit: Cell<usize>,
    objects: Cell<usize>,
    depth: Cell<u32>,
    waiting: UnsafeCell<Vec<NonNull<Header>>>,
    tracked: UnsafeCell<Vec<*mut Header>>,
    holes: Cell<usize>,
}

thread_local! {
    static CURRENT: Cell<Option<&'static Heap>> = const { Cell::new(None) };
}

/// The heap of the running thread.
#[inline(always)]
pub fn heap() -> &'static Heap {
    match CURRENT.get() {
        Some(heap) => heap,
        None => open(),
    }
}

#[cold]
fn open() -> &'static Heap {
    // A heap is never closed: an object that outlives everything else on the thread must
    // still find its memory.
    let heap: &'static Heap = Box::leak(Box::new(Heap::new()));
    CURRENT.set(Some(heap));
    heap
}

/// As [`Heap::make`] on the heap of the running thread, for a payload of no size, if a block
/// lies ready there: then this is short, and calls nothing. Nothing has happened if the
/// answer is `None`.
#[inline(always)]
pub fn make_at_hand<T: Payload>(kind: &TypeCore, value: T) -> Option<Owned<T>> {
    CURRENT.get()?.make_at_hand(kind, value)
}

/// As [`Heap::make`] on the heap of the running thread, for builtin types, if a block and a
/// place on the collector's list lie ready there: then this is short, and calls nothing but
/// `value`, which is not called if the answer is `None`.
#[inline(always)]
pub fn make_builtin_at_hand<T: Payload>(
    kind: &TypeCore,
    value: impl FnOnce() -> T,
) -> Option<Owned<T>> {
    assert!(!T::layout().variable, "the payload has a variable part");
    // SAFETY: there is no variable part.
    unsafe { make_with_at_hand(kind, 0, value, |_| ()) }
}

/// As [`make_builtin_at_hand`], with `extra` bytes behind the payload, which `fill` initializes.
///
/// # Safety
/// As for [`Heap::make_with`].
#[inline(always)]
pub unsafe fn make_with_at_hand<T: Payload>(
    kind: &TypeCore,
    extra: usize,
    value: impl FnOnce() -> T,
    fill: impl FnOnce(NonNull<u8>),
) -> Option<Owned<T>> {
    // SAFETY: by the caller's promise.
    unsafe { CURRENT.get()?.make_with_at_hand(kind, extra, value, fill) }
}

impl Heap {
    fn new() -> Heap {
        Heap {
            free: [const { Cell::new(ptr::null_mut()) }; CLASSES],
            chunk: Cell::new(ptr::null_mut()),
            chunk_left: Cell::new(0),
            bytes: Cell::new(0),
            peak: Cell::new(0),
            limit: Cell::new(isize::MAX as usize),
            objects: Cell::new(0),
            depth: Cell::new(0),
            waiting: UnsafeCell::new(Vec::new()),
            tracked: UnsafeCell::new(Vec::new()),
            holes: Cell::new(0),
        }
    }

    /// Bytes in use.
    pub fn bytes(&self) -> usize {
        self.bytes.get()
    }

    /// The most bytes that were in use at once, as noted whenever fresh memory was cut (a block
    /// from a free list was in use before).
    pub fn peak(&self) -> usize {
        self.peak.get().max(self.bytes.get())
    }

    /// Live objects.
    pub fn objects(&self) -> usize {
        self.objects.get()
    }

    /// Refuses requests that would take the heap above `bytes`.
    pub fn set_limit(&self, bytes: usize) {
        self.limit.set(bytes.min(isize::MAX as usize));
    }

    /// What [`Heap::set_limit`] has set.
    pub fn limit(&self) -> usize {
        self.limit.get()
    }

    /// Could `bytes` more be had under the limit? For sizes that come from outside.
    pub fn check(&self, bytes: usize) -> Result<(), OutOfMemory> {
        match self.bytes.get().checked_add(bytes) {
            Some(total) if total <= self.limit.get() => Ok(()),
            _ => Err(OutOfMemory),
        }
    }

    /// Counts bytes that an object of the heap keeps elsewhere: the digits of a big
    /// integer, which its crate allocates. They must be given back with [`Heap::refund`].
    pub fn charge(&self, bytes: usize) -> Result<(), OutOfMemory> {
        self.check(bytes)?;
        self.bytes.set(self.bytes.get() + bytes);
        self.peak.set(self.peak.get().max(self.bytes.get()));
        Ok(())
    }

    /// Gives bytes back that [`Heap::charge`] counted.
    pub fn refund(&self, bytes: usize) {
        self.bytes.set(self.bytes.get().saturating_sub(bytes));
    }

    /// A block of `size` bytes, eight-aligned.
    #[inline(always)]
    pub(crate) fn allocate(&self, size: usize) -> Result<NonNull<u8>, OutOfMemory> {
        let total = self.bytes.get().wrapping_add(size);
        if total > self.limit.get() {
            return Err(OutOfMemory);
        }
        if size <= LARGEST_SMALL {
            let class = &self.free[size.div_ceil(GRAIN)];
            if let Some(block) = NonNull::new(class.get()) {
                // SAFETY: a free block's first word links to the next free block.
                class.set(unsafe { block.cast::<*mut u8>().read() });
                self.bytes.set(total);
                return Ok(block);
            }
        }
        self.allocate_slowly(size)
    }

    #[cold]
    #[inline(never)]
    fn allocate_slowly(&self, size: usize) -> Result<NonNull<u8>, OutOfMemory> {
        self.check(size)?;
        let block = if size > LARGEST_SMALL {
            let block = Block::from_size_align(size, GRAIN).map_err(|_| OutOfMemory)?;
            // SAFETY: the size is not zero.
            NonNull::new(unsafe { std::alloc::alloc(block) }).ok_or(OutOfMemory)?
        } else {
            self.cut(size.div_ceil(GRAIN).max(1) * GRAIN)?
        };
        self.bytes.set(self.bytes.get() + size);
        self.peak.set(self.peak.get().max(self.bytes.get()));
        Ok(block)
    }

    /// Cuts a small block off the current chunk.
    fn cut(&self, size: usize) -> Result<NonNull<u8>, OutOfMemory> {
        if self.chunk_left.get() < size {
            // SAFETY: the size is not zero. What was left of the old chunk stays unused.
            let chunk = unsafe { std::alloc::alloc(Block::from_size_align_unchecked(CHUNK, 16)) };
            self.chunk
                .set(NonNull::new(chunk).ok_or(OutOfMemory)?.as_ptr());
            self.chunk_left.set(CHUNK);
        }
        let block = self.chunk.get();
        // SAFETY: `size` bytes are left.
        self.chunk.set(unsafe { block.add(size) });
        self.chunk_left.set(self.chunk_left.get() - size);
        NonNull::new(block).ok_or(OutOfMemory)
    }

    /// Gives a block back.
    ///
    /// # Safety
    /// The block must come from [`Heap::allocate`] with this size, and not be used again.
    #[inline(always)]
    pub(crate) unsafe fn free(&self, block: NonNull<u8>, size: usize) {
        self.bytes.set(self.bytes.get() - size);
        if size <= LARGEST_SMALL {
            let class = &self.free[size.div_ceil(GRAIN).max(1)];
            // SAFETY: every small block has room for the link.
            unsafe { block.cast::<*mut u8>().write(class.get()) };
            class.set(block.as_ptr());
        } else {
            // SAFETY: a large block is the system's, with this size.
            unsafe {
                std::alloc::dealloc(
                    block.as_ptr(),
                    Block::from_size_align_unchecked(size, GRAIN),
                )
            };
        }
    }

    /// Makes a block larger or smaller, moving it where it must.
    ///
    /// # Safety
    /// As for [`Heap::free`]; the block's address is no longer good after success.
    pub(crate) unsafe fn resize(
        &self,
        block: NonNull<u8>,
        old: usize,
        new: usize,
    ) -> Result<NonNull<u8>, OutOfMemory> {
        if old > LARGEST_SMALL && new > LARGEST_SMALL {
            self.check(new.saturating_sub(old))?;
            if new > isize::MAX as usize - GRAIN {
                return Err(OutOfMemory);
            }
            // SAFETY: both sizes are the system's, and `new` is a possible one.
            let moved = unsafe {
                let old = Block::from_size_align_unchecked(old, GRAIN);
                std::alloc::realloc(block.as_ptr(), old, new)
            };
            let moved = NonNull::new(moved).ok_or(OutOfMemory)?;
            self.bytes.set(self.bytes.get() - old + new);
            self.peak.set(self.peak.get().max(self.bytes.get()));
            return Ok(moved);
        }
        let moved = self.allocate(new)?;
        // SAFETY: both blocks have the smaller size, and are different.
        unsafe {
            ptr::copy_nonoverlapping(block.as_ptr(), moved.as_ptr(), old.min(new));
            self.free(block, old);
        }
        Ok(moved)
    }

    /// A new object of a type whose objects have the payload `T`, which has no variable part.
    #[inline(always)]
    pub fn make<T: Payload>(&self, kind: &TypeCore, value: T) -> Result<Owned<T>, OutOfMemory> {
        assert!(!T::layout().variable, "the payload has a variable part");
        // SAFETY: there is no variable part.
        unsafe { self.make_with(kind, value, 0, |_| ()) }
    }

    /// A new object with `extra` bytes behind the payload, which `fill` initializes.
    ///
    /// # Safety
    /// `T::extra` must say `extra` once the caller is done with the object, and for as long
    /// as it lives: so many bytes are given back with it. (Only who owns the whole object
    /// may resize it.) Whatever `T` reads of the bytes, `fill` must have written.
    #[inline(always)]
    pub unsafe fn make_with<T: Payload>(
        &self,
        kind: &TypeCore,
        value: T,
        extra: usize,
        fill: impl FnOnce(NonNull<u8>),
    ) -> Result<Owned<T>, OutOfMemory> {
        // SAFETY: by the caller's promise.
        unsafe { self.make_in_place(kind, extra, || value, fill) }
    }

    /// As [`Heap::make_with`], with a payload that is made when there is memory for it: a large
    /// one is then written where it will lie, and not made elsewhere and moved.
    ///
    /// # Safety
    /// As for [`Heap::make_with`].
    #[inline(always)]
    pub unsafe fn make_in_place<T: Payload>(
        &self,
        kind: &TypeCore,
        extra: usize,
        value: impl FnOnce() -> T,
        fill: impl FnOnce(NonNull<u8>),
    ) -> Result<Owned<T>, OutOfMemory> {
        assert!(
            ptr::eq(kind.head.layout(), T::layout()),
            "the type has another layout"
        );
        let bare = size_of::<Boxed<T>>()
            .checked_add(extra)
            .ok_or(OutOfMemory)?;
        // Most types are builtin, and their objects nothing but header and payload.
        let plain = kind.head.is_plain();
        let header = if plain {
            self.allocate(bare)?.cast::<Header>()
        } else {
            self.begin(kind, bare)?
        };
        // SAFETY: the block is fresh and has room for the header, the payload and the extra
        // bytes.
        unsafe {
            let boxed = header.cast::<Boxed<T>>();
            (&raw mut (*boxed.as_ptr()).value).write(value());
            header.write(Header::new(NonNull::from(kind)));
            fill(boxed.add(1).cast());
        }
        self.objects.set(self.objects.get() + 1);
        if T::layout().traverse.is_some() || !plain && kind.head.prefixed.get() {
            self.track(header);
        }
        // SAFETY: the object is live, its count of one is the reference returned, and its
        // layout was compared above.
        Ok(unsafe { Owned::new(Object::from_pointer(header)) })
    }

    /// A block for an object of `bare` bytes whose type gives its objects more: what lies
    /// before the header and the member slots, which start out empty, and a reference to
    /// the type, if its objects keep it alive.
    fn begin(&self, kind: &TypeCore, bare: usize) -> Result<NonNull<Header>, OutOfMemory> {
        let size = kind.head.size_with_slots(bare).ok_or(OutOfMemory)?;
        let header = if kind.head.prefixed.get() {
            instance::allocate(self, kind, size)?
        } else {
            self.allocate(size)?.cast::<Header>()
        };
        if kind.head.counted.get() {
            kind.header.retain();
        }
        let slots = kind.head.member_slots.get() as usize * 8;
        // SAFETY: the block is fresh, and the slots are its last bytes.
        unsafe { header.cast::<u8>().add(size - slots).write_bytes(0, slots) };
        Ok(header)
    }

    /// See [`make_at_hand`].
    #[inline(always)]
    fn make_at_hand<T: Payload>(&self, kind: &TypeCore, value: T) -> Option<Owned<T>> {
        const { assert!(size_of::<T>() == 0) };
        let head = &kind.head;
        let prefixed = head.prefixed.get();
        // SAFETY: as in `track`.
        let full = unsafe { (*self.tracked.get()).len() == (*self.tracked.get()).capacity() };
        if !ptr::eq(head.layout(), T::layout())
            || T::layout().traverse.is_some()
            || prefixed && full
        {
            return None;
        }
        let before = if prefixed {
            instance::bytes_before(head.inline_values.get())
        } else {
            0
        };
        let size = size_of::<Boxed<T>>() + head.member_slots.get() as usize * 8;
        let block = self.take_free(before + size)?;
        // SAFETY: the block is fresh and has room for the prefix, the header and the member
        // slots, which start out empty.
        unsafe {
            let header = block.add(before).cast::<Header>();
            if prefixed {
                instance::begin(kind, block);
            }
            header.cast::<Boxed<T>>().write(Boxed {
                header: Header::new(NonNull::from(kind)),
                value,
            });
            let slots = header.cast::<Boxed<T>>().add(1).cast::<u64>();
            for place in 0..head.member_slots.get() as usize {
                slots.add(place).write_volatile(0);
            }
            if head.counted.get() {
                kind.header.retain();
            }
            self.objects.set(self.objects.get() + 1);
            if prefixed {
                self.track_within(header);
            }
            Some(Owned::new(Object::from_pointer(header)))
        }
    }

    /// See [`make_with_at_hand`].
    #[inline(always)]
    unsafe fn make_with_at_hand<T: Payload>(
        &self,
        kind: &TypeCore,
        extra: usize,
        value: impl FnOnce() -> T,
        fill: impl FnOnce(NonNull<u8>),
    ) -> Option<Owned<T>> {
        let head = &kind.head;
        // SAFETY: as in `track`.
        let full = unsafe { (*self.tracked.get()).len() == (*self.tracked.get()).capacity() };
        let watched = T::layout().traverse.is_some();
        let bare = !head.prefixed.get() && head.member_slots.get() == 0 && !head.counted.get();
        if !ptr::eq(head.layout(), T::layout()) || !bare || watched && full {
            return None;
        }
        let block = self.take_free(size_of::<Boxed<T>>().checked_add(extra)?)?;
        // SAFETY: the block is fresh and has room for the header, the payload and the extra
        // bytes. The type is no class: there is nothing before and behind these.
        unsafe {
            let header = block.cast::<Header>();
            let boxed = header.cast::<Boxed<T>>();
            (&raw mut (*boxed.as_ptr()).value).write(value());
            header.write(Header::new(NonNull::from(kind)));
            fill(boxed.add(1).cast());
            self.objects.set(self.objects.get() + 1);
            if watched {
                self.track_within(header);
            }
            Some(Owned::new(Object::from_pointer(header)))
        }
    }

    /// A small block off its free list, if there is one.
    #[inline(always)]
    pub(crate) fn take_free(&self, size: usize) -> Option<NonNull<u8>> {
        let total = self.bytes.get().wrapping_add(size);
        if size > LARGEST_SMALL || total > self.limit.get() {
            return None;
        }
        let class = &self.free[size.div_ceil(GRAIN)];
        let block = NonNull::new(class.get())?;
        // SAFETY: a free block's first word links to the next free block.
        class.set(unsafe { block.cast::<*mut u8>().read() });
        self.bytes.set(total);
        Some(block)
    }

    /// Puts a block back that [`Heap::take_free`] gave.
    ///
    /// # Safety
    /// It must have given it for this size, and nothing may use it.
    #[inline(always)]
    pub(crate) unsafe fn put_back(&self, block: NonNull<u8>, size: usize) {
        let class = &self.free[size.div_ceil(GRAIN)];
        // SAFETY: every small block has room for the link.
        unsafe { block.cast::<*mut u8>().write(class.get()) };
        class.set(block.as_ptr());
        self.bytes.set(self.bytes.get() - size);
    }

    /// Puts a new object on the list that the collector watches.
    #[inline]
    fn track(&self, header: NonNull<Header>) {
        // SAFETY: the list is only touched in this file, and never while it is borrowed.
        let tracked = unsafe { &mut *self.tracked.get() };
        if tracked.len() == tracked.capacity() {
            self.make_room(tracked);
        }
        self.track_within(header);
    }

    /// As [`Heap::track`]; what there is no room for on the list is not watched.
    #[inline(always)]
    fn track_within(&self, header: NonNull<Header>) {
        // SAFETY: as in `track`.
        let tracked = unsafe { &mut *self.tracked.get() };
        let index = tracked.len();
        // Beyond 2²⁸ containers the rest are not watched: they can leak, never dangle.
        if index < tracked.capacity() && index < 1 << (32 - INDEX_SHIFT) {
            // SAFETY: there is room for one more. The header is live.
            unsafe {
                tracked.as_mut_ptr().add(index).write(header.as_ptr());
                tracked.set_len(index + 1);
                // A new object has no flags yet.
                let place = (index as u32) << INDEX_SHIFT;
                header.as_ref().gc.set(TRACKED | place);
            }
        }
    }

    /// Closes the holes in the list if there are many; its order stays.
    #[cold]
    fn make_room(&self, tracked: &mut Vec<*mut Header>) {
        if self.holes.get() > tracked.len() / 2 {
            tracked.retain(|header| !header.is_null());
            for (index, header) in tracked.iter().enumerate() {
                // SAFETY: the list holds live objects only: an object leaves it in `untrack`.
                let gc = unsafe { &(**header).gc };
                gc.set(gc.get() & FLAGS | (index as u32) << INDEX_SHIFT);
            }
            self.holes.set(0);
        }
        tracked.reserve(1);
    }

    #[inline]
    fn untrack(&self, header: &Header) {
        let gc = header.gc.get();
        if gc & TRACKED == 0 {
            return;
        }
        header.gc.set(gc & FLAGS & !TRACKED);
        // SAFETY: as in `track`.
        let tracked = unsafe { &mut *self.tracked.get() };
        let index = (gc >> INDEX_SHIFT) as usize;
        debug_assert!(ptr::eq(tracked[index], header));
        if index + 1 == tracked.len() {
            tracked.pop();
            while tracked.last().is_some_and(|last| last.is_null()) {
                tracked.pop();
                self.holes.set(self.holes.get() - 1);
            }
        } else {
            tracked[index] = ptr::null_mut();
            self.holes.set(self.holes.get() + 1);
        }
    }

    /// How many objects the collector watches.
    pub fn tracked(&self) -> usize {
        // SAFETY: as in `track`.
        unsafe {
            (*self.tracked.get())
                .iter()
                .filter(|header| !header.is_null())
                .count()
        }
    }
}

impl Header {
    /// Has the object's finalizer run? It runs once (PEP 442).
    pub fn is_finalized(&self) -> bool {
        self.gc.get() & FINALIZED != 0
    }

    /// Notes that the finalizer has run.
    pub fn set_finalized(&self) {
        self.gc.set(self.gc.get() | FINALIZED);
    }

    /// Does a weak reference point here?
    pub fn is_weakly_referenced(&self) -> bool {
        self.gc.get() & WEAKLY_REFERENCED != 0
    }

    /// Notes whether a weak reference points here.
    pub fn set_weakly_referenced(&self, yes: bool) {
        let rest = self.gc.get() & !WEAKLY_REFERENCED;
        self.gc
            .set(if yes { rest | WEAKLY_REFERENCED } else { rest });
    }
}

/// Lets an object go whose count has fallen to zero. A chain of objects that hold each
/// other is taken apart in a loop once it is deep, so the host stack stays bounded.
#[cold]
#[inline(never)]
pub(crate) fn destroy(header: NonNull<Header>) {
    let heap = heap();
    // SAFETY: the object is live until it is freed.
    let object = unsafe { header.as_ref() };
    let head = &object.type_core().head;
    let plain = head.is_plain();
    if plain && head.layout().inert && object.gc.get() == 0 {
        // Numbers, strings and bytes are most of what goes, and own nothing.
        free_plain(heap, header);
        return;
    }
    if heap.depth.get() >= DESTROY_DEPTH {
        // SAFETY: the list is only touched in this function, for a push or a pop.
        unsafe { (*heap.waiting.get()).push(header) };
        return;
    }
    heap.depth.set(heap.depth.get() + 1);
    if plain {
        heap.untrack(object);
        free_plain(heap, header);
    } else {
        dealloc(header);
    }
    heap.depth.set(heap.depth.get() - 1);
    if heap.depth.get() == 0 {
        // SAFETY: as above; the borrow ends before `dealloc` can come back here.
        while let Some(next) = unsafe { (*heap.waiting.get()).pop() } {
            heap.depth.set(1);
            dealloc(next);
            heap.depth.set(0);
        }
    }
}

/// Frees an untracked object that is its payload and nothing else.
#[inline(always)]
fn free_plain(heap: &Heap, header: NonNull<Header>) {
    // SAFETY: the last reference is gone, and nothing else knows the address: the object is
    // not tracked, has no attributes and no places (its type is no class).
    unsafe {
        let size = (header.as_ref().layout().end)(header);
        heap.free(header.cast(), size);
    }
    heap.objects.set(heap.objects.get() - 1);
}

fn dealloc(header: NonNull<Header>) {
    // SAFETY: the object is live until its type's function has run, which is called once:
    // the count reached zero.
    unsafe { header.as_ref().type_core().head.dealloc()(header) }
}

/// Destroys an object: its payload, its attributes, its memory. The `dealloc` of every
/// builtin type.
///
/// # Safety
/// The object's count must be zero; nothing may use it afterwards.
pub(crate) unsafe fn dealloc_object(header: NonNull<Header>) {
    let heap = heap();
    // SAFETY: the object is live, and this is the one time that its parts are dropped:
    // first what the payload owns, then the rest, then the memory with the sizes that it
    // was made with.
    unsafe {
        heap.untrack(header.as_ref());
        let kind = header.as_ref().type_pointer();
        let core = kind.as_ref();
        let layout = core.head.layout();
        if core.head.prefixed.get() {
            instance::drop_attributes(header);
        }
        let slots = core.head.member_slots.get();
        if slots != 0 {
            instance::drop_member_slots(header.as_ref(), slots);
        }
        let mut size = if layout.inert && !layout.variable {
            layout.size
        } else {
            (layout.end)(header)
        };
        // The object was made with this size, so that there is one.
        size = core.head.size_with_slots(size).unwrap_or(size);
        if core.head.prefixed.get() {
            instance::free(heap, header, size);
        } else {
            heap.free(header.cast(), size);
        }
        heap.objects.set(heap.objects.get() - 1);
        if core.head.counted.get() {
            drop(Object::from_pointer(kind.cast()));
        }
    }
}

/// Makes the first type, whose type is itself. `head` must be its first field.
///
/// # Safety
/// `T` must be `repr(C)` and begin with a [`crate::TypeHead`].
pub unsafe fn make_root_type<T: Payload>(value: T) -> Result<Owned<T>, OutOfMemory> {
    let heap = heap();
    let header = heap.allocate(size_of::<Boxed<T>>())?.cast::<Header>();
    // SAFETY: the block is fresh; by the caller's promise the box begins like a `TypeCore`.
    unsafe {
        header.cast::<Boxed<T>>().write(Boxed {
            header: Header::new(header.cast()),
            value,
        });
        heap.objects.set(heap.objects.get() + 1);
        Ok(Owned::new(Object::from_pointer(header)))
    }
}

/// Gives an object another size: `to` bytes behind its payload instead of `from`. It may
/// move. It comes back as the error, unchanged, if that cannot be: somebody else refers to
/// it, it has attributes, the collector or a weak reference knows its address, or there is
/// no memory.
///
/// # Safety
/// The payload's `extra` must say `from`; the caller must have it say `to` at once.
pub unsafe fn resize_unique<T: Payload>(
    object: Owned<T>,
    from: usize,
    to: usize,
) -> Result<Owned<T>, Owned<T>> {
    let header = object.header();
    let head = &header.type_core().head;
    let known = header.gc.get() != 0 || head.prefixed.get() || head.member_slots.get() != 0;
    let fixed = size_of::<Boxed<T>>();
    let sizes = (fixed.checked_add(from), fixed.checked_add(to));
    let (Some(old), Some(new), Some(block)) = (sizes.0, sizes.1, object.as_object().pointer())
    else {
        return Err(object);
    };
    if known || !header.is_unique() {
        return Err(object);
    }
    // SAFETY: the block has the size that its payload says. Its only reference is the one
    // passed in, so nobody else knows the address; a block that could not be resized is
    // still where it was.
    unsafe {
        match heap().resize(block.cast(), old, new) {
            Ok(moved) => {
                std::mem::forget(object);
                Ok(Owned::new(Object::from_pointer(moved.cast())))
            }
            Err(OutOfMemory) => Err(object),
        }
    }
}

/// Runs `finalizer` on an object whose last reference is gone, and then destroys it unless
/// it was brought back: the `dealloc` of a class with `__del__`. One that `is_done` says needs
/// no finalizer is destroyed at once.
///
/// # Safety
/// As for a `dealloc` function: the object's count is zero. `is_done` must only look at it.
pub unsafe fn dealloc_with_finalizer(
    header: NonNull<Header>,
    is_done: impl FnOnce(&Header) -> bool,
    finalizer: impl FnOnce(&Object),
) {
    // SAFETY: the object is live until it is destroyed, for which this is the one time.
    unsafe {
        if is_done(header.as_ref()) {
            dealloc_object(header);
            return;
        }
    }
    // SAFETY: the object is live; it gets one reference for the time of the finalizer.
    let object = unsafe {
        header.as_ref().resurrect();
        Object::from_pointer(header)
    };
    finalizer(&object);
    let header = object.pointer().expect("a heap object");
    std::mem::forget(object);
    // SAFETY: the reference made above is given back; if it is the last, this is the end.
    unsafe {
        if header.as_ref().release() {
            dealloc_object(header);
        }
    }
}
