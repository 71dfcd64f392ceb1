//! What is `list[int]`? A generic alias (PEP 585): the class, with arguments that only
//! readers and type checkers look at.

use crate::members::read_only;
use objects::{Object, Slot, Visit, heap, payload};
use types::{
    AccessorDef, Args, BinaryOp, CompareOp, ErrorKind, Flags, Name, NativeCode, NativeDef,
    PyResult, Thread, Tuple, Type, Version, check_count, no_keywords,
};

/// `types.GenericAlias`
pub(crate) struct GenericAlias {
    origin: Object,
    args: Object,
    /// The type variables among the arguments, once somebody asked.
    parameters: Slot,
    /// Does it stand for its arguments, as in `*tuple[int, str]`?
    starred: bool,
}

payload!(GenericAlias, "types.GenericAlias", traverse);

impl GenericAlias {
    fn traverse(&self, visit: Visit<'_>) {
        visit(&self.origin);
        visit(&self.args);
        self.parameters.traverse(visit);
    }

    fn clear(&self) {
        self.parameters.clear();
    }
}

/// `Py_GenericAlias`
fn make(t: &Thread, class: &Type, origin: Object, args: &Object, starred: bool) -> PyResult {
    let args = match args.downcast::<Tuple>() {
        Some(_) => args.clone(),
        None => containers::tuple(t, vec![args.clone()])?,
    };
    let alias = GenericAlias {
        origin,
        args,
        parameters: Slot::empty(),
        starred,
    };
    Ok(heap().make(class.core(), alias)?.into_object())
}

fn new(t: &Thread, class: &Type, args: Args<'_>) -> PyResult {
    no_keywords(t, "GenericAlias", args)?;
    check_count(t, "GenericAlias", args.plain().len(), 2, 2)?;
    make(t, class, args.plain()[0].clone(), &args.plain()[1], false)
}

fn alias<'a>(t: &Thread, object: &'a Object) -> PyResult<&'a GenericAlias> {
    object
        .downcast()
        .ok_or_else(|| t.type_error("a generic alias was expected"))
}

pub(crate) fn is_alias(object: &Object) -> bool {
    object.downcast::<GenericAlias>().is_some()
}

fn items(tuple: &Object) -> &[Object] {
    tuple.downcast::<Tuple>().map_or(&[], Tuple::items)
}

/// A class or argument as an alias shows it (`ga_repr_item`).
pub(crate) fn item_repr(t: &Thread, item: &Object) -> PyResult<String> {
    if item.is(&Object::ellipsis()) {
        return Ok("...".to_owned());
    }
    let find = |name: &str| t.find_attribute(item, &t.intern(name)?);
    if find("__origin__")?.is_none() || find("__args__")?.is_none() {
        let qualname = t.find_attribute(item, &t.names.qualname)?;
        let module = t.find_attribute(item, &t.names.module)?;
        if let (Some(name), Some(module)) = (qualname, module.filter(|module| !module.is_none())) {
            let (name, module) = (t.to_str(&name)?.to_text(), t.to_str(&module)?.to_text());
            return Ok(match module.as_str() {
                "builtins" => name,
                _ => format!("{module}.{name}"),
            });
        }
    }
    Ok(t.repr(item)?.to_text())
}

fn repr(t: &Thread, object: &Object) -> PyResult {
    let _guard = t.enter_native(" while getting the repr of an object")?;
    let own = alias(t, object)?;
    let mut text = if own.starred { "*" } else { "" }.to_owned();
    text += &item_repr(t, &own.origin)?;
    let mut args = Vec::new();
    for item in items(&own.args) {
        args.push(item_repr(t, item)?);
    }
    // An empty list of arguments would look like an index that is missing.
    text += &match args.is_empty() {
        true => "[()]".to_owned(),
        false => format!("[{}]", args.join(", ")),
    };
    t.str(&text)
}

fn compare(t: &Thread, a: &Object, b: &Object, op: CompareOp) -> PyResult {
    let (Some(a), Some(b)) = (a.downcast::<GenericAlias>(), b.downcast::<GenericAlias>()) else {
        return Ok(Object::not_implemented());
    };
    let equal =
        || -> PyResult<bool> {
            Ok(a.starred == b.starred
                && t.equal(&a.origin, &b.origin)?
                && t.equal(&a.args, &b.args)?)
        };
    match op {
        CompareOp::Eq => equal().map(Object::bool),
        CompareOp::Ne => equal().map(|equal| Object::bool(!equal)),
        _ => Ok(Object::not_implemented()),
    }
}

fn hash(t: &Thread, object: &Object) -> PyResult<i64> {
    let own = alias(t, object)?;
    Ok(match t.hash(&own.origin)? ^ t.hash(&own.args)? {
        -1 => -2,
        hash => hash,
    })
}

