//! Fifth step: `yield from`, as PEP 380 spells it out, and what it costs.

use std::cell::Cell;
use std::rc::Rc;

/// How something goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resume {
    /// Its `yield` has this value.
    Send(i64),
    /// Its `yield` raises this.
    Throw(&'static str),
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// It waits.
    Yielded(i64),
    /// It has ended.
    Returned(i64),
    /// It has ended with this.
    Raised(&'static str),
}

/// Anything with `send` and `throw`.
pub trait Resumable {
    /// Goes on.
    fn resume(&mut self, how: Resume) -> Step;
}

/// Yields its numbers; returns their sum. It cannot handle anything.
pub struct Numbers(pub std::vec::IntoIter<i64>, pub i64);

impl Resumable for Numbers {
    fn resume(&mut self, how: Resume) -> Step {
        match (how, self.0.next()) {
            (Resume::Throw(exception), _) => Step::Raised(exception),
            (Resume::Send(_), Some(number)) => {
                self.1 += number;
                Step::Yielded(number)
            }
            (Resume::Send(_), None) => Step::Returned(self.1),
        }
    }
}

/// `return 1 + (yield from inner)`
pub struct Delegating {
    /// What it delegates to.
    pub inner: Box<dyn Resumable>,
    /// Counts how often any of a chain was called.
    pub calls: Rc<Cell<usize>>,
}

impl Resumable for Delegating {
    fn resume(&mut self, how: Resume) -> Step {
        self.calls.set(self.calls.get() + 1);
        match self.inner.resume(how) {
            Step::Yielded(value) => Step::Yielded(value),
            Step::Returned(value) => Step::Returned(value + 1),
            Step::Raised(exception) => Step::Raised(exception),
        }
    }
}

/// A chain of so many that delegate, with numbers at its end.
pub fn chain(depth: usize, numbers: Vec<i64>, calls: &Rc<Cell<usize>>) -> Box<dyn Resumable> {
    let mut inner: Box<dyn Resumable> = Box::new(Numbers(numbers.into_iter(), 0));
    for _ in 0..depth {
        let calls = Rc::clone(calls);
        inner = Box::new(Delegating { inner, calls });
    }
    inner
}

fn main() {
    let calls = Rc::default();
    let mut outermost = chain(100, vec![7, 8, 9], &calls);
    for _ in 0..4 {
        let step = outermost.resume(Resume::Send(0));
        println!("{step:?} after {} calls", calls.replace(0));
    }
    let mut outermost = chain(100, vec![7], &calls);
    println!("{:?}", outermost.resume(Resume::Throw("ValueError")));
}
