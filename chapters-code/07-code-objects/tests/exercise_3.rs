//! Exercise 3: the code objects of a file.
#![cfg(feature = "exercise-3")]

#[cfg_attr(not(feature = "solution"), path = "../exercises/3/starter.rs")]
#[cfg_attr(feature = "solution", path = "../exercises/3/solution.rs")]
mod exercise;

mod common;

use code_objects::Pyc;
use common::with_thread;
use exercise::census;
use types::Version;

fn count(version: Version, bytes: &[u8]) -> (usize, usize) {
    with_thread(version, |t| {
        census(&Pyc::read(t, bytes).expect("a recorded file").code)
    })
}

#[test]
fn a_module_without_functions_is_alone() {
    let bytes = include_bytes!("../../../programs/310/hello.pyc");
    assert_eq!(count(Version::V310, bytes), (1, 1));
}

#[test]
fn a_module_with_two_functions_has_three() {
    let bytes = include_bytes!("../../../programs/311/hello_and_add.pyc");
    assert_eq!(count(Version::V311, bytes), (3, 2));
}

#[test]
fn functions_stand_inside_of_functions() {
    let bytes = include_bytes!("../../../programs/310/seed_code_fields.pyc");
    assert_eq!(count(Version::V310, bytes).1, 3);
}
