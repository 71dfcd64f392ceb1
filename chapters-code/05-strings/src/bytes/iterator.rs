//! What walks over bytes? [`BytesIterator`], for `bytes` and `bytearray`.

use super::view;
use crate::text::number;
use objects::{Object, Visit, heap, payload};
use std::cell::Cell;
use types::{ByteArray, Bytes, ErrorKind, Flags, NativeCode, NativeDef, PyResult, Thread, Type};

/// `bytes_iterator` and `bytearray_iterator`.
pub struct BytesIterator {
    source: Object,
    /// The next byte; [`END`] once the end was met.
    index: Cell<usize>,
}

payload!(BytesIterator, "bytes_iterator", traverse);

const END: usize = usize::MAX;

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
        let index = self.index.get();
        let byte = self.byte(index);
        self.index.set(if byte.is_some() { index + 1 } else { END });
        byte.map(|byte| Object::int32(byte.into()))
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
}

pub(super) fn iter(t: &Thread, object: &Object) -> PyResult {
    let kind = match object.downcast::<Bytes>() {
        Some(_) => t.types.bytes_iterator,
        None => t.types.bytearray_iterator,
    };
    let iterator = BytesIterator {
        source: object.clone(),
        index: Cell::new(0),
    };
    Ok(heap().make(kind.core(), iterator)?.into_object())
}

fn this<'a>(t: &Thread, object: &'a Object) -> PyResult<&'a BytesIterator> {
    object
        .downcast()
        .ok_or_else(|| t.type_error("a bytes_iterator was expected"))
}

fn length_hint(t: &Thread, object: &Object) -> PyResult {
    let iterator = this(t, object)?;
    number(t, iterator.length().saturating_sub(iterator.index.get()))
}

fn reduce(t: &Thread, object: &Object) -> PyResult {
    let iterator = this(t, object)?;
    let iter = t.get_item(t.builtins.as_object(), &t.str("iter")?)?;
    match iterator.index.get() {
        END => {
            let empty = match view(&iterator.source)? {
                Some(_) if iterator.source.downcast::<Bytes>().is_some() => t.bytes(&[])?,
                _ => t.tuple([])?,
            };
            t.tuple([iter, t.tuple([empty])?])
        }
        index => {
            let source = t.tuple([iterator.source.clone()])?;
            t.tuple([iter, source, number(t, index)?])
        }
    }
}

fn set_state(t: &Thread, object: &Object, state: &Object) -> PyResult {
    let iterator = this(t, object)?;
    let index = t.index_or(state, ErrorKind::OverflowError)?;
    if iterator.index.get() != END {
        let index = usize::try_from(index).unwrap_or(0);
        iterator.index.set(index.min(iterator.length()));
    }
    Ok(Object::none())
}

static METHODS: &[NativeDef] = &[
    NativeDef {
        name: "__length_hint__",
        code: NativeCode::NoArgs(length_hint),
        doc: "Private method returning an estimate of len(list(it)).",
    },
    NativeDef {
        name: "__reduce__",
        code: NativeCode::NoArgs(reduce),
        doc: "Return state information for pickling.",
    },
    NativeDef {
        name: "__setstate__",
        code: NativeCode::One(set_state),
        doc: "Set state information for unpickling.",
    },
];

pub(super) fn install(t: &Thread) -> PyResult<()> {
    let install = |kind: &'static Type| {
        kind.declare::<BytesIterator>();
        kind.set_flags(Flags::NO_NEW);
        kind.slots.iter.set(Some(|_, object| Ok(object.clone())));
        kind.slots
            .next
            .set(Some(|t, object| Ok(this(t, object)?.next())));
        t.add_methods(kind, METHODS)?;
        t.ready(kind)
    };
    install(t.types.bytes_iterator)?;
    install(t.types.bytearray_iterator)
}
