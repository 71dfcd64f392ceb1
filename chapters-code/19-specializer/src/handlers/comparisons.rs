//! `COMPARE_OP` with the jump behind it.

use super::{cached, miss};
use crate::site::field;
use crate::specialize::has_one_digit;
use eval_loop::handlers::fast::text;
use eval_loop::{Flow, Regs};
use modern_bytecode::handlers::cached as plain;
use std::cmp::Ordering;
use types::{Str, Thread};

/// Jumps, or goes on, as the mask in the cache says of a result. The two operands are taken
/// off the stack, uncounted.
#[inline(always)]
unsafe fn jump(r: &mut Regs, t: &Thread, order: Ordering) -> Flow {
    // SAFETY: the conditional jump was there when this was specialized: an instruction lies
    // behind it, and one where it goes.
    unsafe {
        // Three bits for jumps forward, three for jumps back: less, equal, greater.
        let bits = 9u16 << (order as i8 + 1);
        let jump = bits & cached(r, field::MASK);
        let distance = usize::from(r.ip.add(2).read() >> 8);
        if jump >= 8 {
            if t.breaker.get() {
                return Flow::Miss;
            }
            r.ip = r.ip.add(3).sub(distance);
        } else if jump != 0 {
            r.ip = r.ip.add(3 + distance);
        } else {
            r.ip = r.ip.add(3);
        }
        r.sp = r.sp.sub(2);
    }
    Flow::Next
}

/// `COMPARE_OP_INT_JUMP`
#[inline(always)]
pub unsafe fn int_jump(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    // SAFETY: verified: two objects lie on top.
    unsafe {
        let (Some(a), Some(b)) = (r.peek(2).as_small_int(), r.peek(1).as_small_int()) else {
            return Flow::Miss;
        };
        if !has_one_digit(a) || !has_one_digit(b) {
            return Flow::Miss;
        }
        jump(r, t, a.cmp(&b))
    }
}

/// `COMPARE_OP_FLOAT_JUMP`
#[inline(always)]
pub unsafe fn float_jump(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    // SAFETY: verified: two objects lie on top.
    unsafe {
        let (Some(a), Some(b)) = (r.peek(2).as_small_float(), r.peek(1).as_small_float()) else {
            return Flow::Miss;
        };
        match a.partial_cmp(&b) {
            Some(order) => jump(r, t, order),
            None => Flow::Miss,
        }
    }
}

/// `COMPARE_OP_STR_JUMP`, where a glance tells whether the strings are equal.
#[inline(always)]
pub unsafe fn str_jump(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    // SAFETY: verified: two objects lie on top.
    unsafe {
        let (a, b) = (r.peek(2), r.peek(1));
        if !(t.is_exact_heap(a, t.types.str) && t.is_exact_heap(b, t.types.str)) {
            return Flow::Miss;
        }
        let (left, right) = (a.payload_unchecked::<Str>(), b.payload_unchecked::<Str>());
        let order = if a.is(b) {
            Ordering::Equal
        } else if left.len() != right.len() || left.is_interned() && right.is_interned() {
            Ordering::Greater
        } else {
            match text::equal(t, a, b) {
                Some(true) => Ordering::Equal,
                Some(false) => Ordering::Greater,
                None => return Flow::Miss,
            }
        };
        let (first, second) = (r.place(2).read(), r.place(1).read());
        match jump(r, t, order) {
            Flow::Next => Flow::Drop2(first, second),
            other => other,
        }
    }
}

/// The long cases: the comparison leaves its result to the jump.
macro_rules! at_length {
    ($($name:ident $kind:ident $more:expr;)*) => {
        $(
            #[doc = concat!("A comparison of two objects of the type `", stringify!($kind), "`, at length.")]
            #[inline(always)]
            pub unsafe fn $name(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
                // SAFETY: verified: two objects lie on top.
                unsafe {
                    let (a, b) = (r.peek(2), r.peek(1));
                    let fits: fn(&objects::Object) -> bool = $more;
                    let hit = t.is_exact(a, t.types.$kind) && t.is_exact(b, t.types.$kind);
                    if !(hit && fits(a) && fits(b)) {
                        miss(r.ip);
                    }
                    plain::compare_op(r, t, arg)
                }
            }
        )*
    };
}

at_length! {
    ints int |object| {
        object.as_small_int().is_some_and(has_one_digit)
    };
    floats float |object| {
        numbers::as_f64(object).is_some_and(|value| !value.is_nan())
    };
    strs str |_| true;
}
