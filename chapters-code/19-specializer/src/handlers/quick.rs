//! What counts towards the warm-up, and what no longer does.

use crate::quicken::warm_up;
use eval_loop::{Flow, Regs};
use modern_bytecode::handlers::jumps;
use types::Thread;

/// `RESUME`
#[inline(always)]
pub unsafe fn resume(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    warm_up(r.code());
    // SAFETY: verified.
    unsafe { jumps::resume(r, t, arg) }
}

/// `JUMP_BACKWARD`
#[inline(always)]
pub unsafe fn jump_backward(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    warm_up(r.code());
    // SAFETY: verified.
    unsafe { jumps::jump_backward(r, t, arg) }
}

/// `RESUME_QUICK`
#[inline(always)]
pub unsafe fn resume_quick(_: &mut Regs, t: &Thread, arg: u32) -> Flow {
    match arg < 2 && t.breaker.get() {
        true => Flow::Miss,
        false => Flow::Next,
    }
}

/// `JUMP_BACKWARD_QUICK`
#[inline(always)]
pub unsafe fn jump_backward_quick(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    if t.breaker.get() {
        return Flow::Miss;
    }
    // SAFETY: verified.
    r.ip = unsafe { r.ip.sub(arg as usize) };
    Flow::Next
}
