//! How does a program end that did not catch an exception? Most are shown, `SystemExit` says
//! how by itself.
#![forbid(unsafe_code)]

use crate::print::print_exception;
use crate::raise::{is_of, traceback};
use crate::streams::{of_sys, write_error};
use numbers::Integer;
use objects::Object;
use types::{ErrorKind, Raised, Thread};

/// The exit status after an uncaught exception, which `sys.excepthook` shows (`PyErr_Print`,
/// `_Py_HandleSystemExit`). What the program wrote must be flushed before.
pub fn exit_status(t: &Thread, raised: Raised) -> i32 {
    let exception = raised.into_exception(t);
    if is_of(t, &exception, ErrorKind::SystemExit) {
        return system_exit(t, &exception);
    }
    if let Some(status) = show(t, &exception) {
        return status;
    }
    match is_of(t, &exception, ErrorKind::KeyboardInterrupt) {
        // What a shell reports for a process that was ended by SIGINT.
        true => 130,
        false => 1,
    }
}

/// Shows an exception by `sys.excepthook`. If that raises `SystemExit`, its status comes back.
fn show(t: &Thread, exception: &Object) -> Option<i32> {
    let Ok(Some(sys)) = t.intern("sys").map(|name| t.modules.get_name(&name)) else {
        print_exception(t, exception);
        return None;
    };
    let parts = [
        t.type_of(exception).object().into_object(),
        exception.clone(),
        traceback(exception).unwrap_or(Object::none()),
    ];
    for (name, part) in LAST.iter().zip(&parts) {
        let set = t
            .intern(name)
            .and_then(|name| t.set_attribute(&sys, &name, Some(part)));
        // `sys` may be anything by now: then nobody will ask.
        drop(set);
    }
    let hook = t.intern("excepthook").and_then(|name| of_sys(t, &name));
    match hook {
        Ok(Some(hook)) => match t.call(&hook, &parts) {
            Ok(_) => None,
            Err(raised) => hook_failed(t, raised, exception),
        },
        _ => {
            say(t, "sys.excepthook is missing, displaying exception\n");
            print_exception(t, exception);
            None
        }
    }
}

/// Where `sys` keeps the exception that ended the program.
pub const LAST: [&str; 3] = ["last_type", "last_value", "last_traceback"];

fn hook_failed(t: &Thread, raised: Raised, exception: &Object) -> Option<i32> {
    let other = raised.into_exception(t);
    if is_of(t, &other, ErrorKind::SystemExit) {
        return Some(system_exit(t, &other));
    }
    say(t, "Error in sys.excepthook:\n");
    print_exception(t, &other);
    say(t, "\nOriginal exception was:\n");
    print_exception(t, exception);
    None
}

fn say(t: &Thread, text: &str) {
    if let Ok(text) = t.str(text) {
        write_error(t, &text);
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
    say(t, "\n");
    1
}
