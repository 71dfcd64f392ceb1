//! `UNPACK_SEQUENCE` of tuples and lists.

use super::{miss, skip};
use eval_loop::{Flow, Regs};
use modern_bytecode::handlers::cached as plain;
use objects::Object;
use types::{List, Thread, Tuple};

/// Unpacks a tuple of `count` items.
#[inline(always)]
unsafe fn unpack_tuple(r: &mut Regs, t: &Thread, count: usize) -> Flow {
    // SAFETY: verified: an object lies on top, and there is room for `count`. What has exactly
    // the type `tuple` has its layout.
    unsafe {
        let object = r.peek(1);
        if !t.is_exact_heap(object, t.types.tuple) {
            return Flow::Miss;
        }
        let tuple = object.payload_unchecked::<Tuple>();
        if tuple.len() != count {
            return Flow::Miss;
        }
        let word = r.pop_word();
        for item in tuple.items().iter().rev() {
            r.push(item.clone());
        }
        skip(r, 1);
        Flow::Drop(word)
    }
}

/// `UNPACK_SEQUENCE_TWO_TUPLE`
#[inline(always)]
pub unsafe fn two_tuple(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    match arg {
        // SAFETY: verified.
        2 => unsafe { unpack_tuple(r, t, 2) },
        _ => Flow::Miss,
    }
}

/// `UNPACK_SEQUENCE_TUPLE`
#[inline(always)]
pub unsafe fn tuple(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe { unpack_tuple(r, t, arg as usize) }
}

/// `UNPACK_SEQUENCE_LIST`
#[inline(always)]
pub unsafe fn list(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    let count = arg as usize;
    // SAFETY: as for tuples.
    unsafe {
        let object = r.peek(1);
        if !t.is_exact_heap(object, t.types.list) {
            return Flow::Miss;
        }
        let list = object.payload_unchecked::<List>();
        if list.len() != count {
            return Flow::Miss;
        }
        let word = r.pop_word();
        for index in (0..count).rev() {
            r.push(list.items.get(index).unwrap_or(Object::none()));
        }
        skip(r, 1);
        Flow::Drop(word)
    }
}

/// What the three do not take.
#[inline(always)]
pub unsafe fn missed(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe {
        miss(r.ip);
        plain::unpack_sequence(r, t, arg)
    }
}
