//! Is an object an instance of a class, and a class derived from another? `isinstance` and
//! `issubclass`, with what metaclasses and `__class__` have to say.
#![forbid(unsafe_code)]

use objects::Object;
use types::NativeCode::Fast;
use types::{Flags, Name, NativeDef, PyResult, Thread, Tuple, Type, check_count};

/// `isinstance(object, class)` (`PyObject_IsInstance`)
#[inline(never)]
pub fn is_instance(t: &Thread, object: &Object, class: &Object) -> PyResult<bool> {
    if let Some(kind) = class.downcast::<Type>() {
        if t.is_exact(object, kind) {
            return Ok(true);
        }
        if t.is_exact(class, t.types.type_) {
            return is_plain_instance(t, object, class);
        }
    }
    if let Some(classes) = class.downcast::<Tuple>() {
        let _guard = t.enter_native(" in __instancecheck__")?;
        return any(classes.items(), |class| is_instance(t, object, class));
    }
    match ask(t, class, &t.names.instancecheck, object)? {
        Some(answer) => Ok(answer),
        None => is_plain_instance(t, object, class),
    }
}

/// `issubclass(kind, class)` (`PyObject_IsSubclass`)
pub fn is_subclass(t: &Thread, kind: &Object, class: &Object) -> PyResult<bool> {
    if class.downcast::<Type>().is_some() && t.is_exact(class, t.types.type_) {
        return Ok(kind.is(class) || is_plain_subclass(t, kind, class)?);
    }
    if let Some(classes) = class.downcast::<Tuple>() {
        let _guard = t.enter_native(" in __subclasscheck__")?;
        return any(classes.items(), |class| is_subclass(t, kind, class));
    }
    match ask(t, class, &t.names.subclasscheck, kind)? {
        Some(answer) => Ok(answer),
        None => is_plain_subclass(t, kind, class),
    }
}

fn any(items: &[Object], mut holds: impl FnMut(&Object) -> PyResult<bool>) -> PyResult<bool> {
    for item in items {
        if holds(item)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Asks the hook of the class's class, if it has one.
fn ask(t: &Thread, class: &Object, hook: &Name, object: &Object) -> PyResult<Option<bool>> {
    let Some(method) = t.special_method(class, hook)? else {
        return Ok(None);
    };
    let _guard = t.enter_native(" in __instancecheck__")?;
    let answer = t.call_found(class, method, std::slice::from_ref(object))?;
    t.is_true(&answer).map(Some)
}

/// `isinstance` without the hooks of metaclasses (`object_isinstance`): an object also is
/// of the class that its `__class__` says.
pub fn is_plain_instance(t: &Thread, object: &Object, class: &Object) -> PyResult<bool> {
    if let Some(kind) = class.downcast::<Type>() {
        if t.is_instance_of(object, kind) {
            return Ok(true);
        }
        if says_its_type(t, object) {
            return Ok(false);
        }
        let said = t.find_attribute(object, &t.names.class)?;
        let said = said.as_ref().and_then(|said| said.downcast::<Type>());
        return Ok(said.is_some_and(|said| !t.is_exact(object, said) && said.is_subtype(kind)));
    }
    let message = "isinstance() arg 2 must be a type, a tuple of types, or a union";
    check_class(t, class, message)?;
    match t.find_attribute(object, &t.names.class)? {
        Some(said) => is_abstract_subclass(t, said, class),
        None => Ok(false),
    }
}

/// Is the `__class__` of an object that of `object`, which says its type?
fn says_its_type(t: &Thread, object: &Object) -> bool {
    let (kind, class) = (t.type_of(object), &t.names.class);
    if !t.is_generic(object) {
        return false;
    }
    if !kind.has(Flags::HEAP) {
        return true;
    }
    let own = t.lookup(kind, class).zip(t.lookup(t.types.object, class));
    own.is_some_and(|(own, plain)| own.is(&plain))
}

/// `issubclass` without the hooks of metaclasses (`recursive_issubclass`).
pub fn is_plain_subclass(t: &Thread, kind: &Object, class: &Object) -> PyResult<bool> {
    if let (Some(kind), Some(class)) = (kind.downcast::<Type>(), class.downcast::<Type>()) {
        return Ok(kind.is_subtype(class));
    }
    check_class(t, kind, "issubclass() arg 1 must be a class")?;
    let message = "issubclass() arg 2 must be a class, a tuple of classes, or a union";
    check_class(t, class, message)?;
    is_abstract_subclass(t, kind.clone(), class)
}

/// The `__bases__` of an object, if they are a tuple: then it counts as a class.
fn bases(t: &Thread, object: &Object) -> PyResult<Option<Object>> {
    let bases = t.find_attribute(object, &t.names.bases)?;
    Ok(bases.filter(|bases| bases.downcast::<Tuple>().is_some()))
}

fn check_class(t: &Thread, object: &Object, message: &'static str) -> PyResult<()> {
    match bases(t, object)? {
        Some(_) => Ok(()),
        None => Err(t.type_error(message)),
    }
}

/// Does `class` turn up among the bases of `kind`, and their bases?
fn is_abstract_subclass(t: &Thread, kind: Object, class: &Object) -> PyResult<bool> {
    let mut kind = kind;
    loop {
        if kind.is(class) {
            return Ok(true);
        }
        let Some(found) = bases(t, &kind)? else {
            return Ok(false);
        };
        let items = found
            .downcast::<Tuple>()
            .map(Tuple::items)
            .unwrap_or_default();
        match items {
            [] => return Ok(false),
            // A single base needs no deeper call.
            [base] => kind = base.clone(),
            items => {
                let _guard = t.enter_native(" in __issubclass__")?;
                return any(items, |base| is_abstract_subclass(t, base.clone(), class));
            }
        }
    }
}

pub(super) static DEFS: &[NativeDef] = &[
    NativeDef {
        name: "isinstance",
        code: Fast(|t, _, args| {
            check_count(t, "isinstance", args.len(), 2, 2)?;
            Ok(Object::bool(is_instance(t, &args[0], &args[1])?))
        }),
        doc: "Return whether an object is an instance of a class or of a subclass thereof.\n\n\
              A tuple, as in ``isinstance(x, (A, B, ...))``, may be given as the target to\n\
              check against. This is equivalent to ``isinstance(x, A) or isinstance(x, B)\n\
              or ...`` etc.",
    },
    NativeDef {
        name: "issubclass",
        code: Fast(|t, _, args| {
            check_count(t, "issubclass", args.len(), 2, 2)?;
            Ok(Object::bool(is_subclass(t, &args[0], &args[1])?))
        }),
        doc: "Return whether 'cls' is derived from another class or is the same class.\n\n\
              A tuple, as in ``issubclass(x, (A, B, ...))``, may be given as the target to\n\
              check against. This is equivalent to ``issubclass(x, A) or issubclass(x, B)\n\
              or ...``.",
    },
];
