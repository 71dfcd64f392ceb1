//! What every heap object begins with: its [`Header`], and the part of a type ([`TypeCore`])
//! that the heap must know to let an object go.

use crate::layout::{Layout, Payload};
use std::cell::Cell;
use std::ptr::NonNull;

/// The first sixteen bytes of every heap object, where addresses have 32 bits too.
#[repr(C, align(8))]
pub struct Header {
    count: Cell<u32>,
    /// The collector's word: see [`crate::Heap`] for the bits.
    pub(crate) gc: Cell<u32>,
    kind: Cell<NonNull<TypeCore>>,
}

/// The start of every type object: what the heap needs of it.
#[repr(C)]
pub struct TypeCore {
    /// A type is an object too.
    pub header: Header,
    /// The part that the heap reads.
    pub head: TypeHead,
}

/// The first fields of a type's payload.
#[repr(C)]
pub struct TypeHead {
    layout: Cell<&'static Layout>,
    /// Called when the last reference to an object is gone; frees it.
    dealloc: Cell<unsafe fn(NonNull<Header>)>,
    /// Is an object nothing but its payload, and no finalizer called? (All builtin types.)
    plain: Cell<bool>,
    /// Do objects count a reference to this type? (Classes made by Python: yes.)
    pub(crate) counted: Cell<bool>,
    /// Do objects of this type carry an [`crate::InstancePrefix`]?
    pub(crate) prefixed: Cell<bool>,
    /// How many attribute values a new object has room for before its header.
    pub inline_values: Cell<u16>,
    /// How many `__slots__` places lie behind the payload.
    pub(crate) member_slots: Cell<u16>,
    /// Where those begin, from the header on; zero: that is not the same in all objects.
    pub(crate) slots_place: Cell<u16>,
    /// CPython's offset of the first `__slots__` place: what an object of the builtin base
    /// takes there. Where CPython shows such offsets, these are shown.
    pub slots_start: Cell<u16>,
    /// How many names the shared keys may still learn (`dk_usable`): one less with each
    /// name, and one less with each new object, down to one.
    pub shared_room: Cell<u16>,
}

/// The layout of a type that was declared, but whose chapter has not said yet how its
/// objects lie in memory. None can be made.
static UNDECLARED: Layout = Layout {
    name: "undeclared",
    size: size_of::<Header>(),
    extra: |_| 0,
    variable: false,
    inert: false,
    end: |_| size_of::<Header>(),
    traverse: None,
    clear: None,
};

/// No more names than this go into a class's shared keys (`SHARED_KEYS_MAX_SIZE`).
pub const SHARED_KEYS_MAX: u16 = 30;

impl TypeHead {
    /// The start of a type whose layout comes later ([`TypeHead::declare_layout`]).
    pub fn undeclared() -> TypeHead {
        TypeHead::new(&UNDECLARED)
    }

    /// The start of a builtin type whose objects have the payload `T`.
    pub fn of<T: Payload>() -> TypeHead {
        TypeHead::new(T::layout())
    }

    fn new(layout: &'static Layout) -> TypeHead {
        TypeHead {
            layout: Cell::new(layout),
            dealloc: Cell::new(crate::heap::dealloc_object),
            plain: Cell::new(true),
            counted: Cell::new(false),
            prefixed: Cell::new(false),
            inline_values: Cell::new(0),
            member_slots: Cell::new(0),
            slots_place: Cell::new(0),
            slots_start: Cell::new(16),
            shared_room: Cell::new(SHARED_KEYS_MAX),
        }
    }

