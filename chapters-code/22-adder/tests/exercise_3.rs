//! Exercise 3: a profile.
#![cfg(feature = "exercise-3")]

#[cfg_attr(not(feature = "solution"), path = "../exercises/3/starter.rs")]
#[cfg_attr(feature = "solution", path = "../exercises/3/solution.rs")]
mod exercise;

use adder_machine::machine;
use code_objects::Pyc;
use exercise::profile;
use types::{HashSeed, MemoryHost, Version};

/// What a program's instructions are, and how often each of them runs.
fn of(version: Version, bytes: &[u8]) -> Vec<(&'static str, u64)> {
    let world = Box::new(MemoryHost::default());
    let t = machine::with_host(version, HashSeed::Fixed, world).expect("a machine");
    t.enter(1 << 20, |t| {
        let code = Pyc::read(t, bytes).expect("a program").code;
        profile(t, code).expect("it ends well")
    })
}

#[test]
fn each_instruction_of_hello_is_counted() {
    let profile = of(
        Version::V310,
        include_bytes!("../../../programs/310/hello.pyc"),
    );
    assert_eq!(profile.first(), Some(&("LOAD_CONST", 3)));
    assert!(profile.contains(&("CALL_FUNCTION", 1)));
    let all: u64 = profile.iter().map(|(_, count)| count).sum();
    assert_eq!(all, 8);
}

#[test]
fn an_instruction_that_was_rewritten_counts_as_what_was_compiled() {
    let profile = of(
        Version::V311,
        include_bytes!("../../../programs/311/warming_up.pyc"),
    );
    // Eleven calls of `add`, and the attempt to specialize it, which counts as well.
    assert!(profile.contains(&("BINARY_OP", 12)), "{profile:?}");
}

#[test]
fn the_most_frequent_comes_first() {
    let profile = of(
        Version::V310,
        include_bytes!("../../../programs/310/fibonacci.pyc"),
    );
    assert!(profile.is_sorted_by(|(_, a), (_, b)| a >= b));
    assert!(profile.len() > 20);
}
