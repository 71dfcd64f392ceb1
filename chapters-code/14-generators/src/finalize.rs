//! What happens to a generator that is dropped before its end? Its `finally` blocks run.

use crate::throw::close;
use crate::{of, unawaited};
use frames::{Generator, State};
use objects::Object;
use types::Thread;

/// `_PyGen_Finalize`
pub(crate) fn finalize(t: &Thread, object: &Object) {
    let Ok(own) = of(t, object) else { return };
    if !matches!(own.state.get(), State::Created | State::Suspended) {
        return;
    }
    let result = match own.state.get() {
        _ if has_finalizer(t, object, own) => call_finalizer(t, object, own),
        State::Created if t.is_exact(object, t.types.coroutine) => {
            unawaited::warn(t, own);
            return;
        }
        State::Created => return,
        _ => close(t, object),
    };
    if let Err(raised) = result {
        (t.hooks.unraisable.get())(t, raised, object);
    }
}

/// An asynchronous generator that was iterated over under an event loop's hooks is left to
/// that: closing it may take awaiting.
fn has_finalizer(t: &Thread, object: &Object, own: &Generator) -> bool {
    t.is_exact(object, t.types.async_generator)
        && !own.asynchronous.closed.get()
        && !own.origin.is_empty()
}

fn call_finalizer(t: &Thread, object: &Object, own: &Generator) -> types::PyResult {
    match own.origin.get() {
        Some(finalizer) => t.call(&finalizer, std::slice::from_ref(object)),
        None => Ok(Object::none()),
    }
}
