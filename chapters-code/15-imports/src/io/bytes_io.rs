//! `io.BytesIO`: a file of bytes in memory.

use super::base::{class_name, dict_of, next as next_line, restore_dict};
use super::memory::Memory;
use super::{signed_size, size_argument, whence};
use crate::native;
use numbers::{int_from_usize, to_isize};
use objects::{Object, Slot, Visit, heap, payload};
use types::{
    AccessorDef, Args, ByteArray, ErrorKind, Flags, NativeCode, NativeDef, Parameters, PyResult,
    Thread, Type, check_count,
};

/// `io.BytesIO`
struct BytesIo {
    file: Memory<u8>,
    /// `__dict__`
    dict: Slot,
}

payload!(BytesIo, "BytesIO", traverse);

impl BytesIo {
    fn traverse(&self, visit: Visit<'_>) {
        self.dict.traverse(visit);
    }

    fn clear(&self) {
        self.dict.clear();
    }

    fn take(&self, t: &Thread, count: Option<usize>) -> PyResult {
        t.bytes(&self.file.take(count.unwrap_or(usize::MAX))?)
    }

    fn line(&self, t: &Thread, limit: Option<usize>) -> PyResult {
        let end = self.file.rest().position(|byte| byte == b'\n');
        let length = end.map_or(usize::MAX, |end| end + 1);
        self.take(t, Some(limit.map_or(length, |limit| limit.min(length))))
    }
}

/// The stream that a method was called on, which must be open.
fn own<'a>(t: &Thread, object: &'a Object) -> PyResult<&'a BytesIo> {
    let stream = any(t, object)?;
    match stream.file.closed.get() {
        true => Err(t.value_error("I/O operation on closed file.")),
        false => Ok(stream),
    }
}

fn any<'a>(t: &Thread, object: &'a Object) -> PyResult<&'a BytesIo> {
    object
        .downcast()
        .ok_or_else(|| t.type_error("a BytesIO was expected"))
}

fn new(_: &Thread, class: &Type, _: Args<'_>) -> PyResult {
    let stream = BytesIo {
        file: Memory::new()?,
        dict: Slot::empty(),
    };
    Ok(heap().make(class.core(), stream)?.into_object())
}

/// The bytes of an argument.
fn bytes(t: &Thread, object: &Object) -> PyResult<Vec<u8>> {
    let found = match object.downcast::<BytesIo>() {
        Some(_) => None,
        None => numbers::buffer(object),
    };
    found.ok_or_else(|| {
        let kind = t.type_name(object);
        t.type_error(format!("a bytes-like object is required, not '{kind}'"))
    })
}

static INIT: Parameters = Parameters::new("BytesIO", &["initial_bytes"], 0);

fn init(t: &Thread, object: &Object, args: Args<'_>) -> PyResult<()> {
    let [initial] = t.arguments(&INIT, args)?;
    let stream = any(t, object)?;
    stream.file.reopen();
    if let Some(initial) = initial.filter(|initial| !initial.is_none()) {
        stream.file.put(&bytes(t, initial)?)?;
        stream.file.position.set(0);
    }
    Ok(())
}

fn write(t: &Thread, object: &Object, value: &Object) -> PyResult {
    let stream = own(t, object)?;
    let bytes = bytes(t, value)?;
    stream.file.put(&bytes)?;
    int_from_usize(t, bytes.len())
}

fn write_lines(t: &Thread, object: &Object, lines: &Object) -> PyResult {
    own(t, object)?;
    let iterator = t.iter(lines)?;
    while let Some(line) = t.next(&iterator)? {
        drop(write(t, object, &line)?);
    }
    Ok(Object::none())
}

fn read(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    check_count(t, "read", args.len(), 0, 1)?;
    let size = size_argument(t, args.first())?;
    own(t, object)?.take(t, size)
}

fn read1(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    check_count(t, "read1", args.len(), 0, 1)?;
    let size = size_argument(t, args.first())?;
    own(t, object)?.take(t, size)
}

fn read_line(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    check_count(t, "readline", args.len(), 0, 1)?;
    let size = size_argument(t, args.first())?;
    own(t, object)?.line(t, size)
}

