//! The world as the operating system shows it.

use std::cell::RefCell;
use std::io::{self, BufRead, Read, Write};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};
use types::Host;

/// The operating system. Standard output is buffered.
pub struct System {
    stdout: RefCell<io::BufWriter<io::Stdout>>,
    started: Instant,
}

impl Default for System {
    fn default() -> System {
        let stdout = io::BufWriter::with_capacity(64 * 1024, io::stdout());
        System {
            stdout: RefCell::new(stdout),
            started: Instant::now(),
        }
    }
}

impl System {
    /// The world of this process.
    pub fn new() -> System {
        System::default()
    }
}

/// A stream that is being written to already cannot be written to from within.
fn busy<E>(_: E) -> io::Error {
    io::ErrorKind::ResourceBusy.into()
}

impl Host for System {
    fn write_stdout(&self, bytes: &[u8]) -> io::Result<()> {
        self.stdout.try_borrow_mut().map_err(busy)?.write_all(bytes)
    }

    fn write_stderr(&self, bytes: &[u8]) -> io::Result<()> {
        // What was printed before comes out before.
        self.flush()?;
        io::stderr().write_all(bytes)
    }

    fn flush(&self) -> io::Result<()> {
        self.stdout.try_borrow_mut().map_err(busy)?.flush()
    }

    fn read_line(&self) -> io::Result<Vec<u8>> {
        self.flush()?;
        let mut line = Vec::new();
        io::stdin().lock().read_until(b'\n', &mut line)?;
        Ok(line)
    }

    fn read_file(&self, path: &str) -> io::Result<Vec<u8>> {
        std::fs::read(path)
    }

    fn is_file(&self, path: &str) -> bool {
        std::path::Path::new(path).is_file()
    }

    fn is_directory(&self, path: &str) -> bool {
        std::path::Path::new(path).is_dir()
    }

    fn now(&self) -> u128 {
        SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .map_or(0, |time| time.as_nanos())
    }

    fn monotonic(&self) -> u128 {
        self.started.elapsed().as_nanos()
    }

    fn process_time(&self) -> u128 {
        process_time().unwrap_or_else(|| self.monotonic())
    }

    fn sleep(&self, nanoseconds: u64) -> io::Result<()> {
        std::thread::sleep(Duration::from_nanos(nanoseconds));
        Ok(())
    }

    fn variable(&self, name: &str) -> Option<String> {
        std::env::var(name).ok()
    }

    fn random(&self, buffer: &mut [u8]) -> io::Result<()> {
        std::fs::File::open("/dev/urandom")?.read_exact(buffer)
    }
}

/// The processor time of this process, where the system tells.
#[cfg(unix)]
fn process_time() -> Option<u128> {
    use rustix::time::{ClockId, clock_gettime};
    let time = clock_gettime(ClockId::ProcessCPUTime);
    let seconds = u128::try_from(time.tv_sec).ok()?;
    Some(seconds * 1_000_000_000 + u128::try_from(time.tv_nsec).ok()?)
}

#[cfg(not(unix))]
fn process_time() -> Option<u128> {
    None
}
