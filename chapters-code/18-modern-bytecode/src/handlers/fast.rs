//! What most instructions of 3.11 do most of the time, where 3.10's short forms do not fit:
//! the cases that need no call. See `eval_loop::handlers::fast`.

use super::calls::CALL_CACHE;
use eval_loop::handlers::fast::stack::{jump_if_or_pop, truth};
use eval_loop::handlers::fast::{calls, iteration, numbers, subscripts};
use eval_loop::handlers::variables::cell;
use eval_loop::{Flow, Regs};
use frames::{Returns, retain};
use types::{BinaryOp, Thread, Type};

/// `RESUME`, if nothing wants the machine's attention.
#[inline(always)]
pub unsafe fn resume(_: &mut Regs, t: &Thread, _: u32) -> Flow {
    if t.breaker.get() {
        return Flow::Miss;
    }
    Flow::Next
}

/// `JUMP_BACKWARD`, if nothing wants the machine's attention.
#[inline(always)]
pub unsafe fn jump_backward(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    if t.breaker.get() {
        return Flow::Miss;
    }
    // SAFETY: verified: an instruction starts there.
    r.ip = unsafe { r.ip.sub(arg as usize) };
    Flow::Next
}

/// Goes over a cache of so many code units, if the instruction is done.
#[inline(always)]
unsafe fn over(r: &mut Regs, flow: Flow, units: usize) -> Flow {
    if !matches!(flow, Flow::Miss) {
        // SAFETY: verified: the cache lies there.
        r.ip = unsafe { r.ip.add(units) };
    }
    flow
}

/// `BINARY_OP` on two numbers that are words: most operators are never specialized.
#[inline(always)]
pub unsafe fn binary_op(r: &mut Regs, _: &Thread, arg: u32) -> Flow {
    let op = BinaryOp::ALL[arg as usize % BinaryOp::ALL.len()];
    // SAFETY: verified.
    unsafe {
        let flow = numbers::binary(r, op);
        over(r, flow, 1)
    }
}

/// `COMPARE_OP` of two numbers that are words.
#[inline(always)]
pub unsafe fn compare_op(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe {
        let flow = numbers::compare_op(r, t, arg);
        over(r, flow, 2)
    }
}

/// `BINARY_SUBSCR` of a list, a tuple or a string, by a small integer.
#[inline(always)]
pub unsafe fn binary_subscr(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe {
        let flow = subscripts::binary_subscr(r, t, arg);
        over(r, flow, 4)
    }
}

/// `LOAD_DEREF`
#[inline(always)]
pub unsafe fn load_deref(r: &mut Regs, _: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: a cell lies there.
    unsafe {
        match cell(r, arg).value.word() {
            0 => return Flow::Miss,
            word => r.push_word(retain(word)),
        }
    }
    Flow::Next
}

/// `STORE_DEREF`
#[inline(always)]
pub unsafe fn store_deref(r: &mut Regs, _: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: a cell lies there, and a value on top.
    unsafe {
        let value = r.pop();
        match cell(r, arg).value.replace(Some(value)) {
            Some(old) => Flow::Drop(old.into_word()),
            None => Flow::Next,
        }
    }
}

/// `CALL` of a Python function with as many arguments as it has parameters, or of a class
/// whose `__init__` is such a function.
#[inline(always)]
pub unsafe fn call(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: a function and its receiver, or NULL and a callable, lie below the
    // arguments.
    unsafe {
        if (*r.frame).blocks != 0 {
            return Flow::Miss;
        }
        let unbound = r.place(arg as usize + 2).read() == 0;
        let count = arg as usize + usize::from(!unbound);
        if unbound && t.is_exact_heap(r.peek(count + 1), t.types.type_) {
            return calls::construct(r, t, count, CALL_CACHE as u32);
        }
        // The caller goes on behind the cache.
        r.ip = r.ip.add(CALL_CACHE);
        calls::call_function(r, t, count, arg as usize + 2 - count)
    }
}

/// `SEND` to a generator or coroutine that waits for a value.
#[inline(always)]
pub unsafe fn send(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: an iterator, and a value above it, which goes to the generator's
    // stack.
    unsafe {
        let receiver = r.peek(2);
        let Some(header) = receiver.header() else {
            return Flow::Miss;
        };
        let kind = Type::of_header(header);
        if !kind.is(t.types.coroutine) && !kind.is(t.types.generator) {
            return Flow::Miss;
        }
        let value = r.pop_word();
        iteration::enter(r, t, (Returns::Delegate, arg), value)
    }
}

/// The conditional jumps: what is asked of the object on top, and which answer jumps.
macro_rules! conditional_jumps {
    ($($forward:ident $backward:ident $asked:ident $wanted:literal;)*) => {
        $(
            #[doc = "A conditional jump, forwards."]
            #[inline(always)]
            pub unsafe fn $forward(r: &mut Regs, _: &Thread, arg: u32) -> Flow {
                // SAFETY: verified: an object lies on top.
                unsafe {
                    let word = r.place(1).read();
                    match $asked(r) {
                        Some(answer) if answer == $wanted => r.jump_by(arg),
                        Some(_) => (),
                        None => return Flow::Miss,
                    }
                    r.sp = r.sp.sub(1);
                    Flow::Drop(word)
                }
            }

            #[doc = "A conditional jump, backwards."]
            #[inline(always)]
            pub unsafe fn $backward(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
                // SAFETY: verified: an object lies on top.
                unsafe {
                    let word = r.place(1).read();
                    match $asked(r) {
                        Some(answer) if answer == $wanted => {
                            if t.breaker.get() {
                                return Flow::Miss;
                            }
                            r.ip = r.ip.sub(arg as usize);
                        }
                        Some(_) => (),
                        None => return Flow::Miss,
                    }
                    r.sp = r.sp.sub(1);
                    Flow::Drop(word)
                }
            }
        )*
    };
}

conditional_jumps! {
    pop_jump_forward_if_true pop_jump_backward_if_true is_true true;
    pop_jump_forward_if_false pop_jump_backward_if_false is_true false;
    pop_jump_forward_if_none pop_jump_backward_if_none is_none true;
    pop_jump_forward_if_not_none pop_jump_backward_if_not_none is_none false;
}

#[inline(always)]
unsafe fn is_true(r: &Regs) -> Option<bool> {
    // SAFETY: verified: an object lies on top.
    unsafe { truth(r.peek(1)) }
}

#[inline(always)]
unsafe fn is_none(r: &Regs) -> Option<bool> {
    // SAFETY: verified: an object lies on top.
    Some(unsafe { r.peek(1) }.is_none())
}

/// `JUMP_IF_FALSE_OR_POP`
#[inline(always)]
pub unsafe fn jump_if_false_or_pop(r: &mut Regs, _: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe { jump_if_or_pop(r, false, |r| r.jump_by(arg)) }
}

/// `JUMP_IF_TRUE_OR_POP`
#[inline(always)]
pub unsafe fn jump_if_true_or_pop(r: &mut Regs, _: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe { jump_if_or_pop(r, true, |r| r.jump_by(arg)) }
}
