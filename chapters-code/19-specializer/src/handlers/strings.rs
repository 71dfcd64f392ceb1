//! `BINARY_OP` on two strings.

use super::{miss, skip};
use eval_loop::{Flow, Regs, check};
use frames::release;
use modern_bytecode::handlers::cached as plain;
use objects::Object;
use types::Thread;

#[inline(always)]
unsafe fn are_strings(r: &Regs, t: &Thread) -> bool {
    // SAFETY: verified: two objects lie on top.
    unsafe { t.is_exact_heap(r.peek(2), t.types.str) && t.is_exact_heap(r.peek(1), t.types.str) }
}

/// `BINARY_OP_ADD_UNICODE`
#[inline(always)]
pub unsafe fn add(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    // SAFETY: verified: two objects lie on top.
    unsafe {
        if !are_strings(r, t) {
            return Flow::Miss;
        }
        r.save();
        let (more, text) = (r.peek(1), Object::from_word(r.place(2).read()));
        let sum = strings::append(t, text, more);
        r.sp = r.sp.sub(2);
        release(more.word());
        r.push(check!(sum));
        skip(r, 1);
    }
    Flow::Next
}

/// `BINARY_OP_INPLACE_ADD_UNICODE`: the variable that the next instruction stores gives its
/// string up, which can then grow where it lies; the store is done with it.
#[inline(always)]
pub unsafe fn add_in_place(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    // SAFETY: verified: two objects lie on top; the `STORE_FAST` whose presence was looked at
    // when this was specialized names a local.
    unsafe {
        let local = r.local(u32::from(r.ip.add(1).read() >> 8));
        if !are_strings(r, t) || local.read() != r.peek(2).word() {
            return Flow::Miss;
        }
        r.save();
        let (more, text) = (r.peek(1), Object::from_word(r.place(2).read()));
        release(local.replace(0));
        let sum = strings::append(t, text, more);
        r.sp = r.sp.sub(2);
        release(more.word());
        local.write(check!(sum).into_word());
        skip(r, 2);
    }
    Flow::Next
}

/// What both do not take.
#[inline(always)]
pub unsafe fn missed(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe {
        miss(r.ip);
        plain::binary_op(r, t, arg)
    }
}
