//! A cause hides the context; so does `from None`.

use exceptions::Exception;
use objects::Object;
use types::{PyResult, Thread};

/// The exception that CPython would print first: the one at the end of the chain of causes and
/// contexts. A chain that goes in a circle ends where it meets itself.
pub fn root(t: &Thread, exception: &Object) -> PyResult {
    let mut chain = vec![exception.clone()];
    let mut newest = exception.clone();
    while let Some(earlier) = led_to(Exception::of(t, &newest)?) {
        if chain.iter().any(|seen| seen.is(&earlier)) {
            break;
        }
        chain.push(earlier.clone());
        newest = earlier;
    }
    Ok(newest)
}

fn led_to(exception: &Exception) -> Option<Object> {
    match exception.cause.get() {
        Some(cause) => Some(cause),
        None if exception.suppress_context.get() => None,
        None => exception.context.get(),
    }
}
