//! `io.StringIO`: a file of text in memory.

use super::base::{class_name, dict_of, next as next_line, restore_dict, text};
use super::newlines::{Newline, Seen};
use super::text_memory::TextMemory;
use super::{signed_size, size_argument, whence};
use crate::native;
use numbers::{int_from_usize, to_isize};
use objects::{Object, Slot, Visit, heap, payload};
use std::cell::Cell;
use types::{
    AccessorDef, Args, Chars, Flags, NativeCode, NativeDef, Parameters, PyResult, Str, Thread,
    Type, as_str, check_count,
};

/// `io.StringIO`
struct StringIo {
    file: TextMemory,
    newline: Cell<Newline>,
    seen: Cell<Seen>,
    /// `__dict__`
    dict: Slot,
}

payload!(StringIo, "StringIO", traverse);

impl StringIo {
    fn traverse(&self, visit: Visit<'_>) {
        self.dict.traverse(visit);
    }

    fn clear(&self) {
        self.dict.clear();
    }

    fn take(&self, t: &Thread, count: usize) -> PyResult {
        self.file.take(t, count)
    }

    fn line(&self, t: &Thread, limit: Option<usize>) -> PyResult {
        let length = self.file.line_length(self.newline.get());
        self.take(t, limit.map_or(length, |limit| limit.min(length)))
    }

    fn write(&self, text: &Str) -> PyResult<()> {
        if self.newline.get() != Newline::Feed {
            heap().check(text.len().saturating_mul(8))?;
            let mut seen = self.seen.get();
            let chars = self.newline.get().written(text.chars().iter(), &mut seen);
            self.seen.set(seen);
            return Ok(self.file.put(Chars::Four(&chars))?);
        }
        Ok(self.file.put(text.chars())?)
    }
}

/// The stream that a method was called on, which must be open.
fn own<'a>(t: &Thread, object: &'a Object) -> PyResult<&'a StringIo> {
    let stream = any(t, object)?;
    match stream.file.is_closed() {
        true => Err(t.value_error("I/O operation on closed file")),
        false => Ok(stream),
    }
}

fn any<'a>(t: &Thread, object: &'a Object) -> PyResult<&'a StringIo> {
    object
        .downcast()
        .ok_or_else(|| t.type_error("a StringIO was expected"))
}

fn new(_: &Thread, class: &Type, _: Args<'_>) -> PyResult {
    let stream = StringIo {
        file: TextMemory::new()?,
        newline: Cell::new(Newline::Feed),
        seen: Cell::default(),
        dict: Slot::empty(),
    };
    Ok(heap().make(class.core(), stream)?.into_object())
}

static INIT: Parameters = Parameters::new("StringIO", &["initial_value", "newline"], 0);

fn newline(t: &Thread, object: &Object) -> PyResult<Newline> {
    if object.is_none() {
        return Ok(Newline::Translated);
    }
    let name = text(t, object, "newline must be str or None")?;
    match Newline::named(&name.to_text()) {
        Some(newline) => Ok(newline),
        None => {
            let shown = t.repr(object)?.to_text();
            Err(t.value_error(format!("illegal newline value: {shown}")))
        }
    }
}

fn init(t: &Thread, object: &Object, args: Args<'_>) -> PyResult<()> {
    let [value, how] = t.arguments(&INIT, args)?;
    let stream = any(t, object)?;
    let how = how.map_or(Ok(Newline::Feed), |how| newline(t, how))?;
    let value = match value.filter(|value| !value.is_none()) {
        Some(value) => Some(text(t, value, "initial_value must be str or None")?),
        None => None,
    };
    stream.file.reopen();
    stream.newline.set(how);
    stream.seen.set(Seen::default());
    if let Some(value) = value {
        stream.write(value)?;
        stream.file.seek(0);
    }
    Ok(())
}

fn write(t: &Thread, object: &Object, value: &Object) -> PyResult {
    let stream = any(t, object)?;
    let Some(value) = as_str(value) else {
        let kind = t.type_name(value);
        return Err(t.type_error(format!("string argument expected, got '{kind}'")));
    };
    own(t, object)?;
    stream.write(value)?;
    int_from_usize(t, value.len())
}

fn read(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    check_count(t, "read", args.len(), 0, 1)?;
    let size = size_argument(t, args.first())?;
    own(t, object)?.take(t, size.unwrap_or(usize::MAX))
}

fn read_line(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    check_count(t, "readline", args.len(), 0, 1)?;
    let size = size_argument(t, args.first())?;
    own(t, object)?.line(t, size)
}

fn next(t: &Thread, object: &Object) -> PyResult<Option<Object>> {
    let stream = own(t, object)?;
    if t.type_of(object).has(Flags::HEAP) {
        return next_line(t, object);
    }
    let line = stream.line(t, None)?;
    Ok(as_str(&line)
        .is_some_and(|line| !line.is_empty())
        .then_some(line))
}

