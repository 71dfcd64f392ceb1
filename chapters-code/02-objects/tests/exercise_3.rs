//! Exercise 3: a destructor that is a loop.
#![cfg(feature = "exercise-3")]

#[cfg_attr(not(feature = "solution"), path = "../exercises/3/starter.rs")]
#[cfg_attr(feature = "solution", path = "../exercises/3/solution.rs")]
mod exercise;

use exercise::{Node, let_go};
use std::cell::Cell;

thread_local! {
    /// The lowest and the highest place on the stack at which a value went, and how many.
    static SEEN: Cell<(usize, usize, usize)> = const { Cell::new((usize::MAX, 0, 0)) };
}

struct Noted;

impl Drop for Noted {
    fn drop(&mut self) {
        let here = 0u8;
        let place = (&raw const here).addr();
        let (low, high, count) = SEEN.get();
        SEEN.set((low.min(place), high.max(place), count + 1));
    }
}

#[test]
fn a_long_list_goes_without_a_deep_stack() {
    let mut list = None;
    for _ in 0..1000 {
        list = Some(Box::new(Node {
            value: Noted,
            next: list,
        }));
    }
    let_go(list.expect("a thousand nodes"));
    let (low, high, count) = SEEN.get();
    assert_eq!(count, 1000);
    assert!(high - low < 1000, "{} bytes of stack were used", high - low);
}