    /// The start of a class made by Python on top of `base`: objects lie as the base's do,
    /// with `member_slots` more places behind them, and a `__dict__` if `dict` or the base
    /// says so. `None` if there are too many places.
    pub fn derived(base: &TypeHead, member_slots: u16, dict: bool) -> Option<TypeHead> {
        let head = TypeHead::new(base.layout());
        head.plain.set(false);
        head.counted.set(true);
        head.slots_start.set(base.slots_start.get());
        let layout = base.layout();
        if !layout.variable && layout.size <= 1024 {
            head.slots_place.set(layout.size.next_multiple_of(8) as u16);
        }
        head.prefixed.set(dict || base.prefixed.get());
        // Only objects that are nothing else have inline values, as in CPython.
        let inline = head.prefixed.get() && base.layout().name == "object";
        head.inline_values.set(if inline { 4 } else { 0 });
        head.member_slots
            .set(base.member_slots.get().checked_add(member_slots)?);
        Some(head)
    }

    /// The size of an object whose header, payload and variable part take `bare` bytes:
    /// the places of `__slots__` follow, each at a multiple of eight.
    #[inline(always)]
    pub(crate) fn size_with_slots(&self, bare: usize) -> Option<usize> {
        match self.member_slots.get() {
            0 => Some(bare),
            count => bare
                .checked_next_multiple_of(8)?
                .checked_add(count as usize * 8),
        }
    }

    /// How objects of this type lie in memory.
    #[inline(always)]
    pub fn layout(&self) -> &'static Layout {
        self.layout.get()
    }

    /// Says how objects lie in memory. True if that was not said before.
    pub fn declare_layout<T: Payload>(&self) -> bool {
        let fresh = std::ptr::eq(self.layout(), &UNDECLARED);
        if fresh {
            self.layout.set(T::layout());
        }
        fresh || std::ptr::eq(self.layout(), T::layout())
    }

    /// Takes the layout of a base, unless one was said before.
    pub fn adopt_layout(&self, base: &TypeHead) {
        if !self.is_declared() {
            self.layout.set(base.layout());
        }
    }

    /// Has this type a layout yet?
    pub fn is_declared(&self) -> bool {
        !std::ptr::eq(self.layout(), &UNDECLARED)
    }

    /// Do its objects keep their attributes as values, as long as nobody asks for a
    /// `__dict__`?
    #[inline(always)]
    pub fn has_inline_values(&self) -> bool {
        self.inline_values.get() != 0
    }

    /// Do its objects carry attributes of their own?
    #[inline(always)]
    pub fn has_dict(&self) -> bool {
        self.prefixed.get()
    }

    /// How many `__slots__` places its objects have, those of the bases included.
    pub fn member_slots(&self) -> u16 {
        self.member_slots.get()
    }

    /// Is it a class made by Python, which its objects keep alive?
    pub fn is_counted(&self) -> bool {
        self.counted.get()
    }

    /// Can an object change between these two types (assignment to `__class__`)?
    pub fn same_shape(&self, other: &TypeHead) -> bool {
        std::ptr::eq(self.layout(), other.layout())
            && self.member_slots.get() == other.member_slots.get()
            && self.prefixed.get() == other.prefixed.get()
    }

    /// Has every object call `finalizer` before it is destroyed.
    ///
    /// # Safety
    /// `dealloc` must end in [`crate::dealloc_with_finalizer`] with its argument.
    pub unsafe fn set_dealloc(&self, dealloc: unsafe fn(NonNull<Header>)) {
        self.dealloc.set(dealloc);
        self.plain.set(false);
    }

    /// Frees an object: see [`TypeHead::set_dealloc`].
    #[inline(always)]
    pub(crate) fn dealloc(&self) -> unsafe fn(NonNull<Header>) {
        self.dealloc.get()
    }

    /// Is an object of this type its header and its payload, and nothing else?
    #[inline(always)]
    pub(crate) fn is_plain(&self) -> bool {
        self.plain.get()
    }
}

/// The count of an immortal object. A count in the upper half of the range always goes back
/// to this value, whether a reference comes or goes, so it never reaches zero: counts err
/// upwards only, and nothing is freed early.
const IMMORTAL: u32 = 0xC000_0000;

