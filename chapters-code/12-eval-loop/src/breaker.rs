//! What makes the loop look up from its work? The thread's breaker, set when a limit is
//! near, or later when another thread wants to run.
#![forbid(unsafe_code)]

use crate::regs::{Flow, Regs};
use types::Thread;

/// Attends to whatever set the breaker.
#[cold]
#[inline(never)]
pub fn attend(r: &mut Regs, t: &Thread) -> Flow {
    r.save();
    t.breaker.set(false);
    match t.hooks.breaker.get()(t) {
        Ok(()) => Flow::Next,
        Err(raised) => Flow::Raise(raised),
    }
}
