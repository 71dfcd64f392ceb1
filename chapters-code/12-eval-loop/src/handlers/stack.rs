//! Moving values about on the stack, and constants onto it.

use crate::regs::{Flow, Regs};
use frames::retain;
use types::Thread;

/// `NOP`
#[inline(always)]
pub unsafe fn nop(_: &mut Regs, _: &Thread, _: u32) -> Flow {
    Flow::Next
}

/// `LOAD_CONST`
#[inline(always)]
pub unsafe fn load_const(r: &mut Regs, _: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe {
        let constant = r.constant(arg);
        r.push_word(constant);
    }
    Flow::Next
}

/// `POP_TOP`
#[inline(always)]
pub unsafe fn pop_top(r: &mut Regs, _: &Thread, _: u32) -> Flow {
    r.save();
    // SAFETY: verified.
    unsafe { r.discard(1) };
    Flow::Next
}

/// Moves the top below the `count - 1` values under it.
#[inline(always)]
unsafe fn rotate(r: &mut Regs, count: usize) {
    // SAFETY: verified: the stack has `count` values.
    unsafe {
        let top = r.place(1).read();
        let lowest = r.place(count);
        lowest.copy_to(lowest.add(1), count - 1);
        lowest.write(top);
    }
}

/// `ROT_TWO`
#[inline(always)]
pub unsafe fn rot_two(r: &mut Regs, _: &Thread, _: u32) -> Flow {
    // SAFETY: verified.
    unsafe { r.place(1).swap(r.place(2)) };
    Flow::Next
}

/// `ROT_THREE`
#[inline(always)]
pub unsafe fn rot_three(r: &mut Regs, _: &Thread, _: u32) -> Flow {
    // SAFETY: verified.
    unsafe { rotate(r, 3) };
    Flow::Next
}

/// `ROT_FOUR`
#[inline(always)]
pub unsafe fn rot_four(r: &mut Regs, _: &Thread, _: u32) -> Flow {
    // SAFETY: verified.
    unsafe { rotate(r, 4) };
    Flow::Next
}

/// `ROT_N`
#[inline(always)]
pub unsafe fn rot_n(r: &mut Regs, _: &Thread, arg: u32) -> Flow {
    if arg > 1 {
        // SAFETY: verified.
        unsafe { rotate(r, arg as usize) };
    }
    Flow::Next
}

/// `DUP_TOP`
#[inline(always)]
pub unsafe fn dup_top(r: &mut Regs, _: &Thread, _: u32) -> Flow {
    // SAFETY: verified.
    unsafe {
        let top = retain(r.place(1).read());
        r.push_word(top);
    }
    Flow::Next
}

/// `DUP_TOP_TWO`
#[inline(always)]
pub unsafe fn dup_top_two(r: &mut Regs, _: &Thread, _: u32) -> Flow {
    // SAFETY: verified.
    unsafe {
        let (top, second) = (retain(r.place(1).read()), retain(r.place(2).read()));
        r.push_word(second);
        r.push_word(top);
    }
    Flow::Next
}
