//! How is a class made? `type.__new__`, and what classes have as attributes.

use crate::mro::{as_types, linearize};
use crate::special;
use objects::{InstancePrefix, Object, Owned, TypeHead, heap};
use types::{
    AccessorDef, Args, Dict, Flags, Member, NativeCode, NativeDef, PyResult, Str, Thread, Tuple,
    Type, as_str,
};

/// The metaclass of a class: the most derived of the asked one and those of the bases
/// (`_PyType_CalculateMetaclass`).
pub(crate) fn metaclass_of<'a>(
    t: &'a Thread,
    asked: &'a Type,
    bases: &'a [Object],
) -> PyResult<&'a Type> {
    let mut winner = asked;
    for base in bases {
        let meta = t.type_of(base);
        if winner.is_subtype(meta) {
            continue;
        }
        if !meta.is_subtype(winner) {
            return Err(t.type_error(
                "metaclass conflict: the metaclass of a derived class must be a (non-strict) \
                 subclass of the metaclasses of all its bases",
            ));
        }
        winner = meta;
    }
    Ok(winner)
}

/// The base whose layout the class takes (`best_base`).
fn best_base<'a>(t: &Thread, bases: &'a [Owned<Type>]) -> PyResult<&'a Owned<Type>> {
    let mut best: Option<&Owned<Type>> = None;
    for base in bases {
        if !base.has(Flags::BASE) {
            return Err(t.type_error(format!(
                "type '{}' is not an acceptable base type",
                t.full_type_name(base)
            )));
        }
        best = Some(match best {
            None => base,
            Some(old) => more_derived(t, old, base)?,
        });
    }
    best.ok_or_else(|| t.type_error("a new-style class can't have only classic bases"))
}

/// Of two bases, the one whose layout extends the other's.
fn more_derived<'a>(
    t: &Thread,
    a: &'a Owned<Type>,
    b: &'a Owned<Type>,
) -> PyResult<&'a Owned<Type>> {
    let (a_solid, b_solid) = (layout_base(a), layout_base(b));
    if a_solid.is_subtype(b_solid) {
        Ok(a)
    } else if b_solid.is_subtype(a_solid) {
        Ok(b)
    } else {
        Err(t.type_error("multiple bases have instance lay-out conflict"))
    }
}

/// The class that last added something to the layout (`solid_base`).
fn layout_base(kind: &Type) -> &Type {
    let mut solid = kind;
    while let Some(base) = solid.base() {
        let adds = solid.head().member_slots() != base.head().member_slots()
            || !std::ptr::eq(solid.head().layout(), base.head().layout());
        if adds {
            break;
        }
        solid = base;
    }
    solid
}

/// `type.__new__(meta, name, bases, namespace)`
fn new(t: &Thread, meta: &Type, args: Args<'_>) -> PyResult {
    let [name, bases, namespace] = args.plain() else {
        return Err(t.type_error("type.__new__() takes exactly 3 arguments"));
    };
    let wrong = |place: usize, kind: &str, given: &Object| {
        let given = t.type_name(given);
        t.type_error(format!(
            "type.__new__() argument {place} must be {kind}, not {given}"
        ))
    };
    let Some(name) = as_str(name) else {
        return Err(wrong(1, "str", name));
    };
    let Some(tuple) = bases.downcast::<Tuple>() else {
        return Err(wrong(2, "tuple", bases));
    };
    let Some(names) = namespace.downcast::<Dict>() else {
        return Err(wrong(3, "dict", namespace));
    };
    for base in tuple.items() {
        if base.downcast::<Type>().is_none()
            && t.find_attribute(base, &t.names.mro_entries)?.is_some()
        {
            return Err(
                t.type_error("type() doesn't support MRO entry resolution; use types.new_class()")
            );
        }
    }
    let winner = metaclass_of(t, meta, tuple.items())?;
    if !winner.is(meta)
        && let Some(other) = winner.slots.new.get()
        && !std::ptr::fn_addr_eq(other, new as types::NewFn)
    {
        return other(t, winner, args);
    }
    let winner = winner.object();
    let class = new_class(t, &winner, name, tuple.items(), names)?;
    call_set_name(t, &class)?;
    call_init_subclass(t, &class, args)?;
    Ok(class.into_object())
}

