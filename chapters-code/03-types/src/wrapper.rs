//! Why does `int.__add__` exist? For every slot that a builtin type fills, its namespace
//! gets a method of the special name that calls the slot (CPython's `slotdefs` and
//! `add_operators`).
#![forbid(unsafe_code)]

use crate::kind::{Flags, Type};
use crate::name::Name;
use crate::native::{AccessorDef, check_count, no_keywords};
use crate::raised::PyResult;
use crate::slots::{Args, BinaryOp, CompareOp, Sent, SetAttributeFn, Slots};
use crate::thread::Thread;
use objects::{Object, Owned, Visit, heap, payload};

/// A special method and the slot that it calls: the row of a table.
pub struct WrapperDef {
    /// The special name.
    pub name: &'static str,
    /// Is the slot filled?
    pub filled: fn(&Slots) -> bool,
    /// Calls the slot of `owner` on an object.
    pub call: fn(&Thread, &Type, &Object, Args<'_>) -> PyResult,
    /// The docstring.
    pub doc: &'static str,
}

/// `wrapper_descriptor`: a special method of a builtin type.
pub struct SlotWrapper {
    /// Its row.
    pub def: &'static WrapperDef,
    /// The type whose slot it calls.
    pub owner: Owned<Type>,
}

payload!(SlotWrapper, "wrapper_descriptor");

/// `method-wrapper`: a special method bound to an object.
struct MethodWrapper {
    wrapper: Owned<SlotWrapper>,
    receiver: Object,
}

payload!(MethodWrapper, "method-wrapper", traverse);

impl MethodWrapper {
    fn traverse(&self, visit: Visit<'_>) {
        visit(self.wrapper.as_object());
        visit(&self.receiver);
    }

    fn clear(&self) {}
}

fn exactly<'a>(t: &Thread, args: Args<'a>, count: usize) -> PyResult<&'a [Object]> {
    no_keywords(t, "wrapper", args)?;
    let given = args.plain().len();
    if given != count {
        let plural = if count == 1 { "" } else { "s" };
        return Err(t.type_error(format!("expected {count} argument{plural}, got {given}")));
    }
    Ok(args.plain())
}

fn missing(t: &Thread) -> crate::Raised {
    t.type_error("the type has no such operation")
}

macro_rules! wrappers {
    ($($name:literal, $slot:ident, |$t:ident, $slot_fn:ident, $object:ident, $args:ident| $body:expr, $doc:literal;)*) => {
        &[$(WrapperDef {
            name: $name,
            filled: |slots| slots.$slot.get().is_some(),
            call: |$t, owner, $object, args| {
                let Some($slot_fn) = owner.slots.$slot.get() else { return Err(missing($t)) };
                let $args = args;
                $body
            },
            doc: $doc,
        }),*]
    };
}

macro_rules! binary_wrappers {
    ($($op:ident $name:literal $reflected:literal $inplace:literal),* $(,)?) => {
        &[$(
            WrapperDef {
                name: $name,
                filled: |slots| slots.binary[BinaryOp::$op as usize].get().is_some(),
                call: |t, owner, object, args| {
                    operate(t, owner, BinaryOp::$op, args, |other| (object, other))
                },
                doc: concat!("Return self ", $name, " value."),
            },
            WrapperDef {
                name: $reflected,
                filled: |slots| slots.binary[BinaryOp::$op as usize].get().is_some(),
                call: |t, owner, object, args| {
                    operate(t, owner, BinaryOp::$op, args, |other| (other, object))
                },
                doc: concat!("Return value ", $name, " self."),
            },
            WrapperDef {
                name: $inplace,
                filled: |slots| slots.inplace[BinaryOp::$op as usize].get().is_some(),
                call: |t, owner, object, args| {
                    let slot = owner.slots.inplace[BinaryOp::$op as usize].get();
                    let function = slot.ok_or_else(|| missing(t))?;
                    function(t, object, &exactly(t, args, 1)?[0])
                },
                doc: concat!("Apply ", $name, " in place."),
            },
        )*]
    };
}

