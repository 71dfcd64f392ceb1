//! An object whose payload type is known: [`Owned`].

use crate::header::Header;
use crate::layout::{Boxed, Payload};
use crate::word::Object;
use std::marker::PhantomData;
use std::ops::Deref;

/// An owned reference to a heap object with the payload `T`.
#[repr(transparent)]
pub struct Owned<T>(Object, PhantomData<T>);

impl Object {
    /// The payload, if this is a heap object with that layout (of its exact type or a
    /// subtype).
    #[inline(always)]
    pub fn downcast<T: Payload>(&self) -> Option<&T> {
        let header = self.header()?;
        let is_it = std::ptr::eq(header.layout(), T::layout());
        // SAFETY: the layout is the proof, by the contract of `Payload`.
        is_it.then(|| unsafe { self.payload_unchecked() })
    }

    /// The payload of an object whose layout is known.
    ///
    /// # Safety
    /// This must be a heap object with the layout of `T`.
    #[inline(always)]
    pub unsafe fn payload_unchecked<T: Payload>(&self) -> &T {
        debug_assert!(
            self.header()
                .is_some_and(|h| std::ptr::eq(h.layout(), T::layout()))
        );
        let boxed: *const Boxed<T> = std::ptr::with_exposed_provenance(self.word() as usize);
        // SAFETY: by the caller's promise a `Boxed<T>` lies there, kept alive by `self`.
        unsafe { &(*boxed).value }
    }

    /// The same reference, typed; the object itself comes back if its layout is another.
    #[inline]
    pub fn into_owned<T: Payload>(self) -> Result<Owned<T>, Object> {
        if self.downcast::<T>().is_some() {
            Ok(Owned(self, PhantomData))
        } else {
            Err(self)
        }
    }
}

impl Object {
    /// The same reference, typed, if its layout is that.
    #[inline(always)]
    pub fn as_owned<T: Payload>(&self) -> Option<&Owned<T>> {
        let same: *const Object = self;
        // SAFETY: a typed reference is an object (`repr(transparent)`) of that layout.
        self.downcast::<T>().map(|_| unsafe { &*same.cast() })
    }
}

impl<T: Payload> Owned<T> {
    /// Types a reference.
    ///
    /// # Safety
    /// The object must have the layout of `T`.
    #[inline(always)]
    pub(crate) unsafe fn new(object: Object) -> Owned<T> {
        Owned(object, PhantomData)
    }

    /// The reference without its type.
    #[inline(always)]
    pub fn into_object(self) -> Object {
        self.0
    }

    /// The reference without its type, borrowed.
    #[inline(always)]
    pub fn as_object(&self) -> &Object {
        &self.0
    }

    /// The object's header.
    #[inline(always)]
    pub fn header(&self) -> &Header {
        // Typed references are to heap objects.
        self.0
            .header()
            .expect("a typed reference is to a heap object")
    }

    /// A new reference to the object whose payload this is.
    ///
    /// # Safety
    /// `payload` must lie inside a live object of the heap (not in a copy of the Rust
    /// value elsewhere).
    pub unsafe fn from_payload(payload: &T) -> Owned<T> {
        let offset = std::mem::offset_of!(Boxed<T>, value);
        let address = (&raw const *payload).addr() - offset;
        let header = std::ptr::with_exposed_provenance_mut::<Header>(address);
        // SAFETY: the caller says that a live header lies before the payload; the count
        // is taken here.
        unsafe {
            (*header).retain();
            Owned::new(Object::from_pointer(std::ptr::NonNull::new_unchecked(
                header,
            )))
        }
    }
}

impl<T: Payload> Deref for Owned<T> {
    type Target = T;
    #[inline(always)]
    fn deref(&self) -> &T {
        // SAFETY: an `Owned<T>` is only made of objects with the layout of `T`.
        unsafe { self.0.payload_unchecked() }
    }
}

impl<T> Clone for Owned<T> {
    #[inline(always)]
    fn clone(&self) -> Self {
        Owned(self.0.clone(), PhantomData)
    }
}

impl<T: Payload> From<Owned<T>> for Object {
    #[inline(always)]
    fn from(owned: Owned<T>) -> Object {
        owned.into_object()
    }
}

impl<T> std::fmt::Debug for Owned<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}
