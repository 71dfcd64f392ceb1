//! The builtin functions, by theme. (The builtin types get their names in a later chapter.)
#![forbid(unsafe_code)]

mod arithmetic;
mod attributes;
mod instances;
mod iterables;
mod later;
mod output;
mod quit;
mod scopes;

pub use instances::{is_instance, is_plain_instance, is_plain_subclass, is_subclass};
pub use output::display;
pub(crate) use output::hand_to_displayhook;

use types::{PyResult, Thread};

/// Fills the namespace of `builtins`.
pub fn install(t: &Thread) -> PyResult<()> {
    attributes::install(t)?;
    for defs in [
        arithmetic::DEFS,
        attributes::DEFS,
        instances::DEFS,
        iterables::DEFS,
        later::DEFS,
        output::DEFS,
        quit::DEFS,
        scopes::DEFS,
    ] {
        t.add_builtins(defs)?;
    }
    Ok(())
}