/// Calls the slot of an operator with the object and its argument in the order that `order`
/// says. `__pow__` also takes a modulus, which is the business of the slot `power`.
fn operate<'a>(
    t: &Thread,
    owner: &Type,
    op: BinaryOp,
    args: Args<'a>,
    order: impl Fn(&'a Object) -> (&'a Object, &'a Object),
) -> PyResult {
    if let (BinaryOp::Power, [other, modulus], Some(power)) =
        (op, args.plain(), owner.slots.power.get())
    {
        let (a, b) = order(other);
        return power(t, a, b, modulus);
    }
    let function = owner.slots.binary[op as usize]
        .get()
        .ok_or_else(|| missing(t))?;
    let (a, b) = order(&exactly(t, args, 1)?[0]);
    function(t, a, b)
}

static BINARY: &[WrapperDef] = binary_wrappers! {
    Add "__add__" "__radd__" "__iadd__", And "__and__" "__rand__" "__iand__",
    FloorDivide "__floordiv__" "__rfloordiv__" "__ifloordiv__",
    LeftShift "__lshift__" "__rlshift__" "__ilshift__",
    MatrixMultiply "__matmul__" "__rmatmul__" "__imatmul__",
    Multiply "__mul__" "__rmul__" "__imul__", Remainder "__mod__" "__rmod__" "__imod__",
    Or "__or__" "__ror__" "__ior__", Power "__pow__" "__rpow__" "__ipow__",
    RightShift "__rshift__" "__rrshift__" "__irshift__", Subtract "__sub__" "__rsub__" "__isub__",
    TrueDivide "__truediv__" "__rtruediv__" "__itruediv__", Xor "__xor__" "__rxor__" "__ixor__",
};

macro_rules! compare_wrappers {
    ($($op:ident $name:literal),* $(,)?) => {
        &[$(WrapperDef {
            name: $name,
            filled: |slots| slots.compare.get().is_some(),
            call: |t, owner, object, args| {
                let compare = owner.slots.compare.get().ok_or_else(|| missing(t))?;
                compare(t, object, &exactly(t, args, 1)?[0], CompareOp::$op)
            },
            doc: concat!("Return self ", $name, " value."),
        }),*]
    };
}

static COMPARE: &[WrapperDef] = compare_wrappers! {
    Lt "__lt__", Le "__le__", Eq "__eq__", Ne "__ne__", Gt "__gt__", Ge "__ge__",
};

fn int(t: &Thread, value: i64) -> PyResult {
    Object::small_int(value).ok_or_else(|| t.overflow_error("integer out of range"))
}

fn attribute_name(t: &Thread, object: &Object) -> PyResult<Name> {
    let text = object.clone().into_owned().map_err(|other: Object| {
        let kind = t.type_name(&other);
        t.type_error(format!("attribute name must be string, not '{kind}'"))
    })?;
    t.intern_str(&text)
}

fn item_index(t: &Thread, object: &Object, key: &Object) -> PyResult<i64> {
    let index = t.index_or(key, crate::ErrorKind::IndexError)?;
    if index < 0 {
        Ok(index.saturating_add(t.length(object)? as i64))
    } else {
        Ok(index)
    }
}

/// `object.__setattr__(int, …)` must not get past what `type` checks: the function must be
/// the one of the first builtin class in the object's order of resolution (`hackcheck`).
fn check_own(t: &Thread, object: &Object, function: SetAttributeFn, what: &str) -> PyResult<()> {
    let kind = t.type_of(object);
    let builtin = kind.mro().into_iter().find(|class| !class.has(Flags::HEAP));
    match builtin.and_then(|class| class.slots.set_attribute.get()) {
        Some(own) if !std::ptr::fn_addr_eq(own, function) => {
            Err(t.type_error(format!("can't apply this {what} to {} object", kind.name())))
        }
        _ => Ok(()),
    }
}

