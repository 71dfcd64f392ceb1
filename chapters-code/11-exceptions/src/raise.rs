//! What do `raise` and `except` do? Raising with cause and context, and matching.
#![forbid(unsafe_code)]

use crate::exception::Exception;
use objects::{Object, Owned};
use types::{ErrorKind, PyResult, Raised, Thread, Tuple, Type};

fn as_exception(object: &Object) -> Option<&Exception> {
    object.downcast()
}

/// Is the object an exception?
pub fn is_exception(object: &Object) -> bool {
    as_exception(object).is_some()
}

/// Is the object an exception of this kind?
pub fn is_of(t: &Thread, object: &Object, kind: ErrorKind) -> bool {
    let class = t.error_type(kind);
    class.is_some_and(|class| t.is_instance_of(object, class))
}

/// Is the object a type of exceptions?
pub fn is_exception_type(t: &Thread, object: &Object) -> bool {
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
    if let Some(context) = handled(t) {
        chain(exception, context);
    }
}

/// Makes `context` the context of an exception; see [`set_context`].
pub fn chain(exception: &Object, context: Object) {
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
    let possible = as_exception(&object).is_some() || is_exception_type(t, &object);
    possible.then(|| made(t, object, ""))
}

/// The exception itself, or a new one of the type.
fn made(t: &Thread, object: Object, message: &'static str) -> PyResult {
    if as_exception(&object).is_some() {
        return Ok(object);
    }
    if !is_exception_type(t, &object) {
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

/// The types that `except classes` names: one, or a tuple of them.
///
/// # Errors
/// `TypeError` if one of them is no type of exceptions.
pub(crate) fn exception_classes(t: &Thread, classes: &Object) -> PyResult<Vec<Owned<Type>>> {
    let named = match classes.downcast::<Tuple>() {
        Some(tuple) => tuple.items(),
        None => std::slice::from_ref(classes),
    };
    if !named.iter().all(|class| is_exception_type(t, class)) {
        let cannot = "catching classes that do not inherit from BaseException is not allowed";
        return Err(t.type_error(cannot));
    }
    let classes = named.iter().filter_map(Object::downcast::<Type>);
    Ok(classes.map(Type::object).collect())
}

/// Does `except classes` catch an exception (or type of exceptions)? `classes` is a type of
/// exceptions or a tuple of them (the check of `JUMP_IF_NOT_EXC_MATCH`, then
/// `PyErr_GivenExceptionMatches`).
#[inline]
pub fn matches(t: &Thread, raised: &Object, classes: &Object) -> PyResult<bool> {
    // The usual case, without a list.
    if classes.downcast::<Tuple>().is_none() && is_exception_type(t, classes) {
        return Ok(matches_any(t, raised, classes));
    }
    exception_classes(t, classes)?;
    Ok(matches_any(t, raised, classes))
}

/// Is an exception (or type of exceptions) of a type, or of one of a tuple of them?
pub(crate) fn matches_any(t: &Thread, raised: &Object, classes: &Object) -> bool {
    let kind = raised.downcast::<Type>();
    let kind = kind.unwrap_or_else(|| t.type_of(raised));
    let named = match classes.downcast::<Tuple>() {
        Some(tuple) => tuple.items(),
        None => std::slice::from_ref(classes),
    };
    let mut named = named.iter().filter_map(Object::downcast::<Type>);
    named.any(|class| kind.is_subtype(class))
}

/// The value that a `StopIteration` carries, which nobody has handled but who asks for this
/// (`_PyGen_FetchStopIterationValue`).
pub fn stop_value(t: &Thread, raised: Raised) -> Object {
    let exception = raised.into_exception(t);
    let value = t
        .intern("value")
        .and_then(|name| t.find_attribute(&exception, &name));
    // A traceback becomes an attribute when a handler begins. None did; and its frames may
    // hold the exception.
    if let Some(own) = as_exception(&exception) {
        own.traceback.clear();
    }
    value.ok().flatten().unwrap_or(Object::none())
}

/// The modules whose bodies are running.
#[derive(Default)]
pub struct Initializing(std::cell::RefCell<Vec<u64>>);

impl Initializing {
    /// Notes that a module's body begins.
    pub fn begin(&self, module: &Object) {
        self.0.borrow_mut().push(module.identity());
    }

    /// Notes that the body that began last has ended.
    pub fn end(&self) {
        self.0.borrow_mut().pop();
    }
}

/// Is a module's body still running? (`_PyModuleSpec_IsInitializing`)
pub fn is_initializing(t: &Thread, module: &Object) -> PyResult<bool> {
    Ok(t.extension::<Initializing>()
        .0
        .borrow()
        .contains(&module.identity()))
}
