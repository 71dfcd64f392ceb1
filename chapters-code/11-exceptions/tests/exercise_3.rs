//! Exercise 3: what is in a group.
#![cfg(feature = "exercise-3")]

#[cfg_attr(not(feature = "solution"), path = "../exercises/3/starter.rs")]
#[cfg_attr(feature = "solution", path = "../exercises/3/solution.rs")]
mod exercise;

mod common;

use common::{builtin, told, with_thread};
use exercise::leaves;
use objects::Object;
use types::{Thread, Version};

fn error(t: &Thread, number: i32) -> Object {
    t.call(&builtin(t, "ValueError"), &[Object::int32(number)])
        .expect("an exception")
}

fn group(t: &Thread, members: Vec<Object>) -> Object {
    let args = [
        t.str("group").expect("a string"),
        t.list_of(members).expect("a list"),
    ];
    t.call(&builtin(t, "ExceptionGroup"), &args)
        .expect("a group")
}

fn shown(t: &Thread, exception: &Object) -> Vec<String> {
    let leaves = leaves(t, exception).expect("its leaves");
    leaves.into_iter().map(|leaf| told(t, Ok(leaf))).collect()
}

#[test]
fn an_exception_alone_is_its_own_leaf() {
    with_thread(Version::V311, |t| {
        assert_eq!(shown(t, &error(t, 1)), ["ValueError(1)"]);
    });
}

#[test]
fn leaves_come_from_left_to_right() {
    with_thread(Version::V311, |t| {
        let inner = group(t, vec![error(t, 2), error(t, 3)]);
        let outer = group(t, vec![error(t, 1), inner, error(t, 4)]);
        let expected = [1, 2, 3, 4].map(|number| format!("ValueError({number})"));
        assert_eq!(shown(t, &outer), expected);
    });
}

#[test]
fn groups_in_groups_in_groups_are_no_matter() {
    with_thread(Version::V311, |t| {
        let deep = (0..20_000).fold(error(t, 7), |inner, _| group(t, vec![inner]));
        assert_eq!(shown(t, &deep), ["ValueError(7)"]);
    });
}
