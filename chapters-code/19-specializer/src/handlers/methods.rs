//! `LOAD_METHOD` of methods that the class has and no object hides.

use super::attributes::{class_guarded, of_module};
use super::{cached_u32, miss, skip};
use crate::site::field;
use crate::specialize::dict_version;
use eval_loop::{Flow, Regs};
use frames::{release, retain};
use modern_bytecode::handlers::cached as plain;
use objects::{Object, Word};
use types::{Dict, Thread, Type};

/// The method in the cache.
#[inline(always)]
unsafe fn descriptor(r: &Regs) -> Word {
    // SAFETY: verified: the cache lies there.
    unsafe {
        let low = cached_u32(r, field::DESCRIPTOR);
        let high = cached_u32(r, field::DESCRIPTOR + 2);
        Word::from(low) | Word::from(high) << 32
    }
}

/// Puts the method below the object.
#[inline(always)]
unsafe fn found(r: &mut Regs) -> Flow {
    // SAFETY: verified: the object lies on top, and there is room. The type that was just
    // found to have its version keeps the method.
    unsafe {
        let method = retain(descriptor(r));
        let object = r.place(1).replace(method);
        r.push_word(object);
        skip(r, 10);
    }
    Flow::Next
}

/// Has the type the version in the cache?
#[inline(always)]
unsafe fn guard(r: &Regs, kind: &Type) -> bool {
    // SAFETY: verified: the cache lies there.
    kind.version() == unsafe { cached_u32(r, field::TYPE_VERSION) }
}

/// `LOAD_METHOD_WITH_VALUES`
#[inline(always)]
pub unsafe fn with_values(r: &mut Regs, _: &Thread, _: u32) -> Flow {
    // SAFETY: verified: the object lies on top.
    unsafe {
        let Some(header) = r.peek(1).header() else {
            return Flow::Miss;
        };
        let kind = Type::of_header(header);
        if !guard(r, kind) || kind.shared_keys.version() != cached_u32(r, field::KEYS_VERSION) {
            return Flow::Miss;
        }
        match header.instance() {
            Some(instance) if instance.dict.is_empty() => found(r),
            _ => Flow::Miss,
        }
    }
}

/// What `LOAD_METHOD_WITH_VALUES` misses, if it is known which method it is.
#[inline(always)]
pub unsafe fn known(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: the object lies on top, and there is room for one more.
    unsafe {
        let Some(method) = t.known_method(r.peek(1), r.name(arg)) else {
            return Flow::Miss;
        };
        miss(r.ip);
        let object = r.place(1).replace(method.into_word());
        r.push_word(object);
        skip(r, 10);
    }
    Flow::Next
}

/// `LOAD_METHOD_NO_DICT`
#[inline(always)]
pub unsafe fn no_dict(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    // SAFETY: verified: the object lies on top.
    unsafe {
        match guard(r, t.type_of(r.peek(1))) {
            true => found(r),
            false => Flow::Miss,
        }
    }
}

/// `LOAD_METHOD_WITH_DICT`
#[inline(always)]
pub unsafe fn with_dict(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    // SAFETY: verified: the object lies on top.
    unsafe {
        let object = r.peek(1);
        if guard(r, t.type_of(object))
            && let Some(dict) = dict_of(t, object)
            && let Some(dict) = dict.downcast::<Dict>()
            && dict_version(dict) == cached_u32(r, field::KEYS_VERSION)
        {
            return found(r);
        }
    }
    Flow::Miss
}

/// The `__dict__` of an object, wherever its type keeps it.
fn dict_of(t: &Thread, object: &Object) -> Option<Object> {
    match object.header()?.instance() {
        Some(instance) => instance.dict.get(),
        None => t.type_of(object).slots.dict_place.get()?(object)?.get(),
    }
}

/// `LOAD_METHOD_MODULE`
#[inline(always)]
pub unsafe fn module(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    // SAFETY: verified: the owner lies on top.
    unsafe {
        match of_module(r, t, r.peek(1)) {
            Some(value) => unbound(r, value.into_word()),
            None => Flow::Miss,
        }
    }
}

/// `LOAD_METHOD_CLASS`
#[inline(always)]
pub unsafe fn class(r: &mut Regs, _: &Thread, _: u32) -> Flow {
    // SAFETY: verified: the owner lies on top. The class keeps what it has under that name.
    unsafe {
        match class_guarded(r, r.peek(1)) {
            Some(_) => {
                let value = retain(descriptor(r));
                unbound(r, value)
            }
            None => Flow::Miss,
        }
    }
}

/// Leaves NULL and a callable that needs no receiver.
#[inline(always)]
unsafe fn unbound(r: &mut Regs, callable: Word) -> Flow {
    // SAFETY: verified: the owner lies on top, and there is room.
    unsafe {
        r.save();
        let owner = r.place(1).replace(0);
        r.push_word(callable);
        skip(r, 10);
        release(owner);
    }
    Flow::Next
}

/// What these do not find.
#[inline(always)]
pub unsafe fn missed(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe {
        miss(r.ip);
        plain::load_method(r, t, arg)
    }
}