static OTHERS: &[WrapperDef] = wrappers! {
    "__repr__", repr, |t, f, o, a| { exactly(t, a, 0)?; f(t, o) }, "Return repr(self).";
    "__str__", str, |t, f, o, a| { exactly(t, a, 0)?; f(t, o) }, "Return str(self).";
    "__hash__", hash, |t, f, o, a| { exactly(t, a, 0)?; hash_object(t, f(t, o)?) },
        "Return hash(self).";
    "__call__", call, |t, f, o, a| f(t, o, a), "Call self as a function.";
    "__getattribute__", get_attribute,
        |t, f, o, a| f(t, o, &attribute_name(t, &exactly(t, a, 1)?[0])?), "Return getattr(self, name).";
    "__setattr__", set_attribute, |t, f, o, a| {
        let [name, value] = exactly(t, a, 2)? else { return Err(missing(t)) };
        check_own(t, o, f, "__setattr__")?;
        f(t, o, &attribute_name(t, name)?, Some(value)).map(|()| Object::none())
    }, "Implement setattr(self, name, value).";
    "__delattr__", set_attribute, |t, f, o, a| {
        let name = &exactly(t, a, 1)?[0];
        check_own(t, o, f, "__delattr__")?;
        f(t, o, &attribute_name(t, name)?, None).map(|()| Object::none())
    }, "Implement delattr(self, name).";
    "__iter__", iter, |t, f, o, a| { exactly(t, a, 0)?; f(t, o) }, "Implement iter(self).";
    "__next__", next, |t, f, o, a| {
        exactly(t, a, 0)?;
        f(t, o)?.ok_or_else(|| t.stop_iteration(Object::none()))
    }, "Implement next(self).";
    "__get__", descriptor_get, |t, f, o, a| {
        no_keywords(t, "__get__", a)?;
        check_count(t, "__get__", a.plain().len(), 1, 2)?;
        let owner = a.plain().get(1).cloned().unwrap_or(Object::none());
        let instance = a.plain().first().filter(|instance| !instance.is_none());
        if instance.is_none() && owner.is_none() {
            return Err(t.type_error("__get__(None, None) is invalid"));
        }
        f(t, o, instance, &owner)
    }, "Return an attribute of instance, which is of type owner.";
    "__set__", descriptor_set, |t, f, o, a| {
        let [instance, value] = exactly(t, a, 2)? else { return Err(missing(t)) };
        f(t, o, instance, Some(value)).map(|()| Object::none())
    }, "Set an attribute of instance to value.";
    "__delete__", descriptor_set, |t, f, o, a| {
        f(t, o, &exactly(t, a, 1)?[0], None).map(|()| Object::none())
    }, "Delete an attribute of instance.";
    "__init__", init, |t, f, o, a| f(t, o, a).map(|()| Object::none()),
        "Initialize self.  See help(type(self)) for accurate signature.";
    "__divmod__", divmod, |t, f, o, a| f(t, o, &exactly(t, a, 1)?[0]), "Return divmod(self, value).";
    "__rdivmod__", divmod, |t, f, o, a| f(t, &exactly(t, a, 1)?[0], o), "Return divmod(value, self).";
    "__neg__", negative, |t, f, o, a| { exactly(t, a, 0)?; f(t, o) }, "-self";
    "__pos__", positive, |t, f, o, a| { exactly(t, a, 0)?; f(t, o) }, "+self";
    "__abs__", absolute, |t, f, o, a| { exactly(t, a, 0)?; f(t, o) }, "abs(self)";
    "__bool__", bool, |t, f, o, a| { exactly(t, a, 0)?; f(t, o).map(Object::bool) }, "True if self else False";
    "__invert__", invert, |t, f, o, a| { exactly(t, a, 0)?; f(t, o) }, "~self";
    "__int__", int, |t, f, o, a| { exactly(t, a, 0)?; f(t, o) }, "int(self)";
    "__float__", float, |t, f, o, a| { exactly(t, a, 0)?; f(t, o) }, "float(self)";
    "__index__", index, |t, f, o, a| { exactly(t, a, 0)?; f(t, o) },
        "Return self converted to an integer, if self is suitable for use as an index into a list.";
    "__len__", length, |t, f, o, a| { exactly(t, a, 0)?; int(t, f(t, o)? as i64) }, "Return len(self).";
    "__len__", mapping_length, |t, f, o, a| { exactly(t, a, 0)?; int(t, f(t, o)? as i64) }, "Return len(self).";
    "__add__", concat, |t, f, o, a| f(t, o, &exactly(t, a, 1)?[0]), "Return self+value.";
    "__iadd__", inplace_concat, |t, f, o, a| f(t, o, &exactly(t, a, 1)?[0]), "Implement self+=value.";
    "__mul__", repeat, |t, f, o, a| f(t, o, t.index_or(&exactly(t, a, 1)?[0], crate::ErrorKind::OverflowError)?),
        "Return self*value.";
    "__rmul__", repeat, |t, f, o, a| f(t, o, t.index_or(&exactly(t, a, 1)?[0], crate::ErrorKind::OverflowError)?),
        "Return value*self.";
    "__imul__", inplace_repeat, |t, f, o, a| f(t, o, t.index_or(&exactly(t, a, 1)?[0], crate::ErrorKind::OverflowError)?),
        "Implement self*=value.";
    "__contains__", contains, |t, f, o, a| f(t, o, &exactly(t, a, 1)?[0]).map(Object::bool), "Return key in self.";
    "__getitem__", subscript, |t, f, o, a| f(t, o, &exactly(t, a, 1)?[0]), "Return self[key].";
    "__setitem__", set_subscript, |t, f, o, a| {
        let [key, value] = exactly(t, a, 2)? else { return Err(missing(t)) };
        f(t, o, key, Some(value)).map(|()| Object::none())
    }, "Set self[key] to value.";
    "__delitem__", set_subscript, |t, f, o, a| {
        f(t, o, &exactly(t, a, 1)?[0], None).map(|()| Object::none())
    }, "Delete self[key].";
    "__getitem__", item, |t, f, o, a| f(t, o, item_index(t, o, &exactly(t, a, 1)?[0])?), "Return self[key].";
    "__setitem__", set_item, |t, f, o, a| {
        let [key, value] = exactly(t, a, 2)? else { return Err(missing(t)) };
        f(t, o, item_index(t, o, key)?, Some(value)).map(|()| Object::none())
    }, "Set self[key] to value.";
    "__del__", finalize, |t, f, o, a| { exactly(t, a, 0)?; f(t, o); Ok(Object::none()) }, "";
    "__await__", await_, |t, f, o, a| { exactly(t, a, 0)?; f(t, o) }, "Return an iterator to be used in await expression.";
    "__aiter__", aiter, |t, f, o, a| { exactly(t, a, 0)?; f(t, o) }, "Return an awaitable, that resolves in asynchronous iterator.";
    "__anext__", anext, |t, f, o, a| { exactly(t, a, 0)?; f(t, o) }, "Return a value or raise StopAsyncIteration.";
};

