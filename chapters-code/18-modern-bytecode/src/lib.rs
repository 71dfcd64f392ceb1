//! The CPython 3.11 evaluation loop: inline caches, exception tables, calls in three parts.
//!
//! Most of what 3.11's instructions do is what 3.10's did, and is done by the handlers of
//! `eval-loop`. Here is what is new: how arguments are decoded, where caches lie, where
//! exceptions go, and how calls and generators begin.

pub mod driver;
pub mod handlers;
mod table;
pub mod unwind;

use frames::{Evaluator, Evaluators};
use types::{PyResult, Thread};

/// Installs the 3.11 loop.
pub fn install(t: &Thread) -> PyResult<()> {
    let evaluators = t.extension::<Evaluators>();
    evaluators.v311.set(Some(Evaluator {
        run: driver::run,
        wants_cache: eval_loop::remembers_names,
    }));
    Ok(())
}