/// Makes a class, without calling `__set_name__` and `__init_subclass__`.
pub fn new_class(
    t: &Thread,
    meta: &Type,
    name: &Str,
    bases: &[Object],
    namespace: &Dict,
) -> PyResult<Owned<Type>> {
    let object = [t.types.object.object().into_object()];
    let bases = as_types(t, if bases.is_empty() { &object } else { bases })?;
    let base = best_base(t, &bases)?.clone();
    let order = linearize(t, &bases)?;
    let names = Dict::of(t.types.dict, namespace.table.copy()?)?;
    let layout = SlotLayout::new(t, &base, &bases, &names)?;
    let Some(head) = TypeHead::derived(base.head(), layout.members.len() as u16, layout.dict)
    else {
        return Err(t.type_error(format!(
            "nonempty __slots__ not supported for subtype of '{}'",
            base.name()
        )));
    };
    let first_member = base.head().member_slots();
    let class = Type::derived(meta, &name.to_text(), head, base, names.clone())?;
    for flag in [Flags::SEQUENCE, Flags::MAPPING, Flags::MATCH_SELF] {
        if order.iter().any(|base| base.has(flag)) {
            class.set_flags(flag);
        }
    }
    class.set_bases(bases, order);
    fill_namespace(t, &class, &names)?;
    for (number, member) in layout.members.iter().enumerate() {
        let place = Member {
            name: member.clone(),
            index: first_member + number as u16,
            owner: class.clone(),
        };
        let place = heap().make(t.types.member.core(), place)?;
        names.set_name(member, place.into_object())?;
    }
    special::update_all(t, &class);
    if t.lookup(&class, &t.names.del).is_some() {
        special::set_finalizer(&class);
    }
    if let Some(cell) = names.get_name(&t.names.classcell) {
        match cell.downcast::<frames::Cell>() {
            Some(cell) => cell.value.set(class.clone().into_object()),
            None => {
                let kind = t.type_name(&cell);
                return Err(t.type_error(format!(
                    "__classcell__ must be a nonlocal cell, not <class '{kind}'>"
                )));
            }
        }
        names.remove_name(&t.names.classcell);
    }
    class.modified();
    Ok(class)
}

/// What `__slots__` says of the layout.
struct SlotLayout {
    members: Vec<types::Name>,
    dict: bool,
}

impl SlotLayout {
    fn new(t: &Thread, base: &Type, bases: &[Owned<Type>], names: &Dict) -> PyResult<SlotLayout> {
        let inherited = bases.iter().any(|base| base.head().has_dict());
        let Some(slots) = names.get_name(&t.names.slots) else {
            // Objects that keep a `__dict__` of their own already need no second one.
            let dict = base.slots.dict_place.get().is_none();
            return Ok(SlotLayout {
                members: vec![],
                dict: dict || inherited,
            });
        };
        let items = match as_str(&slots) {
            Some(_) => vec![slots.clone()],
            None => t.collect(&slots)?,
        };
        let mut layout = SlotLayout {
            members: vec![],
            dict: inherited,
        };
        for item in items {
            let Ok(text) = item.clone().into_owned::<Str>() else {
                let kind = t.type_name(&item);
                return Err(t.type_error(format!("__slots__ items must be strings, not '{kind}'")));
            };
            if !strings::is_name(t.version, text.chars()) {
                return Err(t.type_error("__slots__ must be identifiers"));
            }
            let name = t.intern_str(&text)?;
            if name.is(&t.names.dict) {
                if layout.dict {
                    return Err(t.type_error("__dict__ slot disallowed: we already got one"));
                }
                layout.dict = true;
            } else if !name.is(&t.names.weakref) {
                if names.get_name(&name).is_some() && !name.is(&t.names.qualname) {
                    return Err(t.value_error(format!(
                        "'{name}' in __slots__ conflicts with class variable"
                    )));
                }
                layout.members.push(name);
            }
        }
        layout.members.sort_by_key(types::Name::to_string);
        layout.members.dedup_by(|a, b| a.is(b));
        Ok(layout)
    }
}

