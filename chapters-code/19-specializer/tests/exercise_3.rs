//! Exercise 3: a specialization of one's own, `%` of two ints.
#![cfg(feature = "exercise-3")]

#[cfg_attr(not(feature = "solution"), path = "../exercises/3/starter.rs")]
#[cfg_attr(feature = "solution", path = "../exercises/3/solution.rs")]
mod exercise;

use exercise::Operation::{RemainderAdaptive, RemainderInt};
use exercise::Site;
use exercise::Value::{Float, Int};

fn fresh() -> Site {
    Site {
        operation: RemainderAdaptive,
        counter: 0,
    }
}

#[test]
fn two_ints_make_it_special() {
    let (mut site, mut asked) = (fresh(), 0);
    assert_eq!(site.execute(Int(7), Int(3), &mut asked), Some(Int(1)));
    assert_eq!((site.operation, site.counter), (RemainderInt, 53));
    assert_eq!(site.execute(Int(-7), Int(3), &mut asked), Some(Int(2)));
    assert_eq!(asked, 0);
}

#[test]
fn floats_leave_it_adaptive() {
    let (mut site, mut asked) = (fresh(), 0);
    assert_eq!(
        site.execute(Float(7.5), Int(2), &mut asked),
        Some(Float(1.5))
    );
    assert_eq!(site.operation, RemainderAdaptive);
    assert_eq!(asked, 1);
}

#[test]
fn what_the_guards_do_not_allow_is_a_miss_and_right_all_the_same() {
    let (mut site, mut asked) = (fresh(), 0);
    site.execute(Int(7), Int(3), &mut asked);
    assert_eq!(site.execute(Int(7), Int(0), &mut asked), None);
    assert_eq!(site.execute(Int(7), Int(-3), &mut asked), Some(Int(-2)));
    assert_eq!((site.counter, asked), (51, 2));
}

#[test]
fn hits_do_not_fill_the_counter_up() {
    let (mut site, mut asked) = (fresh(), 0);
    site.execute(Int(7), Int(3), &mut asked);
    site.execute(Float(1.0), Int(3), &mut asked);
    for _ in 0..100 {
        site.execute(Int(7), Int(3), &mut asked);
    }
    assert_eq!(site.counter, 52);
}

#[test]
fn after_53_misses_it_is_adaptive_again() {
    let (mut site, mut asked) = (fresh(), 0);
    site.execute(Int(7), Int(3), &mut asked);
    for _ in 0..53 {
        site.execute(Float(1.0), Float(3.0), &mut asked);
    }
    assert_eq!(site.operation, RemainderAdaptive);
    assert_eq!(asked, 53);
}
