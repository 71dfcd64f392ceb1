//! A fresh machine for the programs of this chapter.
#![allow(dead_code, reason = "each example uses a part")]

use std::rc::Rc;
use types::{HashSeed, Interpreter, MemoryHost, PyResult, Thread, Type, Version};

/// A thread of a new interpreter, with what this chapter installs.
pub fn start(version: Version) -> PyResult<Thread> {
    let host = Box::new(MemoryHost::default());
    let interpreter = Interpreter::new(version, host, HashSeed::Fixed)?;
    let t = Thread::new(Rc::new(interpreter));
    types::install(&t)?;
    Ok(t)
}

/// A new builtin type under `base`, in its place among the others.
pub fn new_type(t: &Thread, name: &str, base: &'static Type) -> PyResult<&'static Type> {
    let kind = Type::builtin(t.types.type_, name, Some(base))?;
    kind.make_namespace(t.types)?;
    kind.set_bases(vec![base.object()], base.mro());
    Ok(kind)
}