/// The attributes that every class gets: module, doc, and the implicit kinds of methods.
fn fill_namespace(t: &Thread, class: &Type, names: &Dict) -> PyResult<()> {
    if names.get_name(&t.names.module).is_none()
        && let Some(module) = current_module(t)
    {
        names.set_name(&t.names.module, module)?;
    }
    if let Some(qualname) = names.get_name(&t.names.qualname) {
        if as_str(&qualname).is_none() {
            let kind = t.type_name(&qualname);
            return Err(t.type_error(format!("type __qualname__ must be a str, not {kind}")));
        }
        class.qualname.set(qualname);
        names.remove_name(&t.names.qualname);
    }
    if names.get_name(&t.names.doc).is_none() {
        names.set_name(&t.names.doc, Object::none())?;
    }
    for name in [&t.names.new, &t.names.init_subclass, &t.names.class_getitem] {
        let Some(function) = names.get_name(name) else {
            continue;
        };
        if function.downcast::<frames::Function>().is_some() {
            let wrapped = match name.is(&t.names.new) {
                true => crate::binding::static_method(t, function)?,
                false => crate::binding::class_method(t, function)?,
            };
            names.set_name(name, wrapped)?;
        }
    }
    if names.get_name(&t.names.eq).is_some() && names.get_name(&t.names.hash).is_none() {
        names.set_name(&t.names.hash, Object::none())?;
    }
    if class.head().has_dict() {
        t.add_instance_dict(class, names)?;
    }
    Ok(())
}

/// `__name__` of the globals of the running frame.
fn current_module(t: &Thread) -> Option<Object> {
    frames::current_globals(t)?.get_name(&t.names.name)
}

/// Tells the attributes that want to know under which name they stand.
fn call_set_name(t: &Thread, class: &Owned<Type>) -> PyResult<()> {
    let Some(names) = class.namespace() else {
        return Ok(());
    };
    let copy = names.table.copy()?;
    for index in 0..copy.entries() {
        let Some((key, value)) = copy.entry(index) else {
            continue;
        };
        let Some(method) = t.special_method(&value, &t.names.set_name)? else {
            continue;
        };
        let args = [class.clone().into_object(), key.clone()];
        if let Err(raised) = t.call_found(&value, method, &args) {
            let key = t.repr(&key)?.to_text();
            let error = t.runtime_error(format!(
                "Error calling __set_name__ on '{}' instance {key} in '{}'",
                t.type_name(&value),
                class.name()
            ));
            return Err(exceptions::with_cause(t, error, raised));
        }
    }
    Ok(())
}

/// `super(class, class).__init_subclass__(**keywords)`
fn call_init_subclass(t: &Thread, class: &Owned<Type>, args: Args<'_>) -> PyResult<()> {
    let mro = class.mro();
    for base in mro.iter().skip(1) {
        let found = base
            .namespace()
            .and_then(|names| names.get_name(&t.names.init_subclass));
        let Some(method) = found else { continue };
        let bound = t.bind(method, None, class.as_object())?;
        let values = &args.values()[args.plain().len()..];
        let args = Args::new(values, args.names()).unwrap_or(Args::positional(values));
        t.call_with(&bound, args)?;
        return Ok(());
    }
    Ok(())
}

