//! Two instructions in one. The second stays in its place and is gone over; on a miss the
//! first is done alone, and then the second does itself.

use eval_loop::{Flow, Regs};
use frames::retain;
use types::Thread;

/// Takes the argument of the instruction that comes next, and goes over it.
#[inline(always)]
unsafe fn second(r: &mut Regs) -> u32 {
    // SAFETY: the other half of a superinstruction lies there.
    unsafe {
        let unit = r.ip.read();
        r.ip = r.ip.add(1);
        u32::from(unit >> 8)
    }
}

/// `LOAD_FAST__LOAD_FAST`
#[inline(always)]
pub unsafe fn load_fast_load_fast(r: &mut Regs, _: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe {
        let other = second(r);
        let (first, second) = (r.local(arg).read(), r.local(other).read());
        if first == 0 || second == 0 {
            return Flow::Miss;
        }
        r.push_word(retain(first));
        r.push_word(retain(second));
    }
    Flow::Next
}

/// `LOAD_FAST__LOAD_CONST`
#[inline(always)]
pub unsafe fn load_fast_load_const(r: &mut Regs, _: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe {
        let constant = second(r);
        let word = r.local(arg).read();
        if word == 0 {
            return Flow::Miss;
        }
        r.push_word(retain(word));
        let constant = r.constant(constant);
        r.push_word(constant);
    }
    Flow::Next
}

/// `LOAD_CONST__LOAD_FAST`
#[inline(always)]
pub unsafe fn load_const_load_fast(r: &mut Regs, _: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe {
        let other = second(r);
        let word = r.local(other).read();
        if word == 0 {
            return Flow::Miss;
        }
        let constant = r.constant(arg);
        r.push_word(constant);
        r.push_word(retain(word));
    }
    Flow::Next
}

/// `STORE_FAST__LOAD_FAST`
#[inline(always)]
pub unsafe fn store_fast_load_fast(r: &mut Regs, _: &Thread, arg: u32) -> Flow {
    // SAFETY: verified. The old value goes when the new one is stored.
    unsafe {
        let other = second(r);
        if other != arg && r.local(other).read() == 0 {
            return Flow::Miss;
        }
        let value = r.pop_word();
        let old = r.local(arg).replace(value);
        r.push_word(retain(r.local(other).read()));
        Flow::Drop(old)
    }
}

/// `STORE_FAST__STORE_FAST`
#[inline(always)]
pub unsafe fn store_fast_store_fast(r: &mut Regs, _: &Thread, arg: u32) -> Flow {
    // SAFETY: verified. The old values go when the new ones are stored.
    unsafe {
        let other = second(r);
        let value = r.pop_word();
        let first = r.local(arg).replace(value);
        let value = r.pop_word();
        let second = r.local(other).replace(value);
        Flow::Drop2(first, second)
    }
}
