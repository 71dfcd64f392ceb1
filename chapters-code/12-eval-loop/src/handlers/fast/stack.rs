//! Moving values about on the stack, jumping on what lies there.

use crate::regs::{Flow, Regs};
use objects::Object;
use types::Thread;

/// `POP_TOP`
#[inline(always)]
pub unsafe fn pop_top(r: &mut Regs, _: &Thread, _: u32) -> Flow {
    // SAFETY: verified.
    Flow::Drop(unsafe { r.pop_word() })
}

/// `IS_OP`
#[inline(always)]
pub unsafe fn is_op(r: &mut Regs, _: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: two objects lie on top.
    unsafe {
        let (b, a) = (r.pop_word(), r.pop_word());
        r.push(Object::bool((a == b) != (arg == 1)));
        Flow::Drop2(b, a)
    }
}

/// `UNARY_NOT`
#[inline(always)]
pub unsafe fn unary_not(r: &mut Regs, _: &Thread, _: u32) -> Flow {
    // SAFETY: verified: an object lies on top.
    unsafe {
        let Some(truth) = truth(r.peek(1)) else {
            return Flow::Miss;
        };
        r.place(1).write(Object::bool(!truth).into_word());
    }
    Flow::Next
}

/// The truth of values that are words.
#[inline(always)]
pub fn truth(object: &Object) -> Option<bool> {
    match object.as_bool() {
        Some(truth) => Some(truth),
        None if object.is_small_int() => Some(!object.is(&Object::int32(0))),
        None if object.is_none() => Some(false),
        None => None,
    }
}

/// `JUMP_ABSOLUTE`
#[inline(always)]
pub unsafe fn jump_absolute(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    if t.breaker.get() {
        return Flow::Miss;
    }
    // SAFETY: verified.
    unsafe { r.jump_to(arg) };
    Flow::Next
}

#[inline(always)]
unsafe fn pop_jump_if(r: &mut Regs, t: &Thread, arg: u32, wanted: bool) -> Flow {
    // SAFETY: verified: an object lies on top.
    unsafe {
        let Some(truth) = truth(r.peek(1)) else {
            return Flow::Miss;
        };
        if truth == wanted {
            if t.breaker.get() {
                return Flow::Miss;
            }
            r.jump_to(arg);
        }
        r.sp = r.sp.sub(1);
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

/// Jumps if the truth of what lies on top is the wanted one, and pops it if not.
#[inline(always)]
pub unsafe fn jump_if_or_pop(r: &mut Regs, wanted: bool, jump: impl FnOnce(&mut Regs)) -> Flow {
    // SAFETY: verified: an object lies on top.
    unsafe {
        match truth(r.peek(1)) {
            Some(truth) if truth == wanted => jump(r),
            Some(_) => r.sp = r.sp.sub(1),
            None => return Flow::Miss,
        }
    }
    Flow::Next
}

/// `JUMP_IF_FALSE_OR_POP`
#[inline(always)]
pub unsafe fn jump_if_false_or_pop(r: &mut Regs, _: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe { jump_if_or_pop(r, false, |r| r.jump_to(arg)) }
}

/// `JUMP_IF_TRUE_OR_POP`
#[inline(always)]
pub unsafe fn jump_if_true_or_pop(r: &mut Regs, _: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe { jump_if_or_pop(r, true, |r| r.jump_to(arg)) }
}
