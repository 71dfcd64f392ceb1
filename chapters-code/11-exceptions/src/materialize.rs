//! When does a lazy error become an exception object? When Python code can see it.
#![forbid(unsafe_code)]

use crate::exception::Exception;
use crate::fields::{self, import};
use crate::raise::set_context;
use objects::Object;
use types::{Details, ErrorKind, LazyError, PyResult, Raised, Thread};

/// Makes the exception object of an error; its context is what is being handled now. The
/// hook `materialize`.
pub(crate) fn materialize(t: &Thread, raised: Raised) -> Object {
    let lazy = match raised.into_lazy() {
        Ok(lazy) => Some(lazy),
        Err(None) => None,
        Err(Some(exception)) => return exception,
    };
    let made = t.with_reserve(|| match &lazy {
        Some(lazy) => make(t, lazy),
        None => make(t, &no_memory()),
    });
    match made {
        Ok(exception) => {
            set_context(t, &exception);
            exception
        }
        // Making the exception raised another, such as `MemoryError`: that one it is then.
        Err(raised) => match raised.into_lazy() {
            Err(Some(exception)) => exception,
            _ => {
                let last = t.with_reserve(|| make(t, &no_memory()));
                last.unwrap_or(Object::none())
            }
        },
    }
}

fn no_memory() -> LazyError {
    LazyError {
        kind: ErrorKind::MemoryError,
        details: Details::Arguments(vec![]),
    }
}

fn make(t: &Thread, lazy: &LazyError) -> PyResult {
    let Some(class) = t.error_type(lazy.kind) else {
        return Err(t.system_error("the exception types are not installed"));
    };
    let class = class.object().into_object();
    let with_message = |text: &str| t.call(&class, &[t.str(text)?]);
    match &lazy.details {
        Details::Message(text) => with_message(text),
        Details::Arguments(arguments) => t.call(&class, arguments),
        Details::Name(text, name) => {
            let exception = with_message(text)?;
            set(t, &exception, &[(fields::NAME, Some(name.object()))])?;
            Ok(exception)
        }
        Details::Attribute(text, object, name) => {
            let exception = with_message(text)?;
            let given = [
                (fields::NAME, Some(name.object())),
                (fields::OBJ, Some(object)),
            ];
            set(t, &exception, &given)?;
            Ok(exception)
        }
        Details::Import(text, name, path) => {
            let exception = with_message(text)?;
            let given = [(import::NAME, name.as_ref()), (import::PATH, path.as_ref())];
            set(t, &exception, &given)?;
            Ok(exception)
        }
    }
}

fn set(t: &Thread, exception: &Object, given: &[(usize, Option<&Object>)]) -> PyResult<()> {
    let exception = Exception::of(t, exception)?;
    for (place, value) in given {
        drop(exception.fields[*place].replace(value.cloned()));
    }
    Ok(())
}
