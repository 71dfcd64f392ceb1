//! How does a program start? Its code runs as the module `__main__`.

use crate::module::Module;
use code_objects::Code;
use objects::{Object, Owned};
use types::{PyResult, Thread};

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
    let builtins = t.modules.get_name(&t.intern("builtins")?);
    dict.set_name(&t.names.builtins, builtins.unwrap_or(Object::none()))?;
    dict.set_name(&t.names.file, t.str(path)?)?;
    let namespace = dict.clone().into_object();
    frames::run_in_namespace(t, code, dict, namespace).map(drop)
}
