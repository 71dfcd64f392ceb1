//! A machine as far as it stands in this chapter, which writes where it is told to.
#![allow(dead_code, reason = "each example uses a part")]

use code_objects::{Code, CodeFields, Pyc, Variables};
use frames::{Function, run_in_namespace};
use objects::{Object, Owned};
use std::rc::Rc;
use types::{HashSeed, Interpreter, MemoryHost, PyResult, Thread, Version};

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
        body(t)
    })?;
    let written = [world.stdout.take(), world.stderr.take()].concat();
    let written = String::from_utf8_lossy(&written).into_owned();
    Ok((result, written))
}

/// Runs the module of a `.pyc` file.
pub fn run(t: &Thread, pyc: &[u8]) -> PyResult<()> {
    let code = Pyc::read(t, pyc)?.code;
    let globals = containers::dict(t)?;
    globals.set_name(&t.names.name, t.str("__main__")?)?;
    let namespace = globals.clone().into_object();
    run_in_namespace(t, code, globals, namespace).map(drop)
}

/// A function made by hand: its bytes, constants, names, variables, how many of these are
/// parameters, and how high its stack gets.
pub fn function(
    t: &Thread,
    code: &[u8],
    (consts, names, variables): (&[Object], &[&str], &[&str]),
    (argcount, stacksize): (i32, i32),
) -> PyResult<Owned<Function>> {
    let strings = |texts: &[&str]| {
        texts
            .iter()
            .map(|text| t.str(text))
            .collect::<PyResult<Vec<_>>>()
    };
    let fields = CodeFields {
        version: Version::V310,
        argcount,
        posonlyargcount: 0,
        kwonlyargcount: 0,
        stacksize,
        flags: 67,
        code: code.to_vec(),
        consts: consts.to_vec(),
        names: strings(names)?,
        variables: Variables::Separate {
            nlocals: variables.len() as i32,
            varnames: strings(variables)?,
            freevars: Vec::new(),
            cellvars: Vec::new(),
        },
        filename: t.str("by hand")?,
        name: t.str("f")?,
        qualname: None,
        firstlineno: 1,
        linetable: Vec::new(),
        exceptiontable: Vec::new(),
    };
    let globals = containers::dict(t)?;
    let function = Function::new(t, Code::new(t, fields)?, globals.clone(), None)?;
    globals.set_name(&t.intern("f")?, function.clone().into_object())?;
    Ok(function)
}
