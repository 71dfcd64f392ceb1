//! What does `asend(value)` give, and `__anext__()`? An [`Asend`]: awaiting it runs the
//! asynchronous generator to its next `yield`.

use crate::async_generator::unwrap;
use crate::awaitable::{self, Awaitable, State};
use crate::generator;
use crate::of;
use crate::throw::{Exit, throw};
use objects::{Object, Slot, Visit, heap, payload};
use std::cell::Cell;
use types::{NativeCode, NativeDef, PyResult, Sent, Thread};

/// `async_generator_asend`
pub(crate) struct Asend {
    generator: Slot,
    /// What the generator's `yield` will give; empty for `__anext__()`.
    value: Slot,
    state: Cell<State>,
}

payload!(Asend, "async_generator_asend", traverse);

impl Asend {
    /// An awaitable step of a generator.
    pub(crate) fn make(t: &Thread, generator: &Object, value: Option<&Object>) -> PyResult {
        let asend = Asend {
            generator: Slot::new(generator.clone()),
            value: Slot::from_option(value.cloned()),
            state: Cell::new(State::Init),
        };
        let class = t.types.async_generator_asend;
        Ok(heap().make(class.core(), asend)?.into_object())
    }

    fn traverse(&self, visit: Visit<'_>) {
        self.generator.traverse(visit);
        self.value.traverse(visit);
    }

    fn clear(&self) {
        self.generator.clear();
        self.value.clear();
    }

    /// The awaitable and its generator; an error once it has ended.
    fn open<'a>(t: &Thread, object: &'a Object) -> PyResult<(&'a Asend, Object)> {
        let own: &Asend = object
            .downcast()
            .ok_or_else(|| t.type_error("an asend() was expected"))?;
        match own.generator.get() {
            Some(generator) if own.state.get() != State::Closed => Ok((own, generator)),
            _ => Err(t.runtime_error("cannot reuse already awaited __anext__()/asend()")),
        }
    }

    /// What a step gave: a value of the generator ends the awaitable, and so does an error.
    fn stepped(&self, t: &Thread, generator: &Object, step: PyResult<Sent>) -> PyResult<Sent> {
        let step = unwrap(t, of(t, generator)?, step);
        if !matches!(step, Ok(Sent::Yielded(_))) {
            self.state.set(State::Closed);
        }
        step
    }
}

impl Awaitable for Asend {
    fn send(t: &Thread, object: &Object, value: &Object) -> PyResult<Sent> {
        let (own, generator) = Asend::open(t, object)?;
        let running = &of(t, &generator)?.asynchronous.running;
        let mut first = None;
        if own.state.get() == State::Init {
            if running.get() {
                return Err(t.runtime_error("anext(): asynchronous generator is already running"));
            }
            if value.is_none() {
                first = own.value.get();
            }
            own.state.set(State::Iterating);
        }
        running.set(true);
        let step = generator::send(t, &generator, first.as_ref().unwrap_or(value));
        own.stepped(t, &generator, step)
    }

    fn throw(t: &Thread, object: &Object, args: &[Object]) -> PyResult<Sent> {
        let (own, generator) = Asend::open(t, object)?;
        let step = throw(t, &generator, args, Exit::Closes);
        own.stepped(t, &generator, step)
    }
}

fn close(_: &Thread, object: &Object) -> PyResult {
    if let Some(own) = object.downcast::<Asend>() {
        own.state.set(State::Closed);
    }
    Ok(Object::none())
}

static METHODS: &[NativeDef] = awaitable::methods!(
    Asend,
    Fast,
    NativeCode::NoArgs(close),
    "send(arg) -> send 'arg' into generator,\nreturn next yielded value or raise StopIteration.",
    "throw(value)\nthrow(type[,value[,tb]])\n\nRaise exception in generator, return next yielded value or raise\nStopIteration."
);

pub(crate) fn install(t: &Thread) -> PyResult<()> {
    let class = t.types.async_generator_asend;
    class.declare::<Asend>();
    awaitable::install::<Asend>(t, class, METHODS)
}
