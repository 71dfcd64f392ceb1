//! The exception types, chaining and tracebacks.

mod exception;
mod materialize;
mod raise;
mod traceback;
mod types_;

pub use exception::Exception;
pub use raise::{
    handled, instance, is_initializing, matches, raise, set_context, stop_value, traceback, with_cause,
};
pub use traceback::{Traceback, add_traceback};

use types::{PyResult, Thread};

/// Makes the exception types, and says how lazy errors become exception objects.
pub fn install(t: &Thread) -> PyResult<()> {
    exception::install(t)?;
    types_::install(t)?;
    traceback::install(t)?;
    t.hooks.materialize.set(materialize::materialize);
    Ok(())
}
