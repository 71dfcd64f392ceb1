//! Attributes and methods that are where they were.

use crate::handlers::attributes::{REST, cached_value};
use crate::regs::{Flow, Regs};
use frames::retain;
use objects::Object;
use types::Thread;

/// `LOAD_ATTR`
#[inline(always)]
pub unsafe fn load_attr(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    // SAFETY: verified: an object lies on top.
    unsafe {
        match cached_value(t, r.cache(), r.peek(1)) {
            Some(word) => Flow::Drop(r.place(1).replace(word)),
            None => Flow::Miss,
        }
    }
}

/// `STORE_ATTR`
#[inline(always)]
pub unsafe fn store_attr(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    // SAFETY: verified: the object lies on top, the value below it.
    unsafe {
        let object = r.peek(1);
        let cache = r.cache();
        let version = cache.version.get();
        let index = cache.second.get();
        let Some(instance) = object.header().and_then(|header| header.instance()) else {
            return Flow::Miss;
        };
        if version == 0 || t.type_of(object).version() != version || !instance.dict.is_empty() {
            return Flow::Miss;
        }
        let value = Object::from_word(r.place(2).read());
        match instance.values().exchange(index as u16, value) {
            Ok(old) => {
                let object = r.pop_word();
                r.sp = r.place(1);
                Flow::Drop2(old, object)
            }
            Err(value) => {
                // It still lies on the stack.
                std::mem::forget(value);
                Flow::Miss
            }
        }
    }
}

/// `LOAD_METHOD`
#[inline(always)]
pub unsafe fn load_method(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    // SAFETY: verified: an object lies on top, and there is room for one more. A cached
    // method is read only while the type has the version under which it was found.
    unsafe {
        let object = r.peek(1);
        let cache = r.cache();
        let version = cache.version.get();
        let kind = t.type_of(object);
        if version == 0 || kind.version() != version {
            return Flow::Miss;
        }
        if let Some(instance) = object.header().and_then(|header| header.instance()) {
            let names = kind.shared_keys.len() as u32;
            if !instance.dict.is_empty() || names != cache.second.get() & REST {
                return Flow::Miss;
            }
        }
        let function = retain(cache.value.get());
        let object = r.place(1).replace(function);
        r.push_word(object);
    }
    Flow::Next
}
