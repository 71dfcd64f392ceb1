//! The whole machine: every chapter installed, in reading order.

use crate::host::System;
use std::rc::Rc;
use types::{HashSeed, Host, Interpreter, PyResult, Thread, Version};

/// A machine of a version, with all that the chapters bring.
pub fn new(version: Version, seed: HashSeed) -> PyResult<Thread> {
    with_host(version, seed, Box::new(System::new()))
}

/// The same in a world of its own.
pub fn with_host(version: Version, seed: HashSeed, host: Box<dyn Host>) -> PyResult<Thread> {
    let interpreter = Interpreter::new(version, host, seed)?;
    let t = Thread::new(Rc::new(interpreter));
    let installed = t.enter(STACK, install);
    installed?;
    Ok(t)
}

/// Host stack of the thread on which the machine runs, in bytes.
pub const STACK: usize = 256 << 20;

fn install(t: &Thread) -> PyResult<()> {
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
}

/// What `PYTHONHASHSEED` says, as CPython reads it.
pub fn hash_seed(host: &dyn Host) -> Result<HashSeed, String> {
    match host.variable("PYTHONHASHSEED").as_deref() {
        None | Some("" | "random") => Ok(HashSeed::Random),
        Some("0") => Ok(HashSeed::Fixed),
        Some(text) => text.parse().map(HashSeed::Number).map_err(|_| {
            "PYTHONHASHSEED must be \"random\" or an integer in range [0; 4294967295]".to_owned()
        }),
    }
}
