//! `import`: the instructions find what `__import__` does; the machinery is a later chapter.

use crate::check;
use crate::regs::{Flow, Regs};
use objects::Object;
use types::{Details, Dict, ErrorKind, Name, PyResult, Thread, as_str};

/// `IMPORT_NAME`
#[inline(always)]
pub unsafe fn import_name(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    r.save();
    // SAFETY: verified: the level, and above it the names that follow `from … import`.
    unsafe {
        let from_list = r.pop();
        let level = r.pop();
        let name = r.name(arg);
        let Some(import) = (*(*r.frame).builtins).get_name(&t.names.import_) else {
            let message = "__import__ not found".into();
            return Flow::Raise(t.raise(ErrorKind::ImportError, Details::Message(message)));
        };
        let globals = (*(*r.frame).globals).object().into_object();
        let locals = super::variables::namespace(r).unwrap_or(Object::none());
        let args = [name.object().clone(), globals, locals, from_list, level];
        let module = check!(t.call(&import, &args));
        r.push(module);
    }
    Flow::Next
}

/// `IMPORT_FROM`
#[inline(always)]
pub unsafe fn import_from(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    r.save();
    // SAFETY: verified: the module lies on top.
    unsafe {
        let value = check!(from_module(t, r.peek(1), r.name(arg)));
        r.push(value);
    }
    Flow::Next
}

fn text_attribute(t: &Thread, module: &Object, name: &Name) -> PyResult<Option<String>> {
    let value = t.find_attribute(module, name)?;
    Ok(value.as_ref().and_then(as_str).map(types::Str::to_text))
}

/// An attribute of a module, or its submodule of that name (`import_from`).
fn from_module(t: &Thread, module: &Object, name: &Name) -> PyResult {
    if let Some(value) = t.find_attribute(module, name)? {
        return Ok(value);
    }
    let package = text_attribute(t, module, &t.names.name)?;
    if let Some(package) = &package {
        let full = t.intern(&format!("{package}.{name}"))?;
        if let Some(submodule) = t.modules.get_name(&full) {
            return Ok(submodule);
        }
    }
    let package = package.unwrap_or_else(|| "<unknown module name>".to_owned());
    let file = text_attribute(t, module, &t.names.file)?;
    let initializing = exceptions::is_initializing(t, module)?;
    let message = match (&file, initializing) {
        (None, _) => format!("cannot import name '{name}' from '{package}' (unknown location)"),
        (Some(file), false) => format!("cannot import name '{name}' from '{package}' ({file})"),
        (Some(file), true) => format!(
            "cannot import name '{name}' from partially initialized module '{package}' (most likely due to a circular import) ({file})"
        ),
    };
    let path = file.map(|file| t.str(&file)).transpose()?;
    Err(t.raise(
        ErrorKind::ImportError,
        Details::Import(message, Some(t.str(&package)?), path),
    ))
}

/// `IMPORT_STAR`
#[inline(always)]
pub unsafe fn import_star(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    r.save();
    // SAFETY: verified: the module lies on top.
    unsafe {
        let module = r.pop();
        let Some(namespace) = super::variables::namespace(r) else {
            return Flow::Raise(t.system_error("no locals found during 'import *'"));
        };
        check!(import_all(t, &module, &namespace));
    }
    Flow::Next
}

fn import_all(t: &Thread, module: &Object, namespace: &Object) -> PyResult<()> {
    let (names, skip_private) = match t.find_attribute(module, &t.names.all)? {
        Some(all) => (t.collect(&all)?, false),
        None => match t.find_attribute(module, &t.names.dict)? {
            Some(dict) => (t.collect(&dict)?, true),
            None => {
                let message = "from-import-* object has no __dict__ and no __all__".into();
                return Err(t.raise(ErrorKind::ImportError, Details::Message(message)));
            }
        },
    };
    for name in names {
        let Ok(text) = name.clone().into_owned::<types::Str>() else {
            return Err(no_text(t, module, skip_private, &name));
        };
        if skip_private && text.chars().get(0) == Some('_'.into()) {
            continue;
        }
        let value = t.get_attribute(module, &t.intern_str(&text)?)?;
        match namespace
            .downcast::<Dict>()
            .filter(|_| t.is_exact(namespace, t.types.dict))
        {
            Some(dict) => containers::dict_set(t, dict, name, value)?,
            None => t.set_item(namespace, &name, Some(&value))?,
        }
    }
    Ok(())
}

/// What is raised for a name that is no string.
#[cold]
fn no_text(t: &Thread, module: &Object, in_dict: bool, name: &Object) -> types::Raised {
    let owner = t
        .intern("__name__")
        .and_then(|attribute| t.get_attribute(module, &attribute));
    let owner = match owner {
        Ok(owner) => owner,
        Err(raised) => return raised,
    };
    let Some(module) = types::as_str(&owner).map(types::Str::to_text) else {
        let kind = t.type_name(&owner);
        return t.type_error(format!("module __name__ must be a string, not {kind}"));
    };
    let (what, place) = match in_dict {
        true => ("Key", "__dict__"),
        false => ("Item", "__all__"),
    };
    let kind = t.type_name(name);
    t.type_error(format!(
        "{what} in {module}.{place} must be str, not {kind}"
    ))
}