/// What the alias answers itself; everything else its class does (`attr_exceptions`).
const OWN: [&str; 8] = [
    "__origin__",
    "__args__",
    "__parameters__",
    "__mro_entries__",
    "__reduce_ex__",
    "__reduce__",
    "__copy__",
    "__deepcopy__",
];
/// And what it answers itself since 3.11.
const OWN_311: [&str; 3] = [
    "__unpacked__",
    "__typing_unpacked_tuple_args__",
    "__class__",
];

fn own_names(t: &Thread) -> impl Iterator<Item = &'static str> {
    let newer: &[&str] = match t.version {
        Version::V310 => &[],
        Version::V311 => &OWN_311,
    };
    OWN.iter().chain(newer).copied()
}

fn get_attribute(t: &Thread, object: &Object, name: &Name) -> PyResult {
    if !own_names(t).any(|own| name.str().equals(own)) {
        return t.get_attribute(&alias(t, object)?.origin, name);
    }
    match t.find_generic_attribute(object, name)? {
        Some(value) => Ok(value),
        None => Err(t.attribute_error(object, name)),
    }
}

/// `list[int](…)` makes a list, and tells it where it comes from if it wants to know.
fn call(t: &Thread, object: &Object, args: Args<'_>) -> PyResult {
    let made = t.call_with(&alias(t, object)?.origin, args)?;
    match t.set_attribute(&made, &t.intern("__orig_class__")?, Some(object)) {
        Err(raised)
            if !raised.is(t, ErrorKind::AttributeError) && !raised.is(t, ErrorKind::TypeError) =>
        {
            Err(raised)
        }
        _ => Ok(made),
    }
}

/// Is this a type variable of the module `typing`?
fn is_variable(t: &Thread, object: &Object) -> PyResult<bool> {
    if t.version != Version::V310 {
        let subst = t.intern("__typing_subst__")?;
        return Ok(
            object.downcast::<Type>().is_none() && t.find_attribute(object, &subst)?.is_some()
        );
    }
    let kind = t.type_of(object);
    let known = ["TypeVar", "ParamSpec"].contains(&kind.name().as_str());
    Ok(known && types::module_of(t, kind).as_deref() == Some("typing"))
}

/// The type variables of an argument that is an alias itself.
fn parameters_of(t: &Thread, object: &Object) -> PyResult<Vec<Object>> {
    if object.downcast::<Type>().is_some() {
        return Ok(vec![]);
    }
    let found = t.find_attribute(object, &t.intern("__parameters__")?)?;
    Ok(found.map_or(vec![], |tuple| items(&tuple).to_vec()))
}

/// The type variables among arguments, each once (`_Py_make_parameters`).
pub(crate) fn make_parameters(t: &Thread, args: &[Object]) -> PyResult {
    let mut variables: Vec<Object> = Vec::new();
    for argument in args {
        let found = match is_variable(t, argument)? {
            true => vec![argument.clone()],
            false => parameters_of(t, argument)?,
        };
        for variable in found {
            if !variables.iter().any(|known| known.is(&variable)) {
                variables.push(variable);
            }
        }
    }
    containers::tuple(t, variables)
}

/// The arguments with values in the place of the type variables (`_Py_subs_parameters`).
pub(crate) fn substitute(
    t: &Thread,
    object: &Object,
    args: &[Object],
    parameters: &Object,
    item: &Object,
) -> PyResult<Vec<Object>> {
    let variables = items(parameters);
    if variables.is_empty() {
        let shown = t.repr(object)?.to_text();
        return Err(t.type_error(match t.version {
            Version::V310 => format!("There are no type variables left in {shown}"),
            Version::V311 => format!("{shown} is not a generic class"),
        }));
    }
    let values = match item.downcast::<Tuple>() {
        Some(tuple) => tuple.items().to_vec(),
        None => vec![item.clone()],
    };
    if values.len() != variables.len() {
        let shown = t.repr(object)?.to_text();
        let (much, counts) = match values.len() > variables.len() {
            true => ("many", String::new()),
            false => ("few", String::new()),
        };
        let counts = match t.version {
            Version::V310 => counts,
            Version::V311 => format!("; actual {}, expected {}", values.len(), variables.len()),
        };
        return Err(t.type_error(format!("Too {much} arguments for {shown}{counts}")));
    }
    let value_of = |variable: &Object| {
        let place = variables.iter().position(|known| known.is(variable));
        place.map(|place| values[place].clone())
    };
    let mut substituted = Vec::with_capacity(args.len());
    for argument in args {
        substituted.push(match value_of(argument) {
            Some(value) if t.version == Version::V310 => value,
            Some(value) => t.call_method(argument, &t.intern("__typing_subst__")?, &[value])?,
            None => {
                let inner = parameters_of(t, argument)?;
                if inner.is_empty() {
                    argument.clone()
                } else {
                    let inner = inner
                        .iter()
                        .map(|v| value_of(v).unwrap_or_else(|| v.clone()));
                    t.get_item(argument, &containers::tuple(t, inner.collect())?)?
                }
            }
        });
    }
    Ok(substituted)
}

