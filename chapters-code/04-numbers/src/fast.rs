//! What does the evaluator do before it asks any slot? It tries the two commonest cases:
//! both operands are small integers, or both are floats.
//!
//! Every function here means the same as `t.binary(…)` or `t.compare(…)`.

use objects::Object;
use types::{BinaryOp, CompareOp, PyResult, Thread};

/// A binary operator whose result on words is computed here, if it is a word again.
macro_rules! arithmetic {
    ($(
        $(#[$doc:meta])*
        $name:ident $op:ident |$a:ident, $b:ident| $ints:expr, $operator:tt;
    )*) => {
        $($(#[$doc])*
        #[inline]
        pub fn $name(t: &Thread, a: &Object, b: &Object) -> PyResult {
            if let (Some($a), Some($b)) = (a.as_small_int(), b.as_small_int()) {
                if let Some(result) = $ints {
                    return Ok(result);
                }
            } else if a.is_small_float() && b.is_small_float() {
                let left = Object::decode_float(a.word());
                let right = Object::decode_float(b.word());
                if let Some(result) = Object::small_float(left $operator right) {
                    return Ok(result);
                }
            }
            t.binary(BinaryOp::$op, a, b)
        })*
    };
}

arithmetic! {
    /// `a + b`
    add Add |x, y| Object::small_int(x + y), +;
    /// `a - b`
    subtract Subtract |x, y| Object::small_int(x - y), -;
    /// `a * b`
    multiply Multiply |x, y| x.checked_mul(y).and_then(Object::small_int), *;
}

/// `a < b` and the like, of words.
#[inline]
pub fn compare(t: &Thread, a: &Object, b: &Object, op: CompareOp) -> PyResult {
    if let (Some(a), Some(b)) = (a.as_small_int(), b.as_small_int()) {
        return Ok(Object::bool(op.holds(a.cmp(&b))));
    }
    if let (Some(a), Some(b)) = (a.as_small_float(), b.as_small_float())
        // Words hold no NaN, so every two floats in words are ordered.
        && let Some(order) = a.partial_cmp(&b)
    {
        return Ok(Object::bool(op.holds(order)));
    }
    t.compare(a, b, op)
}

/// Any binary operator.
#[inline]
pub fn binary(t: &Thread, op: BinaryOp, a: &Object, b: &Object) -> PyResult {
    match op {
        BinaryOp::Add => add(t, a, b),
        BinaryOp::Subtract => subtract(t, a, b),
        BinaryOp::Multiply => multiply(t, a, b),
        _ => t.binary(op, a, b),
    }
}

/// `pow(a, b, modulus)`; the modulus is `None` where there is none (`ternary_op`).
pub fn power(t: &Thread, a: &Object, b: &Object, modulus: &Object) -> PyResult {
    if modulus.is_none() {
        return t.binary(BinaryOp::Power, a, b);
    }
    let slot = |object: &Object| t.type_of(object).slots.power.get();
    let (left, right) = (slot(a), slot(b));
    let right = right.filter(|right| {
        !t.type_of(a).is(t.type_of(b))
            && !left.is_some_and(|left| std::ptr::fn_addr_eq(left, *right))
    });
    let third = slot(modulus).filter(|third| {
        ![left, right]
            .into_iter()
            .flatten()
            .any(|tried| std::ptr::fn_addr_eq(tried, *third))
    });
    // The right operand goes first if its type refines the left one's.
    let order = match right.is_some() && t.type_of(b).is_subtype(t.type_of(a)) {
        true => [right, left, third],
        false => [left, right, third],
    };
    for function in order.into_iter().flatten() {
        let result = function(t, a, b, modulus)?;
        if !result.is_not_implemented() {
            return Ok(result);
        }
    }
    Err(t.type_error(format!(
        "unsupported operand type(s) for ** or pow(): '{}', '{}', '{}'",
        t.type_name(a),
        t.type_name(b),
        t.type_name(modulus)
    )))
}