impl Header {
    pub(crate) fn new(kind: NonNull<TypeCore>) -> Header {
        Header {
            count: Cell::new(1),
            gc: Cell::new(0),
            kind: Cell::new(kind),
        }
    }

    /// How many references there are.
    pub fn count(&self) -> u32 {
        self.count.get()
    }

    /// Takes a reference. The 2³¹st makes the object immortal.
    #[inline(always)]
    pub(crate) fn retain(&self) {
        let count = self.count.get().wrapping_add(1);
        self.count.set(count);
        if count as i32 <= 0 {
            self.saturate();
        }
    }

    #[cold]
    fn saturate(&self) {
        self.count.set(IMMORTAL);
    }

    /// Gives a reference back; true if it was the last.
    #[inline(always)]
    pub(crate) fn release(&self) -> bool {
        debug_assert!(self.count.get() > 0, "released more often than retained");
        let count = self.count.get().wrapping_sub(1);
        self.count.set(count);
        if count as i32 <= 0 {
            if count == 0 {
                return true;
            }
            self.saturate();
        }
        false
    }

    /// Gives a reference back unless it is the last one; true if it is gone. Of an immortal
    /// object no reference is the last.
    #[inline(always)]
    pub(crate) fn release_shared(&self) -> bool {
        let count = self.count.get();
        if count == 1 {
            return false;
        }
        if count as i32 > 0 {
            self.count.set(count - 1);
        }
        true
    }

    /// Makes the object outlive every reference.
    pub fn make_immortal(&self) {
        self.count.set(IMMORTAL);
    }

    /// Brings an object back for the time of its finalizer (CPython's
    /// `PyObject_CallFinalizerFromDealloc`).
    pub(crate) fn resurrect(&self) {
        self.count.set(1);
    }

    /// Is this the only reference?
    #[inline(always)]
    pub fn is_unique(&self) -> bool {
        self.count.get() == 1
    }

    /// The type's start.
    #[inline(always)]
    pub fn type_core(&self) -> &TypeCore {
        // SAFETY: an object keeps its type alive: builtin types are immortal, classes are
        // counted by their objects (`TypeCore::counted`).
        unsafe { self.kind.get().as_ref() }
    }

    /// The address of the type, to compare and to cast.
    #[inline(always)]
    pub fn type_pointer(&self) -> NonNull<TypeCore> {
        self.kind.get()
    }

    /// Gives the object another type (assignment to `__class__`); false if the shapes differ.
    /// The old type stays alive for good, since it may be borrowed through this object.
    pub fn set_type(&self, kind: &TypeCore) -> bool {
        let same = self.type_core().head.same_shape(&kind.head);
        if same {
            self.type_core().header.make_immortal();
            if kind.head.counted.get() {
                kind.header.retain();
            }
            self.kind.set(NonNull::from(kind));
        }
        same
    }

    /// How the object lies in memory.
    #[inline(always)]
    pub fn layout(&self) -> &'static Layout {
        self.type_core().head.layout()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A header by itself, with so many references. Nothing here looks at its type.
    fn with_count(count: u32) -> Header {
        let header = Header::new(NonNull::dangling());
        header.count.set(count);
        header
    }

    #[test]
    fn a_count_that_overflows_makes_the_object_immortal() {
        let header = with_count(i32::MAX as u32 - 1);
        header.retain();
        assert_eq!(header.count(), i32::MAX as u32);
        header.retain();
        let count = header.count();
        assert!(count > i32::MAX as u32);
        header.retain();
        assert!(!header.release());
        assert!(!header.release());
        assert!(header.release_shared());
        assert_eq!(header.count(), count);
    }

    #[test]
    fn a_count_below_the_overflow_goes_down_to_the_last_reference() {
        let header = with_count(i32::MAX as u32);
        assert!(!header.release());
        assert_eq!(header.count(), i32::MAX as u32 - 1);
        let header = with_count(2);
        assert!(header.release_shared());
        assert!(!header.release_shared());
        assert!(header.release());
    }
}
