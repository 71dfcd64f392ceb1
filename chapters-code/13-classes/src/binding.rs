//! `classmethod` and `staticmethod`.

use crate::members::read_only;
use objects::{Object, Slot, Visit, heap, payload};
use types::{
    AccessorDef, Args, Dict, Flags, PyResult, StaticMethod, Thread, check_count, no_keywords,
};

/// `classmethod`
pub(crate) struct ClassMethod {
    function: Slot,
    dict: Slot,
}

payload!(ClassMethod, "classmethod", traverse);

impl ClassMethod {
    fn traverse(&self, visit: Visit<'_>) {
        self.function.traverse(visit);
        self.dict.traverse(visit);
    }

    fn clear(&self) {
        self.function.clear();
        self.dict.clear();
    }
}

/// `staticmethod(function)`, as `type.__new__` makes it of `__new__`.
pub(crate) fn static_method(t: &Thread, function: Object) -> PyResult {
    let method = StaticMethod {
        function: Slot::new(function),
        dict: Slot::empty(),
    };
    Ok(heap()
        .make(t.types.static_method.core(), method)?
        .into_object())
}

/// `classmethod(function)`, as `type.__new__` makes it of `__init_subclass__`.
pub(crate) fn class_method(t: &Thread, function: Object) -> PyResult {
    let method = ClassMethod {
        function: Slot::new(function),
        dict: Slot::empty(),
    };
    Ok(heap()
        .make(t.types.class_method.core(), method)?
        .into_object())
}

/// The places of the function and of the `__dict__`, in either kind.
fn places(object: &Object) -> Option<(&Slot, &Slot)> {
    match object.downcast::<ClassMethod>() {
        Some(method) => Some((&method.function, &method.dict)),
        None => object
            .downcast::<StaticMethod>()
            .map(|method| (&method.function, &method.dict)),
    }
}

fn dict_place(object: &Object) -> Option<&Slot> {
    places(object).map(|(_, dict)| dict)
}

fn wrapped(object: &Object) -> Option<Object> {
    places(object).and_then(|(function, _)| function.get())
}

fn function_of(t: &Thread, object: &Object) -> PyResult {
    wrapped(object).ok_or_else(|| {
        let kind = match object.downcast::<ClassMethod>() {
            Some(_) => "classmethod",
            None => "staticmethod",
        };
        t.runtime_error(format!("uninitialized {kind} object"))
    })
}

/// Keeps the function, and copies what it says of itself (`cm_init`, `functools_wraps`).
fn init(t: &Thread, name: &str, object: &Object, args: Args<'_>) -> PyResult<()> {
    no_keywords(t, name, args)?;
    check_count(t, name, args.plain().len(), 1, 1)?;
    let function = args.plain()[0].clone();
    if let Some((place, _)) = places(object) {
        drop(place.replace(Some(function.clone())));
    }
    let taken = [
        &t.names.module,
        &t.names.name,
        &t.names.qualname,
        &t.names.doc,
        &t.names.annotations,
    ];
    for name in taken {
        if let Some(value) = t.find_attribute(&function, name)? {
            t.set_attribute(object, name, Some(&value))?;
        }
    }
    Ok(())
}

/// The `__dict__`, made now if need be.
fn dict(t: &Thread, object: &Object) -> PyResult {
    let Some(place) = dict_place(object) else {
        return Err(t.attribute_error(object, &t.names.dict));
    };
    if place.is_empty() {
        place.set(containers::dict(t)?.into_object());
    }
    Ok(place.get().unwrap_or(Object::none()))
}

fn set_dict(t: &Thread, object: &Object, value: Option<&Object>) -> PyResult<()> {
    let Some(value) = value else {
        return Err(t.type_error("cannot delete __dict__"));
    };
    if value.downcast::<Dict>().is_none() {
        let kind = t.type_name(value);
        return Err(t.type_error(format!(
            "__dict__ must be set to a dictionary, not a '{kind}'"
        )));
    }
    if let Some(place) = dict_place(object) {
        drop(place.replace(Some(value.clone())));
    }
    Ok(())
}

fn class_method_get(
    t: &Thread,
    descriptor: &Object,
    instance: Option<&Object>,
    owner: &Object,
) -> PyResult {
    let function = function_of(t, descriptor)?;
    let class = match (owner.is_none(), instance) {
        (true, Some(instance)) => t.type_of(instance).object().into_object(),
        _ => owner.clone(),
    };
    // The function may itself be a descriptor, such as a property.
    match t.type_of(&function).slots.descriptor_get.get() {
        Some(get) => get(t, &function, Some(&class), &class),
        None => frames::BoundMethod::bind(t, function, class),
    }
}

static ACCESSORS: &[AccessorDef] = &[
    AccessorDef::settable(
        "__func__",
        |_, object| Ok(wrapped(object).unwrap_or(Object::none())),
        read_only,
    ),
    AccessorDef::settable(
        "__wrapped__",
        |_, object| Ok(wrapped(object).unwrap_or(Object::none())),
        read_only,
    ),
    AccessorDef::settable("__dict__", dict, set_dict),
    AccessorDef::new("__isabstractmethod__", |t, object| {
        let Some(function) = wrapped(object) else {
            return Ok(Object::bool(false));
        };
        match t.find_attribute(&function, &t.intern("__isabstractmethod__")?)? {
            Some(value) => t.is_true(&value).map(Object::bool),
            None => Ok(Object::bool(false)),
        }
    }),
];

fn repr(t: &Thread, object: &Object) -> PyResult {
    let kind = match object.downcast::<ClassMethod>() {
        Some(_) => "classmethod",
        None => "staticmethod",
    };
    let function = match wrapped(object) {
        Some(function) => t.repr(&function)?.to_text(),
        None => "<NULL>".to_owned(),
    };
    t.str(&format!("<{kind}({function})>"))
}

pub(crate) fn install(t: &Thread) -> PyResult<()> {
    let kind = t.types.class_method;
    kind.declare::<ClassMethod>();
    kind.slots.descriptor_get.set(Some(class_method_get));
    kind.slots.new.set(Some(|_, class, _| {
        let (function, dict) = (Slot::empty(), Slot::empty());
        let method = ClassMethod { function, dict };
        Ok(heap().make(class.core(), method)?.into_object())
    }));
    kind.slots
        .init
        .set(Some(|t, object, args| init(t, "classmethod", object, args)));
    let kind = t.types.static_method;
    kind.slots.new.set(Some(|_, class, _| {
        let (function, dict) = (Slot::empty(), Slot::empty());
        let method = StaticMethod { function, dict };
        Ok(heap().make(class.core(), method)?.into_object())
    }));
    kind.slots.init.set(Some(|t, object, args| {
        init(t, "staticmethod", object, args)
    }));
    kind.slots.call.set(Some(|t, object, args| {
        t.call_with(&function_of(t, object)?, args)
    }));
    for kind in [t.types.class_method, t.types.static_method] {
        kind.set_flags(Flags::BASE);
        kind.slots.dict_place.set(Some(dict_place));
        kind.slots.repr.set(Some(repr));
        t.add_accessors(kind, ACCESSORS)?;
        t.ready(kind)?;
        t.builtins
            .set_name(&t.intern(&kind.name())?, kind.object().into_object())?;
    }
    Ok(())
}
