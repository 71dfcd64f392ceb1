//! A machine as far as it stands in this chapter, which writes where it is told to.
#![allow(dead_code, reason = "each example uses a part")]

use code_objects::Pyc;
use frames::run_in_namespace;
use objects::{Object, Owned};
use std::cell::RefCell;
use std::io;
use std::rc::Rc;
use types::{Dict, HashSeed, Host, Interpreter, MemoryHost, PyResult, Thread, Version};

/// Host stack for native code.
const STACK: usize = 1 << 20;

/// A world of which only the standard output matters.
struct Paper {
    written: Rc<RefCell<Vec<u8>>>,
    rest: MemoryHost,
}

impl Host for Paper {
    fn write_stdout(&self, bytes: &[u8]) -> io::Result<()> {
        self.written.borrow_mut().extend_from_slice(bytes);
        Ok(())
    }
    fn write_stderr(&self, bytes: &[u8]) -> io::Result<()> {
        self.write_stdout(bytes)
    }
    fn read_line(&self) -> io::Result<Vec<u8>> {
        self.rest.read_line()
    }
    fn read_file(&self, path: &str) -> io::Result<Vec<u8>> {
        self.rest.read_file(path)
    }
    fn is_file(&self, path: &str) -> bool {
        self.rest.is_file(path)
    }
    fn is_directory(&self, path: &str) -> bool {
        self.rest.is_directory(path)
    }
    fn now(&self) -> u128 {
        self.rest.now()
    }
    fn monotonic(&self) -> u128 {
        self.rest.monotonic()
    }
    fn variable(&self, name: &str) -> Option<String> {
        self.rest.variable(name)
    }
    fn random(&self, buffer: &mut [u8]) -> io::Result<()> {
        self.rest.random(buffer)
    }
}

/// Runs `body` in a new machine for files of 3.10; gives its result and what was printed.
pub fn with_machine<R>(body: impl FnOnce(&Thread) -> PyResult<R>) -> PyResult<(R, String)> {
    let written = Rc::new(RefCell::default());
    let host = Box::new(Paper {
        written: Rc::clone(&written),
        rest: MemoryHost::default(),
    });
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
    let written = String::from_utf8_lossy(&written.borrow()).into_owned();
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
