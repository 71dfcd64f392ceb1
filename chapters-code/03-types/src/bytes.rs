//! How do bytes lie in memory? Those of `bytes` follow it; those of `bytearray` are a
//! growable array. What they *do* is a later chapter.

use crate::kind::Type;
use crate::raised::PyResult;
use crate::thread::Thread;
use objects::{Array, OutOfMemory, Owned, heap, payload};
use std::cell::Cell;

/// A Python `bytes` object. It never changes.
#[repr(align(8))] // The bytes follow right behind it, where addresses have 32 bits too.
pub struct Bytes {
    /// −1: not computed yet.
    hash: Cell<i64>,
    length: usize,
}

payload!(Bytes, "bytes", extra);

impl Bytes {
    /// A bytes object of type `kind` (`bytes` or a subclass).
    pub fn new(kind: &Type, bytes: &[u8]) -> Result<Owned<Bytes>, OutOfMemory> {
        Bytes::concat(kind, &[bytes])
    }

    /// The bytes of `parts`, one after the other.
    pub fn concat(kind: &Type, parts: &[&[u8]]) -> Result<Owned<Bytes>, OutOfMemory> {
        let mut length = 0usize;
        for part in parts {
            length = length.checked_add(part.len()).ok_or(OutOfMemory)?;
        }
        let payload = Bytes {
            hash: Cell::new(-1),
            length,
        };
        // SAFETY: there is room for the bytes of all parts, in fresh memory, and the length
        // says for good how many they are.
        unsafe {
            heap().make_with(kind.core(), payload, length, |place| {
                let mut place = place.as_ptr();
                for part in parts {
                    place.copy_from_nonoverlapping(part.as_ptr(), part.len());
                    place = place.add(part.len());
                }
            })
        }
    }

    fn extra(&self) -> usize {
        self.length
    }

    /// The bytes.
    #[inline(always)]
    pub fn as_slice(&self) -> &[u8] {
        let start = (&raw const *self).addr() + size_of::<Bytes>();
        // SAFETY: a `Bytes` is only made by `concat`, which puts `length` bytes right behind
        // it; they never change.
        unsafe { std::slice::from_raw_parts(std::ptr::with_exposed_provenance(start), self.length) }
    }

    /// How many bytes there are.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.length
    }

    /// Are there none?
    #[inline(always)]
    pub fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// The hash, computed once.
    pub fn hash(&self, t: &Thread) -> i64 {
        if self.hash.get() == -1 {
            self.hash.set(t.hash_bytes(self.as_slice()));
        }
        self.hash.get()
    }
}

/// A Python `bytearray`.
#[derive(Default)]
pub struct ByteArray {
    data: Array<u8>,
    /// How many lookers there are (`ob_exports`). While there are any, nothing changes.
    exports: Cell<u32>,
}

payload!(ByteArray, "bytearray");

/// A looker into a byte array; dropping it ends the look.
struct Export<'a>(&'a Cell<u32>);

impl Drop for Export<'_> {
    fn drop(&mut self) {
        self.0.set(self.0.get() - 1);
    }
}

impl ByteArray {
    /// A byte array of type `kind` (`bytearray` or a subclass).
    pub fn new(kind: &Type, bytes: &[u8]) -> Result<Owned<ByteArray>, OutOfMemory> {
        let array = ByteArray {
            data: Array::from_slice(bytes)?,
            exports: Cell::new(0),
        };
        heap().make(kind.core(), array)
    }

    /// How many bytes there are.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.data.len()
    }

    /// Are there none?
    pub fn is_empty(&self) -> bool {
        self.data.is_empty()
    }

    /// How many bytes there is room for.
    pub fn capacity(&self) -> usize {
        self.data.capacity()
    }

    /// The byte at `index`.
    #[inline(always)]
    pub fn get(&self, index: usize) -> Option<u8> {
        self.data.get(index)
    }

    fn export(&self) -> Export<'_> {
        self.exports.set(self.exports.get().saturating_add(1));
        Export(&self.exports)
    }

    /// Runs `look` over the bytes. Nothing can change them meanwhile: an attempt ends in
    /// the `BufferError` of an array whose memory is exported.
    pub fn look<R>(&self, look: impl FnOnce(&[u8]) -> R) -> R {
        let _export = self.export();
        // SAFETY: every function that changes the array first sees that nobody looks.
        unsafe { self.data.with_slice(look) }
    }

    fn changeable(&self, t: &Thread) -> PyResult<()> {
        match self.exports.get() {
            0 => Ok(()),
            _ => Err(t.buffer_error("Existing exports of data: object cannot be re-sized")),
        }
    }

    /// Replaces the byte at `index`; false if there is none.
    pub fn set(&self, t: &Thread, index: usize, byte: u8) -> PyResult<bool> {
        self.changeable(t)?;
        Ok(self.data.replace(index, byte).is_some())
    }

    /// Replaces `removed` bytes from `index` on by others.
    pub fn splice(&self, t: &Thread, index: usize, removed: usize, bytes: &[u8]) -> PyResult<()> {
        self.changeable(t)?;
        Ok(self.data.splice(index, removed, bytes)?)
    }

    /// Adds one byte at the end.
    pub fn push(&self, t: &Thread, byte: u8) -> PyResult<()> {
        self.changeable(t)?;
        Ok(self.data.push(byte)?)
    }
}

impl Thread {
    /// A bytes object.
    pub fn bytes(&self, bytes: &[u8]) -> PyResult {
        match bytes {
            [] => self.empty_bytes(),
            [byte] => self.single_byte(*byte),
            _ => Ok(Bytes::new(self.types.bytes, bytes)?.into_object()),
        }
    }

    /// A byte array.
    pub fn bytearray(&self, bytes: &[u8]) -> PyResult {
        Ok(ByteArray::new(self.types.bytearray, bytes)?.into_object())
    }
}

#[cfg(target_pointer_width = "64")]
const _: () = assert!(size_of::<Bytes>() == 16);
