//! A machine of 3.11 with all that the chapters up to this one bring.

use std::rc::Rc;
use types::{HashSeed, Host, Interpreter, MemoryHost, Thread, Version};

/// Host stack that it may use, in bytes.
pub const STACK: usize = 8 << 20;

/// The machine.
pub fn machine() -> Thread {
    machine_in(Box::new(MemoryHost::default()))
}

/// The machine, and the world in which what it prints is kept.
#[allow(dead_code, reason = "not every test looks at what is printed")]
pub fn machine_and_world() -> (Thread, Rc<MemoryHost>) {
    let world = Rc::<MemoryHost>::default();
    (machine_in(Box::new(Rc::clone(&world))), world)
}

fn machine_in(host: Box<dyn Host>) -> Thread {
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
