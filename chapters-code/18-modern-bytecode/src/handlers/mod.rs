//! The handlers of what 3.11 has and 3.10 has not, or encodes in another way.
//!
//! Their contract is that of `eval_loop::handlers`: the code that runs has been verified (P1
//! to P8 in the crate `verifier`), and the driver calls the handler that the instruction
//! names, with its argument. A `SAFETY` comment that says "verified" means it. Two things
//! are 3.11's own:
//!
//! - An inline cache lies behind its instruction. A handler goes over it when all is done: an
//!   exception is looked up, and a traceback is written, by the instruction itself.
//! - Whoever raises has `ip` in or right behind the instruction that raises, caches included,
//!   since that is where the exception table is asked.

#![expect(
    clippy::missing_safety_doc,
    reason = "every handler has the same contract, which is stated above"
)]

pub mod cached;
pub mod calls;
pub mod cells;
pub mod fast;
pub mod generators;
pub mod handling;
pub mod jumps;
pub mod patterns;
pub mod stack;
