//! The exception types, chaining and tracebacks.
#![forbid(unsafe_code)]

mod base;
mod docs;
mod exception;
mod exit;
mod fields;
mod group;
mod hierarchy;
mod materialize;
mod os_error;
mod print;
mod raise;
mod simple;
mod split;
mod streams;
mod suggestions;
mod syntax_error;
mod traceback;
mod unicode_error;
mod unraisable;

pub use exception::Exception;
pub use exit::{LAST, exit_status};
pub use group::is_group;
pub use os_error::type_by_number;
pub use print::{carets, format_exception, print_exception, source_line};
pub use raise::{
    Initializing, chain, handled, instance, is_exception, is_exception_type, is_initializing,
    is_of, matches, raise, set_context, stop_value, traceback, with_cause,
};
pub use split::{join_after_handlers, split_for_handler};
pub use streams::{
    StandardStreams, add_utf8, host_error, of_sys, own_stderr, own_stdout, write_error,
};
pub use suggestions::nearest;
pub use traceback::{Traceback, add_traceback};
pub use unraisable::{Unraisable, write_unraisable};

use types::{PyResult, Thread};

/// Makes the exception types, and says how lazy errors become exception objects.
pub fn install(t: &Thread) -> PyResult<()> {
    hierarchy::install(t)?;
    traceback::install(t)?;
    t.hooks.materialize.set(materialize::materialize);
    t.hooks.attribute_asked.set(simple::attribute_asked);
    t.hooks.unraisable.set(unraisable::report);
    Ok(())
}
