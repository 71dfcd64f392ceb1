//! `COMPARE_OP`: can the comparison and the jump behind it be one?
//! (`_Py_Specialize_CompareOp`)
#![forbid(unsafe_code)]

use super::{Cached, Decision, is_one_digit};
use crate::failure::Failure;
use crate::site::Site;
use instructions::{op311 as op, specialized311 as fast};
use objects::Object;
use types::Thread;

/// For which results each operator holds: 1 less, 2 equal, 4 greater. The order is that of
/// the argument: `<`, `<=`, `==`, `!=`, `>`, `>=`.
const HOLDS: [u16; 6] = [1, 1 | 2, 2, 1 | 4, 4, 2 | 4];
const EQUAL: u32 = 2;
const NOT_EQUAL: u32 = 3;

/// Decides for two operands.
pub fn compare_op(
    t: &Thread,
    site: Site<'_>,
    arg: u32,
    (left, right): (&Object, &Object),
) -> Decision {
    let (jumps_if, backward) = match site.operation_after(3) {
        op::POP_JUMP_FORWARD_IF_FALSE => (false, false),
        op::POP_JUMP_BACKWARD_IF_FALSE => (false, true),
        op::POP_JUMP_FORWARD_IF_TRUE => (true, false),
        op::POP_JUMP_BACKWARD_IF_TRUE => (true, true),
        op::EXTENDED_ARG | fast::EXTENDED_ARG_QUICK => {
            return Decision::GiveUp(op::COMPARE_OP, Failure::CompareOpExtendedArg);
        }
        _ => return Decision::GiveUp(op::COMPARE_OP, Failure::CompareOpNotFollowedByCondJump),
    };
    let holds = HOLDS.get(arg as usize).copied().unwrap_or(0);
    let mask = if jumps_if { holds } else { 7 & !holds };
    let mask = if backward { mask << 3 } else { mask };
    operation(t, arg, left, right)
        .map(|operation| Decision::Specialize(operation, Cached::Mask(mask)))
        .into()
}

fn operation(t: &Thread, arg: u32, left: &Object, right: &Object) -> Result<u8, Failure> {
    let (left_is, right_is) = (
        |kind| t.is_exact(left, kind),
        |kind| t.is_exact(right, kind),
    );
    if !t.type_of(left).is(t.type_of(right)) {
        return Err(if left_is(t.types.float) && right_is(t.types.int) {
            Failure::CompareOpFloatLong
        } else if left_is(t.types.int) && right_is(t.types.float) {
            Failure::CompareOpLongFloat
        } else {
            Failure::CompareOpDifferentTypes
        });
    }
    if left_is(t.types.float) {
        return Ok(fast::COMPARE_OP_FLOAT_JUMP);
    }
    if left_is(t.types.int) {
        return match is_one_digit(left) && is_one_digit(right) {
            true => Ok(fast::COMPARE_OP_INT_JUMP),
            false => Err(Failure::CompareOpBigInt),
        };
    }
    if left_is(t.types.str) {
        return match arg == EQUAL || arg == NOT_EQUAL {
            true => Ok(fast::COMPARE_OP_STR_JUMP),
            false => Err(Failure::CompareOpString),
        };
    }
    let kinds = [
        (t.types.bytes, Failure::CompareOpBytes),
        (t.types.tuple, Failure::CompareOpTuple),
        (t.types.list, Failure::CompareOpList),
        (t.types.set, Failure::CompareOpSet),
        (t.types.frozenset, Failure::CompareOpSet),
        (t.types.bool, Failure::CompareOpBool),
    ];
    if let Some((_, reason)) = kinds.iter().find(|(kind, _)| left_is(kind)) {
        return Err(*reason);
    }
    let own = t.type_of(left).slots.compare.get();
    let plain = t.types.object.slots.compare.get();
    Err(match (own, plain) {
        (Some(own), Some(plain)) if std::ptr::fn_addr_eq(own, plain) => {
            Failure::CompareOpBaseobject
        }
        _ => Failure::Other,
    })
}