fn hash_object(t: &Thread, hash: i64) -> PyResult {
    match Object::small_int(hash) {
        Some(object) => Ok(object),
        // Hashes of numbers stay below 2⁶¹; those of strings may need a big integer,
        // which the type `int` makes of two halves.
        None => {
            let high = int(t, hash >> 32)?;
            let shifted = t.binary(BinaryOp::LeftShift, &high, &Object::int32(32))?;
            t.binary(BinaryOp::Or, &shifted, &int(t, hash & 0xFFFF_FFFF)?)
        }
    }
}

impl Sent {
    /// The value, whichever way it came.
    pub fn into_value(self) -> Object {
        match self {
            Sent::Yielded(value) | Sent::Returned(value) => value,
        }
    }
}

impl Thread {
    /// Finishes a builtin type whose own slots and methods are filled in: makes its special
    /// methods, and takes over what it did not define from its base (`PyType_Ready`).
    pub fn ready(&self, kind: &'static Type) -> PyResult<()> {
        if let Some(base) = kind
            .base()
            .filter(|base| !kind.head().is_declared() && base.head().is_declared())
        {
            kind.head().adopt_layout(base.head());
        }
        let Some(namespace) = kind.namespace() else {
            return Ok(());
        };
        for def in OTHERS.iter().chain(COMPARE).chain(BINARY) {
            let name = self.intern(def.name)?;
            if (def.filled)(&kind.slots) && namespace.get_name(&name).is_none() {
                let wrapper = SlotWrapper {
                    def,
                    owner: kind.object(),
                };
                let wrapper = heap().make(self.types.slot_wrapper.core(), wrapper)?;
                kind.put(&name, Some(wrapper.into_object()))?;
            }
        }
        if kind.slots.new.get().is_some() && namespace.get_name(&self.names.new).is_none() {
            let function = self.native_function(&crate::object::NEW, kind.object().into(), None)?;
            kind.put(&self.names.new, Some(function))?;
        }
        if namespace.get_name(&self.names.doc).is_none() {
            kind.put(&self.names.doc, Some(Object::none()))?;
        }
        // A type that compares without hashing says so (`type_ready_set_hash`).
        if kind.slots.compare.get().is_some()
            && kind.slots.hash.get().is_none()
            && namespace.get_name(&self.names.hash).is_none()
        {
            kind.put(&self.names.hash, Some(Object::none()))?;
        }
        if let Some(base) = kind.base() {
            let own_new = kind.slots.new.get();
            kind.slots.inherit(&base.slots);
            // A builtin type right under `object` is called only if it says how.
            if base.is(self.types.object) {
                kind.slots.new.set(own_new);
            }
        }
        kind.modified();
        Ok(())
    }
}

