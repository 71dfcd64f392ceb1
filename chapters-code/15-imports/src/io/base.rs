//! What does every stream do? The methods of `_IOBase`, which Python classes can build on.

use super::size_argument;
use crate::native;
use objects::{Object, Owned, Slot};
use std::cell::OnceCell;
use types::{
    AccessorDef, Dict, ErrorKind, Flags, NativeCode, NativeDef, PyResult, Raised, Str, Thread,
    Type, as_str, check_count,
};

#[derive(Default)]
struct Unsupported(OnceCell<Object>);

/// The class `io.UnsupportedOperation`: an `OSError` and a `ValueError` at once.
pub(super) fn unsupported_operation(t: &Thread) -> PyResult {
    let place = &t.extension::<Unsupported>().0;
    if let Some(class) = place.get() {
        return Ok(class.clone());
    }
    let (Some(os_error), Some(value_error)) = (
        t.error_type(ErrorKind::OSError),
        t.error_type(ErrorKind::ValueError),
    ) else {
        return Err(t.system_error("exceptions are not installed"));
    };
    let namespace: Owned<Dict> = containers::dict(t)?;
    namespace.set_name(&t.names.module, t.str("io")?)?;
    let bases = [
        os_error.object().into_object(),
        value_error.object().into_object(),
    ];
    let class = t.call(
        t.types.type_.object().as_object(),
        &[
            t.str("UnsupportedOperation")?,
            t.tuple(bases)?,
            namespace.into_object(),
        ],
    )?;
    Ok(place.get_or_init(|| class).clone())
}

/// The error of an operation that a stream does not have.
#[cold]
pub(super) fn unsupported(t: &Thread, message: &str) -> Raised {
    let made = || t.call(&unsupported_operation(t)?, &[t.str(message)?]);
    match made() {
        Ok(exception) => Raised::exception(exception),
        Err(raised) => raised,
    }
}

fn is_closed(t: &Thread, stream: &Object) -> PyResult<bool> {
    let closed = t.get_attribute(stream, &t.intern("closed")?)?;
    t.is_true(&closed)
}

/// `ValueError` if the stream says that it is closed.
fn check_closed(t: &Thread, stream: &Object) -> PyResult<()> {
    match is_closed(t, stream)? {
        true => Err(t.value_error("I/O operation on closed file.")),
        false => Ok(()),
    }
}

fn call(t: &Thread, stream: &Object, method: &str, args: &[Object]) -> PyResult {
    t.call_method(stream, &t.intern(method)?, args)
}

/// `_IOBase.close`: flushes once; the mark is an attribute of the object.
fn close(t: &Thread, stream: &Object) -> PyResult {
    if is_closed(t, stream)? {
        return Ok(Object::none());
    }
    let flushed = call(t, stream, "flush", &[]);
    let mark = t.intern("__IOBase_closed")?;
    t.set_attribute(stream, &mark, Some(&Object::bool(true)))?;
    flushed
}

fn closed(t: &Thread, stream: &Object) -> PyResult {
    let mark = t.find_attribute(stream, &t.intern("__IOBase_closed")?)?;
    Ok(Object::bool(mark.is_some()))
}

/// Checks an answer to one of the questions `readable`, `writable`, `seekable`.
fn check(t: &Thread, stream: &Object, question: &str, message: &str) -> PyResult {
    let answer = call(t, stream, question, &[])?;
    match answer.as_bool() {
        Some(true) => Ok(answer),
        _ => Err(unsupported(t, message)),
    }
}

/// `_IOBase.readline`, a byte at a time.
fn read_line(t: &Thread, stream: &Object, args: &[Object]) -> PyResult {
    check_count(t, "readline", args.len(), 0, 1)?;
    let limit = size_argument(t, args.first())?;
    let mut line = Vec::new();
    while limit.is_none_or(|limit| line.len() < limit) {
        let read = call(t, stream, "read", &[Object::int32(1)])?;
        let Some(bytes) = read.downcast::<types::Bytes>() else {
            let kind = t.type_name(&read);
            return Err(t.raise(
                ErrorKind::OSError,
                types::Details::Message(
                    format!("read() should have returned a bytes object, not '{kind}'").into(),
                ),
            ));
        };
        line.extend_from_slice(bytes.as_slice());
        objects::heap().check(line.len())?;
        if bytes.is_empty() || line.last() == Some(&b'\n') {
            break;
        }
    }
    t.bytes(&line)
}

