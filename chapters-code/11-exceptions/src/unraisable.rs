//! What becomes of an exception that nobody can catch, in a destructor? It is told of on
//! standard error.

use crate::exception::Exception;
use crate::print::{Printer, write_class, write_entries, write_error};
use objects::Object;
use types::{PyResult, Raised, Thread};

/// The hook `unraisable` (`_PyErr_WriteUnraisableMsg`). `place` is what was being done: the
/// function that raised, mostly; `None` if there is nothing to name.
pub(crate) fn write_unraisable(t: &Thread, raised: Raised, place: &Object) {
    let exception = raised.into_exception(t);
    if let Ok(text) = describe(t, &exception, place) {
        write_error(t, &text);
    }
}

fn describe(t: &Thread, exception: &Object, place: &Object) -> PyResult {
    let mut printer = Printer::new(t);
    if !place.is_none() {
        printer.out.text("Exception ignored in: ");
        match t.repr(place) {
            Ok(repr) => printer.out.object(repr.as_object())?,
            Err(_) => printer.out.text("<object repr() failed>"),
        }
        printer.out.text("\n");
    }
    // What was raised by native code, and has left no frame yet, happened in this one.
    if let Some(own) = exception.downcast::<Exception>()
        && own.traceback.is_empty()
    {
        crate::traceback::add_current(t, exception)?;
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
