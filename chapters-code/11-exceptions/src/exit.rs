//! How does a program end that did not catch an exception? Most are shown, `SystemExit` says
//! how by itself.

use crate::print::{print_exception, write_error};
use crate::raise::is_of;
use numbers::Integer;
use objects::Object;
use types::{ErrorKind, Raised, Thread};

/// The exit status after an uncaught exception, which is shown on standard error as CPython
/// does (`PyErr_Print`, `_Py_HandleSystemExit`). What the program wrote must be flushed
/// before.
pub fn exit_status(t: &Thread, raised: Raised) -> i32 {
    let exception = raised.into_exception(t);
    if is_of(t, &exception, ErrorKind::SystemExit) {
        return system_exit(t, &exception);
    }
    print_exception(t, &exception);
    match is_of(t, &exception, ErrorKind::KeyboardInterrupt) {
        // What a shell reports for a process that was ended by SIGINT.
        true => 130,
        false => 1,
    }
}

/// A number is the status; anything else is shown, and the status is one.
fn system_exit(t: &Thread, exception: &Object) -> i32 {
    let code = t.intern("code");
    let code = code.and_then(|name| t.get_attribute(exception, &name));
    let code = code.unwrap_or(exception.clone());
    if code.is_none() {
        return 0;
    }
    if let Some(number) = Integer::of(&code) {
        // The system keeps the low byte, and of what is no C `long` CPython makes −1.
        return number
            .to_i64()
            .map_or(0xFF, |number| (number & 0xFF) as i32);
    }
    if let Ok(text) = t.to_str(&code) {
        write_error(t, text.as_object());
    }
    if let Ok(newline) = t.str("\n") {
        write_error(t, &newline);
    }
    1
}
