//! What becomes of an exception that nobody can catch, in a destructor? It is told of on
//! standard error.
#![forbid(unsafe_code)]

use crate::exception::Exception;
use crate::print::{Printer, write_class, write_entries};
use crate::streams::{flush_error, write_error};
use objects::Object;
use types::{PyResult, Raised, Thread};

/// An exception that cannot be raised.
pub struct Unraisable {
    /// The exception, with its traceback.
    pub exception: Object,
    /// What to say of it; `None` is "Exception ignored in".
    pub message: Option<String>,
    /// What was being done: the function that raised, mostly; the object `None` if there is
    /// nothing to name.
    pub place: Object,
}

impl Unraisable {
    /// An exception as it came. What was raised by native code, and has left no frame yet,
    /// happened in this one.
    pub fn new(t: &Thread, raised: Raised, place: &Object) -> Unraisable {
        let exception = raised.into_exception(t);
        if let Some(own) = exception.downcast::<Exception>()
            && own.traceback.is_empty()
        {
            // Without memory for it, it is told without a place.
            drop(crate::traceback::add_current(t, &exception));
        }
        Unraisable {
            exception,
            message: None,
            place: place.clone(),
        }
    }
}

/// The hook `unraisable` of a machine without `sys`.
pub(crate) fn report(t: &Thread, raised: Raised, place: &Object) {
    write_unraisable(t, &Unraisable::new(t, raised, place));
}

/// Tells of an exception that cannot be raised on `sys.stderr`
/// (`_PyErr_WriteUnraisableDefaultHook`).
pub fn write_unraisable(t: &Thread, unraisable: &Unraisable) {
    if let Ok(text) = describe(t, unraisable) {
        write_error(t, &text);
        flush_error(t);
    }
}

fn describe(t: &Thread, unraisable: &Unraisable) -> PyResult {
    let Unraisable {
        exception,
        message,
        place,
    } = unraisable;
    let mut printer = Printer::new(t);
    if !place.is_none() {
        printer
            .out
            .text(message.as_deref().unwrap_or("Exception ignored in"));
        printer.out.text(": ");
        match t.repr(place) {
            Ok(repr) => printer.out.object(repr.as_object())?,
            Err(_) => printer.out.text("<object repr() failed>"),
        }
        printer.out.text("\n");
    } else if let Some(message) = message {
        printer.out.text(message);
        printer.out.text(":\n");
    }
    let traceback = exception.downcast::<Exception>();
    if let Some(traceback) = traceback.and_then(|own| own.traceback.get()) {
        printer.out.text("Traceback (most recent call last):\n");
        write_entries(&mut printer, &traceback, usize::MAX)?;
    }
    let class = t.type_of(exception).object();
    write_class(&mut printer, &class)?;
    printer.out.text(": ");
    match t.to_str(exception) {
        Ok(text) => printer.out.object(text.as_object())?,
        Err(_) => printer.out.text("<exception str() failed>"),
    }
    printer.out.text("\n");
    printer.out.finish(t)
}
