//! `BINARY_OP`: which operator on which pair of types? (`_Py_Specialize_BinaryOp`)
#![forbid(unsafe_code)]

use super::Decision;
use crate::failure::Failure;
use crate::site::Site;
use instructions::{op311 as op, specialized311 as fast};
use objects::{Object, Word};
use types::Thread;

const ADD: u32 = 0;
const AND: u32 = 1;
const FLOOR_DIVIDE: u32 = 2;
const LSHIFT: u32 = 3;
const MATRIX_MULTIPLY: u32 = 4;
const MULTIPLY: u32 = 5;
const REMAINDER: u32 = 6;
const OR: u32 = 7;
const POWER: u32 = 8;
const RSHIFT: u32 = 9;
const SUBTRACT: u32 = 10;
const TRUE_DIVIDE: u32 = 11;
/// In-place operators follow the plain ones, in the same order.
const INPLACE: u32 = 13;

/// Decides for two operands. `local` gives the word of a local variable.
pub fn binary_op(
    t: &Thread,
    site: Site<'_>,
    arg: u32,
    (left, right): (&Object, &Object),
    local: impl Fn(u8) -> Word,
) -> Decision {
    let operator = if arg >= INPLACE { arg - INPLACE } else { arg };
    let same = t.type_of(left).is(t.type_of(right));
    let is = |kind| same && t.is_exact(left, kind);
    let operation = match operator {
        ADD if is(t.types.str) => {
            let next = site.operation_after(2);
            let stores = next == op::STORE_FAST || next == fast::STORE_FAST__LOAD_FAST;
            if stores && local(site.argument_after(2)) == left.word() {
                fast::BINARY_OP_INPLACE_ADD_UNICODE
            } else {
                fast::BINARY_OP_ADD_UNICODE
            }
        }
        ADD if is(t.types.int) => fast::BINARY_OP_ADD_INT,
        ADD if is(t.types.float) => fast::BINARY_OP_ADD_FLOAT,
        MULTIPLY if is(t.types.int) => fast::BINARY_OP_MULTIPLY_INT,
        MULTIPLY if is(t.types.float) => fast::BINARY_OP_MULTIPLY_FLOAT,
        SUBTRACT if is(t.types.int) => fast::BINARY_OP_SUBTRACT_INT,
        SUBTRACT if is(t.types.float) => fast::BINARY_OP_SUBTRACT_FLOAT,
        ADD | MULTIPLY | SUBTRACT => return Decision::Fail(reason(t, operator, left, same)),
        _ => return Decision::GiveUp(op::BINARY_OP, reason(t, operator, left, same)),
    };
    Decision::plain(operation)
}

fn reason(t: &Thread, operator: u32, left: &Object, same: bool) -> Failure {
    match (operator, same) {
        (ADD, false) => Failure::BinaryOpAddDifferentTypes,
        (ADD, true) => Failure::BinaryOpAddOther,
        (AND, false) => Failure::BinaryOpAndDifferentTypes,
        (AND, true) if t.is_exact(left, t.types.int) => Failure::BinaryOpAndInt,
        (AND, true) => Failure::BinaryOpAndOther,
        (FLOOR_DIVIDE, _) => Failure::BinaryOpFloorDivide,
        (LSHIFT, _) => Failure::BinaryOpLshift,
        (MATRIX_MULTIPLY, _) => Failure::BinaryOpMatrixMultiply,
        (MULTIPLY, false) => Failure::BinaryOpMultiplyDifferentTypes,
        (MULTIPLY, true) => Failure::BinaryOpMultiplyOther,
        (OR, _) => Failure::BinaryOpOr,
        (POWER, _) => Failure::BinaryOpPower,
        (REMAINDER, _) => Failure::BinaryOpRemainder,
        (RSHIFT, _) => Failure::BinaryOpRshift,
        (SUBTRACT, false) => Failure::BinaryOpSubtractDifferentTypes,
        (SUBTRACT, true) => Failure::BinaryOpSubtractOther,
        (TRUE_DIVIDE, false) => Failure::BinaryOpTrueDivideDifferentTypes,
        (TRUE_DIVIDE, true) if t.is_exact(left, t.types.float) => Failure::BinaryOpTrueDivideFloat,
        (TRUE_DIVIDE, true) => Failure::BinaryOpTrueDivideOther,
        _ => Failure::BinaryOpXor,
    }
}
