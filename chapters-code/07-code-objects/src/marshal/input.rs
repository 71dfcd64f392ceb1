//! How are bytes taken from marshal data, which may end anywhere?

use types::{PyResult, Thread, Version};

/// What is left of the data.
pub(super) struct Input<'a> {
    pub(super) t: &'a Thread,
    pub(super) version: Version,
    rest: &'a [u8],
}

impl<'a> Input<'a> {
    pub(super) fn new(t: &'a Thread, version: Version, rest: &'a [u8]) -> Input<'a> {
        Input { t, version, rest }
    }

    /// The next bytes (`r_string`).
    pub(super) fn take(&mut self, count: usize) -> PyResult<&'a [u8]> {
        let Some((taken, rest)) = self.rest.split_at_checked(count) else {
            return Err(self.t.eof_error("marshal data too short"));
        };
        self.rest = rest;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> PyResult<[u8; N]> {
        let mut array = [0; N];
        array.copy_from_slice(self.take(N)?);
        Ok(array)
    }

    /// The type byte of the next object.
    pub(super) fn type_byte(&mut self) -> PyResult<u8> {
        self.byte_or("EOF read where object expected")
    }

    /// A length of one byte (`r_byte`).
    pub(super) fn short_length(&mut self) -> PyResult<usize> {
        let message = match self.version {
            Version::V310 => "EOF read where object expected",
            Version::V311 => "EOF read where not expected",
        };
        self.byte_or(message).map(usize::from)
    }

    fn byte_or(&mut self, message: &'static str) -> PyResult<u8> {
        let Some((&byte, rest)) = self.rest.split_first() else {
            return Err(self.t.eof_error(message));
        };
        self.rest = rest;
        Ok(byte)
    }

    /// Two bytes with a sign (`r_short`).
    pub(super) fn short(&mut self) -> PyResult<i16> {
        self.array().map(i16::from_le_bytes)
    }

    /// Four bytes with a sign (`r_long`).
    pub(super) fn long(&mut self) -> PyResult<i32> {
        self.array().map(i32::from_le_bytes)
    }

    /// Eight bytes with a sign (`r_long64`).
    pub(super) fn long64(&mut self) -> PyResult<i64> {
        self.array().map(i64::from_le_bytes)
    }

    /// Eight bytes that are a float (`r_float_bin`).
    pub(super) fn float(&mut self) -> PyResult<f64> {
        self.array().map(f64::from_le_bytes)
    }

    /// A length of four bytes; `what` ends the message if it is negative.
    pub(super) fn length(&mut self, what: &str) -> PyResult<usize> {
        usize::try_from(self.long()?).map_err(|_| {
            let message = format!("bad marshal data ({what} size out of range)");
            self.t.value_error(message)
        })
    }
}
