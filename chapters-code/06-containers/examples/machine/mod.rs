//! A machine as far as it stands in this chapter, for the examples.

use std::rc::Rc;

use objects::Object;
use types::{HashSeed, Interpreter, MemoryHost, PyResult, Thread, Version};

/// Host stack that values may use while they are printed.
const STACK: usize = 1 << 20;

/// Runs `body` in a new machine that follows `version`.
pub fn with_machine(version: Version, body: impl FnOnce(&Thread) -> PyResult<()>) -> PyResult<()> {
    let host = Box::<MemoryHost>::default();
    let interpreter = Rc::new(Interpreter::new(version, host, HashSeed::Fixed)?);
    let thread = Thread::new(interpreter);
    thread.enter(STACK, |t| {
        types::install(t)?;
        numbers::install(t)?;
        strings::install(t)?;
        containers::install(t)?;
        body(t)
    })
}

/// The `repr` of an object, as text.
#[allow(dead_code, reason = "each example uses a part")]
pub fn shown(t: &Thread, object: &Object) -> PyResult<String> {
    Ok(t.repr(object)?.to_text())
}

/// `object.name(*args)`
#[allow(dead_code, reason = "each example uses a part")]
pub fn call(t: &Thread, object: &Object, name: &str, args: &[Object]) -> PyResult {
    t.call_method(object, &t.intern(name)?, args)
}
