//! Exercise 2: who sees a variable?
#![cfg(feature = "exercise-2")]

#[cfg_attr(not(feature = "solution"), path = "../exercises/2/starter.rs")]
#[cfg_attr(feature = "solution", path = "../exercises/2/solution.rs")]
mod exercise;

use exercise::{Scope, Seen, classify};

/// ```python
/// def counter(start):
///     count = start
///     def step():
///         return count + total
/// ```
const COUNTER: Scope = Scope {
    bound: &["start", "count", "step"],
    used: &["start"],
    inner: &[Scope {
        bound: &[],
        used: &["count", "total"],
        inner: &[],
    }],
};

#[test]
fn a_variable_that_nobody_shares_is_a_fast_local() {
    assert_eq!(classify(&COUNTER, "start", &[]), Seen::Local);
}

#[test]
fn a_variable_that_an_inner_function_uses_is_a_cell() {
    assert_eq!(classify(&COUNTER, "count", &[]), Seen::Cell);
}

#[test]
fn the_inner_function_finds_it_free() {
    assert_eq!(
        classify(&COUNTER.inner[0], "count", &[&COUNTER]),
        Seen::Free
    );
}

#[test]
fn what_no_function_around_binds_is_global() {
    assert_eq!(
        classify(&COUNTER.inner[0], "total", &[&COUNTER]),
        Seen::Global
    );
}

/// `x` is bound outside, used innermost, and not mentioned between.
const OUTER: Scope = Scope {
    bound: &["x"],
    used: &[],
    inner: &[Scope {
        bound: &[],
        used: &[],
        inner: &[Scope {
            bound: &[],
            used: &["x"],
            inner: &[],
        }],
    }],
};

#[test]
fn a_function_in_between_passes_the_cell_on() {
    assert_eq!(classify(&OUTER, "x", &[]), Seen::Cell);
    assert_eq!(classify(&OUTER.inner[0], "x", &[&OUTER]), Seen::Free);
}
