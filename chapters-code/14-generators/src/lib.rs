//! Generators and coroutines as Python code sees them.

#![forbid(unsafe_code)]

use frames::{Generator, State};
use objects::Object;
use types::{
    AccessorDef, ErrorKind, NativeCode, NativeDef, PyResult, Raised, Sent, Thread, Type,
    check_count,
};

fn generator<'a>(t: &Thread, object: &'a Object) -> PyResult<&'a Generator> {
    object
        .downcast()
        .ok_or_else(|| t.type_error("a generator was expected"))
}

/// The next item; the end carries the return value only if there is one.
fn next(t: &Thread, object: &Object) -> PyResult<Option<Object>> {
    match generator(t, object)?.resume(t, Object::none())? {
        Sent::Yielded(item) => Ok(Some(item)),
        Sent::Returned(value) if value.is_none() => Ok(None),
        Sent::Returned(value) => Err(t.stop_iteration(value)),
    }
}

/// `am_send`
fn send(t: &Thread, object: &Object, value: &Object) -> PyResult<Sent> {
    let own = generator(t, object)?;
    check_first(t, object, own, value)?;
    if own.state.get() == State::Finished && t.is_exact(object, t.types.coroutine) {
        return Err(t.runtime_error("cannot reuse already awaited coroutine"));
    }
    own.resume(t, value.clone())
}

/// A generator that has not started can only be sent `None`.
fn check_first(t: &Thread, object: &Object, own: &Generator, value: &Object) -> PyResult<()> {
    if own.state.get() == State::Created && !value.is_none() {
        let kind = t.type_name(object).replace('_', " ");
        return Err(t.type_error(format!(
            "can't send non-None value to a just-started {kind}"
        )));
    }
    Ok(())
}

/// What a method that resumes gives: an item, or `StopIteration` with the return value.
fn item(t: &Thread, sent: Sent) -> PyResult {
    match sent {
        Sent::Yielded(item) => Ok(item),
        Sent::Returned(value) => Err(t.stop_iteration(value)),
    }
}

/// Raises an exception where the generator stands, or in what it delegates to
/// (`_gen_throw`).
fn throw(t: &Thread, object: &Object, raised: Raised) -> PyResult {
    let own = generator(t, object)?;
    if let Some(inner) = own.delegate() {
        if raised.is(t, ErrorKind::GeneratorExit) {
            own.state.set(State::Running);
            let closed = close_iterator(t, &inner);
            own.state.set(State::Suspended);
            if let Err(error) = closed {
                return item(t, own.throw(t, error)?);
            }
            return item(t, own.throw(t, raised)?);
        }
        own.state.set(State::Running);
        let result = throw_into(t, &inner, raised);
        own.state.set(State::Suspended);
        return match result {
            Ok(value) => Ok(value),
            Err(raised) if raised.is(t, ErrorKind::StopIteration) => {
                let value = exceptions::stop_value(t, raised);
                item(t, own.finish_delegation(t, value)?)
            }
            Err(raised) => item(t, own.throw(t, raised)?),
        };
    }
    match own.state.get() {
        State::Finished => Err(raised),
        _ => item(t, own.throw(t, raised)?),
    }
}

/// Throws into an iterator that is delegated to.
fn throw_into(t: &Thread, inner: &Object, raised: Raised) -> PyResult {
    if inner.downcast::<Generator>().is_some() {
        return throw(t, inner, raised);
    }
    match t.find_attribute(inner, &t.names.throw)? {
        Some(method) => t.call(&method, &[raised.into_exception(t)]),
        // An iterator without `throw` ends the delegation.
        None => Err(raised),
    }
}

/// Closes an iterator that is delegated to (`gen_close_iter`).
fn close_iterator(t: &Thread, inner: &Object) -> PyResult<()> {
    if inner.downcast::<Generator>().is_some() {
        return close(t, inner).map(drop);
    }
    match t.find_attribute(inner, &t.names.close)? {
        Some(method) => t.call(&method, &[]).map(drop),
        None => Ok(()),
    }
}

/// `close()` (`gen_close`)
fn close(t: &Thread, object: &Object) -> PyResult {
    let own = generator(t, object)?;
    match own.state.get() {
        State::Finished => return Ok(Object::none()),
        State::Created => {
            own.finish();
            return Ok(Object::none());
        }
        State::Suspended | State::Running => (),
    }
    let exit = t.raise(ErrorKind::GeneratorExit, types::Details::Arguments(vec![]));
    match throw(t, object, exit) {
        Ok(_) => {
            let kind = t.type_name(object).replace('_', " ");
            Err(t.runtime_error(format!("{kind} ignored GeneratorExit")))
        }
        Err(raised)
            if raised.is(t, ErrorKind::GeneratorExit) || raised.is(t, ErrorKind::StopIteration) =>
        {
            Ok(Object::none())
        }
        Err(raised) => Err(raised),
    }
}

/// The exception of `throw(type, value, traceback)`.
fn thrown(t: &Thread, args: &[Object]) -> PyResult<Raised> {
    check_count(t, "throw", args.len(), 1, 3)?;
    let value = args.get(1).filter(|value| !value.is_none());
    let exception = match (args[0].downcast::<Type>(), value) {
        (None, Some(_)) => {
            return Err(t.type_error("instance exception may not have a separate value"));
        }
        (Some(class), Some(value)) if t.is_instance_of(value, class) => value.clone(),
        (Some(_), Some(value)) => t.call(&args[0], std::slice::from_ref(value))?,
        _ => args[0].clone(),
    };
    Ok(match exceptions::instance(t, exception.clone()) {
        Some(exception) => Raised::exception(exception?),
        None => t.type_error(format!(
            "exceptions must be classes or instances deriving from BaseException, not {}",
            t.type_name(&exception)
        )),
    })
}

