//! Begin here: whatever is thrown is raised in the generator that delegates.

/// What came of throwing into something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// It handled the exception, and waits with a value.
    Yielded(i64),
    /// It handled the exception, and has ended with a value.
    Returned(i64),
    /// It has ended with this exception.
    Raised(&'static str),
}

/// Something that a generator delegates to.
pub trait Delegate {
    /// Throws an exception into it; `None` if it has no `throw`.
    fn throw(&mut self, exception: &'static str) -> Option<Step>;
    /// Closes it; an error is what closing raised.
    fn close(&mut self) -> Result<(), &'static str>;
}

/// What the generator that delegates is to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// Yield this, and go on delegating.
    Yield(i64),
    /// Go on after its `yield from`, which has this value.
    GoOn(i64),
    /// Raise this at its `yield from`.
    Raise(&'static str),
}

/// Throws into a generator that stands at a `yield from` (PEP 380).
pub fn throw(_delegate: &mut dyn Delegate, exception: &'static str) -> Then {
    Then::Raise(exception)
}
