//! Who notices that an `await` was forgotten? The coroutine, when it dies without ever having
//! begun: it warns on standard error.

use exceptions::{source_line, write_error};
use frames::Generator;
use objects::Object;
use std::cell::RefCell;
use std::collections::HashSet;
use types::{PyResult, Thread, Tuple, as_str};

/// The warnings that were shown: each is shown once for a place (the action `default` of
/// module `warnings`).
#[derive(Default)]
struct Shown(RefCell<HashSet<(String, i32, String)>>);

/// Warns that a coroutine was never awaited (`_PyErr_WarnUnawaitedCoroutine`).
pub(crate) fn warn(t: &Thread, coroutine: &Generator) {
    // What goes wrong here has nowhere to be reported.
    drop(try_warn(t, coroutine));
}

fn try_warn(t: &Thread, coroutine: &Generator) -> PyResult<()> {
    let name = coroutine.qualname.get().unwrap_or(Object::none());
    let mut message = format!("coroutine '{}' was never awaited", text(&name));
    if let Some(origin) = coroutine.origin.get() {
        message.push_str(&created_at(t, &origin));
    }
    // When the machine is being taken down, no code runs that could be named.
    let running = place(t)?;
    let suggests = running.is_some();
    let (file, line) = running.unwrap_or(("sys".to_owned(), 1));
    let shown: &Shown = t.extension();
    if !shown
        .0
        .borrow_mut()
        .insert((file.clone(), line, message.clone()))
    {
        return Ok(());
    }
    let mut out = format!("{file}:{line}: RuntimeWarning: {message}\n");
    if let Some(source) = source_line(t, &file, line) {
        out.push_str(&format!("  {}\n", source.trim()));
    }
    if suggests {
        out.push_str("RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n");
    }
    write_error(t, &t.str(&out)?);
    Ok(())
}

fn text(object: &Object) -> String {
    as_str(object).map(types::Str::to_text).unwrap_or_default()
}

/// Where the machine is; `None` if no Python code runs.
fn place(t: &Thread) -> PyResult<Option<(String, i32)>> {
    let frame = frames::current_frame(t, 0)?;
    let place = |frame: Object| {
        let own = frame.downcast::<frames::FrameObject>()?;
        let code = own.code()?;
        let line = frames::line_of(&code, own.last_instruction()).unwrap_or(0);
        Some((code.filename.to_text(), line))
    };
    Ok(frame.and_then(place))
}

/// The lines about a coroutine's `cr_origin`, oldest call first.
fn created_at(t: &Thread, origin: &Object) -> String {
    let mut lines = String::from("\nCoroutine created at (most recent call last)");
    let places = origin.downcast::<Tuple>().map(Tuple::items).unwrap_or(&[]);
    for place in places.iter().rev() {
        let Some([file, line, function]) = place.downcast::<Tuple>().map(Tuple::items) else {
            continue;
        };
        let number = line.as_small_int().unwrap_or(0);
        let (file, function) = (text(file), text(function));
        lines.push_str(&format!(
            "\n  File \"{file}\", line {number}, in {function}"
        ));
        let number = i32::try_from(number).unwrap_or(0);
        if let Some(source) = source_line(t, &file, number) {
            lines.push_str(&format!("\n    {}", source.trim()));
        }
    }
    lines
}
