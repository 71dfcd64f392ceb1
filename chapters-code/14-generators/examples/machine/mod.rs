//! A machine as far as it stands in this chapter, which writes where it is told to.
#![allow(dead_code, reason = "each example uses a part")]

use code_objects::Pyc;
use frames::run_in_namespace;
use objects::{Object, Owned};
use std::rc::Rc;
use types::{Dict, HashSeed, Interpreter, MemoryHost, PyResult, Thread, Version};

/// Host stack for native code.
const STACK: usize = 1 << 20;

/// Runs `body` in a new machine for files of 3.10; gives its result and what was printed.
pub fn with_machine<R>(body: impl FnOnce(&Thread) -> PyResult<R>) -> PyResult<(R, String)> {
    let world = Rc::<MemoryHost>::default();
    let host = Box::new(Rc::clone(&world));
    let thread = Thread::new(Rc::new(Interpreter::new(
        Version::V310,
        host,
        HashSeed::Fixed,
    )?));
    let result = thread.enter(STACK, |t| {
        types::install(t)?;
        numbers::install(t)?;
        strings::install(t)?;
        containers::install(t)?;
        code_objects::install(t)?;
        frames::install(t)?;
        exceptions::install(t)?;
        eval_loop::install(t)?;
        classes::install(t)?;
        generators::install(t)?;
        body(t)
    })?;
    let written = [world.stdout.take(), world.stderr.take()].concat();
    let written = String::from_utf8_lossy(&written).into_owned();
    Ok((result, written))
}

/// Runs the module of a `.pyc` file under a name; gives its globals.
pub fn run(t: &Thread, pyc: &[u8], name: &str) -> PyResult<Owned<Dict>> {
    let code = Pyc::read(t, pyc)?.code;
    let globals = containers::dict(t)?;
    globals.set_name(&t.names.name, t.str(name)?)?;
    let namespace = globals.clone().into_object();
    run_in_namespace(t, code, globals.clone(), namespace)?;
    Ok(globals)
}

/// Calls a function of a module.
pub fn call(t: &Thread, globals: &Dict, name: &str, args: &[Object]) -> PyResult {
    let name = t.intern(name)?;
    let function = globals.get_name(&name);
    t.call(&function.ok_or_else(|| t.name_error(&name))?, args)
}

/// Calls a method of an object.
pub fn method(t: &Thread, object: &Object, name: &str, args: &[Object]) -> PyResult {
    t.call_method(object, &t.intern(name)?, args)
}

/// What an error is called, and what it says.
pub fn told(t: &Thread, raised: types::Raised) -> String {
    let exception = raised.into_exception(t);
    let text = t.to_str(&exception).map(|text| text.to_text());
    format!("{}: {}", t.type_name(&exception), text.unwrap_or_default())
}
