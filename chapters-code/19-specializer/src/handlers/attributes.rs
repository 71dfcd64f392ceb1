//! `LOAD_ATTR` and `STORE_ATTR` of attributes that are where they were.

use super::{cached, cached_u32, miss, skip};
use crate::site::field;
use crate::specialize::TYPE_OFFSET;
use eval_loop::{Flow, Regs, check};
use frames::{release, retain};
use modern_bytecode::handlers::cached as plain;
use objects::{Header, InstancePrefix, Object, Slot, Word};
use types::{Dict, Flags, Raised, Thread, Type};

/// The header of the object, if its type has the version in the cache.
#[inline(always)]
unsafe fn guarded<'a>(r: &Regs, _: &Thread, object: &'a Object) -> Option<&'a Header> {
    // SAFETY: verified: the cache lies there.
    let version = unsafe { cached_u32(r, field::TYPE_VERSION) };
    let header = object.header()?;
    (Type::of_header(header).version() == version).then_some(header)
}

/// The instance's own part of the object, if its type has the version in the cache.
#[inline(always)]
pub(super) unsafe fn instance<'a>(
    r: &Regs,
    t: &Thread,
    object: &'a Object,
) -> Option<&'a InstancePrefix> {
    // SAFETY: as for `guarded`.
    unsafe { guarded(r, t, object)?.instance() }
}

/// The `__slots__` place that the cache names.
#[inline(always)]
unsafe fn slot<'a>(r: &Regs, t: &Thread, object: &'a Object) -> Option<&'a Slot> {
    // SAFETY: as for `guarded`.
    unsafe { guarded(r, t, object)?.member_at(cached(r, field::ATTR_INDEX)) }
}

/// Puts the attribute in the place of its owner.
#[inline(always)]
unsafe fn found(r: &mut Regs, value: Word) -> Flow {
    // SAFETY: verified: the owner lies on top.
    unsafe {
        skip(r, 4);
        Flow::Drop(r.place(1).replace(value))
    }
}

/// `LOAD_ATTR_INSTANCE_VALUE`
#[inline(always)]
pub unsafe fn load_value(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    // SAFETY: verified: the owner lies on top.
    unsafe {
        let Some(instance) = instance(r, t, r.peek(1)) else {
            return Flow::Miss;
        };
        // Once there is a `__dict__`, the values are empty.
        match instance.values().get(cached(r, field::ATTR_INDEX)) {
            Some(value) => found(r, value.into_word()),
            None => Flow::Miss,
        }
    }
}

/// An attribute of the object on top that needs no call, if it is known where it is: at sites
/// with objects of several types.
#[inline(always)]
pub(super) unsafe fn known(r: &Regs, t: &Thread, arg: u32) -> Option<Object> {
    // SAFETY: verified: there is such a name, and an object on top.
    let (object, name) = unsafe { (r.peek(1), r.name(arg)) };
    if !Type::of_header(object.header()?).has(Flags::PLAIN_LOOKUP) {
        return None;
    }
    t.known_attribute(object, name)
}

/// What `LOAD_ATTR_INSTANCE_VALUE` misses, if it is known where it is.
#[inline(always)]
pub unsafe fn load_known(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: the owner lies on top.
    unsafe {
        let Some(value) = known(r, t, arg) else {
            return Flow::Miss;
        };
        miss(r.ip);
        found(r, value.into_word())
    }
}

/// `LOAD_ATTR_SLOT`; `__class__` is read from the header as if it were one.
#[inline(always)]
pub unsafe fn load_slot(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    // SAFETY: verified: the owner lies on top.
    unsafe {
        match slot(r, t, r.peek(1)).and_then(Slot::get) {
            Some(value) => found(r, value.into_word()),
            None => Flow::Miss,
        }
    }
}

