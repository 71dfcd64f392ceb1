//! How do special methods reach the slots? A class made by Python gets, for every special
//! method that it or a base has, a function in its slot that looks the method up and calls
//! it (CPython's `slot_*` functions of `Objects/typeobject.c`). What a builtin base provides
//! keeps the builtin's function.

use crate::table::SPECIALS;
use objects::{Object, Owned};
use std::cell::OnceCell;
use types::{
    Args, BinaryOp, CompareOp, ErrorKind, Flags, Method, Name, PyResult, Raised, Slots, Thread,
    Type,
};

/// A slot, or a few that belong together, and the special methods that it stands for.
pub(crate) struct Special {
    /// The methods.
    pub(crate) names: &'static [&'static str],
    /// Puts the function in that calls the methods.
    pub(crate) python: fn(&Slots),
    /// Takes over what another type has there.
    pub(crate) copy: fn(&Slots, &Slots),
    /// Empties it.
    pub(crate) clear: fn(&Slots),
}

/// Finds a name in the order of resolution, and the class that has it.
pub(crate) fn find(class: &Type, name: &Name) -> Option<(Object, Owned<Type>)> {
    class.find_with_owner(name)
}

/// Brings one slot in step with the class's methods (`update_one_slot`).
fn update(class: &Type, special: &Special, names: &[Name]) {
    let mut builtin = None;
    for name in names {
        let Some((_, owner)) = find(class, name) else {
            continue;
        };
        if owner.has(Flags::HEAP) {
            return (special.python)(&class.slots);
        }
        builtin = builtin.or(Some(owner));
    }
    match builtin {
        Some(owner) => (special.copy)(&class.slots, &owner.slots),
        None => (special.clear)(&class.slots),
    }
}

/// The names of the special methods, interned: those of each row of [`SPECIALS`].
#[derive(Default)]
struct SpecialNames(OnceCell<Vec<Vec<Name>>>);

/// The rows of [`SPECIALS`], and the names of each.
fn specials(t: &Thread) -> PyResult<impl Iterator<Item = (&'static Special, &'static [Name])>> {
    let names = &t.extension::<SpecialNames>().0;
    let names = match names.get() {
        Some(names) => names,
        None => {
            let row = |special: &Special| special.names.iter().map(|name| t.intern(name)).collect();
            let rows = SPECIALS.iter().map(row).collect::<PyResult<_>>()?;
            names.get_or_init(|| rows)
        }
    };
    Ok(SPECIALS.iter().zip(names.iter().map(Vec::as_slice)))
}

/// Brings all slots of a new class in step.
pub(crate) fn update_all(t: &Thread, class: &Type) {
    if let Some(base) = class.base() {
        class.slots.copy_from(&base.slots);
    }
    // The names were interned by `install`: there is no error left.
    for (special, names) in specials(t).into_iter().flatten() {
        update(class, special, names);
    }
    note_lookup(t, class);
}

/// Interns the names, so that making a class need not.
pub(crate) fn install(t: &Thread) -> PyResult<()> {
    specials(t).map(drop)
}

/// Is attribute lookup on objects of this class the generic one?
fn note_lookup(t: &Thread, class: &Type) {
    let plain = match (
        class.slots.get_attribute.get(),
        t.types.object.slots.get_attribute.get(),
    ) {
        (Some(own), Some(generic)) => std::ptr::fn_addr_eq(own, generic),
        _ => false,
    };
    match plain {
        true => class.set_flags(Flags::PLAIN_LOOKUP),
        false => class.clear_flags(Flags::PLAIN_LOOKUP),
    }
}

/// The hook `class_changed`: an attribute of a class was set or deleted.
pub(crate) fn attribute_changed(t: &Thread, class: &Type, name: &Name) -> PyResult<()> {
    if !name
        .str()
        .as_ascii()
        .is_some_and(|text| text.starts_with("__"))
    {
        return Ok(());
    }
    let mut pending = vec![class.object()];
    while let Some(class) = pending.pop() {
        for (special, names) in specials(t)? {
            if names.iter().any(|own| own.is(name)) {
                update(&class, special, names);
            }
        }
        if name.is(&t.names.del) {
            set_finalizer(&class);
        }
        note_lookup(t, &class);
        pending.extend(class.subclasses());
    }
    Ok(())
}

/// Has `__del__` called when an object dies.
pub(crate) fn set_finalizer(class: &Type) {
    class.slots.finalize.set(Some(finalize));
    class.enable_finalizer();
}

