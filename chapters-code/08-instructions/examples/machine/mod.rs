//! A machine as far as it stands in this chapter: it can read code objects and print values.

use std::rc::Rc;

use types::{HashSeed, Interpreter, MemoryHost, PyResult, Thread, Version};

/// Host stack that values may use while they are printed.
const STACK: usize = 1 << 20;

/// Runs `body` in a new machine for files of `version`.
pub fn with_machine<R>(version: Version, body: impl FnOnce(&Thread) -> R) -> PyResult<R> {
    let host = Box::<MemoryHost>::default();
    let interpreter = Rc::new(Interpreter::new(version, host, HashSeed::Fixed)?);
    let thread = Thread::new(interpreter);
    thread.enter(STACK, |t| {
        types::install(t)?;
        numbers::install(t)?;
        strings::install(t)?;
        containers::install(t)?;
        code_objects::install(t)?;
        instructions::install(t)?;
        Ok(body(t))
    })
}
