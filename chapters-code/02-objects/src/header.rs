//! What every heap object begins with: its [`Header`], and the part of a type ([`TypeCore`])
//! that the heap must know to let an object go.

use crate::layout::Layout;
use std::cell::Cell;
use std::ptr::NonNull;

/// The first sixteen bytes of every heap object.
#[repr(C)]
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
    /// How objects of this type lie in memory.
    pub layout: &'static Layout,
    /// Called when the last reference to an object is gone; frees it.
    pub dealloc: Cell<unsafe fn(NonNull<Header>)>,
    /// Do objects count a reference to this type? (Classes made by Python: yes.)
    pub counted: Cell<bool>,
    /// Do objects of this type carry an [`crate::InstancePrefix`]?
    pub prefixed: Cell<bool>,
    /// How many attribute values a new object has room for before its header.
    pub inline_values: Cell<u16>,
    /// How many `__slots__` places lie behind the payload.
    pub member_slots: Cell<u16>,
}

/// From here on a count no longer falls to zero: the object is immortal. Counts only ever
/// err upwards, so nothing is freed early.
const IMMORTAL: u32 = 0xC000_0000;

impl Header {
    pub(crate) fn new(kind: NonNull<TypeCore>) -> Header {
        Header { count: Cell::new(1), gc: Cell::new(0), kind: Cell::new(kind) }
    }

    /// How many references there are.
    pub fn count(&self) -> u32 {
        self.count.get()
    }

    /// Takes a reference. Saturates far above any possible number of live references.
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
        count == 0
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

    /// Gives the object another type (assignment to `__class__`).
    ///
    /// # Safety
    /// The layouts must be the same, and the caller moves the counts of both types.
    pub unsafe fn set_type(&self, kind: NonNull<TypeCore>) {
        self.kind.set(kind);
    }

    /// How the object lies in memory.
    #[inline(always)]
    pub fn layout(&self) -> &'static Layout {
        self.type_core().layout
    }
}
