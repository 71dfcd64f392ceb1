//! Jumps: 3.10's arguments are offsets in code units, mostly from the start of the code.

use crate::check;
use crate::regs::{Flow, Regs};
use frames::release;
use types::{PyResult, Thread};

/// `JUMP_FORWARD`
#[inline(always)]
pub unsafe fn jump_forward(r: &mut Regs, _: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe { r.jump_by(arg) };
    Flow::Next
}

/// `JUMP_ABSOLUTE`
#[inline(always)]
pub unsafe fn jump_absolute(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe { r.jump_to(arg) };
    look_up(r, t)
}

/// Looks whether something wants the machine's attention: at backward jumps.
#[inline(always)]
pub fn look_up(r: &mut Regs, t: &Thread) -> Flow {
    if t.breaker.get() {
        crate::breaker::attend(r, t)
    } else {
        Flow::Next
    }
}

/// Pops an object and says whether it is true.
#[inline(always)]
pub unsafe fn pop_truth(r: &mut Regs, t: &Thread) -> PyResult<bool> {
    // SAFETY: verified: an object lies on top.
    unsafe {
        if let Some(truth) = r.peek(1).as_bool() {
            r.sp = r.sp.sub(1);
            return Ok(truth);
        }
        r.save();
        let truth = t.is_true(r.peek(1))?;
        release(r.pop_word());
        Ok(truth)
    }
}

#[inline(always)]
unsafe fn pop_jump_if(r: &mut Regs, t: &Thread, arg: u32, wanted: bool) -> Flow {
    // SAFETY: verified: an object lies on top.
    unsafe {
        if check!(pop_truth(r, t)) == wanted {
            let back =
                arg as usize <= r.ip.cast_const().offset_from(r.code().units_start()) as usize;
            r.jump_to(arg);
            if back {
                return look_up(r, t);
            }
        }
    }
    Flow::Next
}

/// `POP_JUMP_IF_FALSE`
#[inline(always)]
pub unsafe fn pop_jump_if_false(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe { pop_jump_if(r, t, arg, false) }
}

/// `POP_JUMP_IF_TRUE`
#[inline(always)]
pub unsafe fn pop_jump_if_true(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe { pop_jump_if(r, t, arg, true) }
}

/// Jumps if the truth of what lies on top is the wanted one, and pops it if not. How far, and
/// from where, is the version's matter.
#[inline(always)]
pub unsafe fn jump_if_or_pop(
    r: &mut Regs,
    t: &Thread,
    wanted: bool,
    jump: impl FnOnce(&mut Regs),
) -> Flow {
    r.save();
    // SAFETY: verified: an object lies on top.
    unsafe {
        if check!(t.is_true(r.peek(1))) == wanted {
            jump(r);
        } else {
            r.discard(1);
        }
    }
    Flow::Next
}

/// `JUMP_IF_FALSE_OR_POP`
#[inline(always)]
pub unsafe fn jump_if_false_or_pop(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe { jump_if_or_pop(r, t, false, |r| r.jump_to(arg)) }
}

/// `JUMP_IF_TRUE_OR_POP`
#[inline(always)]
pub unsafe fn jump_if_true_or_pop(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe { jump_if_or_pop(r, t, true, |r| r.jump_to(arg)) }
}
