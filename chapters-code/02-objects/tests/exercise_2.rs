//! Exercise 2: a leak finder.
#![cfg(feature = "exercise-2")]

#[cfg_attr(not(feature = "solution"), path = "../exercises/2/starter.rs")]
#[cfg_attr(feature = "solution", path = "../exercises/2/solution.rs")]
mod exercise;

mod common;

use common::{Link, chain, link, link_type};

#[test]
fn a_chain_leaves_nothing_and_a_ring_leaves_itself() {
    let kind = link_type();
    assert_eq!(exercise::left_behind(|| drop(chain(kind, 100))), 0);
    let ring = || {
        let first = link(kind, None);
        let last = link(kind, Some(link(kind, Some(first.clone()))));
        if let Some(first) = first.downcast::<Link>() {
            first.next.set(last);
        }
    };
    assert_eq!(exercise::left_behind(ring), 3);
}
