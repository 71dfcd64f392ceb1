//! What is a range? Three integers that stand for a row of them.

mod layout;
mod methods;
mod slots;

pub(crate) use layout::number_at;
pub use layout::{Range, count};

use types::{PyResult, Thread};

/// Fills in the type `range`.
pub(crate) fn install(t: &Thread) -> PyResult<()> {
    t.types.range.declare::<Range>();
    slots::install(t);
    methods::install(t)?;
    t.ready(t.types.range)
}
