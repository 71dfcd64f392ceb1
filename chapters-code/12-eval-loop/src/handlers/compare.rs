//! Comparisons, identity, membership.

use super::subscripts::exact_dict;
use crate::check;
use crate::regs::{Flow, Regs};
use containers::Set;
use objects::Object;
use types::{CompareOp, Thread};

/// What both operands being words makes short.
#[inline(always)]
pub fn fast_compare(op: CompareOp, a: &Object, b: &Object) -> Option<bool> {
    if a.is_small_int() && b.is_small_int() {
        // Tagging keeps the order.
        return Some(op.holds((a.word() as i64).cmp(&(b.word() as i64))));
    }
    let (x, y) = (a.as_small_float()?, b.as_small_float()?);
    // Words hold no NaN, so the order is total.
    Some(op.holds(x.partial_cmp(&y)?))
}

/// `COMPARE_OP`
#[inline(always)]
pub unsafe fn compare_op(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: two objects lie on top.
    unsafe {
        let op = CompareOp::ALL[arg as usize % 6];
        if let Some(result) = fast_compare(op, r.peek(2), r.peek(1)) {
            r.sp = r.sp.sub(1);
            r.place(1).write(Object::bool(result).into_word());
            return Flow::Next;
        }
        compare_slowly(r, t, op)
    }
}

#[inline(never)]
unsafe fn compare_slowly(r: &mut Regs, t: &Thread, op: CompareOp) -> Flow {
    r.save();
    // SAFETY: verified: two objects lie on top.
    unsafe {
        let result = check!(t.compare(r.peek(2), r.peek(1), op));
        r.discard(1);
        r.replace_top(result);
    }
    Flow::Next
}

/// `IS_OP`
#[inline(always)]
pub unsafe fn is_op(r: &mut Regs, _: &Thread, arg: u32) -> Flow {
    r.save();
    // SAFETY: verified: two objects lie on top.
    unsafe {
        let same = r.peek(2).is(r.peek(1));
        r.discard(1);
        r.replace_top(Object::bool(same != (arg == 1)));
    }
    Flow::Next
}

/// `CONTAINS_OP`
#[inline(always)]
pub unsafe fn contains_op(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    r.save();
    // SAFETY: verified: two objects lie on top.
    unsafe {
        let (container, item) = (r.peek(1), r.peek(2));
        let found = match exact_dict(t, container) {
            Some(dict) => check!(containers::find_key(t, &dict.table, item)).is_some(),
            // (That a set stands for a frozenset here is none of a number's business.)
            None if item.is_small_int() && t.is_exact_heap(container, t.types.set) => {
                let set = container.payload_unchecked::<Set>();
                check!(containers::set_contains(t, set, item))
            }
            None => check!(t.contains(container, item)),
        };
        r.discard(1);
        r.replace_top(Object::bool(found != (arg == 1)));
    }
    Flow::Next
}
