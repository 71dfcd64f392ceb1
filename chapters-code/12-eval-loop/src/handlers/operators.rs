//! Unary, binary and in-place operators.

use crate::check;
use crate::regs::{Flow, Regs};
use objects::Object;
use types::{BinaryOp, PyResult, Thread, Version};

/// What both operands being words makes short: `Some` result, or `None` for the slots.
#[inline(always)]
pub fn fast_binary(op: BinaryOp, a: &Object, b: &Object) -> Option<Object> {
    if let (Some(x), Some(y)) = (a.as_small_int(), b.as_small_int()) {
        return match op {
            BinaryOp::Add => Object::small_int(x + y),
            BinaryOp::Subtract => Object::small_int(x - y),
            BinaryOp::Multiply => x.checked_mul(y).and_then(Object::small_int),
            BinaryOp::And => Object::small_int(x & y),
            BinaryOp::Or => Object::small_int(x | y),
            BinaryOp::Xor => Object::small_int(x ^ y),
            BinaryOp::FloorDivide if y > 0 => Object::small_int(x.div_euclid(y)),
            BinaryOp::Remainder if y > 0 => Object::small_int(x.rem_euclid(y)),
            BinaryOp::RightShift if y >= 0 => Object::small_int(x >> y.min(63)),
            BinaryOp::LeftShift if (0..62).contains(&y) && x.unsigned_abs() < 1 << (62 - y) => {
                Object::small_int(x << y)
            }
            _ => None,
        };
    }
    if a.is_small_float() && b.is_small_float() {
        let (x, y) = (
            Object::decode_float(a.word()),
            Object::decode_float(b.word()),
        );
        return fast_float(op, x, y);
    }
    match (a.as_small_float(), b.as_small_float()) {
        (Some(x), Some(y)) => fast_float(op, x, y),
        (Some(x), None) => fast_float(op, x, exact_float(b)?),
        (None, Some(y)) => fast_float(op, exact_float(a)?, y),
        (None, None) => None,
    }
}

/// An integer word as a float, if no digit is lost.
#[inline(always)]
fn exact_float(object: &Object) -> Option<f64> {
    let value = object.as_small_int()?;
    (value.unsigned_abs() < 1 << 53).then_some(value as f64)
}

#[inline(always)]
fn fast_float(op: BinaryOp, x: f64, y: f64) -> Option<Object> {
    match op {
        BinaryOp::Add => Object::small_float(x + y),
        BinaryOp::Subtract => Object::small_float(x - y),
        BinaryOp::Multiply => Object::small_float(x * y),
        BinaryOp::TrueDivide if y != 0.0 => Object::small_float(x / y),
        _ => None,
    }
}

/// An operator on the two values on top.
#[inline(always)]
pub unsafe fn binary(r: &mut Regs, t: &Thread, op: BinaryOp, inplace: bool) -> Flow {
    // SAFETY: verified: two objects lie on top.
    unsafe {
        let (a, b) = (r.peek(2), r.peek(1));
        if let Some(result) = fast_binary(op, a, b) {
            // Words that hold their value need no release.
            r.sp = r.sp.sub(1);
            r.place(1).write(result.into_word());
            return Flow::Next;
        }
        binary_slowly(r, t, op, inplace)
    }
}

#[inline(never)]
unsafe fn binary_slowly(r: &mut Regs, t: &Thread, op: BinaryOp, inplace: bool) -> Flow {
    r.save();
    // SAFETY: verified: two objects lie on top.
    unsafe {
        let (a, b) = (r.peek(2), r.peek(1));
        if op == BinaryOp::Add && t.is_exact(a, t.types.str) && t.is_exact(b, t.types.str) {
            return append(r, t);
        }
        let result = match inplace {
            true => check!(t.inplace(op, a, b)),
            false => check!(t.binary(op, a, b)),
        };
        r.discard(1);
        r.replace_top(result);
    }
    Flow::Next
}

