//! Comparisons, identity, membership.

use super::operators::{self, OPERATOR};
use super::subscripts::exact_dict;
use crate::check;
use crate::regs::{Flow, Regs};
use containers::Set;
use frames::Returns;
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

/// `COMPARE_OP`: counts against the recursion limit, whatever is compared, so that it is here
/// that most recursions without an end come to one.
#[inline(always)]
pub unsafe fn compare_op(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    r.save();
    drop(check!(t.enter_native(" in comparison")));
    // SAFETY: verified.
    unsafe { compare(r, t, arg, 0) }
}

/// A comparison of the two values on top; a cache of so many code units follows.
#[inline(always)]
pub unsafe fn compare(r: &mut Regs, t: &Thread, arg: u32, cache: u32) -> Flow {
    // SAFETY: verified: two objects lie on top.
    unsafe {
        let op = CompareOp::ALL[arg as usize % 6];
        if let Some(result) = fast_compare(op, r.peek(2), r.peek(1)) {
            r.sp = r.sp.sub(1);
            r.place(1).write(Object::bool(result).into_word());
            r.jump_by(cache);
            return Flow::Next;
        }
        compare_slowly(r, t, op, cache)
    }
}

#[inline(never)]
unsafe fn compare_slowly(r: &mut Regs, t: &Thread, op: CompareOp, cache: u32) -> Flow {
    r.save();
    // SAFETY: verified: two objects lie on top.
    unsafe {
        let (a, b) = (r.peek(2), r.peek(1));
        if let Some(method) = operators::first_method(t, op.method(&t.names), a, b) {
            drop(check!(t.enter_native(" in comparison")));
            let noted = cache | (op as u32) << OPERATOR;
            return operators::call_method(r, t, method, noted, Returns::Compare);
        }
        let result = check!(t.compare(a, b, op));
        r.discard(1);
        r.replace_top(result);
        r.jump_by(cache);
    }
    Flow::Next
}

/// Takes what a comparison's method has returned.
///
/// # Safety
/// The registers are those of the frame that [`compare_slowly`] left, gone back to.
#[inline(never)]
pub(super) unsafe fn deliver(r: &mut Regs, t: &Thread, mut value: Object) -> Flow {
    // SAFETY: by the caller's promise: the operands lie on top.
    unsafe {
        let noted = (*r.frame).skip;
        if value.is_not_implemented() {
            let op = CompareOp::ALL[(noted >> OPERATOR) as usize % 6];
            let _guard = check!(t.enter_native(" in comparison"));
            value = check!(t.compare_after_left(r.peek(2), r.peek(1), op));
        }
        operators::replace_operands(r, value, noted);
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
