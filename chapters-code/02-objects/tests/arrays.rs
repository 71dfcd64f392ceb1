//! Arrays whose memory is the heap's, against Rust's vectors.

mod common;

use common::leaf;
use objects::{Array, Object, Objects, heap};

fn numbers(array: &Objects) -> Vec<i64> {
    let objects = array.to_vec();
    objects.iter().filter_map(Object::as_small_int).collect()
}

fn array_of(values: std::ops::Range<i32>) -> Objects {
    let array = Objects::default();
    values.for_each(|value| array.push(Object::int32(value)).unwrap());
    array
}

#[test]
fn a_list_grows_as_cpython_grows_it() {
    // sys.getsizeof() of a list that is appended to, in pointers.
    let array = Objects::default();
    let mut capacities = vec![];
    for value in 0..65 {
        array.push(Object::int32(value)).unwrap();
        if capacities.last() != Some(&array.capacity()) {
            capacities.push(array.capacity());
        }
    }
    assert_eq!(capacities, [4, 8, 16, 24, 32, 40, 52, 64, 76]);
}

#[test]
fn every_splice_does_what_a_vector_does() {
    for index in 0..=6 {
        for removed in 0..=7 {
            for added in 0..4 {
                let (array, mut model) = (array_of(0..6), (0..6).collect::<Vec<i64>>());
                let new = array_of(100..100 + added);
                let old = array.splice(index, removed, new).unwrap();
                let end = (index + removed).min(6);
                let expected: Vec<i64> = model
                    .splice(
                        index..end,
                        (100..100 + i64::from(added)).collect::<Vec<_>>(),
                    )
                    .collect();
                assert_eq!((numbers(&old), numbers(&array)), (expected, model));
            }
        }
    }
}

#[test]
fn places_are_picked_at_any_distance() {
    let array = array_of(0..6);
    let picked = |start, step, count| numbers(&array.pick(start, step, count).unwrap());
    assert_eq!(picked(1, 1, 3), [1, 2, 3]);
    assert_eq!(picked(5, -2, 3), [5, 3, 1]);
    assert!(picked(6, 1, 2).is_empty(), "there is nothing but None");
    assert!(picked(-1, 1, 1).is_empty());
}

#[test]
fn an_array_holds_one_reference_for_each_place() {
    let object = leaf(1);
    let array = Objects::default();
    array.extend_from_slice(&vec![object.clone(); 5]).unwrap();
    assert_eq!(object.reference_count(), Some(6));
    assert!(array.get(2).unwrap().is(&object));
    drop(array.replace(2, Object::none()).unwrap());
    assert_eq!(object.reference_count(), Some(5));
    drop(array.remove(0));
    drop(array.pop());
    assert_eq!(object.reference_count(), Some(3));
    array.clear();
    assert_eq!(object.reference_count(), Some(1));
}

#[test]
fn a_place_out_of_range_is_no_place() {
    let array = array_of(0..3);
    assert!(array.get(3).is_none());
    assert!(array.remove(3).is_none());
    let refused = array.replace(3, Object::int32(9)).unwrap_err();
    assert_eq!(refused.as_small_int(), Some(9));
    array.insert(100, Object::int32(9)).unwrap();
    assert_eq!(numbers(&array), [0, 1, 2, 9]);
}

#[test]
fn an_array_can_be_turned_round_taken_and_put_back() {
    let array = array_of(0..4);
    array.reverse();
    assert_eq!(numbers(&array), [3, 2, 1, 0]);
    let taken = array.take();
    assert!(array.is_empty());
    array.insert(0, Object::int32(7)).unwrap();
    array.put(taken);
    assert_eq!(numbers(&array), [3, 2, 1, 0]);
    let values: Vec<i64> = array
        .into_vec()
        .iter()
        .filter_map(Object::as_small_int)
        .collect();
    assert_eq!(values, [3, 2, 1, 0]);
}

#[test]
fn room_can_be_given_back() {
    let before = heap().bytes();
    let array = array_of(0..100);
    while array.len() > 3 {
        array.pop();
    }
    array.set_capacity(0).unwrap();
    assert_eq!(array.capacity(), 3);
    assert_eq!(heap().bytes(), before + 24);
    array.clear();
    assert_eq!(heap().bytes(), before);
}

#[test]
fn plain_arrays_keep_their_values_when_they_move() {
    let array: Array<u64> = Array::from_slice(&[1, 2, 3]).unwrap();
    for value in 4..=200 {
        array.push(value).unwrap();
    }
    assert!((0..200).all(|index| array.get(index) == Some(index as u64 + 1)));
    array.truncate(2);
    assert_eq!(
        (array.pop(), array.pop(), array.pop()),
        (Some(2), Some(1), None)
    );
}

#[test]
fn bytes_can_be_read_in_three_widths() {
    let bytes: Array<u8> = Array::default();
    bytes.fill(8, 0xFF).unwrap();
    assert_eq!(bytes.read::<i8>(7), Some(-1));
    assert_eq!(bytes.read::<i16>(3), Some(-1));
    assert_eq!(bytes.read::<i32>(1), Some(-1));
    assert_eq!(bytes.read::<i32>(2), None);
    bytes.write::<i16>(1, -2);
    assert_eq!(bytes.read::<i16>(1), Some(-2));
    assert_eq!(bytes.read::<i16>(0), Some(-1));
    bytes.write::<i32>(2, 0);
    assert_eq!(bytes.len(), 8);
}