fn wrapper_call(t: &Thread, callable: &Object, args: Args<'_>) -> PyResult {
    let Some(wrapper) = callable.downcast::<SlotWrapper>() else {
        return Err(missing(t));
    };
    let owner = &wrapper.owner;
    let Some((receiver, rest)) = args
        .values()
        .split_first()
        .filter(|_| !args.plain().is_empty())
    else {
        let message = format!(
            "descriptor '{}' of '{}' object needs an argument",
            wrapper.def.name,
            owner.name()
        );
        return Err(t.type_error(message));
    };
    check(t, wrapper, receiver, "requires a")?;
    let rest = Args::new(rest, args.names()).unwrap_or(Args::positional(rest));
    (wrapper.def.call)(t, owner, receiver, rest)
}

fn check(t: &Thread, wrapper: &SlotWrapper, receiver: &Object, _how: &str) -> PyResult<()> {
    if t.is_instance_of(receiver, &wrapper.owner) {
        return Ok(());
    }
    Err(t.type_error(format!(
        "descriptor '{}' requires a '{}' object but received a '{}'",
        wrapper.def.name,
        wrapper.owner.name(),
        t.type_name(receiver)
    )))
}

fn wrapper_get(t: &Thread, descriptor: &Object, instance: Option<&Object>, _: &Object) -> PyResult {
    let Some(instance) = instance else {
        return Ok(descriptor.clone());
    };
    let Ok(wrapper) = descriptor.clone().into_owned::<SlotWrapper>() else {
        return Err(missing(t));
    };
    if !t.is_instance_of(instance, &wrapper.owner) {
        return Err(t.type_error(format!(
            "descriptor '{}' for '{}' objects doesn't apply to a '{}' object",
            wrapper.def.name,
            wrapper.owner.name(),
            t.type_name(instance)
        )));
    }
    let bound = MethodWrapper {
        wrapper,
        receiver: instance.clone(),
    };
    Ok(heap()
        .make(t.types.method_wrapper.core(), bound)?
        .into_object())
}

fn method_wrapper_call(t: &Thread, callable: &Object, args: Args<'_>) -> PyResult {
    let Some(method) = callable.downcast::<MethodWrapper>() else {
        return Err(missing(t));
    };
    (method.wrapper.def.call)(t, &method.wrapper.owner, &method.receiver, args)
}

