//! Exercise 2: from nested `try`s to a flat table.
#![cfg(feature = "exercise-2")]

#[cfg_attr(not(feature = "solution"), path = "../exercises/2/starter.rs")]
#[cfg_attr(feature = "solution", path = "../exercises/2/solution.rs")]
mod exercise;

use exercise::{Try, table};

fn guarded(start: usize, end: usize, target: usize, inner: Vec<Try>) -> Try {
    Try {
        start,
        end,
        target,
        inner,
    }
}

#[test]
fn what_stands_side_by_side_stays_so() {
    let tries = [guarded(2, 5, 20, vec![]), guarded(8, 9, 30, vec![])];
    assert_eq!(table(&tries), [(2, 5, 20), (8, 9, 30)]);
}

#[test]
fn the_innermost_try_gets_its_part() {
    let outer = guarded(2, 12, 20, vec![guarded(5, 8, 30, vec![])]);
    assert_eq!(table(&[outer]), [(2, 5, 20), (5, 8, 30), (8, 12, 20)]);
}

#[test]
fn a_stretch_of_no_length_is_left_out() {
    let outer = guarded(2, 12, 20, vec![guarded(2, 12, 30, vec![])]);
    assert_eq!(table(&[outer]), [(2, 12, 30)]);
}

#[test]
fn trys_nest_as_deep_as_they_like() {
    let inner = guarded(4, 6, 40, vec![guarded(5, 6, 50, vec![])]);
    let outer = guarded(2, 12, 20, vec![inner, guarded(9, 10, 60, vec![])]);
    let expected = [
        (2, 4, 20),
        (4, 5, 40),
        (5, 6, 50),
        (6, 9, 20),
        (9, 10, 60),
        (10, 12, 20),
    ];
    assert_eq!(table(&[outer]), expected);
}
