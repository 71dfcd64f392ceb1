//! What remembers how far a loop has come? An iterator: a small object with a place.

mod counting;
mod filters;
mod ranges;
mod sequences;

use types::{PyResult, Thread};

pub use ranges::{LongRangeIterator, RangeIterator};
pub(crate) use ranges::{range_iter, range_reversed};
pub use sequences::{CallableIterator, ListIterator, SequenceIterator, TupleIterator};
pub(crate) use sequences::{install_one, list_iter, list_reversed, tuple_iter};

use objects::Object;

/// `iter(iterator)`: itself.
pub(crate) fn itself(_: &Thread, object: &Object) -> PyResult {
    Ok(object.clone())
}

/// Fills in the types of iterators.
pub(crate) fn install(t: &Thread) -> PyResult<()> {
    sequences::install(t)?;
    ranges::install(t)?;
    counting::install(t)?;
    filters::install(t)
}
