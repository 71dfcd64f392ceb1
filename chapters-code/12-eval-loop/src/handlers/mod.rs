//! The handlers: what each instruction does. One small function each, over the registers.
//!
//! The safety of all of them rests on one promise, stated here once: the code that runs has
//! been verified (P1 to P8 in the crate `verifier`), and the driver calls the handler that
//! the instruction names, with its argument. A `SAFETY` comment that says "verified" means it.

#![expect(
    clippy::missing_safety_doc,
    reason = "every handler has the same contract, which is stated above"
)]

pub mod attributes;
pub mod blocks;
pub mod build;
pub mod calls;
pub mod compare;
pub mod fast;
pub mod generators;
pub mod imports;
pub mod iteration;
pub mod jumps;
pub mod operators;
pub mod patterns;
pub mod stack;
pub mod subscripts;
pub mod variables;
