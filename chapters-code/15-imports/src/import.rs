//! How is a module found and run? Importing by name: modules that are there, native ones,
//! and `.pyc` files beside the program.

use crate::module::Module;
use crate::native;
use code_objects::Pyc;
use objects::Object;
use types::{
    Args, Details, Dict, ErrorKind, NativeCode, NativeDef, PyResult, Raised, Str, Thread, as_str,
};

/// `__import__(name, globals=None, locals=None, fromlist=(), level=0)`
fn dunder_import(t: &Thread, _: &Object, args: Args<'_>) -> PyResult {
    const NAMES: [&str; 5] = ["name", "globals", "locals", "fromlist", "level"];
    types::check_count(t, "__import__", args.plain().len(), 0, 5)?;
    let mut values: [Option<Object>; 5] = Default::default();
    for (place, value) in values.iter_mut().zip(args.plain()) {
        *place = Some(value.clone());
    }
    for (name, value) in args.keywords() {
        match as_str(name).and_then(|name| NAMES.iter().position(|known| name.equals(known))) {
            Some(place) => values[place] = Some(value.clone()),
            None => {
                let name = t.to_str(name)?.to_text();
                return Err(t.type_error(format!(
                    "'{name}' is an invalid keyword argument for __import__()"
                )));
            }
        }
    }
    let [name, globals, _, from_list, level] = values;
    let Some(name) = name else {
        return Err(t.type_error("__import__() missing required argument 'name' (pos 1)"));
    };
    let Some(name) = as_str(&name) else {
        return Err(t.type_error("module name must be a string"));
    };
    let level = level.and_then(|level| level.as_small_int()).unwrap_or(0);
    let globals = globals
        .as_ref()
        .and_then(|globals| globals.downcast::<Dict>());
    let full = absolute_name(t, &name.to_text(), globals, level)?;
    let module = import(t, &full)?;
    let wanted = match &from_list {
        Some(list) => t.is_true(list)?,
        None => false,
    };
    if wanted {
        if let Some(list) = &from_list {
            import_submodules(t, &module, &full, list)?;
        }
        return Ok(module);
    }
    // `import a.b` gives `a`; `from . import` with nothing after it gives the package.
    match name.to_text().split_once('.') {
        None => Ok(module),
        Some((_, rest)) => import(t, &full[..full.len() - (rest.len() + 1)]),
    }
}

/// The full name of a relative import (`resolve_name`).
fn absolute_name(t: &Thread, name: &str, globals: Option<&Dict>, level: i64) -> PyResult<String> {
    if level < 0 {
        return Err(t.value_error("level must be >= 0"));
    }
    if level == 0 {
        return match name {
            "" => Err(t.value_error("Empty module name")),
            name => Ok(name.to_owned()),
        };
    }
    let package = package_of(t, globals)?;
    let mut base = package.as_str();
    for _ in 1..level {
        base = match base.rsplit_once('.') {
            Some((base, _)) => base,
            None => {
                return Err(import_error(
                    t,
                    "attempted relative import beyond top-level package",
                ));
            }
        };
    }
    Ok(if name.is_empty() {
        base.to_owned()
    } else {
        format!("{base}.{name}")
    })
}

/// The package that relative names start from: `__package__`, or what `__name__` says.
fn package_of(t: &Thread, globals: Option<&Dict>) -> PyResult<String> {
    let text = |name| {
        let value = globals.and_then(|globals| globals.get_name(name));
        value.as_ref().and_then(as_str).map(Str::to_text)
    };
    let package = match text(&t.names.package) {
        Some(package) => package,
        None => {
            let name = text(&t.names.name).unwrap_or_default();
            let is_package =
                globals.is_some_and(|globals| globals.get_name(&t.names.path).is_some());
            match name.rsplit_once('.') {
                _ if is_package => name,
                Some((package, _)) => package.to_owned(),
                None => String::new(),
            }
        }
    };
    match package.is_empty() {
        true => Err(import_error(
            t,
            "attempted relative import with no known parent package",
        )),
        false => Ok(package),
    }
}

fn import_error(t: &Thread, message: &str) -> Raised {
    t.raise(
        ErrorKind::ImportError,
        Details::Message(message.to_owned().into()),
    )
}

/// Imports the submodules that `from package import a, b` names.
fn import_submodules(t: &Thread, module: &Object, full: &str, names: &Object) -> PyResult<()> {
    if t.find_attribute(module, &t.names.path)?.is_none() {
        return Ok(());
    }
    for name in t.collect(names)? {
        let Ok(text) = name.clone().into_owned::<Str>() else {
            let kind = t.type_name(&name);
            return Err(t.type_error(format!("Item in ``from list'' must be str, not {kind}")));
        };
        if text.equals("*") {
            if let Some(all) = t.find_attribute(module, &t.names.all)? {
                import_submodules(t, module, full, &all)?;
            }
            continue;
        }
        if t.find_attribute(module, &t.intern_str(&text)?)?.is_some() {
            continue;
        }
        let submodule = format!("{full}.{}", text.to_text());
        match import(t, &submodule) {
            // That there is no such module shows when the name is looked up.
            Err(raised) if is_missing(t, &raised, &submodule)? => (),
            other => drop(other?),
        }
    }
    Ok(())
}

