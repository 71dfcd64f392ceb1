//! What does not fit is refused as a whole, as a full disk might.

use std::cell::Cell;
use std::io;
use types::Host;

/// Another world, to whose standard output a program may write so many bytes and no more.
pub struct Bounded<H> {
    inner: H,
    left: Cell<usize>,
}

impl<H> Bounded<H> {
    /// The world `inner`, with at most `most` bytes of output.
    pub fn new(inner: H, most: usize) -> Bounded<H> {
        let left = Cell::new(most);
        Bounded { inner, left }
    }

    /// The other world.
    pub fn inner(&self) -> &H {
        &self.inner
    }
}

impl<H: Host> Host for Bounded<H> {
    fn write_stdout(&self, bytes: &[u8]) -> io::Result<()> {
        let left = self.left.get().checked_sub(bytes.len());
        self.left.set(left.ok_or(io::ErrorKind::StorageFull)?);
        self.inner.write_stdout(bytes)
    }

    fn write_stderr(&self, bytes: &[u8]) -> io::Result<()> {
        self.inner.write_stderr(bytes)
    }

    fn read_line(&self) -> io::Result<Vec<u8>> {
        self.inner.read_line()
    }

    fn read_file(&self, path: &str) -> io::Result<Vec<u8>> {
        self.inner.read_file(path)
    }

    fn is_file(&self, path: &str) -> bool {
        self.inner.is_file(path)
    }

    fn is_directory(&self, path: &str) -> bool {
        self.inner.is_directory(path)
    }

    fn now(&self) -> u128 {
        self.inner.now()
    }

    fn monotonic(&self) -> u128 {
        self.inner.monotonic()
    }

    fn variable(&self, name: &str) -> Option<String> {
        self.inner.variable(name)
    }

    fn random(&self, buffer: &mut [u8]) -> io::Result<()> {
        self.inner.random(buffer)
    }
}
