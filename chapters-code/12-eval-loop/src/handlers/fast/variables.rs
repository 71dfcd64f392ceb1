//! Names that are where they were.

use crate::handlers::variables::{cell, cell_index};
use crate::regs::{Flow, Regs};
use frames::retain;
use objects::Object;
use types::{Dict, Thread};

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

/// The namespace of the running module or class body, if it is a plain dictionary.
///
/// # Safety
/// The frame must be live, and the namespace is used only while it is.
#[inline(always)]
unsafe fn names<'a>(r: &Regs, t: &Thread) -> Option<&'a Dict> {
    // SAFETY: the frame owns its namespace, of which zero means that there is none; a plain
    // dictionary has the layout of one.
    unsafe {
        let word = &raw const (*r.frame).namespace;
        let is_plain = *word != 0 && t.is_exact_heap(Object::borrow_word(word), t.types.dict);
        is_plain.then(|| Object::borrow_word(word).payload_unchecked())
    }
}

/// `LOAD_NAME` of a name that the namespace has where it had it before.
#[inline(always)]
pub unsafe fn load_name(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified; the frame is running.
    unsafe {
        let place = r.cache().second.get() as usize;
        match names(r, t) {
            Some(names) if names.table.key_is(place, r.name(arg)) => {
                r.push_word(retain(names.table.value_word(place)));
            }
            _ => return Flow::Miss,
        }
    }
    Flow::Next
}

/// `LOAD_NAME` in a module, of a name that only the builtins have, where they had it before:
/// the module has the keys that it had then.
#[inline(always)]
pub unsafe fn load_name_of_builtin(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified; a frame keeps its globals and builtins alive.
    unsafe {
        let (globals, builtins) = (&*(*r.frame).globals, &*(*r.frame).builtins);
        let cache = r.cache();
        let (place, version) = (cache.value.get() as usize, cache.version.get());
        match names(r, t) {
            Some(names)
                if std::ptr::eq(names, globals)
                    && version != 0
                    && names.table.version() == version
                    && builtins.table.key_is(place, r.name(arg)) =>
            {
                r.push_word(retain(builtins.table.value_word(place)));
            }
            _ => return Flow::Miss,
        }
    }
    Flow::Next
}

/// `STORE_NAME` of a name that the namespace has where it had it before.
#[inline(always)]
pub unsafe fn store_name(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified; the frame is running. The old value is dropped after the new one is
    // stored.
    unsafe {
        let place = r.cache().second.get() as usize;
        match names(r, t) {
            Some(names) if names.table.key_is(place, r.name(arg)) => {
                let value = r.pop();
                match names.table.replace(place, value) {
                    Some(old) => Flow::Drop(old.into_word()),
                    None => Flow::Next,
                }
            }
            _ => Flow::Miss,
        }
    }
}
