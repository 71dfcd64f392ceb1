//! Exercise 1: how large is a frame?
#![cfg(feature = "exercise-1")]

#[cfg_attr(not(feature = "solution"), path = "../exercises/1/starter.rs")]
#[cfg_attr(feature = "solution", path = "../exercises/1/solution.rs")]
mod exercise;

use exercise::{Sizes, calls_before_overflow, words};

/// `def f(n): return f(n + 1)`
const DOWN: Sizes = Sizes {
    locals: 1,
    cells: 0,
    stack: 3,
    blocks: 0,
};

#[test]
fn a_frame_is_its_header_and_its_places() {
    assert_eq!(words(11, &DOWN), 15);
    assert_eq!(
        words(
            11,
            &Sizes {
                locals: 3,
                cells: 2,
                stack: 6,
                blocks: 1
            }
        ),
        23
    );
}

#[test]
fn no_frame_is_cut_in_two_by_the_end_of_a_chunk() {
    // 32,768 words, of which the first is taken.
    assert_eq!(calls_before_overflow(32 * 1024, 11, &DOWN), 2184);
    assert_eq!(calls_before_overflow(16, 11, &DOWN), 1);
    assert_eq!(calls_before_overflow(15, 11, &DOWN), 0);
}
