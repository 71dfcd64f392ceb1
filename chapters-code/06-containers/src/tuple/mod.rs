//! What is a tuple? A fixed row of objects.

mod hash;
mod methods;
mod slots;

use objects::Object;
use types::{PyResult, Thread};

pub(crate) use hash::combine_hashes;
pub(crate) use slots::{items_of, sliced};

/// A tuple of these items, which move in.
#[inline]
pub fn tuple(t: &Thread, items: Vec<Object>) -> PyResult {
    t.tuple(items)
}

/// A tuple of new references to these items.
#[inline]
pub fn tuple_of(t: &Thread, items: &[Object]) -> PyResult {
    t.tuple(items.iter().cloned())
}

/// A tuple of `length` items, each from one call of `next`, which must not run Python.
/// If there is no memory for it, `next` is not called.
#[inline]
pub fn tuple_from(t: &Thread, length: usize, mut next: impl FnMut() -> Object) -> PyResult {
    t.tuple((0..length).map(|_| next()))
}

/// Fills in the type `tuple`.
pub(crate) fn install(t: &Thread) -> PyResult<()> {
    slots::install(t);
    methods::install(t)?;
    t.ready(t.types.tuple)
}
