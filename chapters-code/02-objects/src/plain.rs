//! What is the least that can be an object's type? A [`TypeHead`] and nothing else.
//!
//! The next chapter's types know what their objects can do. The programs and the tests of
//! this one only need objects that live and die, and get their types here.

use crate::header::{Header, TypeCore, TypeHead};
use crate::heap::{OutOfMemory, heap, make_root_type};
use crate::layout::Payload;
use crate::owned::Owned;
use std::cell::Cell;

/// A type that is nothing but its start.
#[repr(C)]
struct PlainType {
    head: TypeHead,
}

crate::payload!(PlainType, "plain type");

thread_local! {
    /// The type of plain types.
    static ROOT: Cell<Option<&'static TypeCore>> = const { Cell::new(None) };
}

/// A type whose objects have the payload `T`. It is never freed.
pub fn plain_type<T: Payload>() -> Result<&'static TypeCore, OutOfMemory> {
    let kind = make(TypeHead::of::<T>())?;
    kind.header().make_immortal();
    Ok(start(kind))
}

/// A class whose objects have the payload `T`, attributes of their own, and `member_slots`
/// places more. Each of its objects holds a reference to it, as to a class made by Python.
///
/// The class is never freed either, since what comes back says nothing of its life.
pub fn plain_class<T: Payload>(member_slots: u16) -> Result<&'static TypeCore, OutOfMemory> {
    let head = TypeHead::derived(&TypeHead::of::<T>(), member_slots, true).ok_or(OutOfMemory)?;
    Ok(start(make(head)?))
}

fn make(head: TypeHead) -> Result<Owned<PlainType>, OutOfMemory> {
    heap().make(root()?, PlainType { head })
}

fn root() -> Result<&'static TypeCore, OutOfMemory> {
    if let Some(root) = ROOT.get() {
        return Ok(root);
    }
    let head = TypeHead::of::<PlainType>();
    // SAFETY: `PlainType` is `repr(C)` and begins with its head.
    let root = start(unsafe { make_root_type(PlainType { head })? });
    ROOT.set(Some(root));
    Ok(root)
}

/// The start of a type, whose reference is given up and so lasts for good.
fn start(kind: Owned<PlainType>) -> &'static TypeCore {
    let header: *const Header = kind.header();
    let address = header.addr();
    std::mem::forget(kind);
    // SAFETY: the object is never freed, since one of its references was forgotten; a
    // `PlainType` behind its header lies as a `TypeCore` does. The heap exposed the address.
    unsafe { &*std::ptr::with_exposed_provenance(address) }
}
