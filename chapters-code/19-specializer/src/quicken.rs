//! What happens when a code object has become warm? Quickening: adaptive instructions and
//! superinstructions are written over its instructions (`_PyCode_Quicken`).
#![forbid(unsafe_code)]

use frames::Executable;
use instructions::specialized311 as fast;
use instructions::{definition, op311 as op};
use std::cell::Cell;
use types::Version;

/// The adaptive form of an operation.
pub const fn adaptive(operation: u8) -> Option<u8> {
    Some(match operation {
        op::BINARY_OP => fast::BINARY_OP_ADAPTIVE,
        op::BINARY_SUBSCR => fast::BINARY_SUBSCR_ADAPTIVE,
        op::CALL => fast::CALL_ADAPTIVE,
        op::COMPARE_OP => fast::COMPARE_OP_ADAPTIVE,
        op::LOAD_ATTR => fast::LOAD_ATTR_ADAPTIVE,
        op::LOAD_GLOBAL => fast::LOAD_GLOBAL_ADAPTIVE,
        op::LOAD_METHOD => fast::LOAD_METHOD_ADAPTIVE,
        op::PRECALL => fast::PRECALL_ADAPTIVE,
        op::STORE_ATTR => fast::STORE_ATTR_ADAPTIVE,
        op::STORE_SUBSCR => fast::STORE_SUBSCR_ADAPTIVE,
        op::UNPACK_SEQUENCE => fast::UNPACK_SEQUENCE_ADAPTIVE,
        _ => return None,
    })
}

/// The form of an operation that no longer counts towards the warm-up, or that lets the next
/// instruction be a specialized one.
const fn quick(operation: u8) -> Option<u8> {
    Some(match operation {
        op::EXTENDED_ARG => fast::EXTENDED_ARG_QUICK,
        op::JUMP_BACKWARD => fast::JUMP_BACKWARD_QUICK,
        op::RESUME => fast::RESUME_QUICK,
        _ => return None,
    })
}

/// The instruction that does the work of these two. It takes the place of the first; the
/// second stays where it is, for those who jump there, and to hold its argument.
pub const fn superinstruction(first: u8, second: u8) -> Option<u8> {
    Some(match (first, second) {
        (op::LOAD_FAST, op::LOAD_FAST) => fast::LOAD_FAST__LOAD_FAST,
        (op::STORE_FAST, op::LOAD_FAST) => fast::STORE_FAST__LOAD_FAST,
        (op::LOAD_CONST, op::LOAD_FAST) => fast::LOAD_CONST__LOAD_FAST,
        (op::STORE_FAST, op::STORE_FAST) => fast::STORE_FAST__STORE_FAST,
        (op::LOAD_FAST, op::LOAD_CONST) => fast::LOAD_FAST__LOAD_CONST,
        _ => return None,
    })
}

fn rewrite(unit: &Cell<u16>, operation: u8) {
    unit.set(unit.get() & 0xFF00 | u16::from(operation));
}

/// Quickens instructions that have not run adaptively before: no code object is quickened
/// twice.
pub fn quicken(units: &[Cell<u16>]) {
    let mut previous = None;
    let mut at = 0;
    while let Some(unit) = units.get(at) {
        let operation = unit.get() as u8;
        if let Some(adaptive) = adaptive(operation) {
            rewrite(unit, adaptive);
            previous = None;
            at += cache_units(operation);
        } else {
            if let Some(quick) = quick(operation) {
                rewrite(unit, quick);
            } else if let Some(first) = previous
                && let Some(both) = superinstruction(first, operation)
            {
                // Of three in a row the second is the first of a pair too: when the pair
                // before it runs, it is passed over.
                rewrite(&units[at - 1], both);
            }
            previous = Some(operation);
        }
        at += 1;
    }
}

/// Code units of the cache behind an operation.
fn cache_units(operation: u8) -> usize {
    definition(Version::V311, operation).map_or(0, |row| {
        row.caches
            .iter()
            .map(|field| usize::from(field.units))
            .sum()
    })
}

/// Counts one execution towards the warm-up of a code object, and quickens it when the count
/// is full (`_PyCode_Warmup`).
#[inline]
pub fn warm_up(code: &Executable) {
    let count = code.warmup.get();
    if count != 0 {
        code.warmup.set(count + 1);
        if count == -1 {
            quicken(code.units());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quickened(operations: &[u8]) -> Vec<u8> {
        let units: Vec<_> = operations
            .iter()
            .map(|&o| Cell::new(u16::from(o)))
            .collect();
        quicken(&units);
        units.iter().map(|unit| unit.get() as u8).collect()
    }

    #[test]
    fn a_cache_is_no_instruction() {
        // The cache of LOAD_GLOBAL takes five units, which are skipped, whatever is in them.
        let mut code = vec![op::LOAD_GLOBAL];
        code.extend([op::LOAD_FAST; 5]);
        code.push(op::LOAD_FAST);
        let result = quickened(&code);
        assert_eq!(result[0], fast::LOAD_GLOBAL_ADAPTIVE);
        assert_eq!(result[1..], [op::LOAD_FAST; 6]);
    }

    #[test]
    fn of_three_loads_in_a_row_two_become_superinstructions() {
        let result = quickened(&[op::LOAD_FAST; 3]);
        let pair = fast::LOAD_FAST__LOAD_FAST;
        assert_eq!(result, [pair, pair, op::LOAD_FAST]);
    }

    #[test]
    fn an_extended_argument_separates_a_pair() {
        let result = quickened(&[op::LOAD_FAST, op::EXTENDED_ARG, op::LOAD_FAST]);
        assert_eq!(
            result,
            [op::LOAD_FAST, fast::EXTENDED_ARG_QUICK, op::LOAD_FAST]
        );
    }

    #[test]
    fn what_follows_an_adaptive_instruction_pairs_only_with_what_comes_after() {
        let result = quickened(&[
            op::LOAD_CONST,
            op::BINARY_OP,
            0,
            op::LOAD_FAST,
            op::LOAD_CONST,
        ]);
        assert_eq!(
            result,
            [
                op::LOAD_CONST,
                fast::BINARY_OP_ADAPTIVE,
                0,
                fast::LOAD_FAST__LOAD_CONST,
                op::LOAD_CONST
            ]
        );
    }
}
