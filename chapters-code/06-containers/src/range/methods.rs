//! The methods and fields of ranges.

use super::Range;
use super::slots::{absent, holds_int};
use crate::support::{method, read_only, this};
use objects::Object;
use types::{AccessorDef, BinaryOp, NativeCode, NativeDef, PyResult, Thread};

fn is_plain_int(t: &Thread, object: &Object) -> bool {
    t.is_exact(object, t.types.int) || t.is_exact(object, t.types.bool)
}

/// `range.index(value)`
fn index(t: &Thread, object: &Object, item: &Object) -> PyResult {
    let range = this::<Range>(t, object)?;
    if is_plain_int(t, item) {
        if !holds_int(t, range, item)? {
            return Err(absent(t, item)?);
        }
        let distance = t.binary(BinaryOp::Subtract, item, &range.start)?;
        return t.binary(BinaryOp::FloorDivide, &distance, &range.step);
    }
    let iterator = t.iter(object)?;
    let mut place = 0;
    while let Some(number) = t.next(&iterator)? {
        if t.equal(&number, item)? {
            return crate::support::int(t, place);
        }
        place += 1;
    }
    Err(t.value_error("sequence.index(x): x not in sequence"))
}

/// `range.count(value)`
fn count(t: &Thread, object: &Object, item: &Object) -> PyResult {
    if is_plain_int(t, item) {
        let there = holds_int(t, this(t, object)?, item)?;
        return Ok(Object::int32(there.into()));
    }
    let mut count = 0;
    t.for_each(object, |number| {
        count += usize::from(t.equal(&number, item)?);
        Ok(())
    })?;
    crate::support::int(t, count)
}

fn reduce(t: &Thread, object: &Object, _: &[Object]) -> PyResult {
    let range = this::<Range>(t, object)?;
    let parts = [&range.start, &range.stop, &range.step];
    let args = t.tuple(parts.map(Clone::clone))?;
    t.tuple([t.types.range.object().into_object(), args])
}

static METHODS: &[NativeDef] = &[
    method(
        "__reversed__",
        NativeCode::NoArgs(crate::iterators::range_reversed),
        "Return a reverse iterator.",
    ),
    method("__reduce__", NativeCode::Tuple(reduce), ""),
    method(
        "count",
        NativeCode::One(count),
        "rangeobject.count(value) -> integer -- return number of occurrences of value",
    ),
    method(
        "index",
        NativeCode::One(index),
        "rangeobject.index(value) -> integer -- return index of value.\n\
         Raise ValueError if the value is not present.",
    ),
];

macro_rules! field {
    ($name:ident) => {
        AccessorDef::settable(
            stringify!($name),
            |t, object| Ok(this::<Range>(t, object)?.$name.clone()),
            read_only,
        )
    };
}

static FIELDS: &[AccessorDef] = &[field!(start), field!(stop), field!(step)];

pub(super) fn install(t: &Thread) -> PyResult<()> {
    t.add_methods(t.types.range, METHODS)?;
    t.add_accessors(t.types.range, FIELDS)
}
