//! Jumps: all are relative, and each goes in one direction.
//!
//! A jump backwards looks whether something wants the machine's attention before it jumps: if
//! that ends in an exception, it is the jump's, whose place in the exception table is the
//! loop's.

use eval_loop::handlers::jumps::{jump_if_or_pop, pop_truth};
use eval_loop::{Flow, Regs, breaker, check};
use frames::release;
use types::{PyResult, Thread};

/// Goes back over so many code units.
#[inline(always)]
unsafe fn jump_back(r: &mut Regs, distance: u32) {
    // SAFETY: verified: an instruction starts there.
    r.ip = unsafe { r.ip.sub(distance as usize) };
}

/// Jumps back, unless the breaker's matter ends in an exception.
#[inline(always)]
unsafe fn jump_back_attentively(r: &mut Regs, t: &Thread, distance: u32) -> Flow {
    if t.breaker.get() {
        match breaker::attend(r, t) {
            Flow::Next => (),
            other => return other,
        }
    }
    // SAFETY: verified.
    unsafe { jump_back(r, distance) };
    Flow::Next
}

/// `RESUME`: a function starts, or a generator goes on.
#[inline(always)]
pub unsafe fn resume(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // What is delegated to is about to run: it looks itself.
    if arg < 2 && t.breaker.get() {
        return breaker::attend(r, t);
    }
    Flow::Next
}

/// `JUMP_BACKWARD`
#[inline(always)]
pub unsafe fn jump_backward(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe { jump_back_attentively(r, t, arg) }
}

/// `JUMP_BACKWARD_NO_INTERRUPT`: back to `SEND`.
#[inline(always)]
pub unsafe fn jump_backward_no_interrupt(r: &mut Regs, _: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe { jump_back(r, arg) };
    Flow::Next
}

/// `JUMP_IF_FALSE_OR_POP`
#[inline(always)]
pub unsafe fn jump_if_false_or_pop(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe { jump_if_or_pop(r, t, false, |r| r.jump_by(arg)) }
}

/// `JUMP_IF_TRUE_OR_POP`
#[inline(always)]
pub unsafe fn jump_if_true_or_pop(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe { jump_if_or_pop(r, t, true, |r| r.jump_by(arg)) }
}

/// Pops an object and says whether it is `None`.
#[inline(always)]
unsafe fn pop_is_none(r: &mut Regs, _: &Thread) -> PyResult<bool> {
    // SAFETY: verified: an object lies on top.
    unsafe {
        if r.peek(1).is_none() {
            r.sp = r.sp.sub(1);
            return Ok(true);
        }
        r.save();
        release(r.pop_word());
    }
    Ok(false)
}

/// The conditional jumps: what is asked of the object on top, and which answer jumps.
macro_rules! conditional_jumps {
    ($($name:literal $forward:ident $name_back:literal $backward:ident $pop:ident $wanted:literal;)*) => {
        $(
            #[doc = concat!("`", $name, "`")]
            #[inline(always)]
            pub unsafe fn $forward(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
                // SAFETY: verified.
                unsafe {
                    if check!($pop(r, t)) == $wanted {
                        r.jump_by(arg);
                    }
                }
                Flow::Next
            }

            #[doc = concat!("`", $name_back, "`")]
            #[inline(always)]
            pub unsafe fn $backward(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
                // SAFETY: verified.
                unsafe {
                    if check!($pop(r, t)) == $wanted {
                        return jump_back_attentively(r, t, arg);
                    }
                }
                Flow::Next
            }
        )*
    };
}

conditional_jumps! {
    "POP_JUMP_FORWARD_IF_TRUE" pop_jump_forward_if_true
        "POP_JUMP_BACKWARD_IF_TRUE" pop_jump_backward_if_true pop_truth true;
    "POP_JUMP_FORWARD_IF_FALSE" pop_jump_forward_if_false
        "POP_JUMP_BACKWARD_IF_FALSE" pop_jump_backward_if_false pop_truth false;
    "POP_JUMP_FORWARD_IF_NONE" pop_jump_forward_if_none
        "POP_JUMP_BACKWARD_IF_NONE" pop_jump_backward_if_none pop_is_none true;
    "POP_JUMP_FORWARD_IF_NOT_NONE" pop_jump_forward_if_not_none
        "POP_JUMP_BACKWARD_IF_NOT_NONE" pop_jump_backward_if_not_none pop_is_none false;
}
