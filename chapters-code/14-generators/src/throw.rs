//! How does an exception get into a generator? [`throw`] raises it where the generator
//! stands, or hands it on to what it delegates to; [`close`] throws `GeneratorExit`.

use crate::generator::item;
use crate::{async_generator, kind, of};
use exceptions::Exception;
use frames::{Generator, State};
use objects::Object;
use types::{Details, ErrorKind, PyResult, Raised, Sent, Thread, Tuple, Type, check_count};

/// What to do with the delegate when `GeneratorExit` is thrown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Close it first (PEP 380).
    Closes,
    /// Throw it on like any other exception: closing an asynchronous generator may have to
    /// await something in there.
    Passes,
}

/// Throws an exception into a generator of any kind (`_gen_throw`). `args` is what `throw`
/// was given: a type or an exception, and maybe a value and a traceback.
pub fn throw(t: &Thread, object: &Object, args: &[Object], exit: Exit) -> PyResult<Sent> {
    // A chain of generators that delegate can be longer than the host stack is deep.
    t.check_stack("")?;
    let own = of(t, object)?;
    let Some(inner) = own.delegate() else {
        return raise_here(t, object, raised(t, args)?);
    };
    let passed = if exit == Exit::Closes && is_generator_exit(t, &args[0])? {
        match busy(own, || close_iterator(t, &inner)) {
            Ok(()) => Passed::Ignored,
            Err(error) => Passed::Closing(error),
        }
    } else if is_plain(t, &inner) {
        own.linked(t, || throw_on(t, &inner, args, exit))?
    } else {
        busy(own, || throw_on(t, &inner, args, exit))?
    };
    // The generator's own handlers shall find that nobody else holds its delegate.
    match passed {
        Passed::Ignored => {
            drop(inner);
            raise_here(t, object, raised(t, args)?)
        }
        Passed::Closing(error) => {
            drop(inner);
            raise_here(t, object, error)
        }
        Passed::Sent(Sent::Yielded(value)) => Ok(Sent::Yielded(value)),
        Passed::Sent(Sent::Returned(value)) => {
            own.delegate_returned(t)?;
            drop(inner);
            own.resume(t, value)
        }
        Passed::Raised(error) => {
            own.delegate_raised(t)?;
            drop(inner);
            raise_here(t, object, error)
        }
    }
}

/// Does something on behalf of a generator that counts as running meanwhile, so that nobody
/// else goes on with it.
fn busy<R>(own: &Generator, action: impl FnOnce() -> R) -> R {
    own.state.set(State::Running);
    let result = action();
    own.state.set(State::Suspended);
    result
}

/// What became of an exception that was thrown on.
enum Passed {
    /// The delegate has no `throw`, or has been closed.
    Ignored,
    /// Closing the delegate raised this.
    Closing(Raised),
    /// It was handled there.
    Sent(Sent),
    /// It came back, or another one.
    Raised(Raised),
}

/// Throws into what a generator delegates to.
fn throw_on(t: &Thread, inner: &Object, args: &[Object], exit: Exit) -> PyResult<Passed> {
    let sent = if is_plain(t, inner) {
        throw(t, inner, args, exit)
    } else {
        match t.find_attribute(inner, &t.names.throw)? {
            Some(method) => t.call(&method, args).map(Sent::Yielded),
            None => return Ok(Passed::Ignored),
        }
    };
    Ok(match sent {
        Ok(sent) => Passed::Sent(sent),
        Err(raised) if raised.is(t, ErrorKind::StopIteration) => {
            Passed::Sent(Sent::Returned(exceptions::stop_value(t, raised)))
        }
        Err(raised) => Passed::Raised(raised),
    })
}

/// Is it a generator or coroutine, and not of a type made in Python or asynchronous?
fn is_plain(t: &Thread, object: &Object) -> bool {
    t.is_exact(object, t.types.generator) || t.is_exact(object, t.types.coroutine)
}

/// Raises an exception where a generator stands.
fn raise_here(t: &Thread, object: &Object, raised: Raised) -> PyResult<Sent> {
    let own = of(t, object)?;
    match own.state.get() {
        State::Finished if t.is_exact(object, t.types.coroutine) => {
            Err(t.runtime_error("cannot reuse already awaited coroutine"))
        }
        State::Finished => Err(raised),
        State::Suspended => {
            // What the generator is handling becomes the context (`_PyErr_ChainStackItem`).
            let Some(handled) = own.handled.get() else {
                return own.throw(t, raised);
            };
            let exception = raised.into_exception(t);
            exceptions::chain(&exception, handled);
            own.throw(t, Raised::exception(exception))
        }
        State::Created | State::Running => own.throw(t, raised),
    }
}