fn finalize(t: &Thread, object: &Object) {
    let handled = t.handled.take();
    let result = match t.special_method(object, &t.names.del) {
        Ok(Some(method)) => t.call_found(object, method, &[]).map(drop),
        Ok(None) => Ok(()),
        Err(raised) => Err(raised),
    };
    if let Err(raised) = result {
        let method = t.lookup(t.type_of(object), &t.names.del);
        (t.hooks.unraisable.get())(t, raised, &method.unwrap_or(Object::none()));
    }
    drop(t.handled.replace(handled));
}

/// Calls a special method; `None` if the type has none.
pub(crate) fn call(
    t: &Thread,
    object: &Object,
    name: &Name,
    args: &[Object],
) -> PyResult<Option<Object>> {
    match t.special_method(object, name)? {
        Some(method) => t.call_found(object, method, args).map(Some),
        None => Ok(None),
    }
}

/// Calls a special method that the type has: it had one of those of the slot when the slot
/// was filled, but perhaps not this one (`vectorcall_method`).
pub(crate) fn required(t: &Thread, object: &Object, name: &Name, args: &[Object]) -> PyResult {
    match call(t, object, name, args)? {
        Some(value) => Ok(value),
        None => Err(t.attribute_error_with(name.to_string(), object, name)),
    }
}

/// A special method without which there is a default; that its descriptor fails to give it
/// counts as not having it.
fn optional(t: &Thread, object: &Object, name: &Name) -> Option<Method> {
    t.special_method(object, name).ok().flatten()
}

pub(crate) fn repr(t: &Thread, object: &Object) -> PyResult {
    match optional(t, object, &t.names.repr) {
        Some(method) => t.call_found(object, method, &[]),
        None => {
            let (kind, address) = (t.type_name(object), object.identity());
            t.str(&format!("<{kind} object at {address:#x}>"))
        }
    }
}

pub(crate) fn str(t: &Thread, object: &Object) -> PyResult {
    match call(t, object, &t.names.str, &[])? {
        Some(text) => Ok(text),
        None => Ok(t.repr(object)?.into_object()),
    }
}

pub(crate) fn hash(t: &Thread, object: &Object) -> PyResult<i64> {
    let refused = t.lookup(t.type_of(object), &t.names.hash);
    let refused = refused.is_some_and(|method| method.is_none());
    let method = optional(t, object, &t.names.hash).filter(|_| !refused);
    let Some(method) = method else {
        let kind = t.type_name(object);
        return Err(t.type_error(format!("unhashable type: '{kind}'")));
    };
    let value = t.call_found(object, method, &[])?;
    let Some(number) = numbers::Integer::of(&value) else {
        return Err(t.type_error("__hash__ method should return an integer"));
    };
    // What does not fit a machine word is folded as the hash of an integer is.
    let folded = match number.to_i64() {
        Some(value) => value,
        None => t.hash(&value)?,
    };
    Ok(if folded == -1 { -2 } else { folded })
}

pub(crate) fn call_slot(t: &Thread, object: &Object, args: Args<'_>) -> PyResult {
    let method = match t.special_method(object, &t.names.call)? {
        Some(method) => method,
        None => {
            let name = &t.names.call;
            return Err(t.attribute_error_with(name.to_string(), object, name));
        }
    };
    call_with(t, object, method, args)
}

fn call_with(t: &Thread, object: &Object, method: Method, args: Args<'_>) -> PyResult {
    match method {
        Method::Bound(callable) => t.call_with(&callable, args),
        Method::Unbound(function) => {
            let mut all = Vec::with_capacity(args.values().len() + 1);
            all.push(object.clone());
            all.extend_from_slice(args.values());
            t.call_with(
                &function,
                Args::new(&all, args.names()).unwrap_or(Args::positional(&all)),
            )
        }
    }
}

/// `__getattribute__`, and `__getattr__` if that finds nothing.
pub(crate) fn get_attribute(t: &Thread, object: &Object, name: &Name) -> PyResult {
    let kind = t.type_of(object).object();
    if has_plain_getattribute(t, &kind) {
        // What is not found needs no error, if there is a method that makes it up.
        return match t.find_generic_attribute(object, name) {
            Ok(Some(value)) => Ok(value),
            Ok(None) => match t.special_method(object, &t.names.getattr)? {
                Some(method) => t.call_found(object, method, &[name.object().clone()]),
                None => Err(t.attribute_error(object, name)),
            },
            Err(raised) => made_up(t, object, name, raised),
        };
    }
    let getattribute = find(&kind, &t.names.getattribute);
    let found = match getattribute {
        Some((_, owner)) if owner.has(Flags::HEAP) => {
            required(t, object, &t.names.getattribute, &[name.object().clone()])
        }
        Some((_, owner)) => match owner.slots.get_attribute.get() {
            Some(get) => get(t, object, name),
            None => Err(t.attribute_error(object, name)),
        },
        None => Err(t.attribute_error(object, name)),
    };
    found.or_else(|raised| made_up(t, object, name, raised))
}

