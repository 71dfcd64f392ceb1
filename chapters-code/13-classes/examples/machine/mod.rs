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
        body(t)
    })?;
    let written = [world.stdout.take(), world.stderr.take()].concat();
    let written = String::from_utf8_lossy(&written).into_owned();
    Ok((result, written))
}

/// Runs the module of a `.pyc` file, and gives its globals.
pub fn run(t: &Thread, pyc: &[u8]) -> PyResult<Owned<Dict>> {
    let code = Pyc::read(t, pyc)?.code;
    let globals = containers::dict(t)?;
    globals.set_name(&t.names.name, t.str("__main__")?)?;
    let namespace = globals.clone().into_object();
    run_in_namespace(t, code, globals.clone(), namespace)?;
    Ok(globals)
}

/// A class made by calling `type`, as `type(name, bases, namespace)`.
pub fn class(
    t: &Thread,
    name: &str,
    bases: &[&Object],
    names: &[(&str, Object)],
) -> PyResult<Object> {
    let namespace = containers::dict(t)?;
    for (name, value) in names {
        namespace.set_name(&t.intern(name)?, value.clone())?;
    }
    let bases = bases.iter().map(|base| (*base).clone()).collect();
    let args = [
        t.str(name)?,
        containers::tuple(t, bases)?,
        namespace.into_object(),
    ];
    t.call(&t.types.type_.object().into_object(), &args)
}

/// `object.name`
pub fn get(t: &Thread, object: &Object, name: &str) -> PyResult {
    t.get_attribute(object, &t.intern(name)?)
}

/// What `repr` says.
pub fn show(t: &Thread, object: &Object) -> String {
    match t.repr(object) {
        Ok(text) => text.to_text(),
        Err(raised) => format!("{raised:?}"),
    }
}
