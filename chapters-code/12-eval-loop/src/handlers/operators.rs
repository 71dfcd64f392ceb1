//! Unary, binary and in-place operators.

use super::calls;
use crate::check;
use crate::regs::{Flow, Regs};
use frames::{Function, Returns, begin_call, begin_simple, release, retain};
use objects::Object;
use types::{BinaryOp, Flags, Name, PyResult, Thread, Tuple, Type, Version};

/// What both operands being words makes short: `Some` result, or `None` for the slots.
#[inline(always)]
pub fn fast_binary(op: BinaryOp, a: &Object, b: &Object) -> Option<Object> {
    match (a.as_small_int(), b.as_small_int()) {
        (Some(x), Some(y)) => fast_int(op, x, y),
        _ => fast_float(op, word_float(a)?, word_float(b)?),
    }
}

#[inline(always)]
fn fast_int(op: BinaryOp, x: i64, y: i64) -> Option<Object> {
    match op {
        BinaryOp::Add => Object::small_int(x + y),
        BinaryOp::Subtract => Object::small_int(x - y),
        BinaryOp::Multiply => x.checked_mul(y).and_then(Object::small_int),
        BinaryOp::And => Object::small_int(x & y),
        BinaryOp::Or => Object::small_int(x | y),
        BinaryOp::Xor => Object::small_int(x ^ y),
        BinaryOp::FloorDivide if y > 0 => Object::small_int(x.div_euclid(y)),
        BinaryOp::TrueDivide if y != 0 => Object::small_float(exact_float(x)? / exact_float(y)?),
        BinaryOp::Power if y == 2 => x.checked_mul(x).and_then(Object::small_int),
        BinaryOp::Remainder if y > 0 => Object::small_int(x.rem_euclid(y)),
        BinaryOp::RightShift if y >= 0 => Object::small_int(x >> y.min(63)),
        BinaryOp::LeftShift if (0..62).contains(&y) && x.unsigned_abs() < 1 << (62 - y) => {
            Object::small_int(x << y)
        }
        _ => None,
    }
}

/// What [`fast_binary`] is for numbers of which one is a bool.
#[inline(always)]
pub fn fast_binary_of_bools(op: BinaryOp, a: &Object, b: &Object) -> Option<Object> {
    if matches!(op, BinaryOp::And | BinaryOp::Or | BinaryOp::Xor) {
        // Of two bools these make another one.
        return None;
    }
    let number = |object: &Object| object.as_small_int().or(object.as_bool().map(i64::from));
    fast_int(op, number(a)?, number(b)?)
}

/// A word's number as a float, if no digit is lost.
#[inline(always)]
fn word_float(object: &Object) -> Option<f64> {
    if object.is_small_float() {
        return Some(Object::decode_float(object.word()));
    }
    match object.as_small_float() {
        None => exact_float(object.as_small_int()?),
        zero => zero,
    }
}

