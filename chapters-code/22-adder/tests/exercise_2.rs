//! Exercise 2: a world with little paper.
#![cfg(feature = "exercise-2")]

#[cfg_attr(not(feature = "solution"), path = "../exercises/2/starter.rs")]
#[cfg_attr(feature = "solution", path = "../exercises/2/solution.rs")]
mod exercise;

use adder_machine::machine;
use code_objects::Pyc;
use exercise::Bounded;
use std::rc::Rc;
use types::{ErrorKind, HashSeed, MemoryHost, Version};

const PRIMES: &[u8] = include_bytes!("../../../programs/310/primes.pyc");

/// Runs a program that prints a lot: what came out, and whether an `OSError` ended it.
fn run(most: usize) -> (Vec<u8>, bool) {
    let world = Rc::new(Bounded::new(MemoryHost::default(), most));
    let t = machine::with_host(Version::V310, HashSeed::Fixed, Box::new(Rc::clone(&world)))
        .expect("a machine");
    let failed = t.enter(1 << 20, |t| {
        let code = Pyc::read(t, PRIMES).expect("a program").code;
        let ended = imports::run_main(t, code, "primes.pyc", &[]);
        ended.is_err_and(|raised| raised.is(t, ErrorKind::OSError))
    });
    let written = world.inner().stdout.borrow().clone();
    (written, failed)
}

#[test]
fn what_fits_is_printed_as_ever() {
    let (everything, failed) = run(1 << 20);
    assert!(!failed);
    let recorded = include_bytes!("../../../programs/310/primes.out");
    assert_eq!(everything, recorded);
}

#[test]
fn what_does_not_fit_is_an_error_of_the_program() {
    let (some, failed) = run(100);
    assert!(failed);
    assert!(some.len() <= 100, "{} bytes", some.len());
}

#[test]
fn what_was_printed_before_is_there() {
    let (some, _) = run(100);
    let recorded = include_bytes!("../../../programs/310/primes.out");
    assert!(!some.is_empty() && recorded.starts_with(&some));
}
