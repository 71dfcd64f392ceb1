//! What is a module? An object whose attributes are a namespace: [`Module`].

use objects::{Object, Owned, Slot, Visit, heap, payload};
use types::{
    AccessorDef, Args, Details, Dict, ErrorKind, Flags, Name, Parameters, PyResult, Str, Thread,
    Type, as_str,
};

/// `module`
pub struct Module {
    /// The namespace.
    dict: Slot,
    /// Is it made of Rust? CPython's built-in modules have a `__spec__` that says so.
    native: bool,
}

payload!(Module, "module", traverse);

impl Module {
    /// A module with a name and nothing else.
    pub fn new(t: &Thread, name: &str) -> PyResult<Owned<Module>> {
        let dict = containers::dict(t)?;
        Module::make(
            t,
            t.types.module,
            dict,
            (t.str(name)?, Object::none()),
            false,
        )
    }

    /// A module made of Rust, whose namespace is there already.
    pub fn native(t: &Thread, name: &str, dict: Owned<Dict>) -> PyResult<Owned<Module>> {
        Module::make(
            t,
            t.types.module,
            dict,
            (t.str(name)?, Object::none()),
            true,
        )
    }

    fn make(
        t: &Thread,
        class: &Type,
        dict: Owned<Dict>,
        (name, doc): (Object, Object),
        native: bool,
    ) -> PyResult<Owned<Module>> {
        dict.set_name(&t.names.name, name)?;
        for (name, value) in [
            (&t.names.doc, doc),
            (&t.names.package, Object::none()),
            (&t.names.loader, Object::none()),
            (&t.names.spec, Object::none()),
        ] {
            dict.set_name(name, value)?;
        }
        Ok(heap().make(
            class.core(),
            Module {
                dict: Slot::new(dict.into_object()),
                native,
            },
        )?)
    }

    /// The namespace.
    pub fn dict(&self) -> Option<Owned<Dict>> {
        self.dict.get()?.into_owned().ok()
    }

    fn traverse(&self, visit: Visit<'_>) {
        self.dict.traverse(visit);
    }

    fn clear(&self) {
        self.dict.clear();
    }
}

fn module<'a>(t: &Thread, object: &'a Object) -> PyResult<&'a Module> {
    object
        .downcast()
        .ok_or_else(|| t.type_error("a module was expected"))
}

/// `module_getattro`: what the module does not have, its `__getattr__` may.
fn get_attribute(t: &Thread, object: &Object, name: &Name) -> PyResult {
    if let Some(value) = t.find_generic_attribute(object, name)? {
        return Ok(value);
    }
    let dict = module(t, object)?.dict();
    if let Some(dict) = &dict {
        if let Some(getattr) = dict.get_name(&t.names.getattr) {
            return t.call(&getattr, &[name.object().clone()]);
        }
        let own = dict.get_name(&t.names.name);
        if let Some(own) = own.as_ref().and_then(as_str).map(Str::to_text) {
            let message = match exceptions::is_initializing(t, object)? {
                true => format!(
                    "partially initialized module '{own}' has no attribute '{name}' (most likely due to a circular import)"
                ),
                false => format!("module '{own}' has no attribute '{name}'"),
            };
            return Err(t.attribute_error_with(message, object, name));
        }
    }
    Err(t.attribute_error_with(format!("module has no attribute '{name}'"), object, name))
}

/// `_module_repr` of `importlib._bootstrap`.
fn repr(t: &Thread, object: &Object) -> PyResult {
    let attribute = |name: &Name| t.find_attribute(object, name);
    let some = |value: Option<Object>| value.filter(|value| !value.is_none());
    if let Some(spec) = some(attribute(&t.names.spec)?)
        && t.is_true(&spec)?
    {
        return repr_of_spec(t, &spec);
    }
    let name = match attribute(&t.names.name)? {
        Some(name) => t.repr(&name)?.to_text(),
        None => "'?'".to_owned(),
    };
    if let Some(file) = attribute(&t.names.file)? {
        let file = t.repr(&file)?.to_text();
        return t.str(&format!("<module {name} from {file}>"));
    }
    match some(attribute(&t.names.loader)?) {
        Some(loader) => t.str(&format!("<module {name} ({})>", t.repr(&loader)?.to_text())),
        None if module(t, object)?.native => t.str(&format!("<module {name} (built-in)>")),
        None => t.str(&format!("<module {name}>")),
    }
}

