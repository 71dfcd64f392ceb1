//! What walks over bytes? [`BytesIterator`], for `bytes` and `bytearray`.

use crate::walk::{self, Place, Walk, this};
use objects::{Object, Visit, heap, payload};
use types::{ByteArray, Bytes, PyResult, Thread};

/// `bytes_iterator` and `bytearray_iterator`.
pub struct BytesIterator {
    source: Object,
    place: Place,
}

payload!(BytesIterator, "bytes_iterator", traverse);

impl BytesIterator {
    fn traverse(&self, visit: Visit<'_>) {
        visit(&self.source);
    }

    /// Bytes are not what cycles are broken at.
    fn clear(&self) {}

    fn byte(&self, index: usize) -> Option<u8> {
        match self.source.downcast::<Bytes>() {
            Some(bytes) => bytes.as_slice().get(index).copied(),
            None => self.source.downcast::<ByteArray>()?.get(index),
        }
    }

    /// The next byte.
    #[inline]
    pub fn next(&self) -> Option<Object> {
        let byte = self.place.advance(|index| self.byte(index));
        byte.map(|byte| Object::int32(byte.into()))
    }
}

impl Walk for BytesIterator {
    fn place(&self) -> &Place {
        &self.place
    }

    fn source(&self) -> &Object {
        &self.source
    }

    fn length(&self) -> usize {
        match self.source.downcast::<Bytes>() {
            Some(bytes) => bytes.len(),
            None => self
                .source
                .downcast::<ByteArray>()
                .map_or(0, ByteArray::len),
        }
    }

    fn empty(t: &Thread) -> PyResult {
        t.tuple([])
    }
}

pub(super) fn iter(t: &Thread, object: &Object) -> PyResult {
    let kind = match object.downcast::<Bytes>() {
        Some(_) => t.types.bytes_iterator,
        None => t.types.bytearray_iterator,
    };
    let iterator = BytesIterator {
        source: object.clone(),
        place: Place::default(),
    };
    Ok(heap().make(kind.core(), iterator)?.into_object())
}

fn next(t: &Thread, object: &Object) -> PyResult<Option<Object>> {
    Ok(this::<BytesIterator>(t, object)?.next())
}

pub(super) fn install(t: &Thread) -> PyResult<()> {
    walk::install::<BytesIterator>(t, t.types.bytes_iterator, next)?;
    walk::install::<BytesIterator>(t, t.types.bytearray_iterator, next)
}
