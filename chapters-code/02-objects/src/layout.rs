//! How do objects of a type lie in memory? A [`Layout`] says, and a [`Payload`] is the
//! Rust type that lies there, behind the header.

use crate::header::Header;
use crate::word::Object;
use std::ptr::NonNull;

/// Called by `traverse` with each object that a container holds.
pub type Visit<'a> = &'a mut dyn FnMut(&Object);

/// What the heap and the collector need to know of a kind of object.
pub struct Layout {
    /// CPython's name of the struct's type, for messages.
    pub name: &'static str,
    /// Bytes from the header on, without a variable part.
    pub size: usize,
    /// Bytes of the variable part (the items of a tuple, the text of a string).
    pub extra: unsafe fn(NonNull<Header>) -> usize,
    /// Is there a variable part?
    pub variable: bool,
    /// Does the payload own nothing? Then an object goes by freeing its memory.
    pub inert: bool,
    /// Runs the payload's destructor, and says how many bytes the object took:
    /// its size and its variable part.
    pub end: unsafe fn(NonNull<Header>) -> usize,
    /// Shows every object that the payload holds. `None`: it can hold none, and the
    /// collector need not track it.
    pub traverse: Option<unsafe fn(NonNull<Header>, Visit<'_>)>,
    /// Lets go of what the payload holds, to break a cycle.
    pub clear: Option<unsafe fn(NonNull<Header>)>,
}

/// A Rust type that lies behind a [`Header`].
///
/// # Safety
/// `layout()` must always return the same static, made by [`crate::payload!`] for this
/// type and for no other: it is what proves a downcast.
pub unsafe trait Payload: Sized + 'static {
    /// The one layout of this type.
    fn layout() -> &'static Layout;
}

/// A payload behind its header, as it lies in memory.
#[repr(C)]
pub struct Boxed<T> {
    pub(crate) header: Header,
    pub(crate) value: T,
}

/// Declares a Rust type as a [`Payload`]: `payload!(Cell, "cell", traverse)`.
///
/// With `traverse`, the type has `fn traverse(&self, visit: Visit<'_>)` and
/// `fn clear(&self)`. With `extra`, it has `fn extra(&self) -> usize`, the bytes that
/// follow it.
#[macro_export]
macro_rules! payload {
    ($type:ty, $name:literal $(, $part:ident)*) => {
        // SAFETY: the static is of this implementation alone, so it is this type's only.
        unsafe impl $crate::Payload for $type {
            #[inline(always)]
            fn layout() -> &'static $crate::Layout {
                static LAYOUT: $crate::Layout = {
                    #[allow(unused_mut, reason = "not every type has one")]
                    let mut layout = $crate::base_layout::<$type>($name);
                    $( $crate::payload!(@$part layout $type); )*
                    layout
                };
                &LAYOUT
            }
        }
    };
    (@traverse $layout:ident $type:ty) => {
        $layout.inert = false;
        // SAFETY: the heap calls these with a header of this layout only.
        $layout.traverse = Some(|header, visit| {
            <$type>::traverse(unsafe { $crate::payload_of::<$type>(header) }, visit)
        });
        // SAFETY: as above.
        $layout.clear = Some(|header| {
            <$type>::clear(unsafe { $crate::payload_of::<$type>(header) })
        });
    };
    (@extra $layout:ident $type:ty) => {
        // SAFETY: the heap calls it with a header of this layout only.
        $layout.variable = true;
        $layout.extra = |header| {
            <$type>::extra(unsafe { $crate::payload_of::<$type>(header) })
        };
        // SAFETY: the heap calls it once, with a header of this layout; the extra bytes are
        // counted before what counts them is gone.
        $layout.end = |header| unsafe {
            let extra = <$type>::extra($crate::payload_of::<$type>(header));
            $crate::end_payload::<$type>(header) + extra
        };
    };
}

/// The layout of a payload that holds no objects; [`payload!`] adds what the type has more.
#[doc(hidden)]
pub const fn base_layout<T>(name: &'static str) -> Layout {
    assert!(
        align_of::<Boxed<T>>() <= 8,
        "the heap aligns to eight bytes"
    );
    Layout {
        name,
        size: size_of::<Boxed<T>>(),
        extra: |_| 0,
        variable: false,
        inert: !std::mem::needs_drop::<T>(),
        end: end_payload::<T>,
        traverse: None,
        clear: None,
    }
}

/// Runs the destructor of a payload without a variable part, and says how many bytes the
/// object took.
///
/// # Safety
/// The header must be that of a dying object with the layout of `T`; its payload ends here.
#[doc(hidden)]
#[inline(always)]
pub unsafe fn end_payload<T>(header: NonNull<Header>) -> usize {
    // SAFETY: by the caller's promise a `Boxed<T>` begins at the header.
    unsafe { std::ptr::drop_in_place(&raw mut (*header.cast::<Boxed<T>>().as_ptr()).value) };
    size_of::<Boxed<T>>()
}

/// The payload behind a header.
///
/// # Safety
/// The header must be that of a live object with the layout of `T`.
#[doc(hidden)]
#[inline(always)]
pub unsafe fn payload_of<'a, T: Payload>(header: NonNull<Header>) -> &'a T {
    // SAFETY: by the caller's promise a `Boxed<T>` begins at the header.
    unsafe { &(*header.cast::<Boxed<T>>().as_ptr()).value }
}
