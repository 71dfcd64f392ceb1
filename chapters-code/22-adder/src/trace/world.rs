//! Where does a recorded program run? In the world of the operating system; only what it
//! prints is kept.

use crate::host::System;
use std::cell::RefCell;
use std::io;
use std::rc::Rc;
use types::Host;

/// The operating system, but for standard output, which is kept.
pub struct World {
    system: System,
    written: Rc<RefCell<Vec<u8>>>,
}

impl World {
    /// The world of this process; what is written to standard output goes to `written`.
    pub fn new(written: Rc<RefCell<Vec<u8>>>) -> World {
        World {
            system: System::new(),
            written,
        }
    }
}

impl Host for World {
    fn write_stdout(&self, bytes: &[u8]) -> io::Result<()> {
        let written = self.written.try_borrow_mut();
        let mut written = written.map_err(|_| io::ErrorKind::ResourceBusy)?;
        written.extend_from_slice(bytes);
        Ok(())
    }

    fn write_stderr(&self, bytes: &[u8]) -> io::Result<()> {
        self.system.write_stderr(bytes)
    }

    fn read_line(&self) -> io::Result<Vec<u8>> {
        self.system.read_line()
    }

    fn read_file(&self, path: &str) -> io::Result<Vec<u8>> {
        self.system.read_file(path)
    }

    fn is_file(&self, path: &str) -> bool {
        self.system.is_file(path)
    }

    fn is_directory(&self, path: &str) -> bool {
        self.system.is_directory(path)
    }

    fn now(&self) -> u128 {
        self.system.now()
    }

    fn monotonic(&self) -> u128 {
        self.system.monotonic()
    }

    fn process_time(&self) -> u128 {
        self.system.process_time()
    }

    fn sleep(&self, nanoseconds: u64) -> io::Result<()> {
        self.system.sleep(nanoseconds)
    }

    fn variable(&self, name: &str) -> Option<String> {
        self.system.variable(name)
    }

    fn random(&self, buffer: &mut [u8]) -> io::Result<()> {
        self.system.random(buffer)
    }
}
