//! `LOAD_METHOD`: which method, and can an object hide it? (`_Py_Specialize_LoadMethod`)
#![forbid(unsafe_code)]

use super::attributes::module_attribute;
use super::descriptor::{Class, analyze};
use super::keys::{DictKind, dict_at_offset, dict_kind};
use super::{Cached, Decision};
use crate::failure::Failure;
use instructions::specialized311 as fast;
use objects::Object;
use types::{Dict, Name, Table, Thread, Type};

/// CPython's offset of a managed `__dict__`: three pointers before the object.
const MANAGED_DICT_OFFSET: u16 = (-24i16).cast_unsigned();

/// Decides for an owner and the name of the method.
pub fn load_method(t: &Thread, owner: &Object, name: &Name) -> Decision {
    if t.is_exact(owner, t.types.module) {
        return module_attribute(t, owner, name, fast::LOAD_METHOD_MODULE).into();
    }
    match owner.downcast::<Type>() {
        Some(class) => of_class(t, owner, class, name).into(),
        None => of_instance(t, owner, name).into(),
    }
}

fn reason(class: Class) -> Failure {
    match class {
        Class::Overriding => Failure::LoadMethodOverridingDescriptor,
        Class::Method | Class::ItsType => Failure::Other,
        Class::Property => Failure::LoadMethodProperty,
        Class::ObjectSlot => Failure::LoadMethodObjectSlot,
        Class::NonOverriding => Failure::LoadMethodNonOverridingDescriptor,
        Class::BuiltinClassMethod => Failure::LoadMethodBuiltinClassMethod,
        Class::PythonClassMethod => Failure::LoadMethodClassMethodObj,
        Class::NonDescriptor => Failure::LoadMethodNotDescriptor,
        Class::Mutable => Failure::LoadMethodMutableClass,
        Class::Absent => Failure::LoadMethodInstanceAttribute,
        Class::Overridden => Failure::Overridden,
    }
}

/// `specialize_class_load_method`
fn of_class(t: &Thread, owner: &Object, class: &Type, name: &Name) -> Result<Decision, Failure> {
    let meta = t.type_of(owner);
    if !meta.is(t.types.type_) || t.lookup(meta, name).is_some() {
        return Err(Failure::LoadMethodMetaclassAttribute);
    }
    match analyze(t, class, name, false) {
        (Class::Method | Class::NonDescriptor, Some(found)) => {
            method(t, class, fast::LOAD_METHOD_CLASS, &found, None, None)
        }
        (Class::Absent, _) => Err(Failure::ExpectedError),
        (other, _) => Err(reason(other)),
    }
}

fn of_instance(t: &Thread, owner: &Object, name: &Name) -> Result<Decision, Failure> {
    let kind = t.type_of(owner);
    let (class, found) = analyze(t, kind, name, false);
    let (Class::Method, Some(found)) = (class, found) else {
        return Err(reason(class));
    };
    match dict_kind(t, kind) {
        DictKind::None => method(t, kind, fast::LOAD_METHOD_NO_DICT, &found, None, None),
        DictKind::FromEnd => Err(Failure::OutOfRange),
        DictKind::Managed => {
            let keys = Some(keys_without(t, &kind.shared_keys, name)?);
            let (operation, offset) = match has_dict(owner) {
                false => (fast::LOAD_METHOD_WITH_VALUES, None),
                true => (fast::LOAD_METHOD_WITH_DICT, Some(MANAGED_DICT_OFFSET)),
            };
            method(t, kind, operation, &found, offset, keys)
        }
        DictKind::Offset(offset) => {
            let dict = dict_at_offset(t, owner).ok_or(Failure::NoDict)?;
            let dict = dict.downcast::<Dict>().ok_or(Failure::NoDict)?;
            let keys = Some(keys_without(t, &dict.table, name)?);
            method(
                t,
                kind,
                fast::LOAD_METHOD_WITH_DICT,
                &found,
                Some(offset),
                keys,
            )
        }
    }
}

/// Has the object its `__dict__`?
fn has_dict(owner: &Object) -> bool {
    let instance = owner.header().and_then(|header| header.instance());
    instance.is_some_and(|instance| !instance.dict.is_empty())
}

/// The version of keys among which the name is not.
fn keys_without(t: &Thread, keys: &Table, name: &Name) -> Result<u32, Failure> {
    if keys.find_name(name).is_some() {
        return Err(Failure::LoadMethodIsAttr);
    }
    match t.keys_version(keys) {
        0 => Err(Failure::OutOfVersions),
        version => Ok(version),
    }
}

fn method(
    t: &Thread,
    kind: &Type,
    operation: u8,
    found: &Object,
    dict_offset: Option<u16>,
    keys: Option<u32>,
) -> Result<Decision, Failure> {
    if !t.assign_version(kind) {
        return Err(Failure::OutOfVersions);
    }
    Ok(Decision::Specialize(
        operation,
        Cached::Method {
            version: kind.version(),
            dict_offset,
            keys,
            // Borrowed: the class owns it while it has that version.
            descriptor: found.word(),
        },
    ))
}
