//! What has every class as attributes? The fields and methods of `type`.

use crate::assign;
use crate::mro::default_order;
use objects::{InstancePrefix, Object, Owned};
use types::{
    AccessorDef, Details, Dict, ErrorKind, Flags, Name, NativeCode, NativeDef, PyResult, Thread,
    Type, Version, writable,
};

fn class<'a>(t: &Thread, object: &'a Object) -> PyResult<&'a Type> {
    object
        .downcast()
        .ok_or_else(|| t.type_error("a type was expected"))
}

fn tuple_of(t: &Thread, types: Vec<Owned<Type>>) -> PyResult {
    containers::tuple(t, types.into_iter().map(Owned::into_object).collect())
}

fn int(t: &Thread, value: i64) -> PyResult {
    numbers::int(t, value)
}

/// The `AttributeError` whose message is the bare name.
fn bare(t: &Thread, name: impl Into<std::borrow::Cow<'static, str>>) -> types::Raised {
    t.raise(ErrorKind::AttributeError, Details::Message(name.into()))
}

/// A field that only can be read.
const fn field(name: &'static str, get: fn(&Thread, &Object) -> PyResult) -> AccessorDef {
    AccessorDef::new(name, get)
}

/// The bits of CPython's `tp_flags` that say something here too.
fn flags(t: &Thread, kind: &Type) -> i64 {
    const READY: i64 = 1 << 12;
    let own = [
        (Flags::SEQUENCE, 1 << 5),
        (Flags::MAPPING, 1 << 6),
        (Flags::NO_NEW, 1 << 7),
        (Flags::IMMUTABLE, 1 << 8),
        (Flags::HEAP, 1 << 9),
        (Flags::BASE, 1 << 10),
        (Flags::METHOD_DESCRIPTOR, 1 << 17),
        (Flags::ABSTRACT, 1 << 20),
        (Flags::MATCH_SELF, 1 << 22),
    ];
    let mut bits = READY;
    for (flag, bit) in own {
        bits |= if kind.has(flag) { bit } else { 0 };
    }
    bits |= i64::from(kind.head().layout().traverse.is_some()) << 14;
    bits |= i64::from(kind.version() != 0) << 19;
    let families = [
        t.types.int,
        t.types.list,
        t.types.tuple,
        t.types.bytes,
        t.types.str,
        t.types.dict,
    ];
    for (number, family) in families.iter().enumerate() {
        bits |= i64::from(kind.is_subtype(family)) << (24 + number);
    }
    let exception = t.error_type(ErrorKind::BaseException);
    bits |= i64::from(exception.is_some_and(|base| kind.is_subtype(base))) << 30;
    bits | i64::from(kind.is_subtype(t.types.type_)) << 31
}

fn annotations(t: &Thread, object: &Object) -> PyResult {
    let class = class(t, object)?;
    let Some(names) = class.namespace().filter(|_| class.has(Flags::HEAP)) else {
        return Err(t.attribute_error(object, &t.names.annotations));
    };
    if let Some(annotations) = names.get_name(&t.names.annotations) {
        return t.bind(annotations, None, object);
    }
    let annotations = containers::dict(t)?.into_object();
    class.put(&t.names.annotations, Some(annotations.clone()))?;
    Ok(annotations)
}

fn set_annotations(t: &Thread, object: &Object, value: Option<&Object>) -> PyResult<()> {
    let class = class(t, object)?;
    if class.has(Flags::IMMUTABLE) {
        let kind = class.name();
        return Err(t.type_error(format!(
            "cannot set '__annotations__' attribute of immutable type '{kind}'"
        )));
    }
    put(t, class, &t.names.annotations, value)
}

/// Sets a name of a class's namespace, or takes it out: then it must be there.
fn put(t: &Thread, class: &Type, name: &Name, value: Option<&Object>) -> PyResult<()> {
    match class.put(name, value.cloned())? || value.is_some() {
        true => Ok(()),
        false => Err(bare(t, name.to_string())),
    }
}

fn abstract_methods(t: &Thread, object: &Object) -> PyResult {
    let class = class(t, object)?;
    let names = class.namespace().filter(|_| !class.is(t.types.type_));
    let name = t.intern("__abstractmethods__")?;
    let found = names.and_then(|names| names.get_name(&name));
    found.ok_or_else(|| bare(t, "__abstractmethods__"))
}

