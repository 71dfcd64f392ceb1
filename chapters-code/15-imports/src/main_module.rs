//! How does a program start? Its code runs as the module `__main__`.

use crate::module::Module;
use code_objects::Code;
use objects::{Object, Owned};
use types::{PyResult, Raised, Str, Thread, as_str};

/// Runs a program: `path` is how its file was named, and `arguments` what followed. The
/// folder of the file is where its imports are looked for first.
pub fn run_main(t: &Thread, code: Owned<Code>, path: &str, arguments: &[String]) -> PyResult<()> {
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut argv = vec![t.str(path)?];
    for argument in arguments {
        argv.push(t.str(argument)?);
    }
    crate::sys::set(t, "argv", containers::list(t, argv)?)?;
    crate::sys::set(t, "path", containers::list(t, vec![t.str(folder)?])?)?;
    let module = Module::new(t, "__main__")?;
    let Some(dict) = module.dict() else {
        return Err(t.system_error("a module has no namespace"));
    };
    t.modules
        .set_name(&t.names.main, module.clone().into_object())?;
    dict.set_name(&t.names.annotations, containers::dict(t)?.into_object())?;
    let builtins = t.modules.get_name(&t.intern("builtins")?);
    dict.set_name(&t.names.builtins, builtins.unwrap_or(Object::none()))?;
    dict.set_name(&t.names.file, t.str(path)?)?;
    dict.set_name(&t.intern("__cached__")?, Object::none())?;
    let namespace = dict.clone().into_object();
    let result = frames::run_in_namespace(t, code, dict, namespace);
    // What the program put in the place of the standard streams is flushed (`flush_io`).
    let streams = [exceptions::own_stderr(t), exceptions::own_stdout(t)];
    for stream in streams.into_iter().flatten() {
        drop(t.call_method(&stream, &t.names.flush, &[]));
    }
    result.map(drop)
}

/// Lets the program's objects go, once everything else is done: the names of `__main__`
/// become `None`, private ones first (`_PyModule_ClearDict`), so that finalizers run.
///
/// A `sys.stdout` of the program's own is flushed first; false if that raised.
pub fn finish(t: &Thread) -> bool {
    let flushed = flush(t);
    for name in exceptions::LAST {
        if let Ok(name) = t.intern(name) {
            forget_last(t, &name);
        }
    }
    clear_main(t);
    flushed
}

/// `flush_std_files`
fn flush(t: &Thread) -> bool {
    let out = flush_stream(t, exceptions::own_stdout(t), |raised, stream| {
        (t.hooks.unraisable.get())(t, raised, stream);
    });
    // Of this one there is nowhere to tell.
    let error = flush_stream(t, exceptions::own_stderr(t), |_, _| ());
    out && error
}

fn flush_stream(t: &Thread, stream: Option<Object>, failed: impl FnOnce(Raised, &Object)) -> bool {
    let Some(stream) = stream else { return true };
    let closed = t
        .intern("closed")
        .and_then(|name| t.find_attribute(&stream, &name))
        .and_then(|closed| closed.map_or(Ok(false), |closed| t.is_true(&closed)));
    if closed.unwrap_or(false) {
        return true;
    }
    match t.call_method(&stream, &t.names.flush, &[]) {
        Ok(_) => true,
        Err(raised) => {
            failed(raised, &stream);
            false
        }
    }
}

/// Lets go of a part of the exception that ended the program.
fn forget_last(t: &Thread, name: &types::Name) {
    let sys = t
        .intern("sys")
        .ok()
        .and_then(|sys| t.modules.get_name(&sys));
    let dict = sys
        .as_ref()
        .and_then(|sys| sys.downcast::<Module>()?.dict());
    if let Some(dict) = dict
        && dict.get_name(name).is_some()
    {
        // The entry is there, so that it takes no memory, which there may not be.
        let _ = dict.set_name(name, Object::none());
    }
}

fn clear_main(t: &Thread) {
    let main = t.modules.get_name(&t.names.main);
    let dict = main
        .as_ref()
        .and_then(|main| main.downcast::<Module>()?.dict());
    let Some(dict) = dict else { return };
    for private in [true, false] {
        for index in 0..dict.table.entries() {
            let Some(name) = dict.table.key(index) else {
                continue;
            };
            let text = as_str(&name).map(Str::to_text).unwrap_or_default();
            let is_private = text.starts_with('_') && !text.starts_with("__");
            let kept = !private && text == "__builtins__";
            if is_private == private && !kept {
                drop(dict.table.replace(index, Object::none()));
            }
        }
    }
}
