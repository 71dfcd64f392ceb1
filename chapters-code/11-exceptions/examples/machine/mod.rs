//! A machine as far as it stands in this chapter: it knows exceptions, and runs nothing.
#![allow(dead_code, reason = "each example uses a part")]

use std::rc::Rc;

use objects::Object;
use types::{HashSeed, Interpreter, MemoryHost, PyResult, Thread, Version, as_str};

/// Host stack that values may use while they are shown.
const STACK: usize = 1 << 20;

/// Runs `body` in a new machine.
pub fn with_machine<R>(version: Version, body: impl FnOnce(&Thread) -> PyResult<R>) -> R {
    let host = Box::<MemoryHost>::default();
    let interpreter = Interpreter::new(version, host, HashSeed::Fixed).expect("an interpreter");
    let thread = Thread::new(Rc::new(interpreter));
    let result = thread.enter(STACK, |t| {
        for install in [
            types::install,
            numbers::install,
            strings::install,
            containers::install,
            code_objects::install,
            frames::install,
            exceptions::install,
        ] {
            install(t)?;
        }
        body(t)
    });
    result.expect("the step works")
}

/// A builtin.
pub fn builtin(t: &Thread, name: &str) -> PyResult {
    let found = t.builtins.get_name(&t.intern(name)?);
    found.ok_or_else(|| t.key_error(&Object::none()))
}

/// An exception of a builtin type.
pub fn make(t: &Thread, class: &str, args: &[Object]) -> PyResult {
    t.call(&builtin(t, class)?, args)
}

/// An exception with a message.
pub fn error(t: &Thread, class: &str, message: &str) -> PyResult {
    make(t, class, &[t.str(message)?])
}

/// What would be printed for it.
pub fn printed(t: &Thread, exception: &Object) -> PyResult<String> {
    let text = exceptions::format_exception(t, exception)?;
    Ok(as_str(&text).map(|text| text.to_text()).unwrap_or_default())
}

/// `repr`
pub fn repr(t: &Thread, object: &Object) -> PyResult<String> {
    Ok(t.repr(object)?.to_text())
}
