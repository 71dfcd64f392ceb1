//! Which methods change a `bytearray`?

use super::{BYTE_RANGE, buffer, byte, make, view};
use crate::text::number;
use objects::Object;
use types::NativeCode::{Fast, NoArgs, One};
use types::{ByteArray, ErrorKind, NativeCode, NativeDef, PyResult, Thread, check_count};

pub(super) fn this<'a>(t: &Thread, object: &'a Object) -> PyResult<&'a ByteArray> {
    object.downcast().ok_or_else(|| {
        let kind = t.type_name(object);
        t.type_error(format!("a 'bytearray' object is required, not '{kind}'"))
    })
}

fn append(t: &Thread, object: &Object, item: &Object) -> PyResult {
    let byte = byte(t, item, BYTE_RANGE)?;
    this(t, object)?.push(t, byte)?;
    Ok(Object::none())
}

fn clear(t: &Thread, object: &Object) -> PyResult {
    let array = this(t, object)?;
    array.splice(t, 0, array.len(), &[])?;
    Ok(Object::none())
}

fn copy(t: &Thread, object: &Object) -> PyResult {
    t.bytearray(&buffer(t, object)?)
}

fn extend(t: &Thread, object: &Object, iterable: &Object) -> PyResult {
    let bytes = match view(iterable)? {
        Some(bytes) => bytes.into_owned(),
        None => {
            let slots = &t.type_of(iterable).slots;
            if slots.iter.get().is_none() && slots.item.get().is_none() {
                let kind = t.type_name(iterable);
                return Err(t.type_error(format!("can't extend bytearray with {kind}")));
            }
            make::collect(t, iterable, BYTE_RANGE)?
        }
    };
    let array = this(t, object)?;
    array.splice(t, array.len(), 0, &bytes)?;
    Ok(Object::none())
}

fn insert(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    check_count(t, "insert", args.len(), 2, 2)?;
    let index = t.index_or(&args[0], ErrorKind::OverflowError)?;
    let byte = byte(t, &args[1], BYTE_RANGE)?;
    let array = this(t, object)?;
    let length = array.len() as i64;
    let place = if index < 0 {
        index.saturating_add(length)
    } else {
        index
    };
    let place = usize::try_from(place.clamp(0, length)).unwrap_or(0);
    array.splice(t, place, 0, &[byte])?;
    Ok(Object::none())
}

fn pop(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    check_count(t, "pop", args.len(), 0, 1)?;
    let index = match args.first() {
        Some(index) => t.index_or(index, ErrorKind::OverflowError)?,
        None => -1,
    };
    let array = this(t, object)?;
    if array.is_empty() {
        return Err(t.index_error("pop from empty bytearray"));
    }
    let from_end = if index < 0 { array.len() as i64 } else { 0 };
    let place = usize::try_from(index.saturating_add(from_end)).ok();
    let Some((place, byte)) = place.and_then(|place| Some((place, array.get(place)?))) else {
        return Err(t.index_error("pop index out of range"));
    };
    array.splice(t, place, 1, &[])?;
    Ok(Object::int32(byte.into()))
}

fn remove(t: &Thread, object: &Object, item: &Object) -> PyResult {
    let byte = byte(t, item, BYTE_RANGE)?;
    let array = this(t, object)?;
    match array.look(|bytes| memchr::memchr(byte, bytes)) {
        Some(place) => array.splice(t, place, 1, &[])?,
        None => return Err(t.value_error("value not found in bytearray")),
    }
    Ok(Object::none())
}

fn reverse(t: &Thread, object: &Object) -> PyResult {
    let array = this(t, object)?;
    let mut bytes = buffer(t, object)?.into_owned();
    bytes.reverse();
    array.splice(t, 0, bytes.len(), &bytes)?;
    Ok(Object::none())
}

/// How many bytes CPython would have allocated: one more than there are, for a zero byte.
fn alloc(t: &Thread, object: &Object) -> PyResult {
    let array = this(t, object)?;
    number(
        t,
        if array.capacity() == 0 {
            0
        } else {
            array.capacity() + 1
        },
    )
}

/// What CPython would report: its header, and what it has allocated.
fn size_of(t: &Thread, object: &Object) -> PyResult {
    let capacity = this(t, object)?.capacity();
    number(
        t,
        capacity.saturating_add(if capacity == 0 { 56 } else { 57 }),
    )
}

/// `(type, arguments, attributes)`, from which pickling makes the object again.
fn state(t: &Thread, object: &Object, protocol: i64) -> PyResult {
    let bytes = buffer(t, object)?;
    let arguments = match protocol {
        _ if bytes.is_empty() => t.tuple([])?,
        ..3 => t.tuple([t.str_latin1(&bytes)?, t.str("latin-1")?])?,
        3.. => t.tuple([t.bytes(&bytes)?])?,
    };
    let attributes = t
        .find_attribute(object, &t.names.dict)?
        .unwrap_or(Object::none());
    let class = t.type_of(object).object().into_object();
    t.tuple([class, arguments, attributes])
}

fn reduce(t: &Thread, object: &Object) -> PyResult {
    state(t, object, 2)
}

fn reduce_ex(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    check_count(t, "__reduce_ex__", args.len(), 0, 1)?;
    let protocol = match args.first() {
        Some(protocol) => t.index_or(protocol, ErrorKind::OverflowError)?,
        None => 0,
    };
    state(t, object, protocol)
}

const fn def(name: &'static str, code: NativeCode, doc: &'static str) -> NativeDef {
    NativeDef { name, code, doc }
}

pub(super) static METHODS: &[NativeDef] = &[
    def(
        "__reduce__",
        NoArgs(reduce),
        "Return state information for pickling.",
    ),
    def(
        "__reduce_ex__",
        Fast(reduce_ex),
        "Return state information for pickling.",
    ),
    def(
        "__sizeof__",
        NoArgs(size_of),
        "Returns the size of the bytearray object in memory, in bytes.",
    ),
    def("__alloc__", NoArgs(alloc), "B.__alloc__() -> int"),
    def(
        "append",
        One(append),
        "Append a single item to the end of the bytearray.",
    ),
    def(
        "clear",
        NoArgs(clear),
        "Remove all items from the bytearray.",
    ),
    def("copy", NoArgs(copy), "Return a copy of B."),
    def(
        "extend",
        One(extend),
        "Append all the items from the iterator or sequence to the bytearray.",
    ),
    def(
        "insert",
        Fast(insert),
        "Insert a single item into the bytearray before the given index.",
    ),
    def("pop", Fast(pop), "Remove and return a single item from B."),
    def(
        "remove",
        One(remove),
        "Remove the first occurrence of a value in the bytearray.",
    ),
    def(
        "reverse",
        NoArgs(reverse),
        "Reverse the order of the values in B in place.",
    ),
];
