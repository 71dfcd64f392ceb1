//! How are the exceptions set up that hold a little more than their arguments?
#![forbid(unsafe_code)]

use crate::base;
use crate::exception::Exception;
use crate::fields::{self, import};
use objects::Object;
use types::{Args, Dict, Name, NativeCode, NativeDef, Parameters, PyResult, Thread, Type};

/// `StopIteration(value)`
pub(crate) fn init_stop_iteration(t: &Thread, object: &Object, args: Args<'_>) -> PyResult<()> {
    base::init(t, object, args)?;
    let value = args.plain().first().cloned().unwrap_or(Object::none());
    Exception::of(t, object)?.fields[fields::VALUE].set(value);
    Ok(())
}

/// `SystemExit(code)`: several arguments are a tuple.
pub(crate) fn init_system_exit(t: &Thread, object: &Object, args: Args<'_>) -> PyResult<()> {
    base::init(t, object, args)?;
    let code = match args.plain() {
        // What an earlier call has set stays.
        [] => return Ok(()),
        [code] => code.clone(),
        several => t.tuple(several.iter().cloned())?,
    };
    Exception::of(t, object)?.fields[fields::CODE].set(code);
    Ok(())
}

/// Arguments that only keywords give. `places` are their fields.
fn init_with_keywords<const N: usize>(
    t: &Thread,
    object: &Object,
    args: Args<'_>,
    parameters: &Parameters,
    places: [usize; N],
) -> PyResult<()> {
    let exception = Exception::of(t, object)?;
    exception.set_arguments(t, args.plain())?;
    let keywords = &args.values()[args.plain().len()..];
    let keywords = Args::new(keywords, args.names()).unwrap_or(Args::positional(&[]));
    let given: [Option<&Object>; N] = t.arguments(parameters, keywords)?;
    for (place, value) in places.into_iter().zip(given) {
        drop(exception.fields[place].replace(value.cloned()));
    }
    Ok(())
}

/// Keeps which attribute of which object was asked for, unless something is known already.
/// The hook `attribute_asked`.
pub(crate) fn attribute_asked(t: &Thread, exception: &Object, object: &Object, name: &Name) {
    let Ok(exception) = Exception::of(t, exception) else {
        return;
    };
    let [known_name, known_object] = [fields::NAME, fields::OBJ].map(|at| &exception.fields[at]);
    if known_name.is_empty() && known_object.is_empty() {
        known_name.set(name.object().clone());
        known_object.set(object.clone());
    }
}

const fn keywords(function: &'static str, names: &'static [&'static str]) -> Parameters {
    Parameters {
        function,
        names,
        required: 0,
        positional: 0,
    }
}

/// `ImportError(message, *, name, path)`
pub(crate) fn init_import_error(t: &Thread, object: &Object, args: Args<'_>) -> PyResult<()> {
    static PARAMETERS: Parameters = keywords("ImportError", &["name", "path"]);
    let places = [import::NAME, import::PATH];
    init_with_keywords(t, object, args, &PARAMETERS, places)?;
    let message = match args.plain() {
        [message] => Some(message.clone()),
        _ => None,
    };
    drop(Exception::of(t, object)?.fields[import::MSG].replace(message));
    Ok(())
}

/// `NameError(message, *, name)`
pub(crate) fn init_name_error(t: &Thread, object: &Object, args: Args<'_>) -> PyResult<()> {
    static PARAMETERS: Parameters = keywords("NameError", &["name"]);
    init_with_keywords(t, object, args, &PARAMETERS, [fields::NAME])
}

/// `AttributeError(message, *, name, obj)`
pub(crate) fn init_attribute_error(t: &Thread, object: &Object, args: Args<'_>) -> PyResult<()> {
    static PARAMETERS: Parameters = keywords("AttributeError", &["name", "obj"]);
    let places = [fields::NAME, fields::OBJ];
    init_with_keywords(t, object, args, &PARAMETERS, places)
}

/// The message, if it is a plain string.
pub(crate) fn str_import_error(t: &Thread, object: &Object) -> PyResult {
    let message = Exception::of(t, object)?.fields[import::MSG].get();
    match message {
        Some(message) if t.is_exact(&message, t.types.str) => Ok(message),
        _ => base::str(t, object),
    }
}

/// The key as it is written, since `KeyError: ` alone would say nothing of `''`.
pub(crate) fn str_key_error(t: &Thread, object: &Object) -> PyResult {
    match &Exception::of(t, object)?.arguments()[..] {
        [key] => Ok(t.repr(key)?.into_object()),
        _ => base::str(t, object),
    }
}

/// `ImportError.__reduce__`: name and path go along with `__dict__`.
fn reduce_import_error(t: &Thread, object: &Object) -> PyResult {
    let exception = Exception::of(t, object)?;
    let state = match exception.dict.get() {
        Some(dict) => dict
            .downcast::<Dict>()
            .map_or_else(|| Ok(Default::default()), |dict| dict.table.copy())?,
        None => Default::default(),
    };
    let state = Dict::of(t.types.dict, state)?;
    let mut any = exception.dict.get().is_some();
    for (name, place) in [("name", import::NAME), ("path", import::PATH)] {
        if let Some(value) = exception.fields[place].get() {
            state.set_name(&t.intern(name)?, value)?;
            any = true;
        }
    }
    let class = t.type_of(object).object().into_object();
    let args = exception.args.get().unwrap_or(Object::none());
    let mut parts = vec![class, args];
    if any {
        parts.push(state.into_object());
    }
    t.tuple(parts)
}

static IMPORT_ERROR_METHODS: &[NativeDef] = &[NativeDef {
    name: "__reduce__",
    code: NativeCode::NoArgs(reduce_import_error),
    doc: "",
}];

/// Adds the methods of `ImportError`.
pub(crate) fn install_import_error(t: &Thread, class: &'static Type) -> PyResult<()> {
    t.add_methods(class, IMPORT_ERROR_METHODS)
}