fn parameters(t: &Thread, object: &Object) -> PyResult {
    let own = alias(t, object)?;
    if let Some(known) = own.parameters.get() {
        return Ok(known);
    }
    let made = make_parameters(t, items(&own.args))?;
    own.parameters.set(made.clone());
    Ok(made)
}

fn subscript(t: &Thread, object: &Object, item: &Object) -> PyResult {
    let own = alias(t, object)?;
    let args = substitute(t, object, items(&own.args), &parameters(t, object)?, item)?;
    let args = containers::tuple(t, args)?;
    make(t, t.type_of(object), own.origin.clone(), &args, own.starred)
}

/// `*tuple[int, str]` (3.11): one item, the alias with a star.
fn iter(t: &Thread, object: &Object) -> PyResult {
    let own = alias(t, object)?;
    let kind = t.types.generic_alias;
    let starred = make(t, kind, own.origin.clone(), &own.args, true)?;
    t.iter(&containers::tuple(t, vec![starred])?)
}

fn refuse(t: &Thread, function: &str) -> PyResult {
    Err(t.type_error(format!(
        "{function}() argument 2 cannot be a parameterized generic"
    )))
}

fn dir(t: &Thread, object: &Object) -> PyResult {
    let origin = &alias(t, object)?.origin;
    let names = t.call_method(origin, &t.names.dir, &[]).or_else(|_| {
        t.call_method(
            t.types.type_.object().as_object(),
            &t.names.dir,
            std::slice::from_ref(origin),
        )
    })?;
    let mut all = t.collect(&names)?;
    for name in own_names(t).filter(|name| *name != "__class__") {
        let name = t.str(name)?;
        let mut known = false;
        for other in &all {
            known |= t.equal(other, &name)?;
        }
        if !known {
            all.push(name);
        }
    }
    containers::list(t, all)
}

static METHODS: &[NativeDef] = &[
    NativeDef {
        name: "__mro_entries__",
        code: NativeCode::One(|t, object, _| {
            containers::tuple(t, vec![alias(t, object)?.origin.clone()])
        }),
        doc: "",
    },
    NativeDef {
        name: "__instancecheck__",
        code: NativeCode::One(|t, _, _| refuse(t, "isinstance")),
        doc: "",
    },
    NativeDef {
        name: "__subclasscheck__",
        code: NativeCode::One(|t, _, _| refuse(t, "issubclass")),
        doc: "",
    },
    NativeDef {
        name: "__reduce__",
        code: NativeCode::NoArgs(|t, object| {
            let own = alias(t, object)?;
            let args = containers::tuple(t, vec![own.origin.clone(), own.args.clone()])?;
            let kind = t.types.generic_alias.object().into_object();
            containers::tuple(t, vec![kind, args])
        }),
        doc: "",
    },
    NativeDef {
        name: "__dir__",
        code: NativeCode::NoArgs(dir),
        doc: "",
    },
];

static ACCESSORS: &[AccessorDef] = &[
    AccessorDef::settable(
        "__origin__",
        |t, object| Ok(alias(t, object)?.origin.clone()),
        read_only,
    ),
    AccessorDef::settable(
        "__args__",
        |t, object| Ok(alias(t, object)?.args.clone()),
        read_only,
    ),
    AccessorDef {
        name: "__parameters__",
        get: parameters,
        set: None,
        doc: "Type variables in the GenericAlias.",
    },
];

static ACCESSORS_311: &[AccessorDef] = &[
    AccessorDef::settable(
        "__unpacked__",
        |t, object| Ok(Object::bool(alias(t, object)?.starred)),
        read_only,
    ),
    AccessorDef::new("__typing_unpacked_tuple_args__", |t, object| {
        let own = alias(t, object)?;
        let of_tuple = own.origin.is(t.types.tuple.object().as_object());
        Ok(match own.starred && of_tuple {
            true => own.args.clone(),
            false => Object::none(),
        })
    }),
];

pub(crate) fn install(t: &Thread) -> PyResult<()> {
    let kind = t.types.generic_alias;
    kind.declare::<GenericAlias>();
    kind.set_flags(Flags::BASE.and(Flags::WEAK));
    let slots = &kind.slots;
    slots.new.set(Some(new));
    slots.repr.set(Some(repr));
    slots.compare.set(Some(compare));
    slots.hash.set(Some(hash));
    slots.get_attribute.set(Some(get_attribute));
    slots.call.set(Some(call));
    slots.subscript.set(Some(subscript));
    slots.binary[BinaryOp::Or as usize].set(Some(crate::union::or));
    t.add_methods(kind, METHODS)?;
    t.add_accessors(kind, ACCESSORS)?;
    if t.version == Version::V311 {
        slots.iter.set(Some(iter));
        t.add_accessors(kind, ACCESSORS_311)?;
    }
    t.ready(kind)
}