static METHODS: &[NativeDef] = &[
    NativeDef {
        name: "send",
        code: NativeCode::One(|t, object, value| {
            let own = generator(t, object)?;
            check_first(t, object, own, value)?;
            if own.state.get() == State::Finished && t.is_exact(object, t.types.coroutine) {
                return Err(t.runtime_error("cannot reuse already awaited coroutine"));
            }
            item(t, own.resume(t, value.clone())?)
        }),
        doc: "send(arg) -> send 'arg' into generator,\nreturn next yielded value or raise StopIteration.",
    },
    NativeDef {
        name: "throw",
        code: NativeCode::Fast(|t, object, args| throw(t, object, thrown(t, args)?)),
        doc: "throw(value)\nthrow(type[,value[,tb]])\n\nRaise exception in generator.",
    },
    NativeDef {
        name: "close",
        code: NativeCode::NoArgs(close),
        doc: "close() -> raise GeneratorExit inside generator.",
    },
];

fn flag(t: &Thread, object: &Object, state: State) -> PyResult {
    Ok(Object::bool(generator(t, object)?.state.get() == state))
}

fn code(t: &Thread, object: &Object) -> PyResult {
    let function = generator(t, object)?.function();
    Ok(function.map_or(Object::none(), |function| function.code().into_object()))
}

fn name(t: &Thread, object: &Object, value: Option<&Object>, which: usize) -> PyResult<()> {
    let own = generator(t, object)?;
    let (slot, field) = [(&own.name, "__name__"), (&own.qualname, "__qualname__")][which];
    match value.filter(|value| types::as_str(value).is_some()) {
        Some(value) => slot.set(value.clone()),
        None => return Err(t.type_error(format!("{field} must be set to a string object"))),
    }
    Ok(())
}

macro_rules! accessors {
    ($running:literal, $suspended:literal, $code:literal, $frame:literal, $delegate:literal) => {
        &[
            AccessorDef {
                name: $running,
                get: |t, o| flag(t, o, State::Running),
                set: None,
                doc: "",
            },
            AccessorDef {
                name: $suspended,
                get: |t, o| flag(t, o, State::Suspended),
                set: None,
                doc: "",
            },
            AccessorDef {
                name: $code,
                get: code,
                set: None,
                doc: "",
            },
            AccessorDef {
                name: $frame,
                get: |t, o| Ok(generator(t, o)?.frame_object(t)?.unwrap_or(Object::none())),
                set: None,
                doc: "",
            },
            AccessorDef {
                name: $delegate,
                get: |t, o| Ok(generator(t, o)?.delegate().unwrap_or(Object::none())),
                set: None,
                doc: "object being iterated by yield from, or None",
            },
            AccessorDef {
                name: "__name__",
                get: |t, o| Ok(generator(t, o)?.name.get().unwrap_or(Object::none())),
                set: Some(|t, o, value| name(t, o, value, 0)),
                doc: "name of the generator",
            },
            AccessorDef {
                name: "__qualname__",
                get: |t, o| Ok(generator(t, o)?.qualname.get().unwrap_or(Object::none())),
                set: Some(|t, o, value| name(t, o, value, 1)),
                doc: "qualified name of the generator",
            },
        ]
    };
}

static GENERATOR: &[AccessorDef] = accessors!(
    "gi_running",
    "gi_suspended",
    "gi_code",
    "gi_frame",
    "gi_yieldfrom"
);
static COROUTINE: &[AccessorDef] = accessors!(
    "cr_running",
    "cr_suspended",
    "cr_code",
    "cr_frame",
    "cr_await"
);

fn repr(t: &Thread, object: &Object) -> PyResult {
    let own = generator(t, object)?;
    let name = match own.qualname.get() {
        Some(name) => t.to_str(&name)?.to_text(),
        None => String::new(),
    };
    let kind = t.type_name(object);
    t.str(&format!(
        "<{kind} object {name} at {:#x}>",
        object.identity()
    ))
}

/// A generator that dies at a `yield` is closed first, so that its `finally` blocks run.
fn finalize(t: &Thread, object: &Object) {
    let Some(own) = object.downcast::<Generator>() else {
        return;
    };
    if own.state.get() != State::Suspended {
        return;
    }
    let handled = t.handled.take();
    if let Err(raised) = close(t, object) {
        (t.hooks.unraisable.get())(t, raised, object);
    }
    drop(t.handled.replace(handled));
}

fn awaits_itself(_: &Thread, object: &Object) -> PyResult {
    Ok(object.clone())
}

/// Fills the slots of generators and coroutines.
pub fn install(t: &Thread) -> PyResult<()> {
    for (kind, accessors) in [
        (t.types.generator, GENERATOR),
        (t.types.coroutine, COROUTINE),
    ] {
        kind.slots.repr.set(Some(repr));
        kind.slots.send.set(Some(send));
        kind.slots.finalize.set(Some(finalize));
        kind.enable_finalizer();
        t.add_methods(kind, METHODS)?;
        t.add_accessors(kind, accessors)?;
    }
    t.types.generator.slots.iter.set(Some(awaits_itself));
    t.types.generator.slots.next.set(Some(next));
    t.types.coroutine.slots.await_.set(Some(awaits_itself));
    t.ready(t.types.generator)?;
    t.ready(t.types.coroutine)?;
    t.ready(t.types.async_generator)
}