fn set_abstract_methods(t: &Thread, object: &Object, value: Option<&Object>) -> PyResult<()> {
    let class = class(t, object)?;
    let name = t.intern("__abstractmethods__")?;
    let is_abstract = value.map_or(Ok(false), |value| t.is_true(value))?;
    put(t, class, &name, value)?;
    match is_abstract {
        true => class.set_flags(Flags::ABSTRACT),
        false => class.clear_flags(Flags::ABSTRACT),
    }
    Ok(())
}

/// The hook `abstract_class`: what `object.__new__` says of a class with abstract methods.
pub(crate) fn refuse_abstract(t: &Thread, class: &Type) -> types::Raised {
    let names = || -> PyResult<Vec<String>> {
        let methods = abstract_methods(t, class.object().as_object())?;
        let mut names = Vec::new();
        for name in t.collect(&methods)? {
            names.push(t.to_str(&name)?.to_text());
        }
        names.sort();
        Ok(names)
    };
    match names() {
        Ok(names) => t.type_error(format!(
            "Can't instantiate abstract class {} with abstract method{} {}",
            class.name(),
            if names.len() > 1 { "s" } else { "" },
            names.join(", ")
        )),
        Err(raised) => raised,
    }
}

fn doc(t: &Thread, object: &Object) -> PyResult {
    let names = class(t, object)?.namespace();
    match names.and_then(|names| names.get_name(&t.names.doc)) {
        Some(doc) => t.bind(doc, None, object),
        None => Ok(Object::none()),
    }
}

fn set_doc(t: &Thread, object: &Object, value: Option<&Object>) -> PyResult<()> {
    let class = class(t, object)?;
    let value = writable(t, class, "__doc__", value)?;
    put(t, class, &t.names.doc, Some(value))
}

static ACCESSORS: &[AccessorDef] = &[
    AccessorDef::settable(
        "__bases__",
        |t, object| tuple_of(t, class(t, object)?.bases()),
        assign::set_bases,
    ),
    AccessorDef::settable("__doc__", doc, set_doc),
    AccessorDef::settable("__annotations__", annotations, set_annotations),
    AccessorDef::settable(
        "__abstractmethods__",
        abstract_methods,
        set_abstract_methods,
    ),
    field("__dict__", |t, object| {
        match class(t, object)?.namespace() {
            Some(names) => containers::mapping_proxy(t, names.into_shown()),
            None => Ok(Object::none()),
        }
    }),
    field("__text_signature__", |_, _| Ok(Object::none())),
];

/// Fields that are `member_descriptor`s in CPython, with its words for assignment to them.
static MEMBERS: &[AccessorDef] = &[
    member("__base__", |t, object| {
        let base = class(t, object)?.base();
        Ok(base.map_or(Object::none(), |base| base.object().into_object()))
    }),
    member("__mro__", |t, object| match class(t, object)? {
        class if class.is_incomplete() => Ok(Object::none()),
        class => tuple_of(t, class.mro()),
    }),
    member("__flags__", |t, object| int(t, flags(t, class(t, object)?))),
    member("__basicsize__", |t, object| {
        let head = class(t, object)?.head();
        int(
            t,
            (head.layout().size + 8 * usize::from(head.member_slots())) as i64,
        )
    }),
    member("__itemsize__", |t, object| {
        let class = class(t, object)?;
        let sizes = [
            (t.types.tuple, 8),
            (t.types.bytes, 1),
            (t.types.int, 4),
            (t.types.type_, 40),
        ];
        let size = sizes.iter().find(|(base, _)| class.is_subtype(base));
        int(t, size.map_or(0, |(_, size)| *size))
    }),
    member("__dictoffset__", |t, object| {
        // It lies before the object, as 3.11's does, which says −1.
        int(t, -i64::from(class(t, object)?.head().has_dict()))
    }),
    member("__weakrefoffset__", |t, object| {
        int(t, i64::from(class(t, object)?.has(Flags::WEAK)))
    }),
];

const fn member(name: &'static str, get: fn(&Thread, &Object) -> PyResult) -> AccessorDef {
    AccessorDef::settable(name, get, read_only)
}

/// The error of writing to a field that only can be read (`PyMember_SetOne`). Those of a
/// builtin type are not even asked.
pub(crate) fn read_only(t: &Thread, _: &Object, _: Option<&Object>) -> PyResult<()> {
    Err(bare(t, "readonly attribute"))
}

