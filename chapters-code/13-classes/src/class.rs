//! How is a class made? `type.__new__`.

use crate::layout::{added, best_base, weak_gap};
use crate::mro::{as_types, set_order};
use crate::{members, special};
use objects::{Object, Owned, TypeHead, heap};
use types::{
    Args, Dict, Flags, Member, NativeCode, NativeDef, PyResult, Str, Thread, Tuple, Type, as_str,
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

/// `type.__new__(meta, name, bases, namespace)`
fn new(t: &Thread, meta: &Type, args: Args<'_>) -> PyResult {
    let [name, bases, namespace] = args.plain() else {
        let given = args.plain().len();
        return Err(t.type_error(format!(
            "type.__new__() takes exactly 3 arguments ({given} given)"
        )));
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
    let names = Dict::of(t.types.dict, namespace.table.copy()?)?;
    let added = added(t, name, &base, &bases, &names)?;
    if name.chars().iter().any(|char| char == 0) {
        return Err(t.value_error("type name must not contain null characters"));
    }
    let gap = weak_gap(&base, &added);
    let places = u16::try_from(added.slots.len() + usize::from(gap)).ok();
    let Some(head) = places.and_then(|places| TypeHead::derived(base.head(), places, added.dict))
    else {
        return Err(t.type_error("too many __slots__"));
    };
    let names = names.table.take();
    let class = Type::derived(t.types, meta, &name.to_text(), head, base.clone(), names)?;
    class.added.replace(added);
    if class.added.borrow().weak || base.has(Flags::WEAK) {
        class.set_flags(Flags::WEAK);
    }
    fill_namespace(t, &class)?;
    set_class_cell(t, &class)?;
    add_descriptors(t, &class, &base)?;
    class.enter_bases(bases);
    set_order(t, &class)?;
    let order = class.mro();
    for flag in [Flags::SEQUENCE, Flags::MAPPING, Flags::MATCH_SELF] {
        if order.iter().any(|base| base.has(flag)) {
            class.set_flags(flag);
        }
    }
    special::update_all(t, &class);
    if special::find(&class, &t.names.del).is_some() {
        special::set_finalizer(&class);
    }
    Ok(class)
}

/// The attributes that every class gets: module, and the implicit kinds of methods.
fn fill_namespace(t: &Thread, class: &Type) -> PyResult<()> {
    let Some(names) = class.namespace() else {
        return Ok(());
    };
    if names.get_name(&t.names.module).is_none()
        && let Some(module) = current_module(t)
    {
        class.put(&t.names.module, Some(module))?;
    }
    if let Some(qualname) = names.get_name(&t.names.qualname) {
        if as_str(&qualname).is_none() {
            let kind = t.type_name(&qualname);
            return Err(t.type_error(format!("type __qualname__ must be a str, not {kind}")));
        }
        class.qualname.set(qualname);
        class.put(&t.names.qualname, None)?;
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
            class.put(name, Some(wrapped))?;
        }
    }
    Ok(())
}

/// Tells the methods that use `super()` or `__class__` which class they are of.
fn set_class_cell(t: &Thread, class: &Owned<Type>) -> PyResult<()> {
    let cell = class.namespace();
    let Some(cell) = cell.and_then(|names| names.get_name(&t.names.classcell)) else {
        return Ok(());
    };
    let Some(place) = cell.downcast::<frames::Cell>() else {
        let kind = t.repr(t.type_of(&cell).object().as_object())?.to_text();
        return Err(t.type_error(format!("__classcell__ must be a nonlocal cell, not {kind}")));
    };
    place.value.set(class.clone().into_object());
    class.put(&t.names.classcell, None)?;
    Ok(())
}

/// The descriptors of what the class adds to its objects; then what it must at least say of
/// itself: a docstring, and that it cannot be hashed if it compares without hashing.
fn add_descriptors(t: &Thread, class: &Owned<Type>, base: &Type) -> PyResult<()> {
    let Some(names) = class.namespace() else {
        return Ok(());
    };
    let added = class.added.borrow().clone();
    let first = base.head().member_slots() + weak_gap(base, &added);
    for (number, name) in added.slots.iter().enumerate() {
        let place = Member {
            name: name.clone(),
            place: types::MemberPlace::Slot(first + number as u16),
            owner: class.clone(),
        };
        let place = heap().make(t.types.member.core(), place)?;
        class.put(name, Some(place.into_object()))?;
    }
    for (field, wanted) in [
        (&members::INSTANCE_DICT, added.dict),
        (&members::WEAKREF, added.weak),
    ] {
        let name = t.intern(field.name)?;
        if wanted && names.get_name(&name).is_none() {
            let field = types::GetSet {
                def: field,
                owner: class.clone(),
            };
            let field = heap().make(t.types.getset.core(), field)?;
            class.put(&name, Some(field.into_object()))?;
        }
    }
    if names.get_name(&t.names.doc).is_none() {
        class.put(&t.names.doc, Some(Object::none()))?;
    }
    if names.get_name(&t.names.eq).is_some() && names.get_name(&t.names.hash).is_none() {
        class.put(&t.names.hash, Some(Object::none()))?;
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
    let copy = names.copy()?;
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
    if !mro.iter().any(|own| own.is(class)) {
        let message = "super(type, obj): obj must be an instance or subtype of type";
        return Err(t.type_error(message));
    }
    for base in mro.iter().filter(|base| !base.is(class)) {
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
fn init(t: &Thread, _: &Object, args: Args<'_>) -> PyResult<()> {
    if args.has_keywords() && args.plain().len() == 1 {
        return Err(t.type_error("type.__init__() takes no keyword arguments"));
    }
    match args.plain().len() {
        1 | 3 => Ok(()),
        _ => Err(t.type_error("type.__init__() takes 1 or 3 arguments")),
    }
}

static CLASS_METHODS: &[NativeDef] = &[NativeDef {
    name: "__prepare__",
    code: NativeCode::Keywords(|t, _, _| Ok(containers::dict(t)?.into_object())),
    doc: "__prepare__() -> dict\nused to create the namespace for the class statement",
}];

pub(crate) fn install(t: &Thread) -> PyResult<()> {
    let kind = t.types.type_;
    kind.slots.new.set(Some(new));
    kind.slots.init.set(Some(init));
    members::install(t)?;
    t.add_class_methods(kind, CLASS_METHODS)?;
    t.ready(kind)?;
    let weak = [
        t.types.type_,
        t.types.set,
        t.types.frozenset,
        t.types.function,
        t.types.method,
        t.types.native_function,
        t.types.generator,
        t.types.coroutine,
        t.types.async_generator,
        t.types.code,
        t.types.module,
        t.types.memoryview,
    ];
    for class in weak {
        class.set_flags(Flags::WEAK);
    }
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
