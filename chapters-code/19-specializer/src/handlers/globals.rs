//! `LOAD_GLOBAL` of names that are where they were.

use super::{cached, cached_u32, miss, skip};
use crate::site::field;
use eval_loop::{Flow, Regs};
use frames::retain;
use modern_bytecode::handlers::cached as plain;
use types::{Table, Thread};

#[inline(always)]
unsafe fn push(r: &mut Regs, table: &Table, arg: u32) -> Flow {
    // SAFETY: verified: there is room. The table owns the word.
    unsafe {
        let word = table.value_word(usize::from(cached(r, field::GLOBAL_INDEX)));
        if word == 0 {
            return Flow::Miss;
        }
        if arg & 1 != 0 {
            r.push_word(0);
        }
        r.push_word(retain(word));
        skip(r, 5);
    }
    Flow::Next
}

/// `LOAD_GLOBAL_MODULE`
#[inline(always)]
pub unsafe fn module(r: &mut Regs, _: &Thread, arg: u32) -> Flow {
    // SAFETY: verified; a frame keeps its globals alive.
    unsafe {
        let globals = &(*(*r.frame).globals).table;
        if globals.version() != cached_u32(r, field::MODULE_VERSION) {
            return Flow::Miss;
        }
        push(r, globals, arg)
    }
}

/// `LOAD_GLOBAL_BUILTIN`
#[inline(always)]
pub unsafe fn builtin(r: &mut Regs, _: &Thread, arg: u32) -> Flow {
    // SAFETY: verified; a frame keeps its globals and builtins alive.
    unsafe {
        let (globals, builtins) = (&(*(*r.frame).globals).table, &(*(*r.frame).builtins).table);
        if globals.version() != cached_u32(r, field::MODULE_VERSION)
            || builtins.version() != u32::from(cached(r, field::BUILTIN_VERSION))
        {
            return Flow::Miss;
        }
        push(r, builtins, arg)
    }
}

/// What the two do not find.
#[inline(always)]
pub unsafe fn missed(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe {
        miss(r.ip);
        plain::load_global(r, t, arg)
    }
}
