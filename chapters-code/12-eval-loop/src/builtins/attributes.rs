//! The builtins about attributes: `getattr` and its kin, `vars`, `dir`, `callable`.
#![forbid(unsafe_code)]

use objects::{Object, Owned};
use types::NativeCode::{Fast, NoArgs, One};
use types::check_count;
use types::{
    Dict, ErrorKind, Name, NativeCode, NativeDef, PyResult, Str, Thread, Tuple, Type, Version,
};

/// The name of an attribute; 3.10 says which function was called with something else.
fn attribute_name(t: &Thread, object: &Object, function: &str) -> PyResult<Name> {
    let text: Owned<Str> = object.clone().into_owned().map_err(|other: Object| {
        let kind = t.type_name(&other);
        match (t.version, function) {
            (Version::V310, "getattr" | "hasattr") => {
                t.type_error(format!("{function}(): attribute name must be string"))
            }
            _ => t.type_error(format!("attribute name must be string, not '{kind}'")),
        }
    })?;
    if t.is_exact(text.as_object(), t.types.str) {
        return t.intern_str(&text);
    }
    let exact: Vec<u32> = text.chars().iter().collect();
    let exact = t
        .str_of(&exact)?
        .into_owned()
        .map_err(|_| t.type_error("a str was expected"))?;
    t.intern_str(&exact)
}

fn getattr(t: &Thread, _: &Object, args: &[Object]) -> PyResult {
    check_count(t, "getattr", args.len(), 2, 3)?;
    let name = attribute_name(t, &args[1], "getattr")?;
    match args.get(2) {
        Some(default) => Ok(t
            .find_attribute(&args[0], &name)?
            .unwrap_or(default.clone())),
        None => t.get_attribute(&args[0], &name),
    }
}

fn hasattr(t: &Thread, _: &Object, args: &[Object]) -> PyResult {
    check_count(t, "hasattr", args.len(), 2, 2)?;
    let name = attribute_name(t, &args[1], "hasattr")?;
    Ok(Object::bool(t.find_attribute(&args[0], &name)?.is_some()))
}

fn setattr(t: &Thread, _: &Object, args: &[Object]) -> PyResult {
    check_count(t, "setattr", args.len(), 3, 3)?;
    let name = attribute_name(t, &args[1], "setattr")?;
    t.set_attribute(&args[0], &name, Some(&args[2]))?;
    Ok(Object::none())
}

fn delattr(t: &Thread, _: &Object, args: &[Object]) -> PyResult {
    check_count(t, "delattr", args.len(), 2, 2)?;
    let name = attribute_name(t, &args[1], "delattr")?;
    t.set_attribute(&args[0], &name, None)?;
    Ok(Object::none())
}

fn vars(t: &Thread, _: &Object, args: &[Object]) -> PyResult {
    check_count(t, "vars", args.len(), 0, 1)?;
    let Some(object) = args.first() else {
        return super::scopes::locals(t);
    };
    let dict = t.find_attribute(object, &t.names.dict)?;
    dict.ok_or_else(|| t.type_error("vars() argument must have __dict__ attribute"))
}

/// The keys of a mapping, as a list.
fn keys(t: &Thread, mapping: &Object) -> PyResult {
    let keys = t.call_method(mapping, &t.names.keys, &[])?;
    containers::list(t, t.collect(&keys)?)
}

fn dir(t: &Thread, _: &Object, args: &[Object]) -> PyResult {
    check_count(t, "dir", args.len(), 0, 1)?;
    let names = match args.first() {
        None => keys(t, &super::scopes::locals(t)?)?,
        Some(object) => match t.special_method(object, &t.names.dir)? {
            Some(method) => t.call_found(object, method, &[])?,
            None => return Err(t.type_error("object does not provide __dir__")),
        },
    };
    let list = containers::list(t, t.collect(&names)?)?;
    t.call_method(&list, &t.intern("sort")?, &[])?;
    Ok(list)
}

/// Adds the names of a class and its bases (`merge_class_dict`).
fn add_class_names(t: &Thread, names: &Dict, class: &Object) -> PyResult<()> {
    let _guard = t.enter_native("")?;
    if let Some(namespace) = t.find_attribute(class, &t.names.dict)? {
        add_names(t, names, &namespace)?;
    }
    if let Some(bases) = t.find_attribute(class, &t.names.bases)? {
        let items = bases
            .downcast::<Tuple>()
            .map(Tuple::items)
            .unwrap_or_default();
        for base in items {
            add_class_names(t, names, base)?;
        }
    }
    Ok(())
}

fn add_names(t: &Thread, names: &Dict, mapping: &Object) -> PyResult<()> {
    let names = names.object().into_object();
    let keys = t.call_method(mapping, &t.names.keys, &[])?;
    t.for_each(&keys, |key| t.set_item(&names, &key, Some(&Object::none())))
}

