//! What can every class do? What the type `type` gives it: being called, having
//! attributes. Making classes is a later chapter.
#![forbid(unsafe_code)]

use crate::kind::{Flags, Type};
use crate::name::Name;
use crate::native::{AccessorDef, no_keywords};
use crate::raised::PyResult;
use crate::slots::Args;
use crate::string::{Str, as_str};
use crate::thread::Thread;
use objects::Object;

fn class<'a>(t: &Thread, object: &'a Object) -> PyResult<&'a Type> {
    object
        .downcast()
        .ok_or_else(|| t.type_error("a type was expected"))
}

/// `Class(…)`: makes an object and sets it up (`type_call`).
fn call(t: &Thread, callable: &Object, args: Args<'_>) -> PyResult {
    let kind = class(t, callable)?;
    if kind.is(t.types.type_) {
        if let ([object], false) = (args.plain(), args.has_keywords()) {
            return Ok(t.type_of(object).object().into_object());
        }
        if args.plain().len() == 1 {
            no_keywords(t, "type", args)?;
        }
        if args.plain().len() != 3 {
            return Err(t.type_error("type() takes 1 or 3 arguments"));
        }
    }
    let Some(new) = kind.slots.new.get().filter(|_| !kind.has(Flags::NO_NEW)) else {
        return Err(t.type_error(format!(
            "cannot create '{}' instances",
            t.full_type_name(kind)
        )));
    };
    let object = new(t, kind, args)?;
    let made = t.type_of(&object);
    if made.is_subtype(kind)
        && let Some(init) = made.slots.init.get()
    {
        init(t, &object, args)?;
    }
    Ok(object)
}

/// `type_getattro`
fn get_attribute(t: &Thread, object: &Object, name: &Name) -> PyResult {
    let kind = class(t, object)?;
    let meta = t.type_of(object);
    let of_meta = t.lookup(meta, name);
    let meta_get = of_meta.as_ref().and_then(|value| {
        let slots = &t.type_of(value).slots;
        slots
            .descriptor_get
            .get()
            .map(|get| (get, slots.descriptor_set.get().is_some()))
    });
    let owner = || meta.object().into_object();
    if let (Some(value), Some((get, true))) = (&of_meta, meta_get) {
        return get(t, value, Some(object), &owner());
    }
    if let Some(value) = t.lookup(kind, name) {
        return t.bind(value, None, object);
    }
    match (of_meta, meta_get) {
        (Some(value), Some((get, _))) => get(t, &value, Some(object), &owner()),
        (Some(value), None) => Ok(value),
        (None, _) => Err(t.attribute_error(object, name)),
    }
}

/// `type_setattro`
fn set_attribute(t: &Thread, object: &Object, name: &Name, value: Option<&Object>) -> PyResult<()> {
    let kind = class(t, object)?;
    if kind.has(Flags::IMMUTABLE) {
        return Err(t.type_error(format!(
            "cannot set '{name}' attribute of immutable type '{}'",
            t.full_type_name(kind)
        )));
    }
    if let Some(descriptor) = t.lookup(t.type_of(object), name)
        && let Some(set) = t.type_of(&descriptor).slots.descriptor_set.get()
    {
        return set(t, &descriptor, object, value);
    }
    let there = kind.put(name, value.cloned())?;
    if value.is_none() && !there {
        return Err(match t.version {
            crate::Version::V310 => t.attribute_error_with(name.to_string(), object, name),
            crate::Version::V311 => t.attribute_error(object, name),
        });
    }
    (t.hooks.class_changed.get())(t, kind, name)
}

fn repr(t: &Thread, object: &Object) -> PyResult {
    t.str(&format!(
        "<class '{}'>",
        t.full_type_name(class(t, object)?)
    ))
}

static ACCESSORS: &[AccessorDef] = &[
    AccessorDef::settable(
        "__name__",
        |t, object| t.str(&own_name(class(t, object)?)),
        |t, object, value| {
            let kind = class(t, object)?;
            let name = as_text(t, kind, writable(t, kind, "__name__", value)?, "__name__")?;
            if name.chars().iter().any(|char| char == 0) {
                return Err(t.value_error("type name must not contain null characters"));
            }
            kind.set_name(&name.to_text());
            Ok(())
        },
    ),
    AccessorDef::settable(
        "__qualname__",
        |t, object| {
            let kind = class(t, object)?;
            match kind.qualname.get() {
                Some(name) => Ok(name),
                None => t.str(&own_name(kind)),
            }
        },
        |t, object, value| {
            let kind = class(t, object)?;
            let value = writable(t, kind, "__qualname__", value)?;
            as_text(t, kind, value, "__qualname__")?;
            kind.qualname.set(value.clone());
            Ok(())
        },
    ),
    AccessorDef::settable(
        "__module__",
        |t, object| {
            let kind = class(t, object)?;
            let own = kind
                .namespace()
                .and_then(|names| names.get_name(&t.names.module))
                // The namespace of `type` has this field itself.
                .filter(|module| kind.has(Flags::HEAP) || as_str(module).is_some());
            match own {
                Some(module) => Ok(module),
                None if kind.has(Flags::HEAP) => Err(t.attribute_error(object, &t.names.module)),
                None => t.str(
                    kind.name()
                        .rsplit_once('.')
                        .map_or("builtins", |(module, _)| module),
                ),
            }
        },
        |t, object, value| {
            let kind = class(t, object)?;
            let value = writable(t, kind, "__module__", value)?;
            kind.put(&t.names.module, Some(value.clone()))?;
            Ok(())
        },
    ),
];

/// The name of a builtin type without its module: `types.GenericAlias` has both in one.
fn own_name(kind: &Type) -> String {
    let name = kind.name();
    match name.rsplit_once('.').filter(|_| !kind.has(Flags::HEAP)) {
        Some((_, own)) => own.to_owned(),
        None => name,
    }
}

/// The value for an attribute of the class itself, if the class is one that can be changed
/// and the attribute is not deleted (`check_set_special_type_attr`).
pub fn writable<'a>(
    t: &Thread,
    kind: &Type,
    name: &str,
    value: Option<&'a Object>,
) -> PyResult<&'a Object> {
    let refuse = |what: &str| {
        let kind = kind.name();
        t.type_error(format!(
            "cannot {what} '{name}' attribute of immutable type '{kind}'"
        ))
    };
    match value {
        _ if kind.has(Flags::IMMUTABLE) => Err(refuse("set")),
        None => Err(refuse("delete")),
        Some(value) => Ok(value),
    }
}

fn as_text<'a>(t: &Thread, kind: &Type, value: &'a Object, name: &str) -> PyResult<&'a Str> {
    as_str(value).ok_or_else(|| {
        t.type_error(format!(
            "can only assign string to {}.{name}, not '{}'",
            kind.name(),
            t.type_name(value)
        ))
    })
}

/// The text of a class's `__module__`.
pub fn module_of(t: &Thread, kind: &Type) -> Option<String> {
    let module = kind.namespace()?.get_name(&t.names.module)?;
    as_str(&module).map(Str::to_text)
}

pub(crate) fn install(t: &Thread) -> PyResult<()> {
    let kind = t.types.type_;
    kind.set_flags(Flags::BASE);
    kind.slots.call.set(Some(call));
    kind.slots.get_attribute.set(Some(get_attribute));
    kind.slots.set_attribute.set(Some(set_attribute));
    kind.slots.repr.set(Some(repr));
    t.add_accessors(kind, ACCESSORS)?;
    t.ready(kind)?;
    // `type` was made before `object`, so that it has no base to inherit from by itself.
    kind.slots.inherit(&t.types.object.slots);
    Ok(())
}
