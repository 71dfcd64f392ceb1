//! What do generators, coroutines and asynchronous generators show of themselves? The same
//! things, under names that begin with `gi_`, `cr_` and `ag_`.

use crate::of;
use frames::State;
use objects::Object;
use types::{AccessorDef, PyResult, Thread, Type, Version};

fn running(t: &Thread, object: &Object) -> PyResult {
    Ok(Object::bool(of(t, object)?.state.get() == State::Running))
}

/// `ag_running`: is an awaitable of it under way? Between two steps of that it is.
fn running_async(t: &Thread, object: &Object) -> PyResult {
    Ok(Object::bool(of(t, object)?.asynchronous.running.get()))
}

fn suspended(t: &Thread, object: &Object) -> PyResult {
    Ok(Object::bool(of(t, object)?.state.get() == State::Suspended))
}

fn code(t: &Thread, object: &Object) -> PyResult {
    Ok(of(t, object)?.code.clone().into_object())
}

fn frame(t: &Thread, object: &Object) -> PyResult {
    Ok(of(t, object)?.frame_object(t)?.unwrap_or(Object::none()))
}

fn delegate(t: &Thread, object: &Object) -> PyResult {
    Ok(of(t, object)?.delegate().unwrap_or(Object::none()))
}

fn origin(t: &Thread, object: &Object) -> PyResult {
    Ok(of(t, object)?.origin.get().unwrap_or(Object::none()))
}

/// Sets `__name__` or `__qualname__`; neither can be deleted.
fn set_name(t: &Thread, object: &Object, value: Option<&Object>, which: usize) -> PyResult<()> {
    let own = of(t, object)?;
    let (slot, field) = [(&own.name, "__name__"), (&own.qualname, "__qualname__")][which];
    match value.filter(|value| types::as_str(value).is_some()) {
        Some(value) => slot.set(value.clone()),
        None => return Err(t.type_error(format!("{field} must be set to a string object"))),
    }
    Ok(())
}

/// Refuses to write to what CPython keeps in a field of the object (`PyMember_SetOne`).
fn read_only(t: &Thread, object: &Object, _: Option<&Object>) -> PyResult<()> {
    Err(t.attribute_error_with("readonly attribute".to_owned(), object, &t.names.empty))
}

/// A field of the object: what sets it apart from what is computed is the error of writing.
const fn member(name: &'static str, get: fn(&Thread, &Object) -> PyResult) -> AccessorDef {
    AccessorDef::settable(name, get, read_only)
}

const fn field(
    name: &'static str,
    get: fn(&Thread, &Object) -> PyResult,
    doc: &'static str,
) -> AccessorDef {
    AccessorDef {
        name,
        get,
        set: None,
        doc,
    }
}

/// The accessors of one kind.
pub(crate) struct Shown {
    always: &'static [AccessorDef],
    /// What only 3.10 has, or has in another way.
    until_310: &'static [AccessorDef],
    /// What 3.11 added, or computes.
    since_311: &'static [AccessorDef],
}

const fn name(doc: &'static str) -> AccessorDef {
    AccessorDef {
        name: "__name__",
        get: |t, o| Ok(of(t, o)?.name.get().unwrap_or(Object::none())),
        set: Some(|t, o, value| set_name(t, o, value, 0)),
        doc,
    }
}

const fn qualname(doc: &'static str) -> AccessorDef {
    AccessorDef {
        name: "__qualname__",
        get: |t, o| Ok(of(t, o)?.qualname.get().unwrap_or(Object::none())),
        set: Some(|t, o, value| set_name(t, o, value, 1)),
        doc,
    }
}

const AWAITED: &str = "object being awaited on, or None";

pub(crate) static GENERATOR: Shown = Shown {
    always: &[
        field("gi_running", running, ""),
        member("gi_code", code),
        field(
            "gi_yieldfrom",
            delegate,
            "object being iterated by yield from, or None",
        ),
        name("name of the generator"),
        qualname("qualified name of the generator"),
    ],
    until_310: &[member("gi_frame", frame)],
    since_311: &[
        field("gi_frame", frame, ""),
        field("gi_suspended", suspended, ""),
    ],
};

pub(crate) static COROUTINE: Shown = Shown {
    always: &[
        field("cr_running", running, ""),
        member("cr_code", code),
        field("cr_await", delegate, AWAITED),
        member("cr_origin", origin),
        name("name of the coroutine"),
        qualname("qualified name of the coroutine"),
    ],
    until_310: &[member("cr_frame", frame)],
    since_311: &[
        field("cr_frame", frame, ""),
        field("cr_suspended", suspended, ""),
    ],
};

pub(crate) static ASYNC_GENERATOR: Shown = Shown {
    always: &[
        member("ag_running", running_async),
        member("ag_code", code),
        field("ag_await", delegate, AWAITED),
        name("name of the async generator"),
        qualname("qualified name of the async generator"),
    ],
    until_310: &[member("ag_frame", frame)],
    since_311: &[field("ag_frame", frame, "")],
};

/// Gives a type its accessors.
pub(crate) fn install(t: &Thread, class: &'static Type, shown: &'static Shown) -> PyResult<()> {
    t.add_accessors(class, shown.always)?;
    let own = match t.version {
        Version::V310 => shown.until_310,
        Version::V311 => shown.since_311,
    };
    t.add_accessors(class, own)
}