fn read_lines(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    check_count(t, "readlines", args.len(), 0, 1)?;
    let hint = match args.first().filter(|hint| !hint.is_none()) {
        None => None,
        Some(hint) if t.type_of(hint).slots.index.get().is_some() => {
            size_argument(t, Some(hint))?.filter(|&hint| hint > 0)
        }
        Some(other) => {
            let kind = t.type_name(other);
            return Err(t.type_error(format!("integer argument expected, got '{kind}'")));
        }
    };
    let mut lines = Vec::new();
    let mut length = 0;
    loop {
        let line = own(t, object)?.line(t, None)?;
        match t.length(&line)? {
            0 => return containers::list(t, lines),
            count => length += count,
        }
        lines.push(line);
        if hint.is_some_and(|hint| length >= hint) {
            return containers::list(t, lines);
        }
    }
}

fn read_into(t: &Thread, object: &Object, buffer: &Object) -> PyResult {
    let stream = own(t, object)?;
    let Some(target) = buffer.downcast::<ByteArray>() else {
        let kind = t.type_name(buffer);
        return Err(t.type_error(format!(
            "readinto() argument must be read-write bytes-like object, not {kind}"
        )));
    };
    let bytes = stream.file.take(target.len())?;
    for (at, byte) in bytes.iter().enumerate() {
        target.set(t, at, *byte)?;
    }
    int_from_usize(t, bytes.len())
}

fn next(t: &Thread, object: &Object) -> PyResult<Option<Object>> {
    let stream = own(t, object)?;
    if t.type_of(object).has(Flags::HEAP) {
        return next_line(t, object);
    }
    let line = stream.line(t, None)?;
    Ok((t.length(&line)? > 0).then_some(line))
}

fn seek(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    check_count(t, "seek", args.len(), 1, 2)?;
    let offset = to_isize(t, &args[0])?;
    let whence = whence(t, args.get(1))?;
    let stream = own(t, object)?;
    let from = match whence {
        0 if offset < 0 => {
            return Err(t.value_error(format!("negative seek value {offset}")));
        }
        0 => 0,
        1 => stream.file.position.get(),
        2 => stream.file.items.len(),
        _ => {
            return Err(t.value_error(format!("invalid whence ({whence}, should be 0, 1 or 2)")));
        }
    };
    let position = i64::try_from(from)
        .ok()
        .and_then(|from| from.checked_add(offset));
    let Some(position) = position else {
        return Err(t.overflow_error("new position too large"));
    };
    stream
        .file
        .position
        .set(usize::try_from(position).unwrap_or(0));
    int_from_usize(t, stream.file.position.get())
}

fn truncate(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    check_count(t, "truncate", args.len(), 0, 1)?;
    let stream = own(t, object)?;
    let size = match signed_size(t, args.first())? {
        None => stream.file.position.get(),
        Some(size) => usize::try_from(size)
            .map_err(|_| t.value_error(format!("negative size value {size}")))?,
    };
    stream.file.truncate(size);
    int_from_usize(t, size)
}

fn get_value(t: &Thread, object: &Object) -> PyResult {
    let stream = own(t, object)?;
    t.bytes(&stream.file.all()?)
}

/// A view of the bytes, as far as there are views.
fn get_buffer(t: &Thread, object: &Object) -> PyResult {
    let value = get_value(t, object)?;
    t.call(t.types.memoryview.object().as_object(), &[value])
}

fn close(t: &Thread, object: &Object) -> PyResult {
    any(t, object)?.file.close()?;
    Ok(Object::none())
}

fn get_state(t: &Thread, object: &Object) -> PyResult {
    let value = get_value(t, object)?;
    let stream = own(t, object)?;
    let position = int_from_usize(t, stream.file.position.get())?;
    let dict = match stream.dict.get() {
        Some(dict) => t.call_method(&dict, &t.intern("copy")?, &[])?,
        None => Object::none(),
    };
    t.tuple([value, position, dict])
}

