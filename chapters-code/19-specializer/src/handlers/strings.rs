//! `BINARY_OP` on two strings.

use super::{miss, skip};
use eval_loop::{Flow, Regs, check};
use modern_bytecode::handlers::cached as plain;
use types::Thread;

#[inline(always)]
unsafe fn are_strings(r: &Regs, t: &Thread) -> bool {
    // SAFETY: verified: two objects lie on top.
    unsafe { t.is_exact_heap(r.peek(2), t.types.str) && t.is_exact_heap(r.peek(1), t.types.str) }
}

/// `BINARY_OP_ADD_UNICODE`
#[inline(always)]
pub unsafe fn add(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: two objects lie on top.
    unsafe {
        if !are_strings(r, t) {
            miss(r);
            return plain::binary_op(r, t, arg);
        }
        r.save();
        let (more, text) = (r.pop(), r.pop());
        let sum = check!(strings::append(t, text, &more));
        r.push(sum);
        skip(r, 1);
    }
    Flow::Next
}

/// `BINARY_OP_INPLACE_ADD_UNICODE`: the variable that the next instruction stores gives its
/// string up, which can then grow where it lies; the store is done with it.
#[inline(always)]
pub unsafe fn add_in_place(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: two objects lie on top; the `STORE_FAST` whose presence was looked at
    // when this was specialized names a local.
    unsafe {
        let local = r.local(u32::from(r.ip.add(1).read() >> 8));
        if !are_strings(r, t) || local.read() != r.peek(2).word() {
            miss(r);
            return plain::binary_op(r, t, arg);
        }
        r.save();
        let (more, text) = (r.pop(), r.pop());
        drop(frames::take(local));
        let sum = check!(strings::append(t, text, &more));
        local.write(sum.into_word());
        skip(r, 2);
    }
    Flow::Next
}
