//! What is a slice? What stands between the brackets of `a[start:stop:step]`, as an object.

use crate::support::{compare_rows, method, read_only, this};
use objects::Object;
use types::{AccessorDef, Args, BinaryOp, Bounds, CompareOp, NativeCode, NativeDef, PyResult};
use types::{Slice, Thread, Type, check_count, no_keywords};

/// `object[slice]` of a list or a tuple, without a slice: from its bounds.
pub fn sliced(t: &Thread, object: &Object, bounds: Bounds) -> PyResult {
    match object.downcast() {
        Some(list) => crate::list::sliced(t, list, bounds),
        None => crate::tuple::sliced(t, object, this(t, object)?, bounds),
    }
}

/// `object[slice] = value` of a list, without a slice: from its bounds.
pub fn set_sliced(t: &Thread, object: &Object, bounds: Bounds, value: &Object) -> PyResult<()> {
    crate::list::set_slice(t, object, this(t, object)?, bounds, Some(value))
}

fn parts(slice: &Slice) -> [Object; 3] {
    [&slice.start, &slice.stop, &slice.step].map(Clone::clone)
}

/// `slice(stop)`, `slice(start, stop[, step])`
fn new(t: &Thread, class: &Type, args: Args<'_>) -> PyResult {
    no_keywords(t, "slice", args)?;
    let args = args.plain();
    check_count(t, "slice", args.len(), 1, 3)?;
    let part = |index: usize| args.get(index).cloned().unwrap_or(Object::none());
    let (start, stop) = match args {
        [stop] => (Object::none(), stop.clone()),
        _ => (part(0), part(1)),
    };
    Ok(Slice::new(class, start, stop, part(2))?.into_object())
}

fn repr(t: &Thread, object: &Object) -> PyResult {
    let parts = parts(this(t, object)?);
    let mut pieces = crate::support::Pieces::default();
    pieces.text(t, "slice(")?;
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            pieces.text(t, ", ")?;
        }
        pieces.repr(t, part)?;
    }
    pieces.text(t, ")")?;
    pieces.join(t)
}

/// Slices compare as the tuples of their parts do.
fn compare(t: &Thread, a: &Object, b: &Object, op: CompareOp) -> PyResult {
    let (Some(x), Some(y)) = (a.downcast::<Slice>(), b.downcast::<Slice>()) else {
        return Ok(Object::not_implemented());
    };
    if a.is(b) {
        return Ok(Object::bool(matches!(
            op,
            CompareOp::Eq | CompareOp::Le | CompareOp::Ge
        )));
    }
    let (x, y) = (parts(x), parts(y));
    compare_rows(
        t,
        |index| x.get(index).cloned(),
        |index| y.get(index).cloned(),
        || (3, 3),
        op,
    )
}

/// A bound for `slice.indices`: an exact integer of any size.
fn bound(t: &Thread, part: &Object) -> PyResult {
    if t.type_of(part).slots.index.get().is_none() {
        return Err(
            t.type_error("slice indices must be integers or None or have an __index__ method")
        );
    }
    t.index(part)
}

/// Start, stop and step for a sequence of `length` items, as integers of any size
/// (`_PySlice_GetLongIndices`).
pub(crate) fn indices(
    t: &Thread,
    slice: &Slice,
    length: &Object,
) -> PyResult<(Object, Object, Object)> {
    let (zero, one) = (Object::int32(0), Object::int32(1));
    let step = if slice.step.is_none() {
        one.clone()
    } else {
        bound(t, &slice.step)?
    };
    let falling = t.compare_bool(&step, &zero, CompareOp::Lt)?;
    if t.compare_bool(&step, &zero, CompareOp::Eq)? {
        return Err(t.value_error("slice step cannot be zero"));
    }
    let (lower, upper) = if falling {
        (
            Object::int32(-1),
            t.binary(BinaryOp::Subtract, length, &one)?,
        )
    } else {
        (zero.clone(), length.clone())
    };
    let clip = |part: &Object, default: &Object| -> PyResult {
        if part.is_none() {
            return Ok(default.clone());
        }
        let index = bound(t, part)?;
        if t.compare_bool(&index, &zero, CompareOp::Lt)? {
            let index = t.binary(BinaryOp::Add, &index, length)?;
            let below = t.compare_bool(&index, &lower, CompareOp::Lt)?;
            return Ok(if below { lower.clone() } else { index });
        }
        let above = t.compare_bool(&index, &upper, CompareOp::Gt)?;
        Ok(if above { upper.clone() } else { index })
    };
    let (first, last) = if falling {
        (&upper, &lower)
    } else {
        (&lower, &upper)
    };
    let start = clip(&slice.start, first)?;
    let stop = clip(&slice.stop, last)?;
    Ok((start, stop, step))
}

/// `slice.indices(length)`
fn indices_method(t: &Thread, object: &Object, length: &Object) -> PyResult {
    let length = t.index(length)?;
    if t.compare_bool(&length, &Object::int32(0), CompareOp::Lt)? {
        return Err(t.value_error("length should not be negative"));
    }
    let (start, stop, step) = indices(t, this(t, object)?, &length)?;
    t.tuple([start, stop, step])
}

fn reduce(t: &Thread, object: &Object) -> PyResult {
    let args = t.tuple(parts(this(t, object)?))?;
    t.tuple([t.types.slice.object().into_object(), args])
}

static METHODS: &[NativeDef] = &[
    method(
        "indices",
        NativeCode::One(indices_method),
        "S.indices(len) -> (start, stop, stride)\n\n\
         Assuming a sequence of length len, calculate the start and stop\n\
         indices, and the stride length of the extended slice described by\n\
         S. Out of bounds indices are clipped in a manner consistent with the\n\
         handling of normal slices.",
    ),
    method(
        "__reduce__",
        NativeCode::NoArgs(reduce),
        "Return state information for pickling.",
    ),
];

macro_rules! field {
    ($name:ident) => {
        AccessorDef::settable(
            stringify!($name),
            |t, object| Ok(this::<Slice>(t, object)?.$name.clone()),
            read_only,
        )
    };
}

static FIELDS: &[AccessorDef] = &[field!(start), field!(stop), field!(step)];

/// Fills in the type `slice`.
pub(crate) fn install(t: &Thread) -> PyResult<()> {
    let kind = t.types.slice;
    kind.slots.new.set(Some(new));
    kind.slots.repr.set(Some(repr));
    kind.slots.compare.set(Some(compare));
    t.add_methods(kind, METHODS)?;
    t.add_accessors(kind, FIELDS)?;
    t.ready(kind)
}
