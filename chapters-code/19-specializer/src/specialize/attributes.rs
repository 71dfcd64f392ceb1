//! `LOAD_ATTR` and `STORE_ATTR`: where is the attribute? (`_Py_Specialize_LoadAttr`,
//! `_Py_Specialize_StoreAttr`)
#![forbid(unsafe_code)]

use super::descriptor::{Class, analyze};
use super::keys::{DictKind, dict_kind, has_string_keys, index_of};
use super::{Cached, Decision};
use crate::failure::Failure;
use instructions::specialized311 as fast;
use objects::Object;
use types::{Dict, Member, Name, Thread, Type};

/// CPython's offset of an object's type, which its `__class__` is read from.
pub const TYPE_OFFSET: u16 = 8;

/// The instructions of a family.
struct Family {
    slot: u8,
    values: u8,
    hint: u8,
    store: bool,
}

const LOAD: Family = Family {
    slot: fast::LOAD_ATTR_SLOT,
    values: fast::LOAD_ATTR_INSTANCE_VALUE,
    hint: fast::LOAD_ATTR_WITH_HINT,
    store: false,
};

const STORE: Family = Family {
    slot: fast::STORE_ATTR_SLOT,
    values: fast::STORE_ATTR_INSTANCE_VALUE,
    hint: fast::STORE_ATTR_WITH_HINT,
    store: true,
};

/// Decides for an owner and the name of the attribute to load.
pub fn load_attr(t: &Thread, owner: &Object, name: &Name) -> Decision {
    if t.is_exact(owner, t.types.module) {
        return module_attribute(t, owner, name, fast::LOAD_ATTR_MODULE).into();
    }
    attribute(t, owner, name, &LOAD).into()
}

/// Decides for an owner and the name of the attribute to store.
pub fn store_attr(t: &Thread, owner: &Object, name: &Name) -> Decision {
    if t.is_exact(owner, t.types.module) {
        return Decision::Fail(Failure::Overridden);
    }
    attribute(t, owner, name, &STORE).into()
}

/// An attribute of a module: the index in its dictionary (`specialize_module_load_attr`).
pub fn module_attribute(
    t: &Thread,
    owner: &Object,
    name: &Name,
    operation: u8,
) -> Result<Decision, Failure> {
    let dict = super::keys::dict_at_offset(t, owner).ok_or(Failure::NoDict)?;
    let dict = dict.downcast::<Dict>().ok_or(Failure::NoDict)?;
    if !has_string_keys(&dict.table) {
        return Err(Failure::AttrNonStringOrSplit);
    }
    if dict.table.find_name(&t.names.getattr).is_some() {
        return Err(Failure::AttrModuleAttrNotFound);
    }
    let index = index_of(&dict.table, name).ok_or(Failure::OutOfRange)?;
    match t.keys_version(&dict.table) {
        0 => Err(Failure::OutOfVersions),
        version => Ok(Decision::Specialize(
            operation,
            Cached::Attribute { version, index },
        )),
    }
}

fn attribute(
    t: &Thread,
    owner: &Object,
    name: &Name,
    family: &Family,
) -> Result<Decision, Failure> {
    let kind = t.type_of(owner);
    let (class, descriptor) = analyze(t, kind, name, family.store);
    match class {
        Class::Overriding => Err(Failure::AttrOverridingDescriptor),
        Class::Method => Err(Failure::AttrMethod),
        Class::Property => Err(Failure::AttrProperty),
        Class::Mutable => Err(Failure::AttrMutableClass),
        Class::Overridden => Err(Failure::Overridden),
        Class::ItsType if family.store => Err(Failure::AttrNonObjectSlot),
        Class::ItsType => specialize(t, kind, family.slot, TYPE_OFFSET),
        Class::ObjectSlot => {
            let member = descriptor
                .as_ref()
                .and_then(|found| found.downcast::<Member>());
            let member = member.ok_or(Failure::Other)?;
            if !kind.is_subtype(&member.owner) {
                return Err(Failure::ExpectedError);
            }
            let offset = slot_offset(member).ok_or(Failure::OutOfRange)?;
            specialize(t, kind, family.slot, offset)
        }
        Class::BuiltinClassMethod
        | Class::PythonClassMethod
        | Class::NonOverriding
        | Class::NonDescriptor
        | Class::Absent => in_dict(t, owner, kind, name, family),
    }
}

/// `specialize_dict_access`
fn in_dict(
    t: &Thread,
    owner: &Object,
    kind: &Type,
    name: &Name,
    family: &Family,
) -> Result<Decision, Failure> {
    if dict_kind(t, kind) != DictKind::Managed {
        return Err(Failure::AttrNotManagedDict);
    }
    let instance = owner.header().and_then(|header| header.instance());
    let instance = instance.ok_or(Failure::AttrNotManagedDict)?;
    let Some(dict) = instance.dict.get() else {
        let index = index_of(&kind.shared_keys, name).ok_or(Failure::OutOfRange)?;
        return specialize(t, kind, family.values, index);
    };
    let dict = dict
        .downcast::<Dict>()
        .filter(|_| t.is_exact(&dict, t.types.dict));
    let dict = dict.ok_or(Failure::NoDict)?;
    let index = match dict.table.split_class() {
        Some(class) => index_of(&class.shared_keys, name)
            .filter(|_| dict.table.find_name(name).is_some() || family.store),
        None => index_of(&dict.table, name),
    };
    specialize(t, kind, family.hint, index.ok_or(Failure::OutOfRange)?)
}

fn specialize(t: &Thread, kind: &Type, operation: u8, index: u16) -> Result<Decision, Failure> {
    if !t.assign_version(kind) {
        return Err(Failure::OutOfVersions);
    }
    let version = kind.version();
    Ok(Decision::Specialize(
        operation,
        Cached::Attribute { version, index },
    ))
}

/// CPython's offset of a `__slots__` place.
fn slot_offset(member: &Member) -> Option<u16> {
    let first = crate::layout::slots_start(&member.owner);
    first.checked_add(member.slot()?.checked_mul(8)?)
}
