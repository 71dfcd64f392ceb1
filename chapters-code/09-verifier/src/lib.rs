//! The proof that a code object is safe to run.
