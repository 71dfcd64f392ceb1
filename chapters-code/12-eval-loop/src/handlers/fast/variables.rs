//! Names that are where they were.

use crate::handlers::variables::{cell, cell_index};
use crate::regs::{Flow, Regs};
use frames::retain;
use types::Thread;

/// `LOAD_FAST`
#[inline(always)]
pub unsafe fn load_fast(r: &mut Regs, _: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe {
        let word = r.local(arg).read();
        if word == 0 {
            return Flow::Miss;
        }
        r.push_word(retain(word));
    }
    Flow::Next
}

/// `STORE_FAST`
#[inline(always)]
pub unsafe fn store_fast(r: &mut Regs, _: &Thread, arg: u32) -> Flow {
    // SAFETY: verified. The old value is dropped after the new one is stored.
    unsafe {
        let value = r.pop_word();
        Flow::Drop(r.local(arg).replace(value))
    }
}

/// `LOAD_DEREF`
#[inline(always)]
pub unsafe fn load_deref(r: &mut Regs, _: &Thread, arg: u32) -> Flow {
    let index = cell_index(r, arg);
    // SAFETY: verified.
    unsafe {
        let Some(value) = cell(r, index).value.get() else {
            return Flow::Miss;
        };
        r.push(value);
    }
    Flow::Next
}

/// `STORE_DEREF`
#[inline(always)]
pub unsafe fn store_deref(r: &mut Regs, _: &Thread, arg: u32) -> Flow {
    let index = cell_index(r, arg);
    // SAFETY: verified.
    unsafe {
        let value = r.pop();
        match cell(r, index).value.replace(Some(value)) {
            Some(old) => Flow::Drop(old.into_word()),
            None => Flow::Next,
        }
    }
}

/// `LOAD_GLOBAL`
#[inline(always)]
pub unsafe fn load_global(r: &mut Regs, _: &Thread, _: u32) -> Flow {
    // SAFETY: verified; a frame keeps its globals and builtins alive. A cached entry is
    // read only while the keys of the table are those under which it was found.
    unsafe {
        let (globals, builtins) = (&*(*r.frame).globals, &*(*r.frame).builtins);
        let cache = r.cache();
        let version = cache.version.get();
        if version == 0 || globals.table.version() != version {
            return Flow::Miss;
        }
        let place = cache.value.get();
        let word = if place & 1 == 0 {
            globals.table.value_word(place as usize >> 1)
        } else if builtins.table.version() == cache.second.get() {
            builtins.table.value_word(place as usize >> 1)
        } else {
            return Flow::Miss;
        };
        if word == 0 {
            return Flow::Miss;
        }
        r.push_word(retain(word));
    }
    Flow::Next
}