static METHODS: &[NativeDef] = &[
    NativeDef {
        name: "mro",
        code: NativeCode::NoArgs(|t, object| {
            let order = default_order(t, class(t, object)?)?;
            containers::list(t, order.into_iter().map(Owned::into_object).collect())
        }),
        doc: "Return a type's method resolution order.",
    },
    NativeDef {
        name: "__subclasses__",
        code: NativeCode::NoArgs(|t, object| {
            let classes = class(t, object)?.subclasses();
            containers::list(t, classes.into_iter().map(Owned::into_object).collect())
        }),
        doc: "Return a list of immediate subclasses.",
    },
    NativeDef {
        name: "__instancecheck__",
        code: NativeCode::One(|t, class, object| {
            eval_loop::builtins::is_plain_instance(t, object, class).map(Object::bool)
        }),
        doc: "Check if an object is an instance.",
    },
    NativeDef {
        name: "__subclasscheck__",
        code: NativeCode::One(|t, class, object| {
            eval_loop::builtins::is_plain_subclass(t, object, class).map(Object::bool)
        }),
        doc: "Check if a class is a subclass.",
    },
];

/// `object.__getstate__()` of 3.11: what pickling and copying keep of an object: its
/// `__dict__`, and with places of `__slots__` that and a dictionary of their values.
fn state(t: &Thread, object: &Object) -> PyResult {
    let dict = t.find_attribute(object, &t.names.dict)?;
    let state = dict.unwrap_or(Object::none());
    let places = containers::dict(t)?;
    for class in t.type_of(object).mro() {
        let slots = class.added.borrow().slots.clone();
        for name in slots {
            if let Some(value) = t.find_attribute(object, &name)? {
                places.set_name(&name, value)?;
            }
        }
    }
    match places.table.len() {
        0 => Ok(state),
        _ => containers::tuple(t, vec![state, places.into_object()]),
    }
}

static OBJECT_311: &[NativeDef] = &[NativeDef {
    name: "__getstate__",
    code: NativeCode::NoArgs(state),
    doc: "Helper for pickle.",
}];

/// `__weakref__` of instances, as it stands in the namespace of their class.
pub(crate) static WEAKREF: AccessorDef = AccessorDef {
    name: "__weakref__",
    get: |_, _| Ok(Object::none()),
    set: None,
    doc: "list of weak references to the object (if defined)",
};

/// The descriptor `__dict__` of the builtin base whose objects have one of their own: a
/// class or a module may also be of a class made by Python (`get_builtin_base_with_dict`).
fn builtin_dict(t: &Thread, object: &Object) -> PyResult {
    let order = t.type_of(object).mro();
    let builtin = order.iter().filter(|class| !class.has(Flags::HEAP));
    let mut found = builtin.filter_map(|class| class.namespace()?.get_name(&t.names.dict));
    found.next().ok_or_else(|| no_dict(t, object))
}

fn no_dict(t: &Thread, object: &Object) -> types::Raised {
    let kind = t.type_name(object);
    t.type_error(format!(
        "this __dict__ descriptor does not support '{kind}' objects"
    ))
}

/// The `__dict__` of instances, as it stands in the namespace of their class.
pub(crate) static INSTANCE_DICT: AccessorDef = AccessorDef {
    name: "__dict__",
    get: |t, object| match instance(object) {
        Some(instance) => Ok(t.instance_dict(object, instance)?.into_object()),
        None => t.bind(builtin_dict(t, object)?, Some(object), &Object::none()),
    },
    set: Some(|t, object, value| {
        let Some(instance) = instance(object) else {
            let field = builtin_dict(t, object)?;
            return match t.type_of(&field).slots.descriptor_set.get() {
                Some(set) => set(t, &field, object, value),
                None => Err(no_dict(t, object)),
            };
        };
        let Some(value) = value else {
            // Deleting it leaves an empty one behind.
            instance.dict.set(containers::dict(t)?.into_object());
            instance.values().clear();
            return Ok(());
        };
        if value.downcast::<Dict>().is_none() {
            let kind = t.type_name(value);
            return Err(t.type_error(format!(
                "__dict__ must be set to a dictionary, not a '{kind}'"
            )));
        }
        t.instance_dict(object, instance)?;
        instance.dict.set(value.clone());
        Ok(())
    }),
    doc: "dictionary for instance variables",
};

fn instance(object: &Object) -> Option<&InstancePrefix> {
    object.header().and_then(|header| header.instance())
}

pub(crate) fn install(t: &Thread) -> PyResult<()> {
    if t.version == Version::V311 {
        t.add_methods(t.types.object, OBJECT_311)?;
    }
    let kind = t.types.type_;
    t.add_accessors(kind, ACCESSORS)?;
    t.add_accessors(kind, MEMBERS)?;
    t.add_methods(kind, METHODS)
}
