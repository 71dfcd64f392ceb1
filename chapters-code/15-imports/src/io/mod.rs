//! `io`: streams of text and bytes in memory.

mod base;
mod bytes_io;
mod memory;
mod newlines;
mod string_io;
mod text_memory;

use crate::native::{self, Filling};
use objects::Object;
use std::cell::Cell;
use types::{Details, ErrorKind, Flags, NativeCode, NativeDef, PyResult, Thread, Type};

/// The classes of the module, once they were made.
#[derive(Clone, Copy)]
struct Classes {
    base: &'static Type,
    raw: &'static Type,
    buffered: &'static Type,
    text: &'static Type,
    string_io: &'static Type,
    bytes_io: &'static Type,
}

#[derive(Default)]
struct Made(Cell<Option<Classes>>);

/// A base class that has nothing of its own.
fn empty_class(t: &Thread, name: &'static str, base: &'static Type) -> PyResult<&'static Type> {
    let class = native::class(t, "_io", name, base)?;
    class.set_flags(Flags::BASE);
    t.ready(class)?;
    Ok(class)
}

fn classes(t: &Thread) -> PyResult<Classes> {
    let made = &t.extension::<Made>().0;
    if let Some(classes) = made.get() {
        return Ok(classes);
    }
    let base = base::class(t)?;
    let text = base::text_class(t, base)?;
    let buffered = base::buffered_class(t, base)?;
    let classes = Classes {
        base,
        raw: empty_class(t, "_RawIOBase", base)?,
        buffered,
        text,
        string_io: string_io::class(t, text)?,
        bytes_io: bytes_io::class(t, buffered)?,
    };
    made.set(Some(classes));
    Ok(classes)
}

/// Fills the module, under either of its names: `_io` or `io`.
pub(crate) fn fill(t: &Thread, io: &Filling) -> PyResult<()> {
    let classes = classes(t)?;
    for class in [
        classes.base,
        classes.raw,
        classes.buffered,
        classes.text,
        classes.string_io,
        classes.bytes_io,
    ] {
        io.class(t, class)?;
        // `io` shows the bases under their public names.
        if let Some(public) = class.name().strip_prefix('_') {
            io.set(t, public, class.object().into_object())?;
        }
    }
    io.set(t, "UnsupportedOperation", base::unsupported_operation(t)?)?;
    io.set(t, "DEFAULT_BUFFER_SIZE", Object::int32(8192))?;
    for (name, whence) in [("SEEK_SET", 0), ("SEEK_CUR", 1), ("SEEK_END", 2)] {
        io.set(t, name, Object::int32(whence))?;
    }
    if let Some(error) = t.error_type(ErrorKind::BlockingIOError) {
        io.set(t, "BlockingIOError", error.object().into_object())?;
    }
    Ok(())
}

/// Fills `io`, which has a `__getattr__`: what is read from such a module is not specialized.
pub(crate) fn fill_public(t: &Thread, io: &Filling) -> PyResult<()> {
    fill(t, io)?;
    io.functions(t, GETATTR)
}

static GETATTR: &[NativeDef] = &[NativeDef {
    name: "__getattr__",
    code: NativeCode::One(|t, _, name| {
        let message = format!("module 'io' has no attribute {}", t.repr(name)?.to_text());
        let details = Details::Message(message.into());
        Err(t.raise(ErrorKind::AttributeError, details))
    }),
    doc: "",
}];

/// A size argument with its sign; `None` and what is not given are `None`.
fn signed_size(t: &Thread, object: Option<&Object>) -> PyResult<Option<i64>> {
    let Some(object) = object.filter(|object| !object.is_none()) else {
        return Ok(None);
    };
    if t.type_of(object).slots.index.get().is_none() {
        let kind = t.type_name(object);
        return Err(t.type_error(format!("argument should be integer or None, not '{kind}'")));
    }
    numbers::to_isize(t, object).map(Some)
}

/// How much to take: `None` is all, and so is what is negative or not given.
fn size_argument(t: &Thread, object: Option<&Object>) -> PyResult<Option<usize>> {
    let size = signed_size(t, object)?;
    Ok(size.and_then(|size| usize::try_from(size).ok()))
}

/// An argument of `seek`: where from.
fn whence(t: &Thread, object: Option<&Object>) -> PyResult<i64> {
    object.map_or(Ok(0), |object| t.index_or(object, ErrorKind::OverflowError))
}