/// `object.__dir__`: the object's own names, those of its class, and of its bases.
fn object_dir(t: &Thread, object: &Object) -> PyResult {
    let names = Dict::new(t.types.dict)?;
    let own = t.find_attribute(object, &t.names.dict)?;
    if let Some(own) = own.filter(|own| own.downcast::<Dict>().is_some()) {
        add_names(t, &names, &own)?;
    }
    if let Some(class) = t.find_attribute(object, &t.names.class)? {
        add_class_names(t, &names, &class)?;
    }
    keys(t, names.as_object())
}

/// `type.__dir__`: the names of the class and its bases, not of its metaclass.
fn type_dir(t: &Thread, class: &Object) -> PyResult {
    let names = Dict::new(t.types.dict)?;
    add_class_names(t, &names, class)?;
    keys(t, names.as_object())
}

/// `module.__dir__`: the module's names, or what its own `__dir__` says.
fn module_dir(t: &Thread, module: &Object) -> PyResult {
    let dict = t.get_attribute(module, &t.names.dict)?;
    let Some(names) = dict.downcast::<Dict>() else {
        return Err(t.type_error("<module>.__dict__ is not a dictionary"));
    };
    match names.get_name(&t.names.dir) {
        Some(function) => t.call(&function, &[]),
        None => keys(t, &dict),
    }
}

/// What pickling would ask an object for.
fn reduce(t: &Thread, object: &Object) -> PyResult {
    let kind = t.type_name(object);
    Err(t.raise(
        ErrorKind::NotImplementedError,
        types::Details::Message(
            format!("copying or pickling '{kind}' objects comes with chapter 15, imports").into(),
        ),
    ))
}

static OBJECT_METHODS: &[NativeDef] = &[
    NativeDef {
        name: "__dir__",
        code: NoArgs(object_dir),
        doc: "Default dir() implementation.",
    },
    NativeDef {
        name: "__reduce__",
        code: NoArgs(reduce),
        doc: "Helper for pickle.",
    },
    NativeDef {
        name: "__reduce_ex__",
        code: One(
            |t, object, _protocol| match t.find_attribute(object, &t.names.reduce)? {
                // A class with a `__reduce__` of its own is asked that way.
                Some(method) => t.call(&method, &[]),
                None => reduce(t, object),
            },
        ),
        doc: "Helper for pickle.",
    },
];

static TYPE_METHODS: &[NativeDef] = &[NativeDef {
    name: "__dir__",
    code: NoArgs(type_dir),
    doc: "Specialized __dir__ implementation for types.",
}];

static MODULE_METHODS: &[NativeDef] = &[NativeDef {
    name: "__dir__",
    code: NoArgs(module_dir),
    doc: "__dir__() -> list\nspecialized dir() implementation",
}];

/// Gives the types what `dir` asks them for.
pub(super) fn install(t: &Thread) -> PyResult<()> {
    let methods: [(&'static Type, &'static [NativeDef]); 3] = [
        (t.types.object, OBJECT_METHODS),
        (t.types.type_, TYPE_METHODS),
        (t.types.module, MODULE_METHODS),
    ];
    for (kind, methods) in methods {
        t.add_methods(kind, methods)?;
    }
    Ok(())
}

pub(super) static DEFS: &[NativeDef] = &[
    NativeDef {
        name: "getattr",
        code: Fast(getattr),
        doc: "getattr(object, name[, default]) -> value\n\n\
              Get a named attribute from an object; getattr(x, 'y') is equivalent to x.y.\n\
              When a default argument is given, it is returned when the attribute doesn't\n\
              exist; without it, an exception is raised in that case.",
    },
    NativeDef {
        name: "hasattr",
        code: Fast(hasattr),
        doc: "Return whether the object has an attribute with the given name.\n\n\
              This is done by calling getattr(obj, name) and catching AttributeError.",
    },
    NativeDef {
        name: "setattr",
        code: Fast(setattr),
        doc: "Sets the named attribute on the given object to the specified value.\n\n\
              setattr(x, 'y', v) is equivalent to ``x.y = v''",
    },
    NativeDef {
        name: "delattr",
        code: Fast(delattr),
        doc: "Deletes the named attribute from the given object.\n\n\
              delattr(x, 'y') is equivalent to ``del x.y''",
    },
    NativeDef {
        name: "vars",
        code: NativeCode::Tuple(vars),
        doc: "vars([object]) -> dictionary\n\n\
              Without arguments, equivalent to locals().\n\
              With an argument, equivalent to object.__dict__.",
    },
    NativeDef {
        name: "dir",
        code: NativeCode::Tuple(dir),
        doc: "dir([object]) -> list of strings\n\n\
              If called without an argument, return the names in the current scope.\n\
              Else, return an alphabetized list of names comprising (some of) the attributes\n\
              of the given object, and of attributes reachable from it.",
    },
    NativeDef {
        name: "callable",
        code: One(|t, _, object| Ok(Object::bool(t.is_callable(object)))),
        doc: "Return whether the object is callable (i.e., some kind of function).\n\n\
              Note that classes are callable, as are instances of classes with a\n\
              __call__() method.",
    },
];