/// `_IOBase.readlines`: lines, until they are longer than a hint.
fn read_lines(t: &Thread, stream: &Object, args: &[Object]) -> PyResult {
    check_count(t, "readlines", args.len(), 0, 1)?;
    let hint = size_argument(t, args.first())?.filter(|&hint| hint > 0);
    let mut lines = Vec::new();
    let iterator = t.iter(stream)?;
    let mut length = 0;
    while let Some(line) = t.next(&iterator)? {
        length += t.length(&line)?;
        lines.push(line);
        if hint.is_some_and(|hint| length > hint) {
            break;
        }
    }
    containers::list(t, lines)
}

fn write_lines(t: &Thread, stream: &Object, lines: &Object) -> PyResult {
    check_closed(t, stream)?;
    let iterator = t.iter(lines)?;
    let write = t.names.write.clone();
    while let Some(line) = t.next(&iterator)? {
        drop(t.call_method(stream, &write, &[line])?);
    }
    Ok(Object::none())
}

fn iter(t: &Thread, stream: &Object) -> PyResult {
    check_closed(t, stream)?;
    Ok(stream.clone())
}

/// The next line of a stream, by its `readline`.
pub(super) fn next(t: &Thread, stream: &Object) -> PyResult<Option<Object>> {
    let line = call(t, stream, "readline", &[])?;
    Ok((t.length(&line)? > 0).then_some(line))
}

/// A row of the table: an operation that a plain stream does not have.
macro_rules! unsupported {
    ($name:literal) => {
        NativeDef {
            name: $name,
            code: NativeCode::Fast(|t, _, _| Err(unsupported(t, $name))),
            doc: "",
        }
    };
}

/// A row of the table: a method without arguments.
macro_rules! plain {
    ($name:literal, $function:expr, $doc:literal) => {
        NativeDef {
            name: $name,
            code: NativeCode::NoArgs($function),
            doc: $doc,
        }
    };
}

static METHODS: &[NativeDef] = &[
    unsupported!("seek"),
    unsupported!("truncate"),
    unsupported!("fileno"),
    plain!(
        "tell",
        |t, stream| call(t, stream, "seek", &[Object::int32(0), Object::int32(1)]),
        "Return current stream position."
    ),
    plain!(
        "flush",
        |t, stream| check_closed(t, stream).map(|()| Object::none()),
        "Flush write buffers, if applicable."
    ),
    plain!("close", close, "Flush and close the IO object."),
    plain!(
        "seekable",
        |_, _| Ok(Object::bool(false)),
        "Return whether object supports random access."
    ),
    plain!(
        "readable",
        |_, _| Ok(Object::bool(false)),
        "Return whether object was opened for reading."
    ),
    plain!(
        "writable",
        |_, _| Ok(Object::bool(false)),
        "Return whether object was opened for writing."
    ),
    plain!(
        "isatty",
        |t, stream| check_closed(t, stream).map(|()| Object::bool(false)),
        "Return whether this is an 'interactive' stream."
    ),
    plain!(
        "_checkClosed",
        |t, stream| check_closed(t, stream).map(|()| Object::none()),
        ""
    ),
    plain!(
        "_checkSeekable",
        |t, stream| check(t, stream, "seekable", "File or stream is not seekable."),
        ""
    ),
    plain!(
        "_checkReadable",
        |t, stream| check(t, stream, "readable", "File or stream is not readable."),
        ""
    ),
    plain!(
        "_checkWritable",
        |t, stream| check(t, stream, "writable", "File or stream is not writable."),
        ""
    ),
    plain!("__enter__", iter, ""),
    NativeDef {
        name: "__exit__",
        code: NativeCode::Tuple(|t, stream, _| call(t, stream, "close", &[])),
        doc: "",
    },
    NativeDef {
        name: "readline",
        code: NativeCode::Fast(read_line),
        doc: "Read and return a line from the stream.",
    },
    NativeDef {
        name: "readlines",
        code: NativeCode::Fast(read_lines),
        doc: "Return a list of lines from the stream.",
    },
    NativeDef {
        name: "writelines",
        code: NativeCode::One(write_lines),
        doc: "Write a list of lines to stream.",
    },
];

