//! Who holds an object, and when does it go?

mod common;

use common::{Leaf, Link, chain, leaf, link, link_type};
use objects::{Object, Slot, heap, payload, plain_type};
use std::cell::Cell;

#[test]
fn a_new_object_has_one_reference() {
    assert_eq!(leaf(1).reference_count(), Some(1));
}

#[test]
fn a_clone_is_a_reference_and_a_drop_gives_it_back() {
    let object = leaf(1);
    let copies: Vec<Object> = vec![object.clone(); 10];
    assert_eq!(object.reference_count(), Some(11));
    assert!(copies.iter().all(|copy| copy.is(&object)));
    drop(copies);
    assert_eq!(object.reference_count(), Some(1));
}

#[test]
fn an_object_goes_with_its_last_reference() {
    let object = leaf(1);
    let before = heap().objects();
    let copy = object.clone();
    drop(object);
    assert_eq!(heap().objects(), before);
    drop(copy);
    assert_eq!(heap().objects(), before - 1);
}

#[test]
fn what_an_object_holds_goes_with_it() {
    let inner = leaf(1);
    let outer = link(link_type(), Some(inner.clone()));
    assert_eq!(inner.reference_count(), Some(2));
    drop(outer);
    assert_eq!(inner.reference_count(), Some(1));
}

#[test]
fn a_cycle_outlives_its_last_outside_reference() {
    let kind = link_type();
    let before = heap().objects();
    let first = link(kind, None);
    let second = link(kind, Some(first.clone()));
    first.downcast::<Link>().unwrap().next.set(second);
    let held = first.clone();
    drop(first);
    assert_eq!(heap().objects(), before + 2);
    // Whoever breaks the cycle ends it.
    held.downcast::<Link>().unwrap().next.clear();
    drop(held);
    assert_eq!(heap().objects(), before);
}

#[test]
fn an_immortal_object_stays_whatever_is_dropped() {
    let object = leaf(7);
    object.header().unwrap().make_immortal();
    let count = object.reference_count();
    let before = heap().objects();
    for _ in 0..100 {
        drop(object.clone());
    }
    assert_eq!(object.reference_count(), count);
    // SAFETY: nothing is freed by giving an immortal object's reference up too often.
    unsafe {
        for _ in 0..100 {
            drop(Object::from_word(object.word()));
        }
    }
    assert_eq!(object.reference_count(), count);
    assert_eq!(object.downcast::<Leaf>().unwrap().0, 7);
    drop(object);
    assert_eq!(heap().objects(), before);
}

#[test]
#[cfg_attr(miri, ignore = "a million objects")]
fn a_chain_a_million_deep_is_dropped_without_a_deep_stack() {
    let body = || {
        let kind = link_type();
        let before = heap().objects();
        let links = chain(kind, 1_000_000);
        assert_eq!(heap().objects(), before + 1_000_000);
        drop(links);
        assert_eq!(heap().objects(), before);
    };
    let small_stack = std::thread::Builder::new().stack_size(128 << 10);
    small_stack.spawn(body).unwrap().join().unwrap();
}

#[test]
fn a_chain_deeper_than_the_destructors_nest_goes_as_a_whole() {
    let kind = link_type();
    let before = heap().objects();
    drop(chain(kind, 200));
    assert_eq!(heap().objects(), before);
}

/// Says, when it goes, how deep destructors were nested.
struct Nested {
    next: Slot,
}

payload!(Nested, "nested");

thread_local! {
    static DEPTH: Cell<(u32, u32)> = const { Cell::new((0, 0)) };
}

impl Drop for Nested {
    fn drop(&mut self) {
        let (now, deepest) = DEPTH.get();
        DEPTH.set((now + 1, deepest.max(now + 1)));
        self.next.clear();
        DEPTH.set((now, DEPTH.get().1));
    }
}

#[test]
fn destructors_nest_fifty_deep_and_no_deeper() {
    let kind = plain_type::<Nested>().unwrap();
    let nested = |next| {
        let next = Slot::from_option(next);
        heap().make(kind, Nested { next }).unwrap().into_object()
    };
    drop((0..300).fold(nested(None), |next, _| nested(Some(next))));
    assert_eq!(DEPTH.get(), (0, 50));
}

/// Looks, when it goes, into the place where it was.
struct Nosy(&'static Slot);

payload!(Nosy, "nosy");

thread_local! {
    static SEEN: Cell<Option<i64>> = const { Cell::new(None) };
}

impl Drop for Nosy {
    fn drop(&mut self) {
        SEEN.set(self.0.get().and_then(|object| object.as_small_int()));
    }
}

#[test]
fn a_destructor_that_looks_where_it_was_sees_its_successor() {
    let place: &'static Slot = Box::leak(Box::new(Slot::empty()));
    let kind = plain_type::<Nosy>().unwrap();
    place.set(heap().make(kind, Nosy(place)).unwrap().into_object());
    place.set(Object::int32(8));
    assert_eq!(SEEN.get(), Some(8));
}

#[test]
fn a_place_gives_back_what_it_held() {
    let place = Slot::empty();
    assert!(place.is_empty() && place.get().is_none());
    assert!(place.replace(Some(Object::int32(1))).is_none());
    let old = place.replace(Some(Object::int32(2)));
    assert_eq!(old.unwrap().as_small_int(), Some(1));
    assert_eq!(place.take().unwrap().as_small_int(), Some(2));
    assert!(place.is_empty());
}

#[test]
fn an_object_is_what_its_layout_says_and_nothing_else() {
    let object = leaf(3);
    assert!(object.downcast::<Link>().is_none());
    let object = object.into_owned::<Link>().unwrap_err();
    assert_eq!(object.into_owned::<Leaf>().unwrap().0, 3);
    assert!(Object::int32(3).downcast::<Leaf>().is_none());
}