/// An integer as a float, if no digit is lost.
#[inline(always)]
fn exact_float(value: i64) -> Option<f64> {
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

/// An operator on the two values on top; a cache of so many code units follows.
#[inline(always)]
pub unsafe fn binary(r: &mut Regs, t: &Thread, op: BinaryOp, inplace: bool, cache: u32) -> Flow {
    // SAFETY: verified: two objects lie on top.
    unsafe {
        let (a, b) = (r.peek(2), r.peek(1));
        if let Some(result) = fast_binary(op, a, b) {
            // Words that hold their value need no release.
            r.sp = r.sp.sub(1);
            r.place(1).write(result.into_word());
            r.jump_by(cache);
            return Flow::Next;
        }
        binary_slowly(r, t, op, inplace, cache)
    }
}

#[inline(never)]
unsafe fn binary_slowly(r: &mut Regs, t: &Thread, op: BinaryOp, inplace: bool, cache: u32) -> Flow {
    r.save();
    // SAFETY: verified: two objects lie on top.
    unsafe {
        let (a, b) = (r.peek(2), r.peek(1));
        if let Some(function) = method(t, op, inplace, a, b) {
            let noted = note(t, op, inplace, cache, (a, b));
            return call_method(r, t, function, noted, Returns::Operator);
        }
        if op == BinaryOp::Add && t.is_exact(a, t.types.str) && t.is_exact(b, t.types.str) {
            check!(append(r, t));
        } else {
            let result = match inplace {
                true => check!(t.inplace(op, a, b)),
                false => check!(t.binary(op, a, b)),
            };
            r.discard(1);
            r.replace_top(result);
        }
        r.jump_by(cache);
    }
    Flow::Next
}

/// The Python function that an operator calls first, if it is one, and if what comes after
/// it should it not be implemented is no Python code: then its frame goes on top of the
/// running one, without the recursion through the slots.
#[inline(always)]
fn method(t: &Thread, op: BinaryOp, inplace: bool, a: &Object, b: &Object) -> Option<Object> {
    let own = inplace && t.type_of(a).slots.inplace[op as usize].get().is_some();
    if own {
        return None;
    }
    first_method(t, name(t, op), a, b)
}

/// The Python function that an operator of this name asks first, if it is one.
#[inline(always)]
pub(super) fn first_method(t: &Thread, name: &Name, a: &Object, b: &Object) -> Option<Object> {
    let (left, right) = (Type::of_header(a.header()?), t.type_of(b));
    // An instance of a derived class on the right would be asked before.
    let first = left.has(Flags::HEAP) && (left.is(right) || !right.has(Flags::HEAP));
    if !first {
        return None;
    }
    let function = t.lookup(left, name)?;
    let code = function.downcast::<Function>()?.known_executable()?;
    (!code.makes_generator).then_some(function)
}

#[inline(always)]
fn name(t: &Thread, op: BinaryOp) -> &Name {
    let names = &t.names;
    match op {
        BinaryOp::Add => &names.add,
        BinaryOp::And => &names.and,
        BinaryOp::FloorDivide => &names.floordiv,
        BinaryOp::LeftShift => &names.lshift,
        BinaryOp::MatrixMultiply => &names.matmul,
        BinaryOp::Multiply => &names.mul,
        BinaryOp::Remainder => &names.mod_,
        BinaryOp::Or => &names.or,
        BinaryOp::Power => &names.pow,
        BinaryOp::RightShift => &names.rshift,
        BinaryOp::Subtract => &names.sub,
        BinaryOp::TrueDivide => &names.truediv,
        BinaryOp::Xor => &names.xor,
    }
}

/// An operator whose method is a Python function of two parameters, which [`binary`] would
/// call, if that is short.
///
/// # Safety
/// As for a handler; a cache of so many code units follows.
#[inline(always)]
pub unsafe fn binary_by_method(
    r: &mut Regs,
    t: &Thread,
    op: BinaryOp,
    inplace: bool,
    cache: u32,
) -> Flow {
    // SAFETY: verified: two objects lie on top. They stay there, and the frame gets references
    // of its own.
    unsafe {
        let (a, b) = (r.peek(2), r.peek(1));
        let depth = t.depth.get() + 1;
        if depth > t.recursion_limit.get() || t.breaker.get() {
            return Flow::Miss;
        }
        let Some(function) = method(t, op, inplace, a, b) else {
            return Flow::Miss;
        };
        let function = function.into_word();
        let callee = Object::borrow_word(&raw const function).payload_unchecked::<Function>();
        let Some(begun) = begin_simple(t, callee, function, r.place(2), 2) else {
            release(function);
            return Flow::Miss;
        };
        retain(a.word());
        retain(b.word());
        r.save();
        t.depth.set(depth);
        (*r.frame).sp = r.sp;
        (*r.frame).skip = note(t, op, inplace, cache, (a, b));
        r.enter(t, begun, Returns::Operator);
    }
    Flow::Next
}

/// `+` of two tuples.
///
/// # Safety
/// As for a handler; a cache of so many code units follows.
#[inline(always)]
pub unsafe fn join_tuples(r: &mut Regs, t: &Thread, cache: u32) -> Flow {
    // SAFETY: verified: two objects lie on top. What has exactly a type has its layout. They
    // stay there until the sum is made.
    unsafe {
        let (a, b) = (r.peek(2), r.peek(1));
        if !t.is_exact_heap(a, t.types.tuple) || !t.is_exact_heap(b, t.types.tuple) {
            return Flow::Miss;
        }
        let (a, b) = (
            a.payload_unchecked::<Tuple>(),
            b.payload_unchecked::<Tuple>(),
        );
        if a.is_empty() || b.is_empty() {
            // The other one is the sum.
            return Flow::Miss;
        }
        r.save();
        let sum = check!(Tuple::joined(t, a.items(), b.items()));
        let right = r.pop_word();
        let left = r.place(1).replace(sum.into_word());
        r.jump_by(cache);
        Flow::Drop2(left, right)
    }
}

/// Which operator it was, above the cache, in the caller's `skip`.
pub(super) const OPERATOR: u32 = 8;
const INPLACE: u32 = 1 << 16;
const SAME_TYPE: u32 = 1 << 17;

/// What is to be known of an operator when its method has returned.
#[inline(always)]
fn note(t: &Thread, op: BinaryOp, inplace: bool, cache: u32, (a, b): (&Object, &Object)) -> u32 {
    let mut noted = cache | (op as u32) << OPERATOR;
    if inplace {
        noted |= INPLACE;
    }
    if t.type_of(a).is(t.type_of(b)) {
        noted |= SAME_TYPE;
    }
    noted
}

/// Puts the frame of an operator's method on top of the running one, which goes on as is
/// `noted`. The operands stay where they are: the method need not implement the operator for
/// them.
///
/// # Safety
/// The operands lie on top, and the registers are saved.
pub(super) unsafe fn call_method(
    r: &mut Regs,
    t: &Thread,
    function: Object,
    noted: u32,
    returns: Returns,
) -> Flow {
    // SAFETY: two objects lie on top; the frame gets references of its own.
    unsafe {
        let (a, b) = (r.peek(2), r.peek(1));
        let mut args = [a.clone().into_word(), b.clone().into_word()];
        let frame = begin_call(t, function.into_word(), args.as_mut_ptr(), 2, &[]);
        let frame = check!(frame);
        (*r.frame).skip = noted;
        calls::push(r, t, frame, returns)
    }
}

/// Takes what an operator's method has returned.
///
/// # Safety
/// The registers are those of the frame that [`call_method`] left, gone back to.
#[inline(never)]
pub(super) unsafe fn deliver(r: &mut Regs, t: &Thread, mut value: Object) -> Flow {
    // SAFETY: by the caller's promise: the operands lie on top.
    unsafe {
        let noted = (*r.frame).skip;
        if value.is_not_implemented() {
            let op = BinaryOp::ALL[(noted >> OPERATOR & 0xFF) as usize % BinaryOp::ALL.len()];
            let (inplace, same) = (noted & INPLACE != 0, noted & SAME_TYPE != 0);
            value = check!(t.binary_after_left(op, inplace, same, r.peek(2), r.peek(1)));
        }
        replace_operands(r, value, noted);
    }
    Flow::Next
}

/// Puts a result in the place of the two operands on top, and goes on as is `noted`.
///
/// # Safety
/// Two objects lie on top.
pub(super) unsafe fn replace_operands(r: &mut Regs, value: Object, noted: u32) {
    // SAFETY: by the caller's promise.
    unsafe {
        let right = r.pop_word();
        let left = r.place(1).replace(value.into_word());
        r.jump_by(noted & 0xFF);
        release(left);
        release(right);
    }
}

/// `text = text + more`: if the next instruction stores the sum where `text` came from, the
/// variable gives its reference up first, so that the string can grow where it lies
/// (`unicode_concatenate`).
unsafe fn append(r: &mut Regs, t: &Thread) -> PyResult<()> {
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
        r.push(strings::append(t, text, &more)?);
    }
    Ok(())
}

/// Declares the handlers of the operators, which 3.10 gives an instruction each.
macro_rules! binary_handlers {
    ($($name:ident $inplace_name:ident $op:ident),* $(,)?) => {
        $(
            #[doc = concat!("The operator `", stringify!($op), "`.")]
            #[inline(always)]
            pub unsafe fn $name(r: &mut Regs, t: &Thread, _: u32) -> Flow {
                // SAFETY: verified.
                unsafe { binary(r, t, BinaryOp::$op, false, 0) }
            }

            #[doc = concat!("The operator `", stringify!($op), "` in place.")]
            #[inline(always)]
            pub unsafe fn $inplace_name(r: &mut Regs, t: &Thread, _: u32) -> Flow {
                // SAFETY: verified.
                unsafe { binary(r, t, BinaryOp::$op, true, 0) }
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
    unsafe { binary(r, t, BinaryOp::Add, false, 0) }
}

/// `INPLACE_ADD`
#[inline(always)]
pub unsafe fn inplace_add(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    // SAFETY: verified.
    unsafe { binary(r, t, BinaryOp::Add, true, 0) }
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