static ACCESSORS: &[AccessorDef] = &[AccessorDef::new("closed", closed)];

pub(super) fn class(t: &Thread) -> PyResult<&'static Type> {
    let class = native::class(t, "_io", "_IOBase", t.types.object)?;
    class.set_flags(Flags::BASE);
    class.slots.iter.set(Some(iter));
    class.slots.next.set(Some(next));
    t.add_methods(class, METHODS)?;
    t.add_accessors(class, ACCESSORS)?;
    t.ready(class)?;
    Ok(class)
}

static TEXT_METHODS: &[NativeDef] = &[
    unsupported!("read"),
    unsupported!("readline"),
    unsupported!("write"),
    unsupported!("detach"),
];

/// A field that plain streams of text do not have.
macro_rules! nothing {
    ($name:literal) => {
        AccessorDef::new($name, |_, _| Ok(Object::none()))
    };
}

static TEXT_ACCESSORS: &[AccessorDef] = &[
    nothing!("encoding"),
    nothing!("newlines"),
    nothing!("errors"),
];

pub(super) fn text_class(t: &Thread, base: &'static Type) -> PyResult<&'static Type> {
    let class = native::class(t, "_io", "_TextIOBase", base)?;
    class.set_flags(Flags::BASE);
    t.add_methods(class, TEXT_METHODS)?;
    t.add_accessors(class, TEXT_ACCESSORS)?;
    t.ready(class)?;
    Ok(class)
}

static BUFFERED_METHODS: &[NativeDef] = &[
    unsupported!("read"),
    unsupported!("read1"),
    unsupported!("write"),
    unsupported!("detach"),
];

pub(super) fn buffered_class(t: &Thread, base: &'static Type) -> PyResult<&'static Type> {
    let class = native::class(t, "_io", "_BufferedIOBase", base)?;
    class.set_flags(Flags::BASE);
    t.add_methods(class, BUFFERED_METHODS)?;
    t.ready(class)?;
    Ok(class)
}

/// Puts the attributes of a dict into the one of a stream, as `__setstate__` does.
pub(super) fn restore_dict(t: &Thread, stream: &Object, state: &Object) -> PyResult<()> {
    if state.is_none() {
        return Ok(());
    }
    if !t.is_instance_of(state, t.types.dict) {
        let kind = t.type_name(state);
        return Err(t.type_error(format!(
            "fourth item of state should be a dict, got a {kind}"
        )));
    }
    let own = t.get_attribute(stream, &t.names.dict)?;
    drop(call(t, &own, "update", std::slice::from_ref(state))?);
    Ok(())
}

/// The `__dict__` of a stream, made when it is first asked for.
pub(super) fn dict_of(t: &Thread, place: &Slot) -> PyResult {
    if let Some(dict) = place.get() {
        return Ok(dict);
    }
    let dict = containers::dict(t)?.into_object();
    place.set(dict.clone());
    Ok(dict)
}

/// The name of a stream's class as messages have it.
pub(super) fn class_name(t: &Thread, stream: &Object) -> String {
    let class = t.type_of(stream);
    match class.has(Flags::HEAP) {
        true => class.name(),
        false => t.full_type_name(class),
    }
}

/// The text of an argument that must be one.
pub(super) fn text<'a>(t: &Thread, object: &'a Object, what: &str) -> PyResult<&'a Str> {
    as_str(object).ok_or_else(|| {
        let kind = t.type_name(object);
        t.type_error(format!("{what}, not {kind}"))
    })
}
