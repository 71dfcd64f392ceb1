//! How is an exception shown? With what led to it first: causes and contexts, the oldest
//! on top, each with its traceback.
#![forbid(unsafe_code)]

mod anchors;
mod carets;
mod chain;
mod lines;
mod message;
mod notes;
mod output;
mod source;
mod syntax;
mod tokens;
mod width;

pub use carets::carets;
pub(crate) use lines::{entries, write_entries};
pub(crate) use message::write_class;

use crate::streams::{flush_error, write_error};
use crate::suggestions;
use message::write_message;
use objects::Object;
use output::Output;
use source::Sources;
use types::{PyResult, Thread, Version};

/// The text that CPython prints for an exception that nothing caught
/// (`PyErr_Display`), as a string.
///
/// # Errors
/// `MemoryError`, and what is raised where CPython gives up.
pub fn format_exception(t: &Thread, exception: &Object) -> PyResult {
    let mut printer = Printer::new(t);
    chain::write_chain(&mut printer, exception)?;
    printer.out.finish(t)
}

/// Writes [`format_exception`] to `sys.stderr`.
pub fn print_exception(t: &Thread, exception: &Object) {
    t.with_reserve(|| match format_exception(t, exception) {
        Ok(text) => {
            write_error(t, &text);
            flush_error(t);
        }
        // Too little memory even for that: one word must do, and nobody is left to be told
        // if it cannot be written.
        Err(_) => {
            let name = format!("{}\n", t.type_name(exception));
            drop(t.host.write_stderr(name.as_bytes()));
        }
    });
}

/// A line of a source file, as tracebacks show it; `None` if it cannot be had.
pub fn source_line(t: &Thread, file: &str, number: i32) -> Option<String> {
    Sources::new(t).line(file, number)
}

/// What is needed while exceptions are written.
pub(crate) struct Printer<'a> {
    pub(crate) t: &'a Thread,
    pub(crate) out: Output,
    sources: Sources<'a>,
    /// How deep inside of groups we are.
    depth: usize,
    /// Does the group that is being written still need its last line?
    need_close: bool,
}

impl<'a> Printer<'a> {
    pub(crate) fn new(t: &'a Thread) -> Printer<'a> {
        Printer {
            t,
            out: Output::default(),
            sources: Sources::new(t),
            depth: 0,
            need_close: false,
        }
    }

    /// Begins a line: inside of groups all are indented, with a margin.
    fn margin(&mut self) {
        self.indent();
        if self.depth > 0 {
            self.out.text("| ");
        }
    }

    fn indent(&mut self) {
        for _ in 0..self.depth {
            self.out.text("  ");
        }
    }

    /// One exception, without what led to it (`print_exception`).
    fn exception(&mut self, exception: &Object) -> PyResult<()> {
        let t = self.t;
        let class = t.type_of(exception).object();
        lines::write_traceback(self, exception)?;
        let message = syntax::write_place(self, exception)?;
        self.margin();
        let shown = message.as_ref().unwrap_or(exception);
        write_message(self, &class, shown)?;
        if message.is_none()
            && let Some(suggestion) = suggestions::suggestion(t, exception)
        {
            self.out.text(". Did you mean: ");
            self.out.object(&suggestion)?;
            self.out.text("?");
        }
        self.out.text("\n");
        match t.version {
            Version::V310 => Ok(()),
            Version::V311 => notes::write_notes(self, exception),
        }
    }
}