/// `_module_repr_from_spec`
fn repr_of_spec(t: &Thread, spec: &Object) -> PyResult {
    let field = |name: &str| t.get_attribute(spec, &t.intern(name)?);
    let text = |value: &Object| -> PyResult<String> { Ok(t.repr(value)?.to_text()) };
    let (own, origin) = (field("name")?, field("origin")?);
    let name = match own.is_none() {
        true => "'?'".to_owned(),
        false => text(&own)?,
    };
    if !origin.is_none() {
        return t.str(&match t.is_true(&field("has_location")?)? {
            true => format!("<module {name} from {}>", text(&origin)?),
            false => format!(
                "<module {} ({})>",
                text(&own)?,
                t.to_str(&origin)?.to_text()
            ),
        });
    }
    let loader = field("loader")?;
    t.str(&match loader.is_none() {
        true => format!("<module {name}>"),
        false => format!("<module {name} ({})>", text(&loader)?),
    })
}

fn new(t: &Thread, class: &Type, args: Args<'_>) -> PyResult {
    static PARAMETERS: Parameters = Parameters::new("module", &["name", "doc"], 1);
    let [name, doc] = t.arguments(&PARAMETERS, args)?;
    let or_none = |value: Option<&Object>| value.cloned().unwrap_or(Object::none());
    let (name, doc) = (or_none(name), or_none(doc));
    if as_str(&name).is_none() {
        let kind = t.type_name(&name);
        return Err(t.type_error(format!("module() argument 'name' must be str, not {kind}")));
    }
    Ok(Module::make(t, class, containers::dict(t)?, (name, doc), false)?.into_object())
}

/// `__annotations__`, which are there as soon as somebody asks (`module_get_annotations`).
fn annotations(t: &Thread, object: &Object) -> PyResult {
    let dict = namespace(t, object)?;
    let name = &t.names.annotations;
    if let Some(annotations) = dict.get_name(name) {
        return Ok(annotations);
    }
    let annotations = containers::dict(t)?.into_object();
    dict.set_name(name, annotations.clone())?;
    Ok(annotations)
}

fn set_annotations(t: &Thread, object: &Object, value: Option<&Object>) -> PyResult<()> {
    let dict = namespace(t, object)?;
    let name = &t.names.annotations;
    match value {
        Some(value) => Ok(dict.set_name(name, value.clone())?),
        None if dict.get_name(name).is_some() => t.set_item(dict.as_object(), name.object(), None),
        None => Err(t.raise(
            ErrorKind::AttributeError,
            Details::Message("__annotations__".into()),
        )),
    }
}

fn namespace(t: &Thread, object: &Object) -> PyResult<Owned<Dict>> {
    let dict = module(t, object)?.dict();
    dict.ok_or_else(|| t.type_error("<module>.__dict__ is not a dictionary"))
}

static ACCESSORS: &[AccessorDef] = &[
    AccessorDef::settable("__annotations__", annotations, set_annotations),
    AccessorDef::new("__dict__", |t, object| {
        Ok(module(t, object)?
            .dict()
            .map_or(Object::none(), |dict| dict.into_object()))
    }),
];

pub(crate) fn install(t: &Thread) -> PyResult<()> {
    let kind = t.types.module;
    kind.declare::<Module>();
    kind.set_flags(Flags::BASE);
    kind.slots.get_attribute.set(Some(get_attribute));
    kind.slots.repr.set(Some(repr));
    kind.slots.new.set(Some(new));
    kind.slots.init.set(Some(|_, _, _| Ok(())));
    kind.slots
        .dict_place
        .set(Some(|object| object.downcast::<Module>().map(|m| &m.dict)));
    t.add_accessors(kind, ACCESSORS)?;
    t.ready(kind)
}
