//! Exercise 3: a native function that cannot be broken.
#![cfg(feature = "exercise-3")]

#[cfg_attr(not(feature = "solution"), path = "../exercises/3/starter.rs")]
#[cfg_attr(feature = "solution", path = "../exercises/3/solution.rs")]
mod exercise;

mod common;

use common::thread;
use objects::Object;
use types::{Args, PyResult, Version};

fn call(args: &[Object]) -> PyResult {
    let t = thread(Version::V310);
    let function = t.native_function(&exercise::MIDDLE, Object::none(), None)?;
    t.call(&function, args)
}

fn numbers(numbers: [i32; 3]) -> Option<i64> {
    call(&numbers.map(Object::int32)).unwrap().as_small_int()
}

#[test]
fn the_middle_one_is_found_in_every_order() {
    for order in [[1, 2, 3], [3, 2, 1], [2, 3, 1], [1, 3, 2], [2, 2, 9]] {
        assert_eq!(numbers(order), Some(2));
    }
}

#[test]
fn a_wrong_number_of_arguments_is_an_error() {
    for count in [0, 1, 2, 4] {
        let error = call(&vec![Object::int32(1); count]).unwrap_err();
        let expected = format!("TypeError: middle expected 3 arguments, got {count}");
        assert_eq!(format!("{error:?}"), expected);
    }
}

#[test]
fn something_else_than_an_integer_is_an_error() {
    let error = call(&[Object::int32(1), Object::none(), Object::int32(2)]).unwrap_err();
    assert_eq!(
        format!("{error:?}"),
        "TypeError: an integer is required, not 'NoneType'"
    );
}

#[test]
fn keywords_are_an_error() {
    let t = thread(Version::V310);
    let function = t
        .native_function(&exercise::MIDDLE, Object::none(), None)
        .unwrap();
    let names = [t.intern("a").unwrap().object().clone()];
    let values = [Object::int32(1)];
    let error = t
        .call_with(&function, Args::new(&values, &names).unwrap())
        .unwrap_err();
    assert_eq!(
        format!("{error:?}"),
        "TypeError: middle() takes no keyword arguments"
    );
}
