//! Exercise 1: where it all began.
#![cfg(feature = "exercise-1")]

#[cfg_attr(not(feature = "solution"), path = "../exercises/1/starter.rs")]
#[cfg_attr(feature = "solution", path = "../exercises/1/solution.rs")]
mod exercise;

mod common;

use common::{builtin, with_thread};
use exercise::root;
use objects::Object;
use types::{Thread, Version};

fn make(t: &Thread) -> Object {
    t.call(&builtin(t, "ValueError"), &[])
        .expect("an exception")
}

fn set(t: &Thread, object: &Object, name: &str, value: &Object) {
    let name = t.intern(name).expect("a name");
    t.set_attribute(object, &name, Some(value))
        .expect("it can be set");
}

#[test]
fn contexts_and_causes_are_followed() {
    with_thread(Version::V310, |t| {
        let [a, b, c] = [make(t), make(t), make(t)];
        set(t, &c, "__cause__", &b);
        set(t, &b, "__context__", &a);
        assert!(root(t, &c).expect("a root").is(&a));
    });
}

#[test]
fn a_cause_comes_before_a_context() {
    with_thread(Version::V310, |t| {
        let [a, b, c] = [make(t), make(t), make(t)];
        set(t, &c, "__context__", &a);
        set(t, &c, "__cause__", &b);
        assert!(root(t, &c).expect("a root").is(&b));
    });
}

#[test]
fn from_none_ends_the_chain() {
    with_thread(Version::V310, |t| {
        let [a, b, c] = [make(t), make(t), make(t)];
        set(t, &b, "__context__", &a);
        set(t, &b, "__cause__", &Object::none());
        set(t, &c, "__context__", &b);
        assert!(root(t, &c).expect("a root").is(&b));
    });
}

#[test]
fn a_circle_is_gone_round_once() {
    with_thread(Version::V310, |t| {
        let [a, b] = [make(t), make(t)];
        set(t, &a, "__context__", &b);
        set(t, &b, "__context__", &a);
        assert!(root(t, &a).expect("a root").is(&b));
    });
}
