//! What can be done with a generator? It can be iterated over, sent values, thrown
//! exceptions, and closed.

use crate::throw::{close, throw_method};
use crate::{attributes, finalize, kind, of};
use frames::{Generator, State};
use objects::Object;
use types::{NativeCode, NativeDef, PyResult, Sent, Thread};

/// Sends a value to a generator of any kind (`gen_send_ex`).
pub(crate) fn send(t: &Thread, object: &Object, value: &Object) -> PyResult<Sent> {
    let own = of(t, object)?;
    match own.state.get() {
        State::Created if !value.is_none() => Err(t.type_error(format!(
            "can't send non-None value to a just-started {}",
            kind(t, object)
        ))),
        State::Finished => finished(t, object),
        _ => own.resume(t, value.clone()),
    }
}

/// What a generator that has finished answers: its end once more. A coroutine can be awaited
/// only once.
fn finished(t: &Thread, object: &Object) -> PyResult<Sent> {
    if t.is_exact(object, t.types.coroutine) {
        return Err(t.runtime_error("cannot reuse already awaited coroutine"));
    }
    Ok(Sent::Returned(Object::none()))
}

/// What a method that resumes gives: an item, or `StopIteration` with the return value.
pub(crate) fn item(t: &Thread, sent: Sent) -> PyResult {
    match sent {
        Sent::Yielded(item) => Ok(item),
        Sent::Returned(value) => Err(t.stop_iteration(value)),
    }
}

/// What `__next__` gives: the end carries the return value only if there is one.
pub(crate) fn next_item(t: &Thread, sent: Sent) -> PyResult<Option<Object>> {
    match sent {
        Sent::Yielded(item) => Ok(Some(item)),
        Sent::Returned(value) if value.is_none() => Ok(None),
        Sent::Returned(value) => Err(t.stop_iteration(value)),
    }
}

/// `__next__`
fn next(t: &Thread, object: &Object) -> PyResult<Option<Object>> {
    next_item(t, of(t, object)?.resume(t, Object::none())?)
}

/// An iterator is its own iterator, and an awaitable iterator what is awaited.
pub(crate) fn itself(_: &Thread, object: &Object) -> PyResult {
    Ok(object.clone())
}

static METHODS: &[NativeDef] = &[
    NativeDef {
        name: "send",
        code: NativeCode::One(|t, object, value| item(t, send(t, object, value)?)),
        doc: "send(arg) -> send 'arg' into generator,\n\
              return next yielded value or raise StopIteration.",
    },
    NativeDef {
        name: "throw",
        code: NativeCode::Fast(throw_method),
        doc: "throw(value)\nthrow(type[,value[,tb]])\n\n\
              Raise exception in generator, return next yielded value or raise\nStopIteration.",
    },
    NativeDef {
        name: "close",
        code: NativeCode::NoArgs(close),
        doc: "close() -> raise GeneratorExit inside generator.",
    },
];

fn repr(t: &Thread, object: &Object) -> PyResult {
    let name = match of(t, object)?.qualname.get() {
        Some(name) => t.to_str(&name)?.to_text(),
        None => String::new(),
    };
    t.str(&format!(
        "<{} object {name} at {:#x}>",
        t.type_name(object),
        object.identity()
    ))
}

/// Fills what generators of every kind have.
pub(crate) fn install_common(class: &'static types::Type) {
    class.declare::<Generator>();
    class.slots.repr.set(Some(repr));
    class.slots.finalize.set(Some(finalize::finalize));
    class.slots.is_done.set(Some(Generator::is_done));
    class.enable_finalizer();
}

pub(crate) fn install(t: &Thread) -> PyResult<()> {
    let class = t.types.generator;
    install_common(class);
    class.slots.iter.set(Some(itself));
    class.slots.next.set(Some(next));
    class.slots.send.set(Some(send));
    t.add_methods(class, METHODS)?;
    attributes::install(t, class, &attributes::GENERATOR)?;
    t.ready(class)
}