/// `type.__init__` checks the number of its arguments and does nothing.
fn init(t: &Thread, object: &Object, args: Args<'_>) -> PyResult<()> {
    if args.has_keywords() && args.plain().len() == 1 {
        return Err(t.type_error("type.__init__() takes no keyword arguments"));
    }
    match args.plain().len() {
        1 | 3 => Ok(()),
        _ => {
            let _ = object;
            Err(t.type_error("type.__init__() takes 1 or 3 arguments"))
        }
    }
}

/// Assignment to `__class__` (`object_set_class`).
pub(crate) fn set_class(t: &Thread, object: &Object, value: Option<&Object>) -> PyResult<()> {
    let Some(value) = value else {
        return Err(t.type_error("can't delete __class__ attribute"));
    };
    let Some(class) = value.downcast::<Type>() else {
        let kind = t.type_name(value);
        return Err(t.type_error(format!(
            "__class__ must be set to a class, not '{kind}' object"
        )));
    };
    let old = t.type_of(object);
    if !old.has(Flags::HEAP) || !class.has(Flags::HEAP) {
        return Err(t.type_error(
            "__class__ assignment only supported for heap types or ModuleType subclasses",
        ));
    }
    let refuse = || {
        t.type_error(format!(
            "__class__ assignment: '{}' object layout differs from '{}'",
            class.name(),
            old.name()
        ))
    };
    let Some(header) = object.header() else {
        return Err(refuse());
    };
    if !old.head().same_shape(class.head()) {
        return Err(refuse());
    }
    // The values lie in the order of the old class's names.
    if let Some(instance) = header.instance() {
        t.instance_dict(object, instance)?;
    }
    match header.set_type(class.core()) {
        true => Ok(()),
        false => Err(refuse()),
    }
}

fn class<'a>(t: &Thread, object: &'a Object) -> PyResult<&'a Type> {
    object
        .downcast()
        .ok_or_else(|| t.type_error("a type was expected"))
}

fn tuple_of(t: &Thread, types: Vec<Owned<Type>>) -> PyResult {
    containers::tuple(t, types.into_iter().map(Owned::into_object).collect())
}

static ACCESSORS: &[AccessorDef] = &[
    AccessorDef {
        name: "__bases__",
        get: |t, object| tuple_of(t, class(t, object)?.bases()),
        set: None,
        doc: "",
    },
    AccessorDef {
        name: "__base__",
        get: |t, object| {
            let base = class(t, object)?
                .base()
                .map(|base| base.object().into_object());
            Ok(base.unwrap_or(Object::none()))
        },
        set: None,
        doc: "",
    },
    AccessorDef {
        name: "__mro__",
        get: |t, object| tuple_of(t, class(t, object)?.mro()),
        set: None,
        doc: "",
    },
    AccessorDef {
        name: "__dict__",
        get: |t, object| match class(t, object)?.namespace() {
            Some(names) => containers::mapping_proxy(t, names.into_object()),
            None => Ok(Object::none()),
        },
        set: None,
        doc: "",
    },
    AccessorDef {
        name: "__doc__",
        get: |t, object| {
            let names = class(t, object)?.namespace();
            match names.and_then(|names| names.get_name(&t.names.doc)) {
                Some(doc) => t.bind(doc, None, object),
                None => Ok(Object::none()),
            }
        },
        set: Some(|t, object, value| {
            let class = class(t, object)?;
            if class.has(Flags::IMMUTABLE) {
                return Err(t.type_error(format!(
                    "cannot set '__doc__' attribute of immutable type '{}'",
                    class.name()
                )));
            }
            if let (Some(names), Some(value)) = (class.namespace(), value) {
                names.set_name(&t.names.doc, value.clone())?;
            }
            class.modified();
            Ok(())
        }),
        doc: "",
    },
    AccessorDef {
        name: "__annotations__",
        get: |t, object| {
            let class = class(t, object)?;
            let Some(names) = class.namespace().filter(|_| class.has(Flags::HEAP)) else {
                return Err(t.attribute_error(object, &t.names.annotations));
            };
            if let Some(annotations) = names.get_name(&t.names.annotations) {
                return Ok(annotations);
            }
            let annotations = containers::dict(t)?.into_object();
            names.set_name(&t.names.annotations, annotations.clone())?;
            class.modified();
            Ok(annotations)
        },
        set: Some(|t, object, value| {
            let class = class(t, object)?;
            if let (Some(names), Some(value)) = (class.namespace(), value) {
                names.set_name(&t.names.annotations, value.clone())?;
            }
            class.modified();
            Ok(())
        }),
        doc: "",
    },
];

