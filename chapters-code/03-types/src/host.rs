//! How does the machine meet the world? Through a [`Host`]: standard streams, files, clock,
//! environment, randomness. Nothing below the binary calls the operating system itself.
#![forbid(unsafe_code)]

use std::cell::{Cell, RefCell};
use std::io;
use std::rc::Rc;

/// What the machine asks of the world around it.
pub trait Host {
    /// Writes to standard output.
    fn write_stdout(&self, bytes: &[u8]) -> io::Result<()>;
    /// Writes to standard error.
    fn write_stderr(&self, bytes: &[u8]) -> io::Result<()>;
    /// Passes on what was written.
    fn flush(&self) -> io::Result<()> {
        Ok(())
    }
    /// Reads a line with its line end; empty at the end of the input.
    fn read_line(&self) -> io::Result<Vec<u8>>;
    /// The contents of a file.
    fn read_file(&self, path: &str) -> io::Result<Vec<u8>>;
    /// Is there a file at `path`?
    fn is_file(&self, path: &str) -> bool;
    /// Is there a directory at `path`?
    fn is_directory(&self, path: &str) -> bool;
    /// Nanoseconds since the epoch.
    fn now(&self) -> u128;
    /// Nanoseconds on a clock that never goes back.
    fn monotonic(&self) -> u128;
    /// Nanoseconds that the process has computed; a world that does not know says how long
    /// it has been there.
    fn process_time(&self) -> u128 {
        self.monotonic()
    }
    /// Waits, in a world that has time.
    fn sleep(&self, _nanoseconds: u64) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }
    /// A variable of the environment.
    fn variable(&self, name: &str) -> Option<String>;
    /// Fills `buffer` with random bytes.
    fn random(&self, buffer: &mut [u8]) -> io::Result<()>;
}

/// A world that others look at too, while the machine runs in it or afterwards.
impl<H: Host> Host for Rc<H> {
    fn write_stdout(&self, bytes: &[u8]) -> io::Result<()> {
        (**self).write_stdout(bytes)
    }

    fn write_stderr(&self, bytes: &[u8]) -> io::Result<()> {
        (**self).write_stderr(bytes)
    }

    fn flush(&self) -> io::Result<()> {
        (**self).flush()
    }

    fn read_line(&self) -> io::Result<Vec<u8>> {
        (**self).read_line()
    }

    fn read_file(&self, path: &str) -> io::Result<Vec<u8>> {
        (**self).read_file(path)
    }

    fn is_file(&self, path: &str) -> bool {
        (**self).is_file(path)
    }

    fn is_directory(&self, path: &str) -> bool {
        (**self).is_directory(path)
    }

    fn now(&self) -> u128 {
        (**self).now()
    }

    fn monotonic(&self) -> u128 {
        (**self).monotonic()
    }

    fn process_time(&self) -> u128 {
        (**self).process_time()
    }

    fn sleep(&self, nanoseconds: u64) -> io::Result<()> {
        (**self).sleep(nanoseconds)
    }

    fn variable(&self, name: &str) -> Option<String> {
        (**self).variable(name)
    }

    fn random(&self, buffer: &mut [u8]) -> io::Result<()> {
        (**self).random(buffer)
    }
}

/// A world that is only memory: it captures what is written. For tests, and for pages.
#[derive(Default)]
pub struct MemoryHost {
    /// What was written to standard output.
    pub stdout: RefCell<Vec<u8>>,
    /// What was written to standard error.
    pub stderr: RefCell<Vec<u8>>,
    /// What standard input still holds.
    pub stdin: RefCell<Vec<u8>>,
    /// The files there are: path and contents.
    pub files: RefCell<Vec<(String, Vec<u8>)>>,
    /// The time, in nanoseconds. It passes only by waiting.
    pub clock: Cell<u128>,
}

impl Host for MemoryHost {
    fn write_stdout(&self, bytes: &[u8]) -> io::Result<()> {
        self.stdout.borrow_mut().extend_from_slice(bytes);
        Ok(())
    }

    fn write_stderr(&self, bytes: &[u8]) -> io::Result<()> {
        self.stderr.borrow_mut().extend_from_slice(bytes);
        Ok(())
    }

    fn read_line(&self) -> io::Result<Vec<u8>> {
        let mut stdin = self.stdin.borrow_mut();
        let end = stdin
            .iter()
            .position(|&byte| byte == b'\n')
            .map_or(stdin.len(), |at| at + 1);
        Ok(stdin.drain(..end).collect())
    }

    fn read_file(&self, path: &str) -> io::Result<Vec<u8>> {
        let files = self.files.borrow();
        let file = files.iter().find(|(name, _)| name == path);
        file.map(|(_, contents)| contents.clone())
            .ok_or(io::ErrorKind::NotFound.into())
    }

    fn is_file(&self, path: &str) -> bool {
        self.files.borrow().iter().any(|(name, _)| name == path)
    }

    fn is_directory(&self, path: &str) -> bool {
        let prefix = format!("{}/", path.trim_end_matches('/'));
        self.files
            .borrow()
            .iter()
            .any(|(name, _)| name.starts_with(&prefix))
    }

    fn now(&self) -> u128 {
        self.clock.get()
    }

    fn monotonic(&self) -> u128 {
        self.clock.get()
    }

    fn sleep(&self, nanoseconds: u64) -> io::Result<()> {
        let time = self.clock.get().saturating_add(nanoseconds.into());
        self.clock.set(time);
        Ok(())
    }

    fn variable(&self, _name: &str) -> Option<String> {
        None
    }

    fn random(&self, buffer: &mut [u8]) -> io::Result<()> {
        buffer.fill(0);
        Ok(())
    }
}
