//! Moving values about on the stack: two instructions with a depth do what six did in 3.10.

use eval_loop::{Flow, Regs};
use frames::retain;
use types::Thread;

/// `PUSH_NULL`: below a callable that has no receiver.
#[inline(always)]
pub unsafe fn push_null(r: &mut Regs, _: &Thread, _: u32) -> Flow {
    // SAFETY: verified.
    unsafe { r.push_word(0) };
    Flow::Next
}

/// `COPY`
#[inline(always)]
pub unsafe fn copy(r: &mut Regs, _: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: an object lies there.
    unsafe {
        let word = retain(r.place(arg as usize).read());
        r.push_word(word);
    }
    Flow::Next
}

/// `SWAP`
#[inline(always)]
pub unsafe fn swap(r: &mut Regs, _: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: the stack is that deep.
    unsafe { r.place(1).swap(r.place(arg as usize)) };
    Flow::Next
}
