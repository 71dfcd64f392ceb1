//! Exercise 3: what a `CALL` calls.
#![cfg(feature = "exercise-3")]

#[cfg_attr(not(feature = "solution"), path = "../exercises/3/starter.rs")]
#[cfg_attr(feature = "solution", path = "../exercises/3/solution.rs")]
mod exercise;

use exercise::call;

#[test]
fn a_function_lies_above_null() {
    let found = call(&[Some("other"), None, Some("f"), Some("a")], 1, &[]).unwrap();
    assert_eq!((found.callee, &found.positional[..]), ("f", &["a"][..]));
}

#[test]
fn a_method_lies_below_its_receiver() {
    let found = call(&[Some("append"), Some("items"), Some("a")], 1, &[]).unwrap();
    assert_eq!(found.callee, "append");
    assert_eq!(found.positional, ["items", "a"]);
}

#[test]
fn the_last_arguments_have_the_names() {
    let stack = [None, Some("f"), Some("a"), Some("b"), Some("c")];
    let found = call(&stack, 3, &["x", "y"]).unwrap();
    assert_eq!(found.positional, ["a"]);
    assert_eq!(found.named, [("x", "b"), ("y", "c")]);
}

#[test]
fn a_receiver_never_has_a_name() {
    let found = call(&[Some("method"), Some("self"), Some("a")], 1, &["x"]).unwrap();
    assert_eq!(found.positional, ["self"]);
    assert_eq!(found.named, [("x", "a")]);
}
