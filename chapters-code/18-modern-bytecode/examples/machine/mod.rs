//! A machine as far as it stands in this chapter, for files and functions of 3.11; it writes
//! where it is told to.
#![allow(dead_code, reason = "each example uses a part")]

mod assembler;

#[allow(unused_imports, reason = "each example uses a part")]
pub use assembler::{Source, code, function};

use code_objects::Pyc;
use frames::run_in_namespace;
use std::rc::Rc;
use types::{HashSeed, Interpreter, MemoryHost, PyResult, Thread, Version};

/// Host stack for native code.
const STACK: usize = 2 << 20;

/// Runs `body` in a new machine for files of a version; gives its result and what was
/// printed.
pub fn with_version<R>(
    version: Version,
    body: impl FnOnce(&Thread) -> PyResult<R>,
) -> PyResult<(R, String)> {
    let world = Rc::<MemoryHost>::default();
    let host = Box::new(Rc::clone(&world));
    let interpreter = Interpreter::new(version, host, HashSeed::Fixed)?;
    let thread = Thread::new(Rc::new(interpreter));
    let result = thread.enter(STACK, |t| {
        types::install(t)?;
        numbers::install(t)?;
        strings::install(t)?;
        containers::install(t)?;
        code_objects::install(t)?;
        instructions::install(t)?;
        frames::install(t)?;
        exceptions::install(t)?;
        eval_loop::install(t)?;
        classes::install(t)?;
        generators::install(t)?;
        imports::install(t)?;
        modern_bytecode::install(t)?;
        body(t)
    })?;
    let written = String::from_utf8_lossy(&world.stdout.borrow()).into_owned();
    Ok((result, written))
}

/// The same for files of 3.11.
pub fn with_machine<R>(body: impl FnOnce(&Thread) -> PyResult<R>) -> PyResult<(R, String)> {
    with_version(Version::V311, body)
}

/// Runs the module of a `.pyc` file; gives its globals.
pub fn run(t: &Thread, pyc: &[u8]) -> PyResult {
    let code = Pyc::read(t, pyc)?.code;
    let globals = containers::dict(t)?;
    globals.set_name(&t.names.name, t.str("__main__")?)?;
    let namespace = globals.clone().into_object();
    run_in_namespace(t, code, globals.clone(), namespace)?;
    Ok(globals.into_object())
}
