//! What do the descriptors of builtin types give? Methods are bound to an object or a class,
//! fields are read and written.
#![forbid(unsafe_code)]

use super::{ClassMethodDescriptor, GetSet, Member, MemberPlace, MethodDescriptor, StaticMethod};
use crate::kind::Type;
use crate::raised::{Details, ErrorKind, PyResult};
use crate::thread::Thread;
use objects::{Object, Slot};

/// Checks the object that a method of `owner` is called on.
pub(super) fn check_receiver<'a>(
    t: &Thread,
    name: &dyn std::fmt::Display,
    owner: &Type,
    receiver: Option<&'a Object>,
) -> PyResult<&'a Object> {
    let Some(receiver) = receiver else {
        let message = format!("unbound method {}.{name}() needs an argument", owner.name());
        return Err(t.type_error(message));
    };
    if !t.is_instance_of(receiver, owner) {
        return Err(t.type_error(format!(
            "descriptor '{name}' for '{}' objects doesn't apply to a '{}' object",
            owner.name(),
            t.type_name(receiver)
        )));
    }
    Ok(receiver)
}

pub(super) fn method_get(
    t: &Thread,
    descriptor: &Object,
    instance: Option<&Object>,
    _owner: &Object,
) -> PyResult {
    let (Some(instance), Some(method)) = (instance, descriptor.downcast::<MethodDescriptor>())
    else {
        return Ok(descriptor.clone());
    };
    check_receiver(t, &method.def.name, &method.owner, Some(instance))?;
    t.native_function(method.def, instance.clone(), None)
}

pub(super) fn class_method_get(
    t: &Thread,
    descriptor: &Object,
    instance: Option<&Object>,
    owner: &Object,
) -> PyResult {
    let Some(method) = descriptor.downcast::<ClassMethodDescriptor>() else {
        return Ok(descriptor.clone());
    };
    let class = match (owner.is_none(), instance) {
        (true, Some(instance)) => t.type_of(instance).object().into_object(),
        _ => owner.clone(),
    };
    check_class(t, method, &class)?;
    t.native_function(method.def, class, None)
}

/// Checks what a class method is bound to.
pub(super) fn check_class(
    t: &Thread,
    method: &ClassMethodDescriptor,
    class: &Object,
) -> PyResult<()> {
    let (name, wanted) = (method.def.name, &method.owner);
    let message = match class.downcast::<Type>() {
        Some(class) if class.is_subtype(wanted) => return Ok(()),
        Some(class) => format!(
            "descriptor '{name}' requires a subtype of '{}' but received '{}'",
            wanted.name(),
            class.name()
        ),
        None => format!(
            "descriptor '{name}' for type '{}' needs a type, not a '{}' as arg 2",
            wanted.name(),
            t.type_name(class)
        ),
    };
    Err(t.type_error(message))
}

pub(super) fn getset_get(
    t: &Thread,
    descriptor: &Object,
    instance: Option<&Object>,
    _owner: &Object,
) -> PyResult {
    let (Some(instance), Some(field)) = (instance, descriptor.downcast::<GetSet>()) else {
        return Ok(descriptor.clone());
    };
    check_receiver(t, &field.def.name, &field.owner, Some(instance))?;
    (field.def.get)(t, instance)
}

pub(super) fn getset_set(
    t: &Thread,
    descriptor: &Object,
    instance: &Object,
    value: Option<&Object>,
) -> PyResult<()> {
    let Some(field) = descriptor.downcast::<GetSet>() else {
        return Ok(());
    };
    check_receiver(t, &field.def.name, &field.owner, Some(instance))?;
    let name = t.intern(field.def.name)?;
    match field.def.set {
        Some(set) => set(t, instance, value),
        None => Err(t.attribute_error_with(
            format!(
                "attribute '{name}' of '{}' objects is not writable",
                field.owner.name()
            ),
            instance,
            &name,
        )),
    }
}

fn member_slot<'a>(
    t: &Thread,
    member: &Member,
    index: u16,
    instance: &'a Object,
) -> PyResult<&'a Slot> {
    let slot = instance
        .header()
        .and_then(|header| header.member_slot(index));
    slot.ok_or_else(|| t.attribute_error(instance, &member.name))
}

pub(super) fn member_get(
    t: &Thread,
    descriptor: &Object,
    instance: Option<&Object>,
    _owner: &Object,
) -> PyResult {
    let (Some(instance), Some(member)) = (instance, descriptor.downcast::<Member>()) else {
        return Ok(descriptor.clone());
    };
    check_receiver(t, &member.name, &member.owner, Some(instance))?;
    match member.place {
        MemberPlace::Field(field) => (field.get)(t, instance),
        MemberPlace::Slot(index) => {
            let value = member_slot(t, member, index, instance)?.get();
            value.ok_or_else(|| t.attribute_error(instance, &member.name))
        }
    }
}

pub(super) fn member_set(
    t: &Thread,
    descriptor: &Object,
    instance: &Object,
    value: Option<&Object>,
) -> PyResult<()> {
    let Some(member) = descriptor.downcast::<Member>() else {
        return Ok(());
    };
    check_receiver(t, &member.name, &member.owner, Some(instance))?;
    let index = match member.place {
        MemberPlace::Slot(index) => index,
        MemberPlace::Field(field) => {
            return match field.set {
                Some(set) => set(t, instance, value),
                None => Err(t.raise(
                    ErrorKind::AttributeError,
                    Details::Message("readonly attribute".into()),
                )),
            };
        }
    };
    let old = member_slot(t, member, index, instance)?.replace(value.cloned());
    match (old, value) {
        (None, None) => {
            Err(t.attribute_error_with(member.name.to_string(), instance, &member.name))
        }
        _ => Ok(()),
    }
}

pub(super) fn static_method_get(
    t: &Thread,
    descriptor: &Object,
    _instance: Option<&Object>,
    _owner: &Object,
) -> PyResult {
    let function = descriptor
        .downcast::<StaticMethod>()
        .and_then(|method| method.function.get());
    function.ok_or_else(|| t.runtime_error("uninitialized staticmethod object"))
}
