//! An object that can hold another one, and its type.
#![allow(dead_code, reason = "each test uses a part")]

use objects::{Object, Slot, TypeCore, Visit, heap, payload, plain_type};

/// An object with one place.
#[derive(Default)]
pub struct Link {
    /// What it holds.
    pub next: Slot,
}

payload!(Link, "link", traverse);

impl Link {
    fn traverse(&self, visit: Visit<'_>) {
        self.next.traverse(visit);
    }

    fn clear(&self) {
        self.next.clear();
    }
}

/// An object that holds nothing.
pub struct Leaf(pub u64);

payload!(Leaf, "leaf");

/// A new leaf.
pub fn leaf(number: u64) -> Object {
    let kind = plain_type::<Leaf>().unwrap();
    heap().make(kind, Leaf(number)).unwrap().into_object()
}

/// The type of links.
pub fn link_type() -> &'static TypeCore {
    plain_type::<Link>().unwrap()
}

/// A link to an object, or to nothing.
pub fn link(kind: &TypeCore, next: Option<Object>) -> Object {
    let next = Slot::from_option(next);
    heap().make(kind, Link { next }).unwrap().into_object()
}

/// So many links, each holding the one made before it.
pub fn chain(kind: &TypeCore, length: usize) -> Object {
    (1..length).fold(link(kind, None), |next, _| link(kind, Some(next)))
}
