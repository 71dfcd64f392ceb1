//! A machine for the tests, with this chapter and those below it.
#![allow(dead_code, reason = "each test uses a part")]

use std::rc::Rc;

use objects::Object;
use types::{HashSeed, Interpreter, MemoryHost, PyResult, Raised, Thread, Version};

/// Runs `body` on a thread of a new machine.
pub fn with_thread<R>(version: Version, body: impl FnOnce(&Thread) -> R) -> R {
    let host = Box::new(MemoryHost::default());
    let interpreter = Interpreter::new(version, host, HashSeed::Fixed).expect("an interpreter");
    let thread = Thread::new(Rc::new(interpreter));
    thread.enter(1 << 20, |t| {
        for install in [
            types::install,
            numbers::install,
            strings::install,
            containers::install,
            code_objects::install,
            frames::install,
            exceptions::install,
        ] {
            install(t).expect("the chapter installs");
        }
        body(t)
    })
}

/// Both versions.
pub const VERSIONS: [Version; 2] = [Version::V310, Version::V311];

/// `repr`, or `Type: message` for what was raised.
pub fn told(t: &Thread, result: PyResult) -> String {
    let shown = result.and_then(|object| t.repr(&object));
    match shown {
        Ok(text) => text.to_text(),
        Err(raised) => told_error(t, raised),
    }
}

/// `Type: message`
pub fn told_error(t: &Thread, raised: Raised) -> String {
    let exception = raised.into_exception(t);
    let text = t.to_str(&exception).map(|text| text.to_text());
    format!("{}: {}", t.type_name(&exception), text.unwrap_or_default())
}

/// A builtin by its name.
pub fn builtin(t: &Thread, name: &str) -> Object {
    let name = t.intern(name).expect("a name");
    t.builtins.get_name(&name).expect("a builtin")
}

/// An object from marshal's bytes.
pub fn load(t: &Thread, bytes: &[u8]) -> Object {
    code_objects::marshal::read(t, t.version, bytes).expect("a recorded object")
}