/// Is the `__getattribute__` of a class that of `object`?
fn has_plain_getattribute(t: &Thread, kind: &Type) -> bool {
    let name = &t.names.getattribute;
    match (t.lookup(kind, name), t.lookup(t.types.object, name)) {
        (Some(own), Some(plain)) => own.is(&plain),
        _ => false,
    }
}

/// What `__getattr__` gives in the place of an attribute that was not found.
fn made_up(t: &Thread, object: &Object, name: &Name, raised: Raised) -> PyResult {
    if !raised.is(t, ErrorKind::AttributeError) {
        return Err(raised);
    }
    match t.special_method(object, &t.names.getattr)? {
        Some(method) => t.call_found(object, method, &[name.object().clone()]),
        None => Err(raised),
    }
}

pub(crate) fn set_attribute(
    t: &Thread,
    object: &Object,
    name: &Name,
    value: Option<&Object>,
) -> PyResult<()> {
    let name = name.object().clone();
    match value {
        Some(value) => required(t, object, &t.names.setattr, &[name, value.clone()]),
        None => required(t, object, &t.names.delattr, &[name]),
    }
    .map(drop)
}

/// `pow(a, b, modulus)` asks `__pow__` of the first; `__rpow__` knows of no modulus
/// (`slot_nb_power`).
pub(crate) fn power(t: &Thread, a: &Object, b: &Object, modulus: &Object) -> PyResult {
    if modulus.is_none() {
        return t.binary(BinaryOp::Power, a, b);
    }
    let own: types::TernaryFn = power;
    match t.type_of(a).slots.power.get() {
        Some(slot) if std::ptr::fn_addr_eq(slot, own) => {
            let args = [b.clone(), modulus.clone()];
            let result = call(t, a, &t.names.pow, &args)?;
            Ok(result.unwrap_or(Object::not_implemented()))
        }
        _ => Ok(Object::not_implemented()),
    }
}

pub(crate) fn compare(t: &Thread, a: &Object, b: &Object, op: CompareOp) -> PyResult {
    match optional(t, a, op.method(&t.names)) {
        Some(method) => t.call_found(a, method, std::slice::from_ref(b)),
        None => Ok(Object::not_implemented()),
    }
}

pub(crate) fn iter(t: &Thread, object: &Object) -> PyResult {
    let method = t.lookup(t.type_of(object), &t.names.iter);
    match method {
        Some(method) if !method.is_none() => required(t, object, &t.names.iter, &[]),
        None if t.lookup(t.type_of(object), &t.names.getitem).is_some() => {
            let Some(new) = t.types.iterator.slots.new.get() else {
                return Err(t.type_error("the sequence iterator is not installed"));
            };
            new(
                t,
                t.types.iterator,
                Args::positional(std::slice::from_ref(object)),
            )
        }
        _ => {
            let kind = t.type_name(object);
            Err(t.type_error(format!("'{kind}' object is not iterable")))
        }
    }
}

pub(crate) fn next(t: &Thread, object: &Object) -> PyResult<Option<Object>> {
    required(t, object, &t.names.next, &[]).map(Some)
}

pub(crate) fn descriptor_get(
    t: &Thread,
    object: &Object,
    instance: Option<&Object>,
    owner: &Object,
) -> PyResult {
    let instance = instance.cloned().unwrap_or(Object::none());
    match call(t, object, &t.names.get, &[instance, owner.clone()])? {
        Some(value) => Ok(value),
        None => Ok(object.clone()),
    }
}

pub(crate) fn descriptor_set(
    t: &Thread,
    object: &Object,
    instance: &Object,
    value: Option<&Object>,
) -> PyResult<()> {
    match value {
        Some(value) => required(t, object, &t.names.set, &[instance.clone(), value.clone()]),
        None => required(t, object, &t.names.delete, std::slice::from_ref(instance)),
    }
    .map(drop)
}

pub(crate) fn init(t: &Thread, object: &Object, args: Args<'_>) -> PyResult<()> {
    let Some(method) = t.special_method(object, &t.names.init)? else {
        return Ok(());
    };
    let result = call_with(t, object, method, args)?;
    if !result.is_none() {
        let kind = t.type_name(&result);
        return Err(t.type_error(format!("__init__() should return None, not '{kind}'")));
    }
    Ok(())
}

