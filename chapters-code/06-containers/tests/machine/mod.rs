//! A machine with the chapters up to this one.

use std::rc::Rc;

use types::{HashSeed, Interpreter, MemoryHost, Thread, Version};

/// A thread of a machine with the chapters up to this one.
pub fn thread(version: Version) -> Thread {
    let host = Box::new(MemoryHost::default());
    let interpreter = Interpreter::new(version, host, HashSeed::Fixed).unwrap();
    let t = Thread::new(Rc::new(interpreter));
    types::install(&t).unwrap();
    numbers::install(&t).unwrap();
    strings::install(&t).unwrap();
    containers::install(&t).unwrap();
    t
}
