//! Exercise 2: throwing into a generator that delegates.
#![cfg(feature = "exercise-2")]

#[cfg_attr(not(feature = "solution"), path = "../exercises/2/starter.rs")]
#[cfg_attr(feature = "solution", path = "../exercises/2/solution.rs")]
mod exercise;

use exercise::{Delegate, Step, Then, throw};

struct Probe {
    answer: Option<Step>,
    closing: Result<(), &'static str>,
    heard: Vec<&'static str>,
}

impl Delegate for Probe {
    fn throw(&mut self, exception: &'static str) -> Option<Step> {
        self.heard.push(exception);
        self.answer
    }
    fn close(&mut self) -> Result<(), &'static str> {
        self.heard.push("close");
        self.closing
    }
}

fn probe(answer: Option<Step>) -> Probe {
    let (closing, heard) = (Ok(()), vec![]);
    Probe {
        answer,
        closing,
        heard,
    }
}

#[test]
fn the_delegate_may_handle_it_and_wait() {
    let mut inner = probe(Some(Step::Yielded(3)));
    assert_eq!(throw(&mut inner, "ValueError"), Then::Yield(3));
    assert_eq!(inner.heard, ["ValueError"]);
}

#[test]
fn the_delegate_may_handle_it_and_end() {
    let mut inner = probe(Some(Step::Returned(4)));
    assert_eq!(throw(&mut inner, "ValueError"), Then::GoOn(4));
}

#[test]
fn what_the_delegate_raises_is_raised_at_the_yield_from() {
    let mut inner = probe(Some(Step::Raised("KeyError")));
    assert_eq!(throw(&mut inner, "ValueError"), Then::Raise("KeyError"));
}

#[test]
fn a_plain_iterator_has_no_throw() {
    assert_eq!(
        throw(&mut probe(None), "ValueError"),
        Then::Raise("ValueError")
    );
}

#[test]
fn generator_exit_closes_the_delegate_and_is_not_thrown_there() {
    let mut inner = probe(Some(Step::Yielded(5)));
    assert_eq!(
        throw(&mut inner, "GeneratorExit"),
        Then::Raise("GeneratorExit")
    );
    assert_eq!(inner.heard, ["close"]);
}

#[test]
fn what_closing_raises_takes_the_place_of_generator_exit() {
    let mut inner = probe(None);
    inner.closing = Err("OSError");
    assert_eq!(throw(&mut inner, "GeneratorExit"), Then::Raise("OSError"));
}