/// `text = text + more`: if the next instruction stores the sum where `text` came from, the
/// variable gives its reference up first, so that the string can grow where it lies
/// (`unicode_concatenate`).
unsafe fn append(r: &mut Regs, t: &Thread) -> Flow {
    const STORE_FAST: u8 = 125;
    // SAFETY: verified: two strings lie on top, and an instruction follows.
    unsafe {
        let more = r.pop();
        let text = r.pop();
        // 3.11 has a cache between the two.
        let cache = usize::from(t.version == Version::V311);
        let next = r.ip.add(cache).read();
        if next as u8 == STORE_FAST {
            let local = r.local(u32::from(next >> 8));
            if local.read() == text.word() {
                drop(frames::take(local));
            }
        }
        let sum = check!(strings::append(t, text, &more));
        r.push(sum);
    }
    Flow::Next
}

/// Declares the handlers of the operators, which 3.10 gives an instruction each.
macro_rules! binary_handlers {
    ($($name:ident $inplace_name:ident $op:ident),* $(,)?) => {
        $(
            #[doc = concat!("The operator `", stringify!($op), "`.")]
            #[inline(always)]
            pub unsafe fn $name(r: &mut Regs, t: &Thread, _: u32) -> Flow {
                // SAFETY: verified.
                unsafe { binary(r, t, BinaryOp::$op, false) }
            }

            #[doc = concat!("The operator `", stringify!($op), "` in place.")]
            #[inline(always)]
            pub unsafe fn $inplace_name(r: &mut Regs, t: &Thread, _: u32) -> Flow {
                // SAFETY: verified.
                unsafe { binary(r, t, BinaryOp::$op, true) }
            }
        )*
    };
}

binary_handlers! {
    binary_and inplace_and And, binary_floor_divide inplace_floor_divide FloorDivide,
    binary_lshift inplace_lshift LeftShift, binary_matrix_multiply inplace_matrix_multiply MatrixMultiply,
    binary_multiply inplace_multiply Multiply, binary_modulo inplace_modulo Remainder,
    binary_or inplace_or Or, binary_power inplace_power Power,
    binary_rshift inplace_rshift RightShift, binary_subtract inplace_subtract Subtract,
    binary_true_divide inplace_true_divide TrueDivide, binary_xor inplace_xor Xor,
}

/// `BINARY_ADD`
#[inline(always)]
pub unsafe fn binary_add(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    // SAFETY: verified.
    unsafe { binary(r, t, BinaryOp::Add, false) }
}

/// `INPLACE_ADD`
#[inline(always)]
pub unsafe fn inplace_add(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    // SAFETY: verified.
    unsafe { binary(r, t, BinaryOp::Add, true) }
}

#[inline(always)]
unsafe fn unary(r: &mut Regs, t: &Thread, op: fn(&Thread, &Object) -> PyResult) -> Flow {
    r.save();
    // SAFETY: verified: an object lies on top.
    unsafe {
        let result = check!(op(t, r.peek(1)));
        r.replace_top(result);
    }
    Flow::Next
}

/// `UNARY_POSITIVE`
#[inline(always)]
pub unsafe fn unary_positive(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    // SAFETY: verified.
    unsafe { unary(r, t, Thread::positive) }
}

/// `UNARY_NEGATIVE`
#[inline(always)]
pub unsafe fn unary_negative(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    // SAFETY: verified.
    unsafe { unary(r, t, Thread::negative) }
}

/// `UNARY_INVERT`
#[inline(always)]
pub unsafe fn unary_invert(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    // SAFETY: verified.
    unsafe { unary(r, t, Thread::invert) }
}

/// `UNARY_NOT`
#[inline(always)]
pub unsafe fn unary_not(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    r.save();
    // SAFETY: verified.
    unsafe {
        let truth = check!(t.is_true(r.peek(1)));
        r.replace_top(Object::bool(!truth));
    }
    Flow::Next
}
