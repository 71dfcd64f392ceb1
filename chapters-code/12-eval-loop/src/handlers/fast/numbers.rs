//! Arithmetic of numbers that are words, and comparisons of them and of strings.

use super::text;
use crate::handlers::compare::fast_compare;
use crate::handlers::operators::fast_binary;
use crate::regs::{Flow, Regs};
use objects::Object;
use types::{BinaryOp, CompareOp, Thread};

/// An operator on the two values on top, if both are words.
#[inline(always)]
pub unsafe fn binary(r: &mut Regs, op: BinaryOp) -> Flow {
    // SAFETY: verified: two objects lie on top.
    unsafe {
        let Some(result) = fast_binary(op, r.peek(2), r.peek(1)) else {
            return Flow::Miss;
        };
        // Words that hold their value need no release.
        r.sp = r.sp.sub(1);
        r.place(1).write(result.into_word());
    }
    Flow::Next
}

macro_rules! numbers {
    ($($name:ident $op:ident),* $(,)?) => {
        $(
            #[doc = concat!("The operator `", stringify!($op), "`, in place or not.")]
            #[inline(always)]
            pub unsafe fn $name(r: &mut Regs, _: &Thread, _: u32) -> Flow {
                // SAFETY: verified.
                unsafe { binary(r, BinaryOp::$op) }
            }
        )*
    };
}

numbers! {
    add Add, subtract Subtract, multiply Multiply, and And, or Or, xor Xor,
    floor_divide FloorDivide, true_divide TrueDivide, modulo Remainder,
    lshift LeftShift, rshift RightShift,
}

/// `COMPARE_OP` of 3.10, which counts against the recursion limit.
#[inline(always)]
pub unsafe fn compare_op_310(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    if t.depth.get() >= t.recursion_limit.get() {
        return Flow::Miss;
    }
    // SAFETY: verified.
    unsafe { compare_op(r, t, arg) }
}

/// `COMPARE_OP`
#[inline(always)]
pub unsafe fn compare_op(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: two objects lie on top.
    unsafe {
        let op = CompareOp::ALL[arg as usize % 6];
        let (a, b) = (r.peek(2), r.peek(1));
        if let Some(result) = fast_compare(op, a, b) {
            r.sp = r.sp.sub(1);
            r.place(1).write(Object::bool(result).into_word());
            return Flow::Next;
        }
        let Some(order) = text::order(t, a, b) else {
            return Flow::Miss;
        };
        let (b, a) = (r.pop_word(), r.pop_word());
        r.push(Object::bool(op.holds(order)));
        Flow::Drop2(b, a)
    }
}
