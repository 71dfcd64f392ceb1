//! The CPython 3.10 evaluation loop and the builtins.

pub mod breaker;
pub mod builtins;
pub mod driver;
pub mod handlers;
pub mod observer;
mod regs;
mod table;
pub mod tail;
pub mod unwind;
pub mod watch;

pub use regs::{Flow, Regs};

use frames::{Evaluator, Evaluators};
use types::{PyResult, Thread};

/// The operations of 3.10 that remember something.
fn wants_cache(operation: u8) -> bool {
    const LOAD_GLOBAL: u8 = 116;
    const LOAD_ATTR: u8 = 106;
    const STORE_ATTR: u8 = 95;
    const LOAD_METHOD: u8 = 160;
    matches!(
        operation,
        LOAD_GLOBAL | LOAD_ATTR | STORE_ATTR | LOAD_METHOD
    ) || remembers_names(operation)
}

/// Does this operation remember where a module or class body has a name? It has the same
/// number in 3.10 and 3.11, which has no inline cache for it.
pub fn remembers_names(operation: u8) -> bool {
    const STORE_NAME: u8 = 90;
    const LOAD_NAME: u8 = 101;
    matches!(operation, LOAD_NAME | STORE_NAME)
}

/// Installs the 3.10 loop and the builtins.
pub fn install(t: &Thread) -> PyResult<()> {
    let evaluators = t.extension::<Evaluators>();
    evaluators.v310.set(Some(Evaluator {
        run: driver::run,
        wants_cache,
    }));
    builtins::install(t)
}
