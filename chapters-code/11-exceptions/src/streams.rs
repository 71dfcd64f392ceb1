//! How does text get out? As UTF-8 through the host, or by the `write` of what a program
//! has put in the place of a standard stream in `sys`.
#![forbid(unsafe_code)]

use crate::os_error::type_by_number;
use objects::{Object, Slot, heap};
use types::{Bytes, Details, ErrorKind, Name, PyResult, Raised, Str, Thread, as_str};

/// The stream objects that `sys` began with. What is written to these very objects goes to
/// the host in one piece; any other has its `write` called, as in CPython.
#[derive(Default)]
pub struct StandardStreams {
    /// The `sys.stdout` that passes on to the host.
    pub stdout: Slot,
    /// The `sys.stderr` that passes on to the host.
    pub stderr: Slot,
}

/// An attribute of `sys`; `None` if there is no `sys`, or it has no such attribute.
///
/// # Errors
/// What looking it up raises.
pub fn of_sys(t: &Thread, name: &Name) -> PyResult<Option<Object>> {
    match t.modules.get_name(&t.intern("sys")?) {
        Some(sys) => t.find_attribute(&sys, name),
        None => Ok(None),
    }
}

/// Adds a text to a line that goes to the host. `errors` says what becomes of a surrogate,
/// which has no UTF-8: `None` is an error.
///
/// # Errors
/// `UnicodeEncodeError`, `MemoryError`.
pub fn add_utf8(t: &Thread, line: &mut Vec<u8>, text: &Str, errors: Option<&str>) -> PyResult<()> {
    if let Some(ascii) = text.as_ascii() {
        heap().check(line.len().saturating_add(ascii.len()))?;
        line.extend_from_slice(ascii.as_bytes());
        return Ok(());
    }
    let encoded = strings::encode(t, text, None, errors)?;
    let bytes = encoded.downcast::<Bytes>().map_or(&[][..], Bytes::as_slice);
    heap().check(line.len().saturating_add(bytes.len()))?;
    line.extend_from_slice(bytes);
    Ok(())
}

/// The `OSError` of a host that cannot: its number decides the type.
#[cold]
pub fn host_error(t: &Thread, error: &std::io::Error) -> Raised {
    /// Input/output error
    const UNKNOWN: i32 = 5;
    let number = error.raw_os_error().unwrap_or(UNKNOWN);
    let kind = type_by_number(number.into()).unwrap_or(ErrorKind::OSError);
    let text = error.to_string();
    // Rust adds the number to the text of the system.
    let text = text.split(" (os error").next().unwrap_or_default();
    match t.str(text) {
        Ok(text) => t.raise(kind, Details::Arguments(vec![Object::int32(number), text])),
        Err(raised) => raised,
    }
}

/// A standard stream that the program has put in the place of the usual one; `Ok(None)` says
/// that it has put `None` there, and `Err` that the usual one is there, or none.
fn replaced(t: &Thread, name: &Name, usual: &Slot) -> Result<Option<Object>, ()> {
    match (of_sys(t, name), usual.get()) {
        (Ok(Some(stream)), Some(usual)) if !stream.is(&usual) => {
            Ok((!stream.is_none()).then_some(stream))
        }
        _ => Err(()),
    }
}

/// A `sys.stdout` of the program's own.
pub fn own_stdout(t: &Thread) -> Option<Object> {
    let usual = t.extension::<StandardStreams>();
    replaced(t, &t.names.stdout, &usual.stdout).ok().flatten()
}

/// A `sys.stderr` of the program's own.
pub fn own_stderr(t: &Thread) -> Option<Object> {
    let usual = t.extension::<StandardStreams>();
    replaced(t, &t.names.stderr, &usual.stderr).ok().flatten()
}

/// Writes a string to `sys.stderr`; straight to the host where there is none (yet). There is
/// nowhere to tell that it cannot be written.
pub fn write_error(t: &Thread, text: &Object) {
    let usual = t.extension::<StandardStreams>();
    match replaced(t, &t.names.stderr, &usual.stderr) {
        Ok(Some(stream)) => {
            let text = std::slice::from_ref(text);
            drop(t.call_method(&stream, &t.names.write, text));
        }
        Ok(None) => (),
        Err(()) => write_to_host(t, text),
    }
}

/// Flushes a `sys.stderr` of the program's own, as CPython does after each report.
pub(crate) fn flush_error(t: &Thread) {
    if let Some(stream) = own_stderr(t) {
        drop(t.call_method(&stream, &t.names.flush, &[]));
    }
}

fn write_to_host(t: &Thread, text: &Object) {
    let Some(text) = as_str(text) else { return };
    let mut bytes = Vec::new();
    if add_utf8(t, &mut bytes, text, Some("backslashreplace")).is_ok() {
        drop(t.host.write_stderr(&bytes));
    }
}
