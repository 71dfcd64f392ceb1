//! What most instructions do most of the time: the cases that need no call.
//!
//! Each of these handlers does its instruction if that is short, and says
//! [`Flow::Miss`] if not; the full handler of the same name, in a module beside this one,
//! then does it. So nothing here may have happened before a miss that cannot happen twice,
//! and what may run Python code (an object that loses its last reference) is handed back to
//! the driver.

pub mod attributes;
pub mod build;
pub mod calls;
pub mod containers;
pub mod iteration;
pub mod numbers;
pub mod stack;
pub mod subscripts;
pub mod text;
pub mod variables;

use crate::regs::{Flow, Regs};
use types::Thread;

/// Stands behind handlers that never miss.
#[inline(always)]
pub unsafe fn never(_: &mut Regs, _: &Thread, _: u32) -> Flow {
    Flow::Miss
}
