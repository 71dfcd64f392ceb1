//! What is a list? A row of objects that can grow.

mod edit;
mod merge_sort;
mod methods;
mod slots;
mod sort;

use objects::{Object, Objects};
use types::{List, PyResult, Thread};

pub(crate) use edit::set_slice;
pub use edit::{extend, list_append, list_insert};
pub(crate) use slots::sliced;
pub use sort::{sort, sort_list};

/// A list of these items, which move in.
pub fn list(t: &Thread, items: Vec<Object>) -> PyResult {
    t.list_of(items)
}

/// A list of new references to these items.
pub fn list_of(t: &Thread, items: &[Object]) -> PyResult {
    let mut left = items.iter().cloned();
    list_from(t, items.len(), || left.next().unwrap_or(Object::none()))
}

/// A list of the items of an iterable (`PySequence_List`).
pub fn list_of_iterable(t: &Thread, iterable: &Object) -> PyResult {
    let list = List::of(t.types.list, Objects::default())?;
    extend(t, list.as_object(), &list, iterable)?;
    Ok(list.into_object())
}

/// A list of `length` items, each from one call of `next`, which must not run Python. If
/// there is no memory for it, `next` is not called.
#[inline(always)]
pub fn list_from(t: &Thread, length: usize, next: impl FnMut() -> Object) -> PyResult {
    t.list(Objects::fill(length, next)?)
}

/// Fills in the type `list`.
pub(crate) fn install(t: &Thread) -> PyResult<()> {
    slots::install(t);
    methods::install(t)?;
    t.ready(t.types.list)
}