fn seek(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    check_count(t, "seek", args.len(), 1, 2)?;
    let offset = to_isize(t, &args[0])?;
    let whence = whence(t, args.get(1))?;
    let stream = own(t, object)?;
    if !(0..=2).contains(&whence) {
        return Err(t.value_error(format!("Invalid whence ({whence}, should be 0, 1 or 2)")));
    }
    if whence == 0 && offset < 0 {
        return Err(t.value_error(format!("Negative seek position {offset}")));
    }
    if whence != 0 && offset != 0 {
        return Err(t.raise(
            types::ErrorKind::OSError,
            types::Details::Message("Can't do nonzero cur-relative seeks".into()),
        ));
    }
    stream.file.seek(match whence {
        0 => offset as usize,
        1 => stream.file.position(),
        _ => stream.file.len(),
    });
    int_from_usize(t, stream.file.position())
}

fn truncate(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    check_count(t, "truncate", args.len(), 0, 1)?;
    let stream = own(t, object)?;
    let size = match signed_size(t, args.first())? {
        None => stream.file.position(),
        Some(size) => usize::try_from(size)
            .map_err(|_| t.value_error(format!("Negative size value {size}")))?,
    };
    stream.file.truncate(size);
    int_from_usize(t, size)
}

fn get_value(t: &Thread, object: &Object) -> PyResult {
    let stream = own(t, object)?;
    stream.file.all(t)
}

fn close(t: &Thread, object: &Object) -> PyResult {
    any(t, object)?.file.close()?;
    Ok(Object::none())
}

fn get_state(t: &Thread, object: &Object) -> PyResult {
    let value = get_value(t, object)?;
    let stream = own(t, object)?;
    let newline = match stream.newline.get().name() {
        Some(name) => t.str(name)?,
        None => Object::none(),
    };
    let position = int_from_usize(t, stream.file.position())?;
    let dict = match stream.dict.get() {
        Some(dict) => t.call_method(&dict, &t.intern("copy")?, &[])?,
        None => Object::none(),
    };
    t.tuple([value, newline, position, dict])
}

fn set_state(t: &Thread, object: &Object, state: &Object) -> PyResult {
    let Some(parts) = state
        .downcast::<types::Tuple>()
        .filter(|state| state.items().len() >= 4)
    else {
        let (class, kind) = (class_name(t, object), t.type_name(state));
        return Err(t.type_error(format!(
            "{class}.__setstate__ argument should be 4-tuple, got {kind}"
        )));
    };
    let [value, newline, position, dict] = [0, 1, 2, 3].map(|at| parts.items()[at].clone());
    let position = match t.is_instance_of(&position, t.types.int) {
        true => to_isize(t, &position)?,
        false => {
            let kind = t.type_name(&position);
            return Err(t.type_error(format!(
                "third item of state must be an integer, got {kind}"
            )));
        }
    };
    let Ok(position) = usize::try_from(position) else {
        return Err(t.value_error("position value cannot be negative"));
    };
    init(t, object, Args::positional(&[t.empty_str()?, newline]))?;
    let stream = any(t, object)?;
    // The value is as it was kept: nothing is to be translated again.
    if let Some(value) = as_str(&value) {
        stream.file.put(value.chars())?;
    }
    stream.file.seek(position);
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
    method!("write", One, write, "Write string to file."),
    method!(
        "read",
        Fast,
        read,
        "Read at most size characters, returned as a string."
    ),
    method!("readline", Fast, read_line, "Read until newline or EOF."),
    method!("seek", Fast, seek, "Change stream position."),
    method!(
        "tell",
        NoArgs,
        |t, object| int_from_usize(t, own(t, object)?.file.position()),
        "Tell the current file position."
    ),
    method!("truncate", Fast, truncate, "Truncate size to pos."),
    method!(
        "getvalue",
        NoArgs,
        get_value,
        "Retrieve the entire contents of the object."
    ),
    method!("close", NoArgs, close, "Close the IO object."),
    method!("__getstate__", NoArgs, get_state, ""),
    method!("__setstate__", One, set_state, ""),
];

fn newlines(t: &Thread, object: &Object) -> PyResult {
    let stream = own(t, object)?;
    let texts: PyResult<Vec<Object>> = stream
        .seen
        .get()
        .texts()
        .iter()
        .map(|text| t.str(text))
        .collect();
    match texts?.as_slice() {
        _ if !stream.newline.get().is_universal() => Ok(Object::none()),
        [] => Ok(Object::none()),
        [one] => Ok(one.clone()),
        several => containers::tuple(t, several.to_vec()),
    }
}

static ACCESSORS: &[AccessorDef] = &[
    AccessorDef::new("__dict__", |t, object| dict_of(t, &any(t, object)?.dict)),
    AccessorDef::new("closed", |t, object| {
        Ok(Object::bool(any(t, object)?.file.is_closed()))
    }),
    AccessorDef::new("newlines", newlines),
    AccessorDef::new("line_buffering", |t, object| {
        own(t, object).map(|_| Object::bool(false))
    }),
];

pub(super) fn class(t: &Thread, base: &'static Type) -> PyResult<&'static Type> {
    let class = native::class(t, "_io", "StringIO", base)?;
    class.declare::<StringIo>();
    class.set_flags(Flags::BASE);
    class.slots.new.set(Some(new));
    class.slots.init.set(Some(init));
    class.slots.next.set(Some(next));
    class.slots.dict_place.set(Some(|object| {
        object.downcast::<StringIo>().map(|stream| &stream.dict)
    }));
    t.add_methods(class, METHODS)?;
    t.add_accessors(class, ACCESSORS)?;
    t.ready(class)?;
    Ok(class)
}