fn set_state(t: &Thread, object: &Object, state: &Object) -> PyResult {
    let parts = state.downcast::<types::Tuple>();
    let Some(parts) = parts.filter(|state| state.items().len() >= 3) else {
        let (class, kind) = (class_name(t, object), t.type_name(state));
        return Err(t.type_error(format!(
            "{class}.__setstate__ argument should be 3-tuple, got {kind}"
        )));
    };
    let [value, position, dict] = [0, 1, 2].map(|at| parts.items()[at].clone());
    init(t, object, Args::positional(&[value]))?;
    if !t.is_instance_of(&position, t.types.int) {
        let kind = t.type_name(&position);
        return Err(t.type_error(format!(
            "second item of state must be an integer, not {kind}"
        )));
    }
    let Ok(position) = usize::try_from(t.index_or(&position, ErrorKind::OverflowError)?) else {
        return Err(t.value_error("position value cannot be negative"));
    };
    any(t, object)?.file.position.set(position);
    restore_dict(t, object, &dict)?;
    Ok(Object::none())
}

/// A row of the table: yes, for an open stream.
macro_rules! yes {
    ($name:literal, $doc:literal) => {
        NativeDef {
            name: $name,
            code: NativeCode::NoArgs(|t, object| own(t, object).map(|_| Object::bool(true))),
            doc: $doc,
        }
    };
}

/// A row of the table.
macro_rules! method {
    ($name:literal, $kind:ident, $function:expr, $doc:literal) => {
        NativeDef {
            name: $name,
            code: NativeCode::$kind($function),
            doc: $doc,
        }
    };
}

static METHODS: &[NativeDef] = &[
    yes!("readable", "Returns True if the IO object can be read."),
    yes!("writable", "Returns True if the IO object can be written."),
    yes!("seekable", "Returns True if the IO object can be seeked."),
    method!(
        "flush",
        NoArgs,
        |t, object| own(t, object).map(|_| Object::none()),
        "Does nothing."
    ),
    method!(
        "isatty",
        NoArgs,
        |t, object| own(t, object).map(|_| Object::bool(false)),
        "Always returns False."
    ),
    method!("write", One, write, "Write bytes to file."),
    method!("writelines", One, write_lines, "Write lines to the file."),
    method!(
        "read",
        Fast,
        read,
        "Read at most size bytes, returned as a bytes object."
    ),
    method!(
        "read1",
        Fast,
        read1,
        "Read at most size bytes, returned as a bytes object."
    ),
    method!("readinto", One, read_into, "Read bytes into buffer."),
    method!("readinto1", One, read_into, "Read bytes into buffer."),
    method!(
        "readline",
        Fast,
        read_line,
        "Next line from the file, as a bytes object."
    ),
    method!(
        "readlines",
        Fast,
        read_lines,
        "List of bytes objects, each a line from the file."
    ),
    method!("seek", Fast, seek, "Change stream position."),
    method!(
        "tell",
        NoArgs,
        |t, object| int_from_usize(t, own(t, object)?.file.position.get()),
        "Current file position, an integer."
    ),
    method!(
        "truncate",
        Fast,
        truncate,
        "Truncate the file to at most size bytes."
    ),
    method!(
        "getvalue",
        NoArgs,
        get_value,
        "Retrieve the entire contents of the BytesIO object."
    ),
    method!(
        "getbuffer",
        NoArgs,
        get_buffer,
        "Get a read-write view over the contents of the BytesIO object."
    ),
    method!("close", NoArgs, close, "Disable all I/O operations."),
    method!("__getstate__", NoArgs, get_state, ""),
    method!("__setstate__", One, set_state, ""),
];

static ACCESSORS: &[AccessorDef] = &[
    AccessorDef::new("__dict__", |t, object| dict_of(t, &any(t, object)?.dict)),
    AccessorDef {
        name: "closed",
        get: |t, object| Ok(Object::bool(any(t, object)?.file.closed.get())),
        set: None,
        doc: "True if the file is closed.",
    },
];

pub(super) fn class(t: &Thread, base: &'static Type) -> PyResult<&'static Type> {
    let class = native::class(t, "_io", "BytesIO", base)?;
    class.declare::<BytesIo>();
    class.set_flags(Flags::BASE);
    class.slots.new.set(Some(new));
    class.slots.init.set(Some(init));
    class.slots.next.set(Some(next));
    class.slots.dict_place.set(Some(|object| {
        object.downcast::<BytesIo>().map(|stream| &stream.dict)
    }));
    t.add_methods(class, METHODS)?;
    t.add_accessors(class, ACCESSORS)?;
    t.ready(class)?;
    Ok(class)
}
