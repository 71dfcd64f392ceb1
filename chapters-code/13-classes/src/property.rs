//! `property`.

use crate::members::read_only;
use objects::{Object, Slot, Visit, heap, payload};
use std::cell::Cell;
use types::{
    AccessorDef, Args, Flags, Name, NativeCode, NativeDef, Parameters, PyResult, Thread, Type,
    Version,
};

/// `property`: an attribute that is computed.
pub(crate) struct Property {
    get: Slot,
    set: Slot,
    delete: Slot,
    doc: Slot,
    /// Does the docstring come from the getter?
    doc_of_getter: Cell<bool>,
    /// The name, from `__set_name__`.
    name: Slot,
}

payload!(Property, "property", traverse);

impl Property {
    fn slots(&self) -> [&Slot; 5] {
        [&self.get, &self.set, &self.delete, &self.doc, &self.name]
    }

    fn traverse(&self, visit: Visit<'_>) {
        for slot in self.slots() {
            slot.traverse(visit);
        }
    }

    fn clear(&self) {
        for slot in self.slots() {
            slot.clear();
        }
    }
}

/// The Python function or other callable that gets the value of a property, if this is one of
/// exactly that type, and has one.
#[inline]
pub fn getter_of(t: &Thread, object: &Object) -> Option<Object> {
    let own = object.downcast::<Property>()?;
    own.get
        .get()
        .filter(|_| t.is_exact(object, t.types.property))
}

fn property<'a>(t: &Thread, object: &'a Object) -> PyResult<&'a Property> {
    object
        .downcast()
        .ok_or_else(|| t.type_error("a property was expected"))
}

fn new(_: &Thread, class: &Type, _: Args<'_>) -> PyResult {
    let property = Property {
        get: Slot::empty(),
        set: Slot::empty(),
        delete: Slot::empty(),
        doc: Slot::empty(),
        doc_of_getter: Cell::new(false),
        name: Slot::empty(),
    };
    Ok(heap().make(class.core(), property)?.into_object())
}

fn init(t: &Thread, object: &Object, args: Args<'_>) -> PyResult<()> {
    static PARAMETERS: Parameters =
        Parameters::new("property", &["fget", "fset", "fdel", "doc"], 0);
    let values: [Option<&Object>; 4] = t.arguments(&PARAMETERS, args)?;
    let own = property(t, object)?;
    let [get, set, delete, doc] =
        values.map(|value| value.filter(|value| !value.is_none()).cloned());
    own.doc_of_getter.set(false);
    drop(own.doc.replace(doc.clone()));
    if let (None, Some(get)) = (&doc, &get)
        && let Some(doc) = t.find_attribute(get, &t.names.doc)?
        && !doc.is_none()
    {
        own.doc_of_getter.set(true);
        match t.is_exact(object, t.types.property) {
            true => own.doc.set(doc),
            false => t.set_attribute(object, &t.names.doc, Some(&doc))?,
        }
    }
    drop(own.get.replace(get));
    drop(own.set.replace(set));
    drop(own.delete.replace(delete));
    Ok(())
}

/// The message of an attribute that cannot be got, set or deleted.
fn refuse(t: &Thread, own: &Property, instance: &Object, what: (&str, &str)) -> types::Raised {
    let (old, new) = what;
    let kind = t.type_of(instance).full_name();
    let name = own
        .name
        .get()
        .and_then(|name| t.repr(&name).ok())
        .map(|name| name.to_text());
    let message = match (t.version, name) {
        (Version::V310, Some(name)) => format!("{old} {name}"),
        (Version::V310, None) => old.to_owned(),
        (Version::V311, Some(name)) => format!("property {name} of '{kind}' object has no {new}"),
        (Version::V311, None) => format!("property of '{kind}' object has no {new}"),
    };
    t.raise(
        types::ErrorKind::AttributeError,
        types::Details::Message(message.into()),
    )
}

fn get(t: &Thread, object: &Object, instance: Option<&Object>, _: &Object) -> PyResult {
    let Some(instance) = instance else {
        return Ok(object.clone());
    };
    let own = property(t, object)?;
    match own.get.get() {
        Some(function) => t.call(&function, std::slice::from_ref(instance)),
        None => Err(refuse(t, own, instance, ("unreadable attribute", "getter"))),
    }
}

