//! Exercise 1: what a string weighs in CPython.
#![cfg(feature = "exercise-1")]

#[cfg_attr(not(feature = "solution"), path = "../exercises/1/starter.rs")]
#[cfg_attr(feature = "solution", path = "../exercises/1/solution.rs")]
mod exercise;

#[test]
fn a_string_weighs_what_getsizeof_says() {
    // python3.10 -c 'import sys; print(sys.getsizeof("hello"))'
    for (text, size) in [
        ("", 49),
        ("hello", 54),
        ("café", 77),
        ("жизнь", 84),
        ("日本語", 80),
        ("snake 🐍", 104),
    ] {
        assert_eq!(exercise::size_in_cpython(text), size, "{text}");
    }
}
