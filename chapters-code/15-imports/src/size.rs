//! How large is an object? `sys.getsizeof`: what `__sizeof__` says, and what CPython lays
//! before the object.

use numbers::to_isize;
use objects::Object;
use types::{Args, ErrorKind, Parameters, PyResult, Thread, Version};

/// CPython's collector links objects through two words before each (`PyGC_Head`).
const COLLECTOR_HEADER: i64 = 16;
/// Before an object of a class with attributes 3.11 has room for them and for a `__dict__`.
const MANAGED_DICT: i64 = 16;

/// Does CPython's collector know objects of this kind?
fn is_collected(t: &Thread, object: &Object) -> bool {
    let (kind, types) = (t.type_of(object), t.types);
    if let (Version::V310, Some(class)) = (t.version, object.downcast::<types::Type>()) {
        return class.has(types::Flags::HEAP);
    }
    let plain = [
        types.object,
        types.none,
        types.ellipsis,
        types.not_implemented,
        types.int,
        types.bool,
        types.float,
        types.complex,
        types.str,
        types.bytes,
        types.bytearray,
        types.range,
        types.range_iterator,
        types.long_range_iterator,
        types.code,
    ];
    !plain.iter().any(|plain| kind.is(plain))
}

/// What lies before the object (`_PyType_PreHeaderSize`).
fn before(t: &Thread, object: &Object) -> i64 {
    let mut size = 0;
    if is_collected(t, object) {
        size += COLLECTOR_HEADER;
    }
    let (kind, types) = (t.type_of(object), t.types);
    // Objects of these vary in size, and have their `__dict__` behind them.
    let variable = [types.int, types.tuple, types.bytes, types.type_];
    if t.version == Version::V311
        && kind.has(types::Flags::HEAP)
        && kind.head().has_dict()
        && !variable.iter().any(|base| kind.is_subtype(base))
    {
        size += MANAGED_DICT;
    }
    size
}

fn size(t: &Thread, object: &Object) -> PyResult<i64> {
    let Some(method) = t.special_method(object, &t.names.sizeof)? else {
        let kind = t.type_name(object);
        return Err(t.type_error(format!("Type {kind} doesn't define __sizeof__")));
    };
    let size = t.call_found(object, method, &[])?;
    if !t.is_instance_of(&size, t.types.int) {
        return Err(t.type_error("an integer is required"));
    }
    let size = to_isize(t, &size)?;
    if size < 0 {
        return Err(t.value_error("__sizeof__() should return >= 0"));
    }
    size.checked_add(before(t, object))
        .ok_or_else(|| t.overflow_error("Python int too large to convert to C ssize_t"))
}

/// `sys.getsizeof(object[, default])`
pub(crate) fn get_size_of(t: &Thread, _: &Object, args: Args<'_>) -> PyResult {
    static PARAMETERS: Parameters = Parameters::new("getsizeof", &["object", "default"], 1);
    let [Some(object), default] = t.arguments(&PARAMETERS, args)? else {
        return Err(t.type_error("getsizeof() missing required argument 'object' (pos 1)"));
    };
    match (size(t, object), default) {
        (Err(raised), Some(default)) if raised.is(t, ErrorKind::TypeError) => Ok(default.clone()),
        (size, _) => numbers::int(t, size?),
    }
}