fn set(t: &Thread, object: &Object, instance: &Object, value: Option<&Object>) -> PyResult<()> {
    let own = property(t, object)?;
    match value {
        Some(value) => match own.set.get() {
            Some(function) => t
                .call(&function, &[instance.clone(), value.clone()])
                .map(drop),
            None => Err(refuse(t, own, instance, ("can't set attribute", "setter"))),
        },
        None => match own.delete.get() {
            Some(function) => t.call(&function, std::slice::from_ref(instance)).map(drop),
            None => Err(refuse(
                t,
                own,
                instance,
                ("can't delete attribute", "deleter"),
            )),
        },
    }
}

/// A copy with one of its functions replaced (`property_copy`).
fn copy(t: &Thread, object: &Object, place: usize, function: &Object) -> PyResult {
    let own = property(t, object)?;
    let or_none = |slot: &Slot| slot.get().unwrap_or(Object::none());
    let mut args = [
        or_none(&own.get),
        or_none(&own.set),
        or_none(&own.delete),
        or_none(&own.doc),
    ];
    if !function.is_none() {
        args[place] = function.clone();
    }
    if own.doc_of_getter.get() && !args[0].is_none() {
        args[3] = Object::none();
    }
    let class = t.type_of(object).object().into_object();
    let made = t.call(&class, &args)?;
    if let (Some(made), Some(name)) = (made.downcast::<Property>(), own.name.get()) {
        made.name.set(name);
    }
    Ok(made)
}

static METHODS: &[NativeDef] = &[
    NativeDef {
        name: "getter",
        code: NativeCode::One(|t, object, function| copy(t, object, 0, function)),
        doc: "Descriptor to obtain a copy of the property with a different getter.",
    },
    NativeDef {
        name: "setter",
        code: NativeCode::One(|t, object, function| copy(t, object, 1, function)),
        doc: "Descriptor to obtain a copy of the property with a different setter.",
    },
    NativeDef {
        name: "deleter",
        code: NativeCode::One(|t, object, function| copy(t, object, 2, function)),
        doc: "Descriptor to obtain a copy of the property with a different deleter.",
    },
    NativeDef {
        name: "__set_name__",
        code: NativeCode::Tuple(|t, object, args| {
            if args.len() != 2 {
                return Err(t.type_error(format!(
                    "__set_name__() takes 2 positional arguments but {} were given",
                    args.len()
                )));
            }
            property(t, object)?.name.set(args[1].clone());
            Ok(Object::none())
        }),
        doc: "Method to set name of a property.",
    },
];

fn or_none(t: &Thread, object: &Object, slot: fn(&Property) -> &Slot) -> PyResult {
    Ok(slot(property(t, object)?).get().unwrap_or(Object::none()))
}

static ACCESSORS: &[AccessorDef] = &[
    AccessorDef::settable("fget", |t, o| or_none(t, o, |p| &p.get), read_only),
    AccessorDef::settable("fset", |t, o| or_none(t, o, |p| &p.set), read_only),
    AccessorDef::settable("fdel", |t, o| or_none(t, o, |p| &p.delete), read_only),
    AccessorDef::settable(
        "__doc__",
        |t, o| or_none(t, o, |p| &p.doc),
        |t, object, value| {
            drop(property(t, object)?.doc.replace(value.cloned()));
            Ok(())
        },
    ),
    AccessorDef::new("__isabstractmethod__", |t, object| {
        let own = property(t, object)?;
        let name: Name = t.intern("__isabstractmethod__")?;
        for slot in [&own.get, &own.set, &own.delete] {
            if let Some(function) = slot.get()
                && let Some(value) = t.find_attribute(&function, &name)?
                && t.is_true(&value)?
            {
                return Ok(Object::bool(true));
            }
        }
        Ok(Object::bool(false))
    }),
];

pub(crate) fn install(t: &Thread) -> PyResult<()> {
    let kind = t.types.property;
    kind.declare::<Property>();
    kind.set_flags(Flags::BASE);
    kind.slots.new.set(Some(new));
    kind.slots.init.set(Some(init));
    kind.slots.descriptor_get.set(Some(get));
    kind.slots.descriptor_set.set(Some(set));
    t.add_methods(kind, METHODS)?;
    t.add_accessors(kind, ACCESSORS)?;
    t.ready(kind)?;
    Ok(t.builtins
        .set_name(&t.intern("property")?, kind.object().into_object())?)
}