/// Fills the slots of the types in this file.
pub(crate) fn install(t: &Thread) {
    t.types.slot_wrapper.declare::<SlotWrapper>();
    t.types.slot_wrapper.set_flags(Flags::METHOD_DESCRIPTOR);
    t.types.slot_wrapper.slots.call.set(Some(wrapper_call));
    t.types
        .slot_wrapper
        .slots
        .descriptor_get
        .set(Some(wrapper_get));
    t.types.method_wrapper.declare::<MethodWrapper>();
    t.types
        .method_wrapper
        .slots
        .call
        .set(Some(method_wrapper_call));
}

/// The wrapper of a descriptor or of a bound method.
fn wrapper_of(t: &Thread, object: &Object) -> PyResult<Owned<SlotWrapper>> {
    match object.downcast::<MethodWrapper>() {
        Some(method) => Ok(method.wrapper.clone()),
        None => object.clone().into_owned().map_err(|_| missing(t)),
    }
}

static NAMED: &[AccessorDef] = &[
    AccessorDef::new("__name__", |t, object| {
        t.str(wrapper_of(t, object)?.def.name)
    }),
    AccessorDef::new("__qualname__", |t, object| {
        let wrapper = wrapper_of(t, object)?;
        t.str(&format!("{}.{}", wrapper.owner.name(), wrapper.def.name))
    }),
    AccessorDef::new("__doc__", |t, object| t.str(wrapper_of(t, object)?.def.doc)),
    AccessorDef::new("__objclass__", |t, object| {
        Ok(wrapper_of(t, object)?.owner.clone().into_object())
    }),
];

fn wrapper_repr(t: &Thread, object: &Object) -> PyResult {
    let wrapper = wrapper_of(t, object)?;
    let name = wrapper.def.name;
    match object.downcast::<MethodWrapper>() {
        Some(method) => {
            let kind = t.type_name(&method.receiver);
            let address = method.receiver.identity();
            t.str(&format!(
                "<method-wrapper '{name}' of {kind} object at {address:#x}>"
            ))
        }
        None => t.str(&format!(
            "<slot wrapper '{name}' of '{}' objects>",
            wrapper.owner.name()
        )),
    }
}

/// Wrappers are equal that call the same slot of the same object.
fn wrapper_compare(_: &Thread, a: &Object, b: &Object, op: CompareOp) -> PyResult {
    let (Some(a), Some(b)) = (a.downcast::<MethodWrapper>(), b.downcast::<MethodWrapper>()) else {
        return Ok(Object::not_implemented());
    };
    let equal = std::ptr::eq(a.wrapper.def, b.wrapper.def) && a.receiver.is(&b.receiver);
    Ok(match op {
        CompareOp::Eq => Object::bool(equal),
        CompareOp::Ne => Object::bool(!equal),
        _ => Object::not_implemented(),
    })
}

fn wrapper_hash(t: &Thread, object: &Object) -> PyResult<i64> {
    let Some(own) = object.downcast::<MethodWrapper>() else {
        return Err(missing(t));
    };
    let def = std::ptr::from_ref(own.wrapper.def).addr() as u64;
    Ok(
        match (own.receiver.identity() ^ def).rotate_right(4) as i64 {
            -1 => -2,
            hash => hash,
        },
    )
}

static BOUND: &[AccessorDef] = &[AccessorDef::new("__self__", |t, object| match object
    .downcast::<MethodWrapper>()
{
    Some(own) => Ok(own.receiver.clone()),
    None => Err(missing(t)),
})];

/// Finishes the types in this file.
pub(crate) fn ready(t: &Thread) -> PyResult<()> {
    for kind in [t.types.slot_wrapper, t.types.method_wrapper] {
        kind.slots.repr.set(Some(wrapper_repr));
        t.add_accessors(kind, NAMED)?;
    }
    t.add_accessors(t.types.method_wrapper, BOUND)?;
    let slots = &t.types.method_wrapper.slots;
    slots.compare.set(Some(wrapper_compare));
    slots.hash.set(Some(wrapper_hash));
    t.ready(t.types.slot_wrapper)?;
    t.ready(t.types.method_wrapper)
}
