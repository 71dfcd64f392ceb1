//! Where the attributes of an instance are, and in which order.

mod common;

use common::{Leaf, leaf};
use objects::{Object, heap, plain_class};

fn instance() -> Object {
    let class = plain_class::<Leaf>(2).unwrap();
    heap().make(class, Leaf(9)).unwrap().into_object()
}

fn values(object: &Object) -> objects::Values<'_> {
    object.header().unwrap().instance().unwrap().values()
}

fn set(object: &Object, index: u8, number: i32) {
    values(object)
        .replace(index, Some(Object::int32(number)))
        .unwrap();
}

#[test]
fn a_builtin_object_has_no_room_for_attributes() {
    assert!(leaf(1).header().unwrap().instance().is_none());
    assert!(leaf(1).header().unwrap().member_slot(0).is_none());
}

#[test]
fn the_order_of_attributes_is_that_in_which_this_instance_got_them() {
    let object = instance();
    for index in [2, 0, 3, 1] {
        set(&object, index, index.into());
    }
    assert_eq!(values(&object).order().collect::<Vec<_>>(), [2, 0, 3, 1]);
    // A new value keeps the place; a deleted one loses it.
    set(&object, 0, 100);
    assert_eq!(values(&object).order().collect::<Vec<_>>(), [2, 0, 3, 1]);
    values(&object).replace(0, None).unwrap();
    assert_eq!(values(&object).order().collect::<Vec<_>>(), [2, 3, 1]);
    set(&object, 0, 5);
    assert_eq!(values(&object).order().collect::<Vec<_>>(), [2, 3, 1, 0]);
}

#[test]
fn values_that_outgrow_the_object_keep_what_they_were() {
    let before = heap().bytes();
    let object = instance();
    let class_and_object = heap().bytes() - before;
    for index in 0..=255 {
        set(&object, index, i32::from(index) * 3);
    }
    assert_eq!(values(&object).capacity(), 256);
    for index in 0..=255u16 {
        let value = values(&object).get(index).unwrap();
        assert_eq!(value.as_small_int(), Some(i64::from(index) * 3));
    }
    assert!(values(&object).order().eq(0..=255));
    assert_eq!(object.downcast::<Leaf>().unwrap().0, 9);
    assert!(heap().bytes() > before + class_and_object + 256 * 8);
}

#[test]
fn an_instance_lets_go_of_its_attributes_and_its_places() {
    let held = leaf(1);
    let object = instance();
    let before = heap().bytes();
    values(&object).replace(1, Some(held.clone())).unwrap();
    values(&object).replace(40, Some(held.clone())).unwrap();
    object
        .header()
        .unwrap()
        .member_slot(1)
        .unwrap()
        .set(held.clone());
    assert_eq!(held.reference_count(), Some(4));
    assert!(heap().bytes() > before);
    drop(object);
    assert_eq!(held.reference_count(), Some(1));
}

#[test]
fn an_object_holds_a_reference_to_its_class() {
    let class = plain_class::<Leaf>(0).unwrap();
    let count = class.header.count();
    let objects: Vec<_> = (0..5)
        .map(|_| heap().make(class, Leaf(0)).unwrap())
        .collect();
    assert_eq!(class.header.count(), count + 5);
    drop(objects);
    assert_eq!(class.header.count(), count);
}

#[test]
fn slots_are_empty_at_first_and_there_are_no_more_than_were_declared() {
    let object = instance();
    let header = object.header().unwrap();
    assert!(header.member_slot(0).unwrap().is_empty());
    assert!(header.member_slot(1).unwrap().is_empty());
    assert!(header.member_slot(2).is_none());
}

#[test]
fn what_a_collector_sees_is_what_an_instance_holds() {
    let object = instance();
    set(&object, 1, 11);
    set(&object, 9, 99);
    let mut seen = vec![];
    values(&object).traverse(&mut |value| seen.extend(value.as_small_int()));
    assert_eq!(seen, [11, 99]);
    values(&object).clear();
    assert_eq!(values(&object).order().count(), 0);
}

#[test]
fn the_class_of_an_object_changes_only_to_one_of_the_same_shape() {
    let object = instance();
    let same = plain_class::<Leaf>(2).unwrap();
    let wider = plain_class::<Leaf>(3).unwrap();
    let header = object.header().unwrap();
    assert!(!header.set_type(wider));
    assert!(header.set_type(same));
    assert!(std::ptr::eq(header.type_core(), same));
}
