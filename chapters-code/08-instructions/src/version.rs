//! Which of the two instruction sets does a code object speak?

/// A version of CPython whose bytecode the machine executes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Version {
    /// CPython 3.10.
    V310,
    /// CPython 3.11.
    V311,
}
