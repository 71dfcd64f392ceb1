//! What do the containers share? Equality that counts identity, the pieces of a `repr`,
//! arguments, lengths.

use objects::{Object, OutOfMemory, Owned, Payload, heap};
use std::cmp::Ordering;
use types::{
    Args, CompareOp, ErrorKind, Method, PyResult, Str, Thread, Type, Version, check_count,
};
use types::{NativeCode, NativeDef, no_keywords};

/// The payload of the object that a slot or method was called on.
#[inline(always)]
pub(crate) fn this<'a, T: Payload>(t: &Thread, object: &'a Object) -> PyResult<&'a T> {
    match object.downcast::<T>() {
        Some(payload) => Ok(payload),
        None => Err(bad_receiver(t)),
    }
}

/// A new reference to the object that a slot or method was called on, with its type.
pub(crate) fn owned<T: Payload>(t: &Thread, object: &Object) -> PyResult<Owned<T>> {
    object.clone().into_owned().map_err(|_| bad_receiver(t))
}

#[cold]
fn bad_receiver(t: &Thread) -> types::Raised {
    t.system_error("bad argument to internal function")
}

/// A number of items as an `int`.
#[inline]
pub(crate) fn int(t: &Thread, value: usize) -> PyResult {
    numbers::int_from_usize(t, value)
}

/// `a is b or a == b`, without a call for the commonest types.
#[inline]
pub(crate) fn items_equal(t: &Thread, a: &Object, b: &Object) -> PyResult<bool> {
    if a.is(b) {
        return Ok(true);
    }
    if a.is_small_int() && b.is_small_int() {
        return Ok(false);
    }
    match crate::dict::same_string(t, a, b) {
        Some(same) => Ok(same),
        None => t.compare_bool(a, b, CompareOp::Eq),
    }
}

/// Compares two rows of items as tuples and lists do: the first items that differ decide,
/// else the lengths. The rows are asked anew for each item, since comparing can change them.
pub(crate) fn compare_rows(
    t: &Thread,
    a: impl Fn(usize) -> Option<Object>,
    b: impl Fn(usize) -> Option<Object>,
    lengths: impl Fn() -> (usize, usize),
    op: CompareOp,
) -> PyResult {
    let mut index = 0;
    while let (Some(x), Some(y)) = (a(index), b(index)) {
        if items_equal(t, &x, &y)? {
            index += 1;
            continue;
        }
        // The comparison may have shortened a list, so that there is no such item any more.
        let (m, n) = lengths();
        if index >= m || index >= n {
            break;
        }
        return match op {
            CompareOp::Eq => Ok(Object::bool(false)),
            CompareOp::Ne => Ok(Object::bool(true)),
            _ if x.is_small_int() && y.is_small_int() => {
                Ok(holds(op, x.as_small_int().cmp(&y.as_small_int())))
            }
            _ => t.compare(&x, &y, op),
        };
    }
    let (a, b) = lengths();
    Ok(holds(op, a.cmp(&b)))
}

/// The truth of a comparison whose outcome is known.
pub(crate) fn holds(op: CompareOp, order: Ordering) -> Object {
    Object::bool(op.holds(order))
}

/// The pieces of a string that is being put together, in the heap from the first.
#[derive(Default)]
pub(crate) struct Pieces(Vec<Owned<Str>>);

impl Pieces {
    /// Adds text.
    pub(crate) fn text(&mut self, t: &Thread, text: &str) -> PyResult<()> {
        let piece = t.to_str(&t.str(text)?)?;
        self.0.push(piece);
        Ok(())
    }

    /// Adds a string.
    pub(crate) fn string(&mut self, text: Owned<Str>) {
        self.0.push(text);
    }

    /// Adds the `repr` of an object.
    pub(crate) fn repr(&mut self, t: &Thread, object: &Object) -> PyResult<()> {
        self.0.push(t.repr(object)?);
        Ok(())
    }

    /// The string.
    pub(crate) fn join(self, t: &Thread) -> PyResult {
        let pieces: Vec<&Str> = self.0.iter().map(|piece| &**piece).collect();
        Ok(Str::concat(t.types.str, &pieces)?.into_object())
    }
}

/// The `repr` of a container: `open`, its items with commas between, `close`; `inside` if
/// it is being shown already, further out. `item` adds the item of a number and says
/// whether there is one.
pub(crate) fn repr_container(
    t: &Thread,
    object: &Object,
    [open, close, inside]: [&str; 3],
    mut item: impl FnMut(usize, &mut Pieces) -> PyResult<bool>,
) -> PyResult {
    let Some(_guard) = t.enter_repr(object) else {
        return t.str(inside);
    };
    let mut pieces = Pieces::default();
    pieces.text(t, open)?;
    let mut index = 0;
    loop {
        let mut one = Pieces::default();
        if !item(index, &mut one)? {
            break;
        }
        if index > 0 {
            pieces.text(t, ", ")?;
        }
        pieces.0.append(&mut one.0);
        index += 1;
    }
    pieces.text(t, close)?;
    pieces.join(t)
}

/// The bytes that `count` items more would take, asked for before they are made.
pub(crate) fn check_items(count: usize) -> Result<(), OutOfMemory> {
    let bytes = count.checked_mul(size_of::<Object>()).ok_or(OutOfMemory)?;
    // No container holds more than 2³² − 1 items.
    u32::try_from(count).map_err(|_| OutOfMemory)?;
    heap().check(bytes)
}

/// `count` copies of `length` items, as a number of items that may be made.
pub(crate) fn repeated_length(length: usize, count: i64) -> Result<usize, OutOfMemory> {
    let count = usize::try_from(count.max(0)).map_err(|_| OutOfMemory)?;
    let total = length.checked_mul(count).ok_or(OutOfMemory)?;
    check_items(total)?;
    Ok(total)
}