/// Is this the error that says that just this module does not exist?
fn is_missing(t: &Thread, raised: &Raised, name: &str) -> PyResult<bool> {
    if !raised.is(t, ErrorKind::ModuleNotFoundError) {
        return Ok(false);
    }
    match raised.object() {
        Some(exception) => {
            let value = t.find_attribute(exception, &t.intern("name")?)?;
            Ok(value
                .as_ref()
                .and_then(as_str)
                .is_some_and(|own| own.equals(name)))
        }
        None => Ok(true),
    }
}

/// A module by its full name: it is imported, with its packages, unless it is there.
pub fn import(t: &Thread, name: &str) -> PyResult {
    let key = t.intern(name)?;
    if let Some(module) = t.modules.get_name(&key) {
        if module.is_none() {
            let message = format!("import of {name} halted; None in sys.modules");
            return Err(not_found(t, message, name)?);
        }
        return Ok(module);
    }
    let (parent, tail) = match name.rsplit_once('.') {
        Some((parent, tail)) => (Some((import(t, parent)?, parent)), tail),
        None => (None, name),
    };
    let path = match &parent {
        None => search_path(t)?,
        Some((package, parent)) => match t.find_attribute(package, &t.names.path)? {
            Some(path) => t.collect(&path)?,
            None => {
                let message = format!("No module named '{name}'; '{parent}' is not a package");
                return Err(not_found(t, message, name)?);
            }
        },
    };
    let module = match native::load(t, name, true)? {
        Some(module) => module,
        None => load(t, name, tail, &path)?,
    };
    if let Some((package, _)) = &parent {
        t.set_attribute(package, &t.intern(tail)?, Some(&module))?;
    }
    Ok(module)
}

fn not_found(t: &Thread, message: String, name: &str) -> PyResult<Raised> {
    let name = t.str(name)?;
    Ok(t.raise(
        ErrorKind::ModuleNotFoundError,
        Details::Import(message, Some(name), None),
    ))
}

/// `sys.path`
fn search_path(t: &Thread) -> PyResult<Vec<Object>> {
    let Some(sys) = t.modules.get_name(&t.intern("sys")?) else {
        return Ok(vec![]);
    };
    match t.find_attribute(&sys, &t.intern("path")?)? {
        Some(path) => t.collect(&path),
        None => Ok(vec![]),
    }
}

fn load(t: &Thread, name: &str, tail: &str, path: &[Object]) -> PyResult {
    for entry in path {
        let Some(folder) = as_str(entry).map(Str::to_text) else {
            continue;
        };
        let join = |rest: &str| match folder.as_str() {
            "" => rest.to_owned(),
            folder => format!("{}/{rest}", folder.trim_end_matches('/')),
        };
        let package = join(&format!("{tail}/__init__.pyc"));
        if t.host.is_file(&package) {
            return run_file(t, name, &package, Some(join(tail)));
        }
        let file = join(&format!("{tail}.pyc"));
        if t.host.is_file(&file) {
            return run_file(t, name, &file, None);
        }
    }
    match native::load(t, name, false)? {
        Some(module) => Ok(module),
        None => Err(not_found(t, format!("No module named '{name}'"), name)?),
    }
}

/// Runs a `.pyc` file as a module. If it raises, the module is gone again.
fn run_file(t: &Thread, name: &str, file: &str, folder: Option<String>) -> PyResult {
    let bytes = t
        .host
        .read_file(file)
        .map_err(|error| import_error(t, &format!("cannot read '{file}': {error}")))?;
    let pyc = Pyc::read(t, &bytes)?;
    if pyc.version != t.version {
        return Err(import_error(
            t,
            &format!(
                "bad magic number in '{name}': the file is of CPython {}",
                pyc.version
            ),
        ));
    }
    let module = Module::new(t, name)?;
    let Some(dict) = module.dict() else {
        return Err(t.system_error("a module has no namespace"));
    };
    let package = match &folder {
        Some(_) => name,
        None => name.rsplit_once('.').map_or("", |(package, _)| package),
    };
    dict.set_name(&t.names.package, t.str(package)?)?;
    dict.set_name(&t.names.file, t.str(file)?)?;
    dict.set_name(&t.names.builtins, t.builtins.clone().into_object())?;
    if let Some(folder) = folder {
        let path = containers::list(t, vec![t.str(&folder)?])?;
        dict.set_name(&t.names.path, path)?;
    }
    let key = t.intern(name)?;
    t.modules.set_name(&key, module.clone().into_object())?;
    let namespace = dict.clone().into_object();
    let initializing = t.extension::<exceptions::Initializing>();
    initializing.begin(module.as_object());
    let result = frames::run_in_namespace(t, pyc.code, dict, namespace);
    initializing.end();
    if let Err(raised) = result {
        t.modules.remove_name(&key);
        return Err(raised);
    }
    // The body may have put something else in its place.
    Ok(t.modules.get_name(&key).unwrap_or(module.into_object()))
}

static BUILTINS: &[NativeDef] = &[NativeDef {
    name: "__import__",
    code: NativeCode::Keywords(dunder_import),
    doc: "Import a module.",
}];

pub(crate) fn install(t: &Thread) -> PyResult<()> {
    t.add_builtins(BUILTINS)?;
    let builtins = Module::native(t, "builtins", t.builtins.clone())?;
    Ok(t.modules
        .set_name(&t.intern("builtins")?, builtins.into_object())?)
}
