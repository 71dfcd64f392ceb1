//! What do native functions and their descriptors say about themselves? Names, docstrings, a
//! `repr`, and whether two are the same.
#![forbid(unsafe_code)]

use super::{
    AccessorDef, ClassMethodDescriptor, GetSet, Member, MemberPlace, MethodDescriptor, NativeDef,
    NativeFunction,
};
use crate::kind::Type;
use crate::raised::PyResult;
use crate::slots::CompareOp;
use crate::thread::Thread;
use objects::{Object, Owned};

/// The row of a native function or of one of its descriptors.
fn def_of(t: &Thread, object: &Object) -> PyResult<&'static NativeDef> {
    let def = object
        .downcast::<NativeFunction>()
        .map(|function| function.def)
        .or_else(|| {
            object
                .downcast::<MethodDescriptor>()
                .map(|method| method.def)
        })
        .or_else(|| {
            object
                .downcast::<ClassMethodDescriptor>()
                .map(|method| method.def)
        });
    def.ok_or_else(|| t.type_error("a native function was expected"))
}

/// The type that a descriptor belongs to.
fn owner_of(t: &Thread, object: &Object) -> PyResult<Owned<Type>> {
    let owner = object
        .downcast::<MethodDescriptor>()
        .map(|method| method.owner.clone())
        .or_else(|| {
            object
                .downcast::<ClassMethodDescriptor>()
                .map(|m| m.owner.clone())
        })
        .or_else(|| object.downcast::<GetSet>().map(|field| field.owner.clone()))
        .or_else(|| {
            object
                .downcast::<Member>()
                .map(|member| member.owner.clone())
        });
    owner.ok_or_else(|| t.type_error("a descriptor was expected"))
}

/// The name of a native function, method or field.
fn name_of(t: &Thread, object: &Object) -> PyResult<String> {
    if let Some(field) = object.downcast::<GetSet>() {
        return Ok(field.def.name.to_owned());
    }
    if let Some(member) = object.downcast::<Member>() {
        return Ok(member.name.to_string());
    }
    Ok(def_of(t, object)?.name.to_owned())
}

/// `__qualname__` of a native function: with the type that it is bound to.
fn qualified_name(t: &Thread, object: &Object) -> PyResult<String> {
    let name = name_of(t, object)?;
    let Some(function) = object.downcast::<NativeFunction>() else {
        return Ok(format!("{}.{name}", owner_of(t, object)?.name()));
    };
    let receiver = &function.receiver;
    Ok(match receiver.downcast::<Type>() {
        _ if receiver.is_none() || t.is_exact(receiver, t.types.module) => name,
        Some(class) => format!("{}.{name}", class.full_name()),
        None => format!("{}.{name}", t.type_name(receiver)),
    })
}

/// The docstring, without the signature that CPython keeps in its first line.
fn doc_of(t: &Thread, object: &Object) -> PyResult {
    let doc = match object.downcast::<GetSet>() {
        Some(field) => field.def.doc,
        None => match object.downcast::<Member>() {
            Some(member) => match member.place {
                MemberPlace::Slot(_) => "",
                MemberPlace::Field(field) => field.doc,
            },
            None => def_of(t, object)?.doc,
        },
    };
    if doc.is_empty() {
        Ok(Object::none())
    } else {
        t.str(doc)
    }
}

static NAMED: &[AccessorDef] = &[
    AccessorDef::new("__name__", |t, object| t.str(&name_of(t, object)?)),
    AccessorDef::new("__qualname__", |t, object| {
        t.str(&qualified_name(t, object)?)
    }),
    AccessorDef::new("__doc__", doc_of),
];

static DESCRIPTOR: &[AccessorDef] = &[AccessorDef::new("__objclass__", |t, object| {
    Ok(owner_of(t, object)?.into_object())
})];

static FUNCTION: &[AccessorDef] = &[
    AccessorDef::new("__self__", |t, object| {
        match object.downcast::<NativeFunction>() {
            // A function of `builtins` is bound to that module.
            Some(function) if function.receiver.is_none() => Ok(t
                .modules
                .get_name(&t.intern("builtins")?)
                .unwrap_or(Object::none())),
            Some(function) => Ok(function.receiver.clone()),
            None => Ok(Object::none()),
        }
    }),
    AccessorDef::new("__module__", |_, object| {
        let module = object
            .downcast::<NativeFunction>()
            .and_then(|f| f.module.get());
        Ok(module.unwrap_or(Object::none()))
    }),
];

fn function_repr(t: &Thread, object: &Object) -> PyResult {
    let name = name_of(t, object)?;
    let Some(function) = object.downcast::<NativeFunction>() else {
        return t.str(&name);
    };
    let receiver = &function.receiver;
    if receiver.is_none() || t.is_exact(receiver, t.types.module) {
        return t.str(&format!("<built-in function {name}>"));
    }
    let kind = t.type_name(receiver);
    let address = receiver.identity();
    t.str(&format!(
        "<built-in method {name} of {kind} object at {address:#x}>"
    ))
}

fn descriptor_repr(t: &Thread, object: &Object) -> PyResult {
    let (name, owner) = (name_of(t, object)?, owner_of(t, object)?.name());
    let what = match t.type_of(object) {
        kind if kind.is(t.types.getset) => "attribute",
        kind if kind.is(t.types.member) => "member",
        _ => "method",
    };
    t.str(&format!("<{what} '{name}' of '{owner}' objects>"))
}

/// Bound to the same object, native methods are equal.
fn function_compare(_: &Thread, a: &Object, b: &Object, op: CompareOp) -> PyResult {
    let (Some(a), Some(b)) = (
        a.downcast::<NativeFunction>(),
        b.downcast::<NativeFunction>(),
    ) else {
        return Ok(Object::not_implemented());
    };
    let equal = std::ptr::eq(a.def, b.def) && a.receiver.is(&b.receiver);
    Ok(match op {
        CompareOp::Eq => Object::bool(equal),
        CompareOp::Ne => Object::bool(!equal),
        _ => Object::not_implemented(),
    })
}

fn function_hash(_: &Thread, object: &Object) -> PyResult<i64> {
    let Some(function) = object.downcast::<NativeFunction>() else {
        return Ok(0);
    };
    let code = std::ptr::from_ref(function.def).addr() as u64;
    Ok(
        match (function.receiver.identity() ^ code).rotate_right(4) as i64 {
            -1 => -2,
            hash => hash,
        },
    )
}

/// Finishes the types of native functions and their descriptors.
pub(crate) fn ready(t: &Thread) -> PyResult<()> {
    let types = t.types;
    types.native_function.slots.repr.set(Some(function_repr));
    types
        .native_function
        .slots
        .compare
        .set(Some(function_compare));
    types.native_function.slots.hash.set(Some(function_hash));
    t.add_accessors(types.native_function, NAMED)?;
    t.add_accessors(types.native_function, FUNCTION)?;
    let descriptors = [
        types.method_descriptor,
        types.classmethod_descriptor,
        types.getset,
        types.member,
    ];
    for kind in descriptors {
        kind.slots.repr.set(Some(descriptor_repr));
        t.add_accessors(kind, NAMED)?;
        t.add_accessors(kind, DESCRIPTOR)?;
    }
    for kind in [
        types.native_function,
        types.method_descriptor,
        types.classmethod_descriptor,
        types.getset,
        types.member,
        types.static_method,
    ] {
        t.ready(kind)?;
    }
    Ok(())
}