/// The arguments of the `__new__` of an immutable type. Keywords that a subclass's
/// `__init__` takes are none of its business; 3.10 lets them pass for any subclass.
pub(crate) fn for_new<'a>(t: &Thread, base: &Type, class: &Type, args: Args<'a>) -> Args<'a> {
    let own_init = match (class.slots.init.get(), base.slots.init.get()) {
        (Some(own), Some(base)) => !std::ptr::fn_addr_eq(own, base),
        (own, base) => own.is_some() != base.is_some(),
    };
    if class.is(base) || (t.version == Version::V311 && !own_init) {
        args
    } else {
        Args::positional(args.plain())
    }
}

/// The one optional positional argument of a constructor: `list(iterable=(), /)`.
pub(crate) fn optional_argument<'a>(
    t: &Thread,
    name: &str,
    args: Args<'a>,
) -> PyResult<Option<&'a Object>> {
    no_keywords(t, name, args)?;
    check_count(t, name, args.plain().len(), 0, 1)?;
    Ok(args.plain().first())
}

/// Turns an index of Python into a place, counting from the end if it is negative; `None`
/// if it is out of range.
#[inline]
pub(crate) fn place(index: i64, length: usize) -> Option<usize> {
    let index = if index < 0 {
        index.checked_add(i64::try_from(length).ok()?)?
    } else {
        index
    };
    usize::try_from(index).ok().filter(|&index| index < length)
}

/// The start or stop argument of `index` methods (`_PyEval_SliceIndexNotNone`).
pub(crate) fn search_bound(
    t: &Thread,
    args: &[Object],
    position: usize,
    default: i64,
) -> PyResult<i64> {
    let Some(bound) = args.get(position) else {
        return Ok(default);
    };
    if t.type_of(bound).slots.index.get().is_none() {
        let message = "slice indices must be integers or have an __index__ method";
        return Err(t.type_error(message));
    }
    t.clipped_index(bound)
}

/// A bound of a search within `length` items: negative ones count from the end.
pub(crate) fn clip_bound(bound: i64, length: usize) -> usize {
    let length = i64::try_from(length).unwrap_or(i64::MAX);
    let bound = match bound {
        ..0 => (bound + length).max(0),
        _ => bound.min(length),
    };
    bound as usize
}

/// About how many items an iterable will give (`PyObject_LengthHint`).
pub(crate) fn length_hint(t: &Thread, object: &Object, default: usize) -> PyResult<usize> {
    let slots = &t.type_of(object).slots;
    if let Some(length) = slots.length.get().or(slots.mapping_length.get()) {
        match length(t, object) {
            Err(raised) if raised.is(t, ErrorKind::TypeError) => (),
            other => return other,
        }
    }
    let Some(method) = t.special_method(object, &t.names.length_hint)? else {
        return Ok(default);
    };
    let hint = match t.call_found(object, method, &[]) {
        Err(raised) if raised.is(t, ErrorKind::TypeError) => return Ok(default),
        other => other?,
    };
    if hint.is_not_implemented() {
        return Ok(default);
    }
    if !t.is_instance_of(&hint, t.types.int) {
        let kind = t.type_name(&hint);
        let message = format!("__length_hint__ must be an integer, not {kind}");
        return Err(t.type_error(message));
    }
    usize::try_from(t.index_or(&hint, ErrorKind::OverflowError)?)
        .map_err(|_| t.value_error("__length_hint__() should return >= 0"))
}

/// Calls a method by its name.
pub(crate) fn call_method(t: &Thread, object: &Object, name: &str, args: &[Object]) -> PyResult {
    t.call_method(object, &t.intern(name)?, args)
}

/// Calls a special method that an object may have.
pub(crate) fn call_special(
    t: &Thread,
    object: &Object,
    method: Option<Method>,
    args: &[Object],
) -> PyResult<Option<Object>> {
    method
        .map(|method| t.call_found(object, method, args))
        .transpose()
}

/// An error of a kind with a message.
#[cold]
pub(crate) fn error(
    t: &Thread,
    kind: ErrorKind,
    message: impl Into<std::borrow::Cow<'static, str>>,
) -> types::Raised {
    t.raise(kind, types::Details::Message(message.into()))
}

/// `Class[item]` of a generic builtin class: a `types.GenericAlias`.
fn class_getitem(t: &Thread, class: &Object, item: &Object) -> PyResult {
    match t.types.generic_alias.slots.new.get() {
        Some(new) => new(
            t,
            t.types.generic_alias,
            Args::positional(&[class.clone(), item.clone()]),
        ),
        None => {
            let name = class.downcast::<Type>().map(Type::name).unwrap_or_default();
            Err(t.type_error(format!("type '{name}' is not subscriptable")))
        }
    }
}

/// The error of writing to a field that only can be read (`PyMember_SetOne`).
#[cold]
pub(crate) fn read_only(t: &Thread, object: &Object, _: Option<&Object>) -> PyResult<()> {
    Err(t.attribute_error_with("readonly attribute".to_owned(), object, &t.names.empty))
}

/// The class method that makes a builtin class generic.
pub(crate) static CLASS_GETITEM: &[NativeDef] = &[NativeDef {
    name: "__class_getitem__",
    code: NativeCode::One(class_getitem),
    doc: "See PEP 585",
}];

/// Makes a builtin class generic: `Class[item]` is a `types.GenericAlias`.
pub fn make_generic(t: &Thread, class: &'static Type) -> PyResult<()> {
    t.add_class_methods(class, CLASS_GETITEM)
}

/// A row of a table of methods.
pub(crate) const fn method(name: &'static str, code: NativeCode, doc: &'static str) -> NativeDef {
    NativeDef { name, code, doc }
}
