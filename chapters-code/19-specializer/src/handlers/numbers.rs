//! `BINARY_OP` on two ints or two floats.

use super::{miss, skip};
use eval_loop::{Flow, Regs};
use modern_bytecode::handlers::cached as plain;
use objects::Object;
use types::Thread;

/// The result of an operator on two ints that are words, if it is one too.
#[inline(always)]
unsafe fn on_ints(r: &mut Regs, operator: impl FnOnce(i64, i64) -> Option<i64>) -> Flow {
    // SAFETY: verified: two objects lie on top. Words need no release.
    unsafe {
        let (Some(a), Some(b)) = (r.peek(2).as_small_int(), r.peek(1).as_small_int()) else {
            return Flow::Miss;
        };
        let Some(result) = operator(a, b).and_then(Object::small_int) else {
            return Flow::Miss;
        };
        r.sp = r.sp.sub(1);
        r.place(1).write(result.into_word());
        skip(r, 1);
    }
    Flow::Next
}

/// The result of an operator on two floats that are words, if it is one too.
#[inline(always)]
unsafe fn on_floats(r: &mut Regs, operator: impl FnOnce(f64, f64) -> f64) -> Flow {
    // SAFETY: verified: two objects lie on top. Words need no release.
    unsafe {
        let (Some(a), Some(b)) = (r.peek(2).as_small_float(), r.peek(1).as_small_float()) else {
            return Flow::Miss;
        };
        let Some(result) = Object::small_float(operator(a, b)) else {
            return Flow::Miss;
        };
        r.sp = r.sp.sub(1);
        r.place(1).write(result.into_word());
        skip(r, 1);
    }
    Flow::Next
}

macro_rules! numbers {
    ($($text:literal $name:ident $on:ident $operator:expr;)*) => {
        $(
            #[doc = concat!("`", $text, "`")]
            #[inline(always)]
            pub unsafe fn $name(r: &mut Regs, _: &Thread, _: u32) -> Flow {
                // SAFETY: verified.
                unsafe { $on(r, $operator) }
            }
        )*
    };
}

numbers! {
    "BINARY_OP_ADD_INT" add_int on_ints |a, b| Some(a + b);
    "BINARY_OP_SUBTRACT_INT" subtract_int on_ints |a, b| Some(a - b);
    "BINARY_OP_MULTIPLY_INT" multiply_int on_ints i64::checked_mul;
    "BINARY_OP_ADD_FLOAT" add_float on_floats |a, b| a + b;
    "BINARY_OP_SUBTRACT_FLOAT" subtract_float on_floats |a, b| a - b;
    "BINARY_OP_MULTIPLY_FLOAT" multiply_float on_floats |a, b| a * b;
}

/// Two ints that are not both words, or whose result is none.
#[inline(always)]
pub unsafe fn ints(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: two objects lie on top.
    unsafe {
        if !(t.is_exact(r.peek(2), t.types.int) && t.is_exact(r.peek(1), t.types.int)) {
            miss(r.ip);
        }
        plain::binary_op(r, t, arg)
    }
}

/// Two floats that are not both words, or whose result is none.
#[inline(always)]
pub unsafe fn floats(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: two objects lie on top.
    unsafe {
        if !(t.is_exact(r.peek(2), t.types.float) && t.is_exact(r.peek(1), t.types.float)) {
            miss(r.ip);
        }
        plain::binary_op(r, t, arg)
    }
}
