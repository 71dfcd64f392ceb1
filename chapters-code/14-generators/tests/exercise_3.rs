//! Exercise 3: an event loop on virtual time.
#![cfg(feature = "exercise-3")]

#[cfg_attr(not(feature = "solution"), path = "../exercises/3/starter.rs")]
#[cfg_attr(feature = "solution", path = "../exercises/3/solution.rs")]
mod exercise;

use exercise::{Request, Task, run};

/// A task that sleeps so long, each time, and then is done.
fn sleeper(times: &'static [u64]) -> Task {
    let mut times = times.iter();
    Box::new(move |_| {
        times
            .next()
            .map_or(Request::Done, |&time| Request::Sleep(time))
    })
}

#[test]
fn who_sleeps_lets_the_others_run() {
    let log = run(vec![("a", sleeper(&[3, 3])), ("b", sleeper(&[2, 2]))]);
    let expected = [(0, "a"), (0, "b"), (2, "b"), (3, "a"), (4, "b"), (6, "a")];
    assert_eq!(log, expected);
}

#[test]
fn who_asked_first_is_served_first() {
    let log = run(vec![("a", sleeper(&[4])), ("b", sleeper(&[2, 2]))]);
    assert_eq!(log, [(0, "a"), (0, "b"), (2, "b"), (4, "a"), (4, "b")]);
}

#[test]
fn sleeping_for_no_time_still_lets_the_others_run() {
    let log = run(vec![("a", sleeper(&[0])), ("b", sleeper(&[]))]);
    assert_eq!(log, [(0, "a"), (0, "b"), (0, "a")]);
}

#[test]
fn a_task_is_told_the_time() {
    let mut wakes = [5u64, 1].into_iter();
    let task: Task = Box::new(move |now| match wakes.next() {
        Some(time) => Request::Sleep(time),
        None => {
            assert_eq!(now, 6);
            Request::Done
        }
    });
    assert_eq!(run(vec![("a", task)]).len(), 3);
}

#[test]
fn nothing_to_do_takes_no_time() {
    assert_eq!(run(vec![]), []);
}