static METHODS: &[NativeDef] = &[
    NativeDef {
        name: "mro",
        code: NativeCode::NoArgs(|t, object| {
            let mro = class(t, object)?
                .mro()
                .into_iter()
                .map(Owned::into_object)
                .collect();
            containers::list(t, mro)
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

static CLASS_METHODS: &[NativeDef] = &[NativeDef {
    name: "__prepare__",
    code: NativeCode::Keywords(|t, _, _| Ok(containers::dict(t)?.into_object())),
    doc: "__prepare__() -> dict\nused to create the namespace for the class statement",
}];

/// The `__dict__` of instances, as it stands in the namespace of their class.
static INSTANCE_DICT: AccessorDef = AccessorDef {
    name: "__dict__",
    get: |t, object| match instance(object) {
        Some(instance) => Ok(t.instance_dict(object, instance)?.into_object()),
        None => Err(t.attribute_error(object, &t.names.dict)),
    },
    set: Some(|t, object, value| {
        let Some(instance) = instance(object) else {
            return Err(t.attribute_error(object, &t.names.dict));
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
    doc: "dictionary for instance variables (if defined)",
};

fn instance(object: &Object) -> Option<&InstancePrefix> {
    object.header().and_then(|header| header.instance())
}

trait AddInstanceDict {
    fn add_instance_dict(&self, class: &Type, names: &Dict) -> PyResult<()>;
}

impl AddInstanceDict for Thread {
    fn add_instance_dict(&self, class: &Type, names: &Dict) -> PyResult<()> {
        let of_base = class.base().is_some_and(|base| base.head().has_dict());
        if of_base || names.get_name(&self.names.dict).is_some() {
            return Ok(());
        }
        let field = types::GetSet {
            def: &INSTANCE_DICT,
            owner: class.object(),
        };
        let field = heap().make(self.types.getset.core(), field)?;
        Ok(names.set_name(&self.names.dict, field.into_object())?)
    }
}

pub(crate) fn install(t: &Thread) -> PyResult<()> {
    let kind = t.types.type_;
    kind.slots.new.set(Some(new));
    kind.slots.init.set(Some(init));
    t.add_accessors(kind, ACCESSORS)?;
    t.add_methods(kind, METHODS)?;
    t.add_class_methods(kind, CLASS_METHODS)?;
    t.ready(kind)?;
    for class in [
        t.types.type_,
        t.types.object,
        t.types.int,
        t.types.bool,
        t.types.float,
        t.types.complex,
        t.types.str,
        t.types.bytes,
        t.types.bytearray,
        t.types.tuple,
        t.types.list,
        t.types.dict,
        t.types.set,
        t.types.frozenset,
        t.types.range,
        t.types.slice,
        t.types.enumerate,
        t.types.zip,
        t.types.map,
        t.types.filter,
        t.types.reversed,
    ] {
        t.builtins
            .set_name(&t.intern(&class.name())?, class.object().into_object())?;
    }
    for (name, value) in [
        ("None", Object::none()),
        ("Ellipsis", Object::ellipsis()),
        ("NotImplemented", Object::not_implemented()),
        ("__debug__", Object::bool(true)),
    ] {
        t.builtins.set_name(&t.intern(name)?, value)?;
    }
    Ok(())
}