/// Closes an iterator that is delegated to (`gen_close_iter`).
fn close_iterator(t: &Thread, inner: &Object) -> PyResult<()> {
    if is_plain(t, inner) {
        return close(t, inner).map(drop);
    }
    match t.find_attribute(inner, &t.names.close) {
        Ok(Some(method)) => t.call(&method, &[]).map(drop),
        Ok(None) => Ok(()),
        Err(raised) => {
            (t.hooks.unraisable.get())(t, raised, inner);
            Ok(())
        }
    }
}

/// `close()` of generators of every kind (`gen_close`).
pub fn close(t: &Thread, object: &Object) -> PyResult {
    t.check_stack("")?;
    let own = of(t, object)?;
    match own.state.get() {
        State::Finished => return Ok(Object::none()),
        State::Created => {
            own.finish();
            return Ok(Object::none());
        }
        State::Suspended if own.abandon() => return Ok(Object::none()),
        State::Suspended | State::Running => (),
    }
    let closed = match own.delegate() {
        Some(inner) => busy(own, || close_iterator(t, &inner)),
        None => Ok(()),
    };
    let exit = match closed {
        Ok(()) => t.raise(ErrorKind::GeneratorExit, Details::Arguments(vec![])),
        Err(error) => error,
    };
    match raise_here(t, object, exit) {
        Ok(Sent::Yielded(_)) => {
            Err(t.runtime_error(format!("{} ignored GeneratorExit", kind(t, object))))
        }
        // `gen_close` knows only of `StopIteration`, and that is not how these end.
        Ok(Sent::Returned(_)) if t.is_exact(object, t.types.async_generator) => {
            Err(async_generator::stop(t))
        }
        Ok(Sent::Returned(_)) => Ok(Object::none()),
        Err(raised) if is_end(t, &raised) => Ok(Object::none()),
        Err(raised) => Err(raised),
    }
}

fn is_end(t: &Thread, raised: &Raised) -> bool {
    raised.is(t, ErrorKind::GeneratorExit) || raised.is(t, ErrorKind::StopIteration)
}

fn is_generator_exit(t: &Thread, thrown: &Object) -> PyResult<bool> {
    let possible = exceptions::is_exception(thrown) || exceptions::is_exception_type(t, thrown);
    match t.error_type(ErrorKind::GeneratorExit) {
        Some(exit) if possible => exceptions::matches(t, thrown, exit.object().as_object()),
        _ => Ok(false),
    }
}

/// The exception of `throw(type, value, traceback)`.
///
/// # Errors
/// `TypeError` if these make none: then nothing is thrown.
fn raised(t: &Thread, args: &[Object]) -> PyResult<Raised> {
    let given = |place: usize| args.get(place).filter(|value| !value.is_none());
    let traceback = given(2);
    if traceback.is_some_and(|traceback| !t.is_exact(traceback, t.types.traceback)) {
        return Err(t.type_error("throw() third argument must be a traceback object"));
    }
    let kind = &args[0];
    if exceptions::is_exception_type(t, kind) {
        return Ok(match made(t, kind, given(1)) {
            Ok(exception) => {
                with_traceback(&exception, traceback);
                Raised::exception(exception)
            }
            // What making it raised is thrown instead.
            Err(raised) => raised,
        });
    }
    if !exceptions::is_exception(kind) {
        return Err(t.type_error(format!(
            "exceptions must be classes or instances deriving from BaseException, not {}",
            t.type_name(kind)
        )));
    }
    if given(1).is_some() {
        return Err(t.type_error("instance exception may not have a separate value"));
    }
    if traceback.is_some() {
        with_traceback(kind, traceback);
    }
    Ok(Raised::exception(kind.clone()))
}

fn with_traceback(exception: &Object, traceback: Option<&Object>) {
    if let Some(own) = exception.downcast::<Exception>() {
        drop(own.traceback.replace(traceback.cloned()));
    }
}

/// The exception of a type and what stands for its value (`PyErr_NormalizeException`).
fn made(t: &Thread, kind: &Object, value: Option<&Object>) -> PyResult {
    let arguments = match (value, kind.downcast::<Type>()) {
        (None, _) => vec![],
        (Some(value), Some(class))
            if exceptions::is_exception(value) && t.is_instance_of(value, class) =>
        {
            return Ok(value.clone());
        }
        (Some(value), _) => match value.downcast::<Tuple>() {
            Some(tuple) => tuple.items().to_vec(),
            None => vec![value.clone()],
        },
    };
    let made = t.call(kind, &arguments)?;
    match exceptions::is_exception(&made) {
        true => Ok(made),
        false => Err(t.type_error(format!(
            "calling {} should have returned an instance of BaseException, not {}",
            t.repr(kind)?.to_text(),
            t.type_name(&made)
        ))),
    }
}

/// The method `throw` of generators and coroutines.
pub(crate) fn throw_method(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    check_count(t, "throw", args.len(), 1, 3)?;
    item(t, throw(t, object, args, Exit::Closes)?)
}