pub(crate) fn new(t: &Thread, class: &Type, args: Args<'_>) -> PyResult {
    let object = class.object().into_object();
    let function = t.get_attribute(&object, &t.names.new)?;
    let mut all = Vec::with_capacity(args.values().len() + 1);
    all.push(object);
    all.extend_from_slice(args.values());
    t.call_with(
        &function,
        Args::new(&all, args.names()).unwrap_or(Args::positional(&all)),
    )
}

pub(crate) fn bool(t: &Thread, object: &Object) -> PyResult<bool> {
    if let Some(value) = call(t, object, &t.names.bool, &[])? {
        return value.as_bool().ok_or_else(|| {
            let kind = t.type_name(&value);
            t.type_error(format!("__bool__ should return bool, returned {kind}"))
        });
    }
    match t.special_method(object, &t.names.len)? {
        Some(_) => Ok(length(t, object)? != 0),
        None => Ok(true),
    }
}

pub(crate) fn length(t: &Thread, object: &Object) -> PyResult<usize> {
    let value = required(t, object, &t.names.len, &[])?;
    let value = t.index_or(&value, ErrorKind::OverflowError)?;
    usize::try_from(value).map_err(|_| t.value_error("__len__() should return >= 0"))
}

pub(crate) fn contains(t: &Thread, object: &Object, item: &Object) -> PyResult<bool> {
    let method = t.lookup(t.type_of(object), &t.names.contains);
    match method {
        Some(method) if method.is_none() => {
            let kind = t.type_name(object);
            Err(t.type_error(format!("'{kind}' object is not a container")))
        }
        Some(_) => {
            let value = required(t, object, &t.names.contains, std::slice::from_ref(item))?;
            t.is_true(&value)
        }
        None => t.contains_by_iterating(object, item),
    }
}

pub(crate) fn subscript(t: &Thread, object: &Object, key: &Object) -> PyResult {
    required(t, object, &t.names.getitem, std::slice::from_ref(key))
}

/// `__getitem__` by number: what makes the object a sequence to iterate over.
pub(crate) fn item(t: &Thread, object: &Object, index: i64) -> PyResult {
    subscript(t, object, &numbers::int(t, index)?)
}

pub(crate) fn set_subscript(
    t: &Thread,
    object: &Object,
    key: &Object,
    value: Option<&Object>,
) -> PyResult<()> {
    match value {
        Some(value) => required(t, object, &t.names.setitem, &[key.clone(), value.clone()]),
        None => required(t, object, &t.names.delitem, std::slice::from_ref(key)),
    }
    .map(drop)
}

/// Is this the slot function of `op` that calls Python methods?
fn is_python(slot: Option<types::BinaryFn>, own: types::BinaryFn) -> bool {
    slot.is_some_and(|slot| std::ptr::fn_addr_eq(slot, own))
}

/// A binary operator by its methods (`SLOT1BINFULL`).
pub(crate) fn binary(
    t: &Thread,
    (a, b): (&Object, &Object),
    op: BinaryOp,
    own: types::BinaryFn,
    (name, reflected): (&Name, &Name),
) -> PyResult {
    let (a_type, b_type) = (t.type_of(a), t.type_of(b));
    let slot = |kind: &Type| kind.slots.binary[op as usize].get();
    let mut try_other = !a_type.is(b_type) && is_python(slot(b_type), own);
    if is_python(slot(a_type), own) {
        if try_other && b_type.is_subtype(a_type) && overrides(t, a_type, b_type, reflected) {
            if let Some(result) = call(t, b, reflected, std::slice::from_ref(a))?
                && !result.is_not_implemented()
            {
                return Ok(result);
            }
            try_other = false;
        }
        if let Some(result) = call(t, a, name, std::slice::from_ref(b))?
            && (!result.is_not_implemented() || a_type.is(b_type))
        {
            return Ok(result);
        }
    }
    match try_other {
        true => Ok(
            call(t, b, reflected, std::slice::from_ref(a))?.unwrap_or(Object::not_implemented())
        ),
        false => Ok(Object::not_implemented()),
    }
}

/// Has the right operand's class another reflected method than the left's?
fn overrides(t: &Thread, left: &Type, right: &Type, name: &Name) -> bool {
    match (t.lookup(left, name), t.lookup(right, name)) {
        (Some(left), Some(right)) => !left.is(&right),
        (None, Some(_)) => true,
        _ => false,
    }
}

pub(crate) fn divmod(t: &Thread, a: &Object, b: &Object) -> PyResult {
    let first = call(t, a, &t.names.divmod, std::slice::from_ref(b))?;
    match first {
        Some(result) if !result.is_not_implemented() => Ok(result),
        _ => Ok(call(t, b, &t.names.rdivmod, std::slice::from_ref(a))?
            .unwrap_or(Object::not_implemented())),
    }
}
