//! What does a class have under a name, as far as an instance's attribute is concerned?
//! (`analyze_descriptor`)
#![forbid(unsafe_code)]

use objects::Object;
use types::{Flags, Member, Name, Thread, Type};

/// CPython's `DescriptorClassification`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// An overriding descriptor, and will remain one.
    Overriding,
    /// A method: it takes the object as its first argument.
    Method,
    /// A property.
    Property,
    /// A place of `__slots__`.
    ObjectSlot,
    /// Another descriptor that does not override, of an immutable type.
    NonOverriding,
    /// A native class method.
    BuiltinClassMethod,
    /// A `classmethod` object.
    PythonClassMethod,
    /// No descriptor, of an immutable type.
    NonDescriptor,
    /// An object of a class that can change: it may become a descriptor.
    Mutable,
    /// Nothing.
    Absent,
    /// `__class__`, as `object` has it (CPython: `DUNDER_CLASS`)
    ItsType,
    /// The class has its own way to look attributes up, or to set them.
    Overridden,
}

/// Is looking attributes up (or setting them) left to `object`?
fn is_generic(t: &Thread, kind: &Type, store: bool) -> bool {
    let (own, plain) = (&kind.slots, &t.types.object.slots);
    match store {
        true => match (own.set_attribute.get(), plain.set_attribute.get()) {
            (Some(own), Some(plain)) => std::ptr::fn_addr_eq(own, plain),
            (own, _) => own.is_none(),
        },
        false => match (own.get_attribute.get(), plain.get_attribute.get()) {
            (Some(own), Some(plain)) => std::ptr::fn_addr_eq(own, plain),
            _ => false,
        },
    }
}

/// Classifies what the class has under the name.
pub fn analyze(t: &Thread, kind: &Type, name: &Name, store: bool) -> (Class, Option<Object>) {
    if !is_generic(t, kind, store) {
        return (Class::Overridden, None);
    }
    match t.lookup(kind, name) {
        None => (Class::Absent, None),
        Some(found) => (classify(t, name, &found), Some(found)),
    }
}

fn classify(t: &Thread, name: &Name, found: &Object) -> Class {
    let kind = t.type_of(found);
    if !kind.has(Flags::IMMUTABLE) {
        return Class::Mutable;
    }
    if kind.slots.descriptor_set.get().is_some() {
        if found.downcast::<Member>().and_then(Member::slot).is_some() {
            return Class::ObjectSlot;
        }
        if kind.is(t.types.property) {
            return Class::Property;
        }
        let of_object = name.is(&t.names.class) && {
            let plain = t.lookup(t.types.object, name);
            plain.is_some_and(|plain| plain.is(found))
        };
        return match of_object {
            true => Class::ItsType,
            false => Class::Overriding,
        };
    }
    if kind.slots.descriptor_get.get().is_none() {
        Class::NonDescriptor
    } else if kind.has(Flags::METHOD_DESCRIPTOR) {
        Class::Method
    } else if kind.is(t.types.classmethod_descriptor) {
        Class::BuiltinClassMethod
    } else if kind.is(t.types.class_method) {
        Class::PythonClassMethod
    } else {
        Class::NonOverriding
    }
}
