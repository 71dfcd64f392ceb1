//! A machine that can read code objects, and nothing more.

use std::rc::Rc;

use types::{HashSeed, Interpreter, MemoryHost, Thread, Version};

/// Runs `body` on a thread of a new machine.
pub fn with_thread<R>(version: Version, body: impl FnOnce(&Thread) -> R) -> R {
    let host = Box::new(MemoryHost::default());
    let interpreter = Interpreter::new(version, host, HashSeed::Fixed).expect("an interpreter");
    let thread = Thread::new(Rc::new(interpreter));
    for install in [
        types::install,
        numbers::install,
        strings::install,
        containers::install,
        code_objects::install,
    ] {
        install(&thread).expect("the chapter installs");
    }
    thread.enter(1 << 20, body)
}