/// What `LOAD_ATTR_SLOT` does not find in a place.
#[inline(always)]
pub unsafe fn load_slot_at_length(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: the owner lies on top.
    unsafe {
        let kind = t.type_of(r.peek(1));
        let hit = cached(r, field::ATTR_INDEX) == TYPE_OFFSET
            && kind.version() == cached_u32(r, field::TYPE_VERSION);
        if !hit {
            miss(r.ip);
        }
        plain::load_attr(r, t, arg)
    }
}

/// The dictionary of the object and the entry that the cache names, if it is still that of
/// the name.
#[inline(always)]
unsafe fn hinted<'a>(
    r: &Regs,
    t: &Thread,
    object: &'a Object,
    arg: u32,
) -> Option<(&'a Dict, usize)> {
    // SAFETY: verified: there is such a name. The object owns its dictionary.
    unsafe {
        let instance = instance(r, t, object)?;
        let dict = instance.dict_payload::<Dict>()?;
        let index = usize::from(cached(r, field::ATTR_INDEX));
        // In CPython the values of a dictionary with shared keys lie elsewhere.
        (!dict.table.is_split() && dict.table.key_is(index, r.name(arg))).then_some((dict, index))
    }
}

/// `LOAD_ATTR_WITH_HINT`
#[inline(always)]
pub unsafe fn load_hint(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: the owner lies on top. The table owns the value.
    unsafe {
        let Some((dict, index)) = hinted(r, t, r.peek(1), arg) else {
            return Flow::Miss;
        };
        match dict.table.value_word(index) {
            0 => Flow::Miss,
            word => found(r, retain(word)),
        }
    }
}

/// The entry of a module's dictionary that the cache names, if the keys are as they were.
#[inline(always)]
pub unsafe fn of_module(r: &Regs, t: &Thread, module: &Object) -> Option<Object> {
    if !t.is_exact_heap(module, t.types.module) {
        return None;
    }
    let place = t.types.module.slots.dict_place.get()?(module)?;
    let dict = place.get()?;
    let table = &dict.downcast::<Dict>()?.table;
    // SAFETY: verified: the cache lies there.
    unsafe {
        let same = table.version() == cached_u32(r, field::TYPE_VERSION);
        same.then(|| table.value(usize::from(cached(r, field::ATTR_INDEX))))?
    }
}

/// `LOAD_ATTR_MODULE`
#[inline(always)]
pub unsafe fn load_module(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: the owner lies on top.
    unsafe {
        match of_module(r, t, r.peek(1)) {
            Some(value) => found(r, value.into_word()),
            None => load_missed(r, t, arg),
        }
    }
}

/// What the loads do not find.
#[inline(always)]
pub unsafe fn load_missed(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe {
        miss(r.ip);
        plain::load_attr(r, t, arg)
    }
}

/// The instance's own part of the object and the index of the value in it, if it keeps its
/// attributes as values, and its type has the version in the cache.
#[inline(always)]
pub(super) unsafe fn room_for_value<'a>(
    r: &Regs,
    t: &Thread,
    object: &'a Object,
) -> Option<(&'a InstancePrefix, u16)> {
    // SAFETY: as for `guarded`.
    unsafe {
        let header = guarded(r, t, object)?;
        let instance = header.instance()?;
        // Objects that are more than their attributes have no values in CPython.
        let inline = header.type_core().head.has_inline_values() && instance.dict.is_empty();
        inline.then(|| (instance, cached(r, field::ATTR_INDEX)))
    }
}

/// `STORE_ATTR_INSTANCE_VALUE`, if there is room for the value.
#[inline(always)]
pub unsafe fn store_value(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    // SAFETY: verified: the owner lies on top, the value below it.
    unsafe {
        match room_for_value(r, t, r.peek(1)) {
            Some((instance, index)) => exchange(r, instance, index),
            None => Flow::Miss,
        }
    }
}

