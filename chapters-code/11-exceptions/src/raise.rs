//! What do `raise` and `except` do? Raising with cause and context, and matching.

use crate::exception::Exception;
use objects::Object;
use types::{ErrorKind, PyResult, Raised, Thread, Tuple, Type};

/// Is the object an exception?
fn as_exception(object: &Object) -> Option<&Exception> {
    object.downcast()
}

/// Is the object a type of exceptions?
fn as_exception_type(object: &Object, t: &Thread) -> bool {
    let base = t.error_type(ErrorKind::BaseException);
    match (object.downcast::<Type>(), base) {
        (Some(class), Some(base)) => class.is_subtype(base),
        _ => false,
    }
}

/// The exception that is being handled, by this frame or one below it.
pub fn handled(t: &Thread) -> Option<Object> {
    t.handled.get().or_else(|| frames::handled_below(t))
}

/// The `__traceback__` of an exception.
pub fn traceback(exception: &Object) -> Option<Object> {
    as_exception(exception)?.traceback.get()
}

/// Makes what is being handled the context of an exception that is raised now, taking it
/// out of the chain first so that the chain has no cycle (`_PyErr_SetObject`).
pub fn set_context(t: &Thread, exception: &Object) {
    let Some(context) = handled(t) else { return };
    let Some(own) = as_exception(exception) else {
        return;
    };
    if context.is(exception) {
        return;
    }
    let mut link = context.clone();
    // Floyd's tortoise: a chain that was given a cycle by hand still ends.
    let mut slow = context.clone();
    let mut move_slow = false;
    while let Some(next) = as_exception(&link).and_then(|link| link.context.get()) {
        if next.is(exception) {
            if let Some(link) = as_exception(&link) {
                link.context.clear();
            }
            break;
        }
        link = next;
        if link.is(&slow) {
            break;
        }
        if move_slow {
            match as_exception(&slow).and_then(|slow| slow.context.get()) {
                Some(next) => slow = next,
                None => break,
            }
        }
        move_slow = !move_slow;
    }
    own.context.set(context);
}

/// `raise exception` and `raise exception from cause` (`do_raise`).
pub fn raise(t: &Thread, exception: Object, cause: Option<Object>) -> Raised {
    let exception = match made(t, exception, "exceptions must derive from BaseException") {
        Ok(exception) => exception,
        Err(raised) => return raised,
    };
    if let (Some(cause), Some(own)) = (cause, as_exception(&exception)) {
        let cause = match cause.is_none() {
            true => None,
            false => match made(t, cause, "exception causes must derive from BaseException") {
                Ok(cause) => Some(cause),
                Err(raised) => return raised,
            },
        };
        drop(own.cause.replace(cause));
        own.suppress_context.set(true);
    }
    set_context(t, &exception);
    Raised::exception(exception)
}

/// The exception itself, or a new one of the type; `None` if the object is neither.
pub fn instance(t: &Thread, object: Object) -> Option<PyResult> {
    let possible = as_exception(&object).is_some() || as_exception_type(&object, t);
    possible.then(|| made(t, object, ""))
}

/// The exception itself, or a new one of the type.
fn made(t: &Thread, object: Object, message: &'static str) -> PyResult {
    if as_exception(&object).is_some() {
        return Ok(object);
    }
    if !as_exception_type(&object, t) {
        return Err(t.type_error(message));
    }
    let made = t.call(&object, &[])?;
    if as_exception(&made).is_none() {
        let (class, kind) = (
            t.repr(&object)?.to_text(),
            t.full_type_name(t.type_of(&made)),
        );
        return Err(t.type_error(format!(
            "calling {class} should have returned an instance of BaseException, not <class '{kind}'>"
        )));
    }
    Ok(made)
}

/// Raises `error` with `cause` as its `__cause__` (`_PyErr_FormatFromCause`).
pub fn with_cause(t: &Thread, error: Raised, cause: Raised) -> Raised {
    let (error, cause) = (error.into_exception(t), cause.into_exception(t));
    if let Some(own) = as_exception(&error) {
        own.context.set(cause.clone());
        own.cause.set(cause);
        own.suppress_context.set(true);
    }
    Raised::exception(error)
}

/// Does `except classes` catch an exception (or type of exceptions)? `classes` is a type of
/// exceptions or a tuple of them (`PyErr_GivenExceptionMatches`, with the check of
/// `JUMP_IF_NOT_EXC_MATCH`).
pub fn matches(t: &Thread, raised: &Object, classes: &Object) -> PyResult<bool> {
    let cannot = "catching classes that do not inherit from BaseException is not allowed";
    let kind = raised
        .downcast::<Type>()
        .unwrap_or_else(|| t.type_of(raised));
    match classes.downcast::<Tuple>() {
        None if !as_exception_type(classes, t) => Err(t.type_error(cannot)),
        None => Ok(classes
            .downcast::<Type>()
            .is_some_and(|class| kind.is_subtype(class))),
        Some(tuple) => {
            if !tuple
                .items()
                .iter()
                .all(|class| as_exception_type(class, t))
            {
                return Err(t.type_error(cannot));
            }
            let mut classes = tuple
                .items()
                .iter()
                .filter_map(|class| class.downcast::<Type>());
            Ok(classes.any(|class| kind.is_subtype(class)))
        }
    }
}

/// The value that a `StopIteration` carries.
pub fn stop_value(t: &Thread, raised: Raised) -> Object {
    let exception = raised.into_exception(t);
    let value = t
        .intern("value")
        .and_then(|name| t.find_attribute(&exception, &name));
    value.ok().flatten().unwrap_or(Object::none())
}

/// Is a module's body still running? (`_PyModuleSpec_IsInitializing`)
pub fn is_initializing(t: &Thread, module: &Object) -> PyResult<bool> {
    let Some(spec) = t.find_attribute(module, &t.names.spec)? else {
        return Ok(false);
    };
    match t.find_attribute(&spec, &t.intern("_initializing")?)? {
        Some(value) => t.is_true(&value),
        None => Ok(false),
    }
}
