//! A machine with strings, for the examples of this chapter.

use objects::Owned;
use std::rc::Rc;
use types::{HashSeed, Interpreter, MemoryHost, PyResult, Str, Thread, Version};

/// Runs `body` on a fresh thread.
pub fn run(version: Version, body: impl FnOnce(&Thread) -> PyResult<()>) {
    let host = Box::new(MemoryHost::default());
    let made = Interpreter::new(version, host, HashSeed::Fixed).and_then(|interpreter| {
        let t = Thread::new(Rc::new(interpreter));
        types::install(&t)?;
        numbers::install(&t)?;
        strings::install(&t)?;
        body(&t)
    });
    if let Err(raised) = made {
        println!("{raised:?}");
        std::process::exit(1);
    }
}

/// A string.
#[allow(dead_code, reason = "each example uses a part")]
pub fn text(t: &Thread, text: &str) -> PyResult<Owned<Str>> {
    Ok(Str::from_text(t.types.str, text)?)
}
