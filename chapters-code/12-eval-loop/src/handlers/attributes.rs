//! Attributes and methods, with what the machine remembers of them.
//!
//! A cache holds a type's version: while the type has it, neither the type nor its bases
//! have changed, so the name still means on the class what it meant. A number in the
//! cache's second half says what was found, in its upper byte, and where, in the rest.

use crate::check;
use crate::regs::{Flow, Regs};
use frames::{InlineCache, release};
use objects::{Object, Word};
use types::{Flags, Method, Name, Thread, Type};

/// The attribute is a value of the instance: its index.
const VALUE: u32 = 1 << 24;
/// The attribute is a `__slots__` place: its number.
const MEMBER: u32 = 2 << 24;
/// The method is the class's, and no instance has a name like it: how many names the
/// shared keys had when that was found.
const METHOD: u32 = 3 << 24;
pub(super) const REST: u32 = VALUE - 1;

/// The value of the attribute that the cache describes.
#[inline(always)]
pub(super) fn cached_value(t: &Thread, cache: &InlineCache, object: &Object) -> Option<Word> {
    let header = object.header()?;
    let version = cache.version.get();
    if version == 0 || t.type_of(object).version() != version {
        return None;
    }
    let second = cache.second.get();
    let index = (second & REST) as u16;
    match second & !REST {
        VALUE => {
            let instance = header.instance()?;
            // Once there is a `__dict__`, the values are empty.
            instance.values().get(index).map(Object::into_word)
        }
        MEMBER => header.member_slot(index)?.get().map(Object::into_word),
        _ => None,
    }
}

/// `LOAD_ATTR`: finds the attribute, and notes where it was.
#[inline(always)]
pub unsafe fn load_attr(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    r.save();
    // SAFETY: verified: an object lies on top.
    unsafe {
        let name = r.name(arg);
        let object = r.peek(1);
        if let Some(cache) = r.own_cache() {
            remember_attribute(t, cache, object, name);
        }
        let value = check!(t.get_attribute(object, name));
        r.replace_top(value);
    }
    Flow::Next
}

/// Notes where an attribute of an object is, if it is its own or a `__slots__` place.
fn remember_attribute(t: &Thread, cache: &InlineCache, object: &Object, name: &Name) {
    let kind = t.type_of(object);
    if !is_plain(kind) {
        return;
    }
    let found = t.lookup(kind, name);
    let second = match &found {
        Some(found) => {
            let member = found.downcast::<types::Member>();
            let member = member.filter(|member| kind.is_subtype(&member.owner));
            match member.and_then(types::Member::slot) {
                Some(index) => MEMBER | u32::from(index),
                None => return,
            }
        }
        None => match kind.shared_keys.find_name(name) {
            Some(index) if kind.head().has_dict() => VALUE | index as u32,
            _ => return,
        },
    };
    if t.assign_version(kind) {
        cache.version.set(kind.version());
        cache.second.set(second);
    }
}

/// Do attributes of this type's objects come from the generic lookup?
fn is_plain(kind: &Type) -> bool {
    kind.has(Flags::HEAP) && kind.has(Flags::PLAIN_LOOKUP)
}

/// `STORE_ATTR`: sets the attribute, and notes where it is.
#[inline(always)]
pub unsafe fn store_attr(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    r.save();
    // SAFETY: verified: the object lies on top, the value below it.
    unsafe {
        let (value, object) = (r.peek(2), r.peek(1));
        let name = r.name(arg);
        check!(t.set_attribute(object, name, Some(value)));
        if let Some(cache) = r.own_cache() {
            remember_store(t, cache, object, name);
        }
        r.discard(2);
    }
    Flow::Next
}

/// Notes the place of an attribute that was just set, if it is the instance's own.
#[inline(never)]
fn remember_store(t: &Thread, cache: &InlineCache, object: &Object, name: &Name) {
    let kind = t.type_of(object);
    let generic = t.types.object.slots.set_attribute.get();
    let same = match (kind.slots.set_attribute.get(), generic) {
        (Some(own), Some(generic)) => std::ptr::fn_addr_eq(own, generic),
        _ => false,
    };
    if !same || !kind.head().has_dict() {
        return;
    }
    let descriptor = t.lookup(kind, name);
    let is_data =
        descriptor.is_some_and(|found| t.type_of(&found).slots.descriptor_set.get().is_some());
    if is_data {
        return;
    }
    if let Some(index) = kind.shared_keys.find_name(name)
        && t.assign_version(kind)
    {
        cache.version.set(kind.version());
        cache.second.set(index as u32);
    }
}

/// `DELETE_ATTR`
#[inline(always)]
pub unsafe fn delete_attr(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    r.save();
    // SAFETY: verified: an object lies on top.
    unsafe {
        check!(t.set_attribute(r.peek(1), r.name(arg), None));
        r.discard(1);
    }
    Flow::Next
}

/// `LOAD_METHOD`: leaves the function and the object, or NULL and a bound callable.
#[inline(always)]
pub unsafe fn load_method(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    r.save();
    // SAFETY: verified: an object lies on top, and there is room for one more.
    unsafe {
        let name = r.name(arg);
        let object = r.peek(1);
        match check!(t.get_method(object, name)) {
            Method::Unbound(function) => {
                if let Some(cache) = r.own_cache() {
                    remember_method(t, cache, object, name, &function);
                }
                let object = r.place(1).replace(function.into_word());
                r.push_word(object);
            }
            Method::Bound(callable) => {
                let object = r.place(1).replace(0);
                r.push(callable);
                release(object);
            }
        }
    }
    Flow::Next
}

/// Notes a method that the class has and that no instance hides.
fn remember_method(t: &Thread, cache: &InlineCache, object: &Object, name: &Name, method: &Object) {
    let kind = t.type_of(object);
    // A builtin type's objects hide nothing if they have no `__dict__` at all.
    let usable = match kind.head().has_dict() {
        true => kind.shared_keys.find_name(name).is_none(),
        false => kind.slots.dict_place.get().is_none(),
    };
    if usable && kind.shared_keys.len() as u32 <= REST && t.assign_version(kind) {
        cache.version.set(kind.version());
        cache.second.set(METHOD | kind.shared_keys.len() as u32);
        cache.value.set(method.word());
    }
}
