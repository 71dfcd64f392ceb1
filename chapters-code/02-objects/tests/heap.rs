//! Every byte is counted, in and out.

mod common;

use common::{Leaf, chain, leaf, link, link_type};
use objects::{Array, Object, Objects, OutOfMemory, heap, payload, plain_type};

struct Variable {
    length: usize,
}

payload!(Variable, "variable", extra);

impl Variable {
    fn extra(&self) -> usize {
        self.length
    }
}

#[test]
fn what_was_taken_is_given_back_to_the_byte() {
    let kind = link_type();
    drop(chain(kind, 10));
    let (bytes, objects) = (heap().bytes(), heap().objects());
    drop(chain(kind, 1000));
    let array = Objects::with_capacity(1000).unwrap();
    array.push(chain(kind, 3)).unwrap();
    assert!(heap().bytes() > bytes + 8000);
    drop(array);
    assert_eq!((heap().bytes(), heap().objects()), (bytes, objects));
}

#[test]
fn an_object_takes_its_header_and_its_payload() {
    let kind = plain_type::<Leaf>().unwrap();
    let before = heap().bytes();
    let object = heap().make(kind, Leaf(1)).unwrap();
    assert_eq!(heap().bytes() - before, 16 + 8);
    drop(object);
    assert_eq!(heap().bytes(), before);
}

#[test]
fn variable_parts_of_every_size_are_given_back() {
    let kind = plain_type::<Variable>().unwrap();
    let before = heap().bytes();
    for length in [0, 1, 7, 8, 100, 487, 488, 489, 512, 513, 4096, 100_000] {
        // SAFETY: there are `length` bytes, as `Variable::extra` says.
        let object = unsafe {
            heap().make_with(kind, Variable { length }, length, |place| {
                place.write_bytes(0xAA, length);
            })
        };
        let object = object.unwrap();
        assert_eq!(object.length, length);
        assert!(heap().bytes() >= before + length);
        drop(object);
        assert_eq!(heap().bytes(), before, "{length}");
    }
}

#[test]
fn a_block_that_was_given_back_is_used_again() {
    let kind = plain_type::<Leaf>().unwrap();
    let make = || heap().make(kind, Leaf(1)).unwrap().into_object();
    let first = make();
    let address = first.identity();
    drop(first);
    assert_eq!(make().identity(), address);
}

#[test]
fn nothing_is_made_beyond_the_limit() {
    let kind = plain_type::<Leaf>().unwrap();
    let before = (heap().objects(), heap().bytes());
    heap().set_limit(heap().bytes() + 1000);
    let mut made = vec![];
    while let Ok(object) = heap().make(kind, Leaf(1)) {
        made.push(object);
    }
    assert_eq!(made.len(), 1000 / 24);
    assert_eq!(Array::<u8>::with_capacity(1000).err(), Some(OutOfMemory));
    assert_eq!(heap().check(1000), Err(OutOfMemory));
    assert_eq!(heap().check(usize::MAX), Err(OutOfMemory));
    made.pop();
    assert!(heap().make(kind, Leaf(2)).is_ok());
    drop(made);
    heap().set_limit(usize::MAX);
    assert_eq!((heap().objects(), heap().bytes()), before);
}

#[test]
fn a_failed_growth_leaves_an_array_as_it_was() {
    let array = Objects::default();
    for number in 0..100 {
        array.push(Object::int32(number)).unwrap();
    }
    let more = Objects::from_vec(vec![Object::none(); 500]).unwrap();
    heap().set_limit(heap().bytes());
    let object = leaf_if_there_is_room();
    assert!(object.is_none());
    assert_eq!(array.reserve(1000), Err(OutOfMemory));
    assert!(array.splice(90, 1000, more).is_err());
    heap().set_limit(usize::MAX);
    assert_eq!(array.len(), 100);
    assert_eq!(array.get(99).unwrap().as_small_int(), Some(99));
}

fn leaf_if_there_is_room() -> Option<Object> {
    Some(
        heap()
            .make(plain_type::<Leaf>().ok()?, Leaf(0))
            .ok()?
            .into_object(),
    )
}

#[test]
fn absurd_sizes_are_refused_before_they_are_asked_for() {
    assert!(Array::<u64>::with_capacity(usize::MAX).is_err());
    assert!(Array::<u64>::with_capacity(1 << 40).is_err());
    let kind = plain_type::<Variable>().unwrap();
    let length = usize::MAX - 8;
    // SAFETY: `Variable::extra` says the length, and nothing reads the bytes.
    let made = unsafe { heap().make_with(kind, Variable { length }, length, |_| ()) };
    assert!(made.is_err());
}

#[test]
fn bytes_kept_elsewhere_count_too() {
    let before = heap().bytes();
    heap().charge(5000).unwrap();
    assert_eq!(heap().bytes(), before + 5000);
    assert!(heap().peak() >= before + 5000);
    heap().refund(5000);
    assert_eq!(heap().bytes(), before);
}

#[test]
fn only_what_can_hold_objects_is_watched() {
    let before = heap().tracked();
    let (leaf, link) = (leaf(1), link(link_type(), None));
    assert_eq!(heap().tracked(), before + 1);
    drop(link);
    assert_eq!(heap().tracked(), before);
    drop(leaf);
}

#[test]
fn holes_among_the_watched_are_closed_and_their_neighbours_stay() {
    let kind = link_type();
    let before = heap().tracked();
    let rounds = if cfg!(miri) { 4 } else { 40 };
    let mut kept: Vec<Object> = vec![];
    for round in 0..rounds {
        let mut links: Vec<Object> = (0..100).map(|_| link(kind, None)).collect();
        // Every tenth stays, so that nine holes are left behind it.
        let mut number = 0;
        links.retain(|_| {
            number += 1;
            number % 10 == 0
        });
        kept.append(&mut links);
        assert_eq!(heap().tracked(), before + (round + 1) * 10);
    }
    // From the front, from the back and from the middle.
    drop(kept.remove(0));
    kept.pop();
    drop(kept.remove(kept.len() / 2));
    assert_eq!(heap().tracked(), before + rounds * 10 - 3);
    drop(kept);
    assert_eq!(heap().tracked(), before);
}
