//! A machine of 3.11 with all that the chapters up to this one bring.

use std::rc::Rc;
use types::{HashSeed, Host, Interpreter, MemoryHost, Thread, Version};

/// Host stack that it may use, in bytes.
pub const STACK: usize = 8 << 20;

/// The machine.
pub fn machine() -> Thread {
    let host: Box<dyn Host> = Box::new(MemoryHost::default());
    let interpreter = Interpreter::new(Version::V311, host, HashSeed::Fixed).unwrap();
    let t = Thread::new(Rc::new(interpreter));
    t.enter(STACK, |t| {
        types::install(t)?;
        numbers::install(t)?;
        strings::install(t)?;
        containers::install(t)?;
        code_objects::install(t)?;
        instructions::install(t)?;
        frames::install(t)?;
        exceptions::install(t)?;
        eval_loop::install(t)?;
        classes::install(t)?;
        generators::install(t)?;
        imports::install(t)?;
        modern_bytecode::install(t)?;
        specializer::install(t)
    })
    .unwrap();
    t
}
