//! A machine of 3.11 with all that the chapters up to this one bring.

use std::io;
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
pub fn machine_and_world() -> (Thread, &'static MemoryHost) {
    let world: &'static MemoryHost = Box::leak(Box::default());
    (machine_in(Box::new(Kept(world))), world)
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

/// A world that a test keeps its eyes on.
struct Kept(&'static MemoryHost);

impl Host for Kept {
    fn write_stdout(&self, bytes: &[u8]) -> io::Result<()> {
        self.0.write_stdout(bytes)
    }

    fn write_stderr(&self, bytes: &[u8]) -> io::Result<()> {
        self.0.write_stderr(bytes)
    }

    fn read_line(&self) -> io::Result<Vec<u8>> {
        self.0.read_line()
    }

    fn read_file(&self, path: &str) -> io::Result<Vec<u8>> {
        self.0.read_file(path)
    }

    fn is_file(&self, path: &str) -> bool {
        self.0.is_file(path)
    }

    fn is_directory(&self, path: &str) -> bool {
        self.0.is_directory(path)
    }

    fn now(&self) -> u128 {
        self.0.now()
    }

    fn monotonic(&self) -> u128 {
        self.0.monotonic()
    }

    fn variable(&self, name: &str) -> Option<String> {
        self.0.variable(name)
    }

    fn random(&self, buffer: &mut [u8]) -> io::Result<()> {
        self.0.random(buffer)
    }
}
