//! What can every object do? What the type `object` gives it.
#![forbid(unsafe_code)]

use crate::kind::{Flags, Type};
use crate::native::{AccessorDef, NativeCode, NativeDef};
use crate::raised::PyResult;
use crate::slots::{Args, CompareOp, InitFn, NewFn};
use crate::string::as_str;
use crate::thread::Thread;
use objects::{Object, heap, payload};

/// The payload of an object that has nothing but attributes.
pub struct Instance(());

payload!(Instance, "object");

impl Instance {
    /// A new object of a class whose objects lie as those of `object` do.
    #[inline]
    pub fn make(class: &Type) -> PyResult {
        Ok(heap().make(class.core(), Instance(()))?.into_object())
    }

    /// As [`Instance::make`], if that is short; see [`objects::make_at_hand`].
    #[inline(always)]
    pub fn make_at_hand(class: &Type) -> Option<Object> {
        objects::make_at_hand(class.core(), Instance(())).map(objects::Owned::into_object)
    }
}

fn is_new(slot: Option<NewFn>) -> bool {
    slot.is_some_and(|slot| std::ptr::fn_addr_eq(slot, new as NewFn))
}

fn is_init(slot: Option<InitFn>) -> bool {
    slot.is_some_and(|slot| std::ptr::fn_addr_eq(slot, init as InitFn))
}

impl Type {
    /// Are objects of this class made by `object.__new__`?
    pub fn has_plain_new(&self) -> bool {
        is_new(self.slots.new.get())
    }

    /// Does nothing but `object.__init__` set its objects up?
    pub fn has_plain_init(&self) -> bool {
        is_init(self.slots.init.get())
    }
}

/// `object.__new__` (`object_new`)
fn new(t: &Thread, class: &Type, args: Args<'_>) -> PyResult {
    if !args.values().is_empty() {
        if !class.has_plain_new() {
            let message = "object.__new__() takes exactly one argument (the type to instantiate)";
            return Err(t.type_error(message));
        }
        if class.has_plain_init() {
            return Err(t.type_error(format!("{}() takes no arguments", class.name())));
        }
    }
    if class.has(Flags::ABSTRACT) {
        return Err((t.hooks.abstract_class.get())(t, class));
    }
    Instance::make(class)
}

/// `object.__init__` (`object_init`)
fn init(t: &Thread, object: &Object, args: Args<'_>) -> PyResult<()> {
    if args.values().is_empty() {
        return Ok(());
    }
    let class = t.type_of(object);
    if !class.has_plain_init() {
        let message = "object.__init__() takes exactly one argument (the instance to initialize)";
        return Err(t.type_error(message));
    }
    if class.has_plain_new() {
        return Err(t.type_error(format!(
            "{}.__init__() takes exactly one argument (the instance to initialize)",
            class.name()
        )));
    }
    Ok(())
}

fn repr(t: &Thread, object: &Object) -> PyResult {
    t.str(&t.default_repr(object))
}

fn str(t: &Thread, object: &Object) -> PyResult {
    let _guard = t.enter_native(" while calling a Python object")?;
    match t.type_of(object).slots.repr.get() {
        Some(repr) => repr(t, object),
        None => t.str(&t.default_repr(object)),
    }
}

/// `_Py_HashPointer`
fn hash(_: &Thread, object: &Object) -> PyResult<i64> {
    Ok(match object.identity().rotate_right(4) as i64 {
        -1 => -2,
        hash => hash,
    })
}

fn compare(t: &Thread, a: &Object, b: &Object, op: CompareOp) -> PyResult {
    match op {
        CompareOp::Eq if a.is(b) => Ok(Object::bool(true)),
        CompareOp::Ne => {
            // `!=` is the opposite of `==`, unless that is not implemented.
            let Some(compare) = t.type_of(a).slots.compare.get() else {
                return Ok(Object::not_implemented());
            };
            let equal = compare(t, a, b, CompareOp::Eq)?;
            match equal.is_not_implemented() {
                true => Ok(equal),
                false => Ok(Object::bool(!t.is_true(&equal)?)),
            }
        }
        _ => Ok(Object::not_implemented()),
    }
}

static ACCESSORS: &[AccessorDef] = &[AccessorDef {
    name: "__class__",
    get: |t, object| Ok(t.type_of(object).object().into_object()),
    set: Some(|t, object, value| (t.hooks.set_class.get())(t, object, value)),
    doc: "the object's class",
}];

