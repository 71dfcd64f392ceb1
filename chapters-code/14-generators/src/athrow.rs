//! What do `athrow(…)` and `aclose()` give? An [`Athrow`]: awaiting it throws into the
//! asynchronous generator and awaits what that does about it.

use crate::async_generator::{is_end, stop, unwrap};
use crate::awaitable::{self, Awaitable, State};
use crate::generator;
use crate::of;
use crate::throw::{Exit, throw};
use frames::AsyncValue;
use objects::{Object, Slot, Visit, heap, payload};
use std::cell::Cell;
use types::{ErrorKind, NativeCode, NativeDef, PyResult, Sent, Thread, Tuple, check_count};

/// `async_generator_athrow`
pub(crate) struct Athrow {
    generator: Slot,
    /// The arguments of `athrow`; empty: this is an `aclose()`.
    args: Slot,
    closes: bool,
    state: Cell<State>,
}

payload!(Athrow, "async_generator_athrow", traverse);

impl Athrow {
    /// An `athrow(args)`, or an `aclose()`.
    pub(crate) fn make(t: &Thread, generator: &Object, args: Option<&[Object]>) -> PyResult {
        let tuple = args.map(|args| containers::tuple(t, args.to_vec()));
        let athrow = Athrow {
            generator: Slot::new(generator.clone()),
            args: Slot::from_option(tuple.transpose()?),
            closes: args.is_none(),
            state: Cell::new(State::Init),
        };
        let class = t.types.async_generator_athrow;
        Ok(heap().make(class.core(), athrow)?.into_object())
    }

    fn traverse(&self, visit: Visit<'_>) {
        self.generator.traverse(visit);
        self.args.traverse(visit);
    }

    fn clear(&self) {
        self.generator.clear();
        self.args.clear();
    }

    fn open<'a>(t: &Thread, object: &'a Object) -> PyResult<(&'a Athrow, Object)> {
        let own: &Athrow = object
            .downcast()
            .ok_or_else(|| t.type_error("an athrow() was expected"))?;
        match own.generator.get() {
            Some(generator) if own.state.get() != State::Closed => Ok((own, generator)),
            _ => Err(t.runtime_error("cannot reuse already awaited aclose()/athrow()")),
        }
    }

    /// What the first step throws: `GeneratorExit`, or the arguments of `athrow`.
    fn arguments(&self, t: &Thread) -> PyResult<Vec<Object>> {
        let Some(args) = self.args.get() else {
            let exit = t.error_type(ErrorKind::GeneratorExit);
            return Ok(exit
                .map(|exit| exit.object().into_object())
                .into_iter()
                .collect());
        };
        let args = args.downcast::<Tuple>().map(|args| args.items().to_vec());
        let args = args.unwrap_or_default();
        check_count(t, "athrow", args.len(), 1, 3)?;
        Ok(args)
    }

    /// The first step: may it begin?
    fn begin(&self, t: &Thread, generator: &Object, value: &Object) -> PyResult<()> {
        let about = &of(t, generator)?.asynchronous;
        if about.running.get() {
            self.state.set(State::Closed);
            let what = if self.closes { "aclose" } else { "athrow" };
            let message = format!("{what}(): asynchronous generator is already running");
            return Err(t.runtime_error(message));
        }
        if about.closed.get() {
            self.state.set(State::Closed);
            return Err(stop(t));
        }
        if !value.is_none() {
            let message = "can't send non-None value to a just-started coroutine";
            return Err(t.runtime_error(message));
        }
        self.state.set(State::Iterating);
        about.running.set(true);
        about.closed.set(about.closed.get() || self.closes);
        Ok(())
    }

    /// What a step of an `aclose()` means: the end of the generator is the end of it, and
    /// the generator may await, but must not yield.
    fn closing(&self, t: &Thread, generator: &Object, step: PyResult<Sent>) -> PyResult<Sent> {
        match step {
            Ok(Sent::Yielded(value)) if AsyncValue::unwrap(&value).is_none() => {
                Ok(Sent::Yielded(value))
            }
            Ok(Sent::Yielded(_)) => {
                self.end(t, generator)?;
                Err(t.runtime_error("async generator ignored GeneratorExit"))
            }
            Ok(Sent::Returned(_)) => Ok(Sent::Returned(Object::none())),
            Err(raised) if is_end(t, &raised) => Ok(Sent::Returned(Object::none())),
            Err(raised) => Err(raised),
        }
    }

    fn end(&self, t: &Thread, generator: &Object) -> PyResult<()> {
        self.state.set(State::Closed);
        of(t, generator)?.asynchronous.running.set(false);
        Ok(())
    }

    /// What a step gave.
    fn stepped(&self, t: &Thread, generator: &Object, step: PyResult<Sent>) -> PyResult<Sent> {
        match self.closes {
            true => self.closing(t, generator, step),
            false => unwrap(t, of(t, generator)?, step),
        }
    }
}

impl Awaitable for Athrow {
    fn send(t: &Thread, object: &Object, value: &Object) -> PyResult<Sent> {
        let (own, generator) = Athrow::open(t, object)?;
        if !of(t, &generator)?.is_alive() {
            own.state.set(State::Closed);
            return Ok(Sent::Returned(Object::none()));
        }
        let first = own.state.get() == State::Init;
        let step = if first {
            own.begin(t, &generator, value)?;
            throw(t, &generator, &own.arguments(t)?, Exit::Passes)
        } else {
            generator::send(t, &generator, value)
        };
        let step = own.stepped(t, &generator, step);
        // An `athrow()` that took more than one step can, as in CPython, be awaited again.
        if (first || own.closes) && !matches!(step, Ok(Sent::Yielded(_))) {
            own.end(t, &generator)?;
        }
        step
    }

    fn throw(t: &Thread, object: &Object, args: &[Object]) -> PyResult<Sent> {
        let (own, generator) = Athrow::open(t, object)?;
        let step = throw(t, &generator, args, Exit::Closes);
        own.stepped(t, &generator, step)
    }
}

fn close(_: &Thread, object: &Object) -> PyResult {
    if let Some(own) = object.downcast::<Athrow>() {
        own.state.set(State::Closed);
    }
    Ok(Object::none())
}

static METHODS: &[NativeDef] = awaitable::methods!(
    Athrow,
    Fast,
    NativeCode::NoArgs(close),
    "send(arg) -> send 'arg' into generator,\nreturn next yielded value or raise StopIteration.",
    "throw(value)\nthrow(type[,value[,tb]])\n\nRaise exception in generator, return next yielded value or raise\nStopIteration."
);

pub(crate) fn install(t: &Thread) -> PyResult<()> {
    let class = t.types.async_generator_athrow;
    class.declare::<Athrow>();
    awaitable::install::<Athrow>(t, class, METHODS)
}