/// Moves the value below the owner into its place, if there is room for it.
#[inline(always)]
unsafe fn exchange(r: &mut Regs, instance: &InstancePrefix, index: u16) -> Flow {
    // SAFETY: verified: the owner lies on top, the value below it.
    unsafe {
        let value = Object::from_word(r.place(2).read());
        match instance.values().exchange(index, value) {
            Ok(old) => stored(r, old),
            Err(value) => {
                // It still lies on the stack.
                std::mem::forget(value);
                Flow::Miss
            }
        }
    }
}

/// The value has gone from the stack to its place.
#[inline(always)]
unsafe fn stored(r: &mut Regs, old: Word) -> Flow {
    // SAFETY: verified: the owner lies on top, above where the value lay.
    unsafe {
        let owner = r.place(1).read();
        r.sp = r.place(2);
        skip(r, 4);
        Flow::Drop2(old, owner)
    }
}

/// Stores an attribute of the object on top that needs no call, if it is known where it is.
#[inline(always)]
pub(super) unsafe fn store_known(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: there is such a name; the owner lies on top, the value below it.
    unsafe {
        match t.known_place(r.peek(1), r.name(arg)) {
            Some((instance, index)) => exchange(r, instance, index),
            None => Flow::Miss,
        }
    }
}

/// What `STORE_ATTR_INSTANCE_VALUE` misses, if it is known where it is.
#[inline(always)]
pub unsafe fn store_elsewhere(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: as for `store_known`; the cache lies behind the instruction.
    unsafe {
        let place = r.ip;
        if guarded(r, t, r.peek(1)).is_some() {
            return Flow::Miss;
        }
        let flow = store_known(r, t, arg);
        if !matches!(flow, Flow::Miss) {
            miss(place);
        }
        flow
    }
}

/// `STORE_ATTR_INSTANCE_VALUE` of the first value, and its misses.
#[inline(always)]
pub unsafe fn store_value_at_length(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: the owner lies on top, the value below it.
    unsafe {
        let index = cached(r, field::ATTR_INDEX);
        // Objects that are more than their attributes have no values in CPython.
        let inline = t.type_of(r.peek(1)).head().has_inline_values();
        let instance = instance(r, t, r.peek(1)).filter(|own| inline && own.dict.is_empty());
        let (Some(instance), Ok(index)) = (instance, u8::try_from(index)) else {
            return store_missed(r, t, arg);
        };
        r.save();
        let value = r.peek(2).clone();
        let old = instance.values().replace(index, Some(value));
        drop(check!(old.map_err(Raised::from)));
        r.discard(2);
        skip(r, 4);
    }
    Flow::Next
}

/// `STORE_ATTR_SLOT`
#[inline(always)]
pub unsafe fn store_slot(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    // SAFETY: verified: the owner lies on top, the value below it.
    unsafe {
        match slot(r, t, r.peek(1)) {
            Some(place) => {
                let value = Object::from_word(r.place(2).read());
                let old = place.replace(Some(value));
                stored(r, old.map_or(0, Object::into_word))
            }
            None => Flow::Miss,
        }
    }
}

/// `STORE_ATTR_WITH_HINT`
#[inline(always)]
pub unsafe fn store_hint(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: the owner lies on top, the value below it.
    unsafe {
        let Some((dict, index)) = hinted(r, t, r.peek(1), arg) else {
            return store_missed(r, t, arg);
        };
        r.save();
        let owner = r.pop_word();
        let value = r.pop();
        let old = dict.table.replace(index, value);
        skip(r, 4);
        drop(old);
        release(owner);
    }
    Flow::Next
}

/// What the stores do not fit.
#[inline(always)]
pub unsafe fn store_missed(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe {
        miss(r.ip);
        plain::store_attr(r, t, arg)
    }
}

/// The type of the object, if it is a class with the version in the cache.
#[inline(always)]
pub unsafe fn class_guarded<'a>(r: &Regs, object: &'a Object) -> Option<&'a Type> {
    let class = object.downcast::<Type>()?;
    // SAFETY: verified: the cache lies there.
    (class.version() == unsafe { cached_u32(r, field::TYPE_VERSION) }).then_some(class)
}