static METHODS: &[NativeDef] = &[
    NativeDef {
        name: "__format__",
        code: NativeCode::One(|t, object, spec| {
            let Some(spec) = as_str(spec) else {
                let kind = t.type_name(spec);
                return Err(t.type_error(format!("__format__() argument must be str, not {kind}")));
            };
            if !spec.is_empty() {
                return Err(t.type_error(format!(
                    "unsupported format string passed to {}.__format__",
                    t.type_name(object)
                )));
            }
            Ok(t.to_str(object)?.into_object())
        }),
        doc: "Default object formatter.",
    },
    NativeDef {
        name: "__sizeof__",
        code: NativeCode::NoArgs(|t, object| {
            let size = match object.header() {
                Some(header) => header.layout().size,
                // What CPython's object would take.
                None if object.as_small_float().is_some() => 24,
                None => 16,
            };
            Object::small_int(size as i64).ok_or_else(|| t.overflow_error("size out of range"))
        }),
        doc: "Size of object in memory, in bytes.",
    },
];

static CLASS_METHODS: &[NativeDef] = &[
    NativeDef {
        name: "__init_subclass__",
        code: NativeCode::NoArgs(|_, _| Ok(Object::none())),
        doc: "This method is called when a class is subclassed.",
    },
    NativeDef {
        name: "__subclasshook__",
        code: NativeCode::Tuple(|_, _, _| Ok(Object::not_implemented())),
        doc: "Abstract classes can override this to customize issubclass().",
    },
];

/// `Class.__new__` of a builtin type: checks the class that it is called with, and calls
/// the type's slot (`tp_new_wrapper`).
pub(crate) static NEW: NativeDef = NativeDef {
    name: "__new__",
    code: NativeCode::VarArgs(call_new),
    doc: "Create and return a new object.  See help(type) for accurate signature.",
};

fn call_new(t: &Thread, receiver: &Object, args: Args<'_>) -> PyResult {
    let Some(kind) = receiver.downcast::<Type>() else {
        return Err(t.system_error("__new__() called with non-type 'self'"));
    };
    let name = kind.name();
    let Some((class, rest)) = args
        .values()
        .split_first()
        .filter(|_| !args.plain().is_empty())
    else {
        return Err(t.type_error(format!("{name}.__new__(): not enough arguments")));
    };
    let Some(subtype) = class.downcast::<Type>() else {
        let given = t.type_name(class);
        return Err(t.type_error(format!(
            "{name}.__new__(X): X is not a type object ({given})"
        )));
    };
    let sub = subtype.name();
    if !subtype.is_subtype(kind) {
        return Err(t.type_error(format!(
            "{name}.__new__({sub}): {sub} is not a subtype of {name}"
        )));
    }
    // A builtin type with a `__new__` of its own does not leave it to another's.
    let solid = subtype.solid_base();
    let same_new = match (solid.slots.new.get(), kind.slots.new.get()) {
        (Some(own), Some(called)) => std::ptr::fn_addr_eq(own, called),
        _ => false,
    };
    let same_layout = std::ptr::eq(subtype.head().layout(), kind.head().layout());
    let safe = same_layout && (same_new || solid.has(Flags::HEAP));
    match kind.slots.new.get() {
        Some(new) if safe => new(
            t,
            subtype,
            Args::new(rest, args.names()).unwrap_or(Args::positional(rest)),
        ),
        _ => Err(t.type_error(format!(
            "{name}.__new__({sub}) is not safe, use {}.__new__()",
            subtype.solid_base().name()
        ))),
    }
}

impl Type {
    /// The base that decides how objects lie in memory.
    pub fn solid_base(&self) -> &Type {
        let mut solid = self;
        while let Some(base) = solid.base() {
            if solid.has(Flags::HEAP) && std::ptr::eq(base.head().layout(), solid.head().layout()) {
                solid = base;
            } else {
                break;
            }
        }
        solid
    }
}

pub(crate) fn install(t: &Thread) -> PyResult<()> {
    let kind = t.types.object;
    kind.declare::<Instance>();
    kind.set_flags(Flags::BASE.and(Flags::PLAIN_LOOKUP));
    kind.slots.new.set(Some(new));
    kind.slots.init.set(Some(init));
    kind.slots.repr.set(Some(repr));
    kind.slots.str.set(Some(str));
    kind.slots.hash.set(Some(hash));
    kind.slots.compare.set(Some(compare));
    t.add_accessors(kind, ACCESSORS)?;
    t.add_methods(kind, METHODS)?;
    t.add_class_methods(kind, CLASS_METHODS)?;
    t.ready(kind)
}
