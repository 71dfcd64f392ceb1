//! Exercise 2: who would catch it.
#![cfg(feature = "exercise-2")]

#[cfg_attr(not(feature = "solution"), path = "../exercises/2/starter.rs")]
#[cfg_attr(feature = "solution", path = "../exercises/2/solution.rs")]
mod exercise;

mod common;

use common::{builtin, with_thread};
use exercise::caught_by;
use types::Version;

fn of(version: Version, class: &str) -> Vec<String> {
    with_thread(version, |t| {
        let exception = t.call(&builtin(t, class), &[]).expect("an exception");
        caught_by(t, &exception)
    })
}

#[test]
fn a_key_error_is_a_lookup_error() {
    let expected = ["KeyError", "LookupError", "Exception", "BaseException"];
    assert_eq!(of(Version::V310, "KeyError"), expected);
}

#[test]
fn an_exit_is_no_ordinary_exception() {
    assert_eq!(
        of(Version::V311, "SystemExit"),
        ["SystemExit", "BaseException"]
    );
}

#[test]
fn a_broken_pipe_is_four_things_at_once() {
    let names = of(Version::V310, "BrokenPipeError");
    assert_eq!(names[1..3], ["ConnectionError", "OSError"]);
    assert_eq!(names.len(), 5);
}
