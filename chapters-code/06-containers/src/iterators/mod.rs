//! What remembers how far a loop has come? An iterator: a small object with a place.

mod counting;
mod filters;
mod ranges;
mod sequences;

use objects::{Object, Owned, Visit};
use std::cell::Cell;
use types::{PyResult, Thread, Tuple};

pub use counting::Enumerate;
pub use filters::Zip;
pub use ranges::{LongRangeIterator, RangeIterator};
pub(crate) use ranges::{range_iter, range_reversed};
pub use sequences::{CallableIterator, ListIterator, SequenceIterator, TupleIterator};
pub(crate) use sequences::{install_one, list_iter, list_reversed, tuple_iter};

/// What the step of an iterator gave that runs no Python.
pub enum Step {
    /// An item.
    Item(Object),
    /// There are no more.
    End,
    /// The step must be made in the ordinary way. Nothing has happened.
    Other,
}

/// What the step of an iterator gave that makes pairs and runs no Python.
pub enum PairStep<G> {
    /// A pair, and what was in its tuple before: to be dropped when Python may run.
    Item(G, [Object; 2]),
    /// There are no more.
    End,
    /// The step must be made in the ordinary way. Nothing has happened.
    Other,
}

/// New references to what is in a pair.
#[inline(always)]
pub(crate) fn in_pair(tuple: &Owned<Tuple>) -> [Object; 2] {
    match tuple.items() {
        [first, second] => [first.clone(), second.clone()],
        _ => [Object::none(), Object::none()],
    }
}

/// The first tuple that an iterator gave. It is filled again for the next item, if nobody has
/// kept it.
#[derive(Default)]
pub(crate) struct LastTuple(Cell<Option<Owned<Tuple>>>);

impl LastTuple {
    /// A tuple of these items.
    #[inline]
    pub(crate) fn give<const N: usize>(&self, t: &Thread, items: [Object; N]) -> PyResult {
        let Some(mut tuple) = self.0.take() else {
            let tuple = Tuple::new(t.types.tuple, items)?;
            let given = tuple.as_object().clone();
            self.0.set(Some(tuple));
            return Ok(given);
        };
        let own = Tuple::get_mut(&mut tuple).and_then(|own| own.try_into().ok());
        let Some(own) = own else {
            self.0.set(Some(tuple));
            return t.tuple(items);
        };
        let _dropped_last: [Object; N] = std::mem::replace(own, items);
        let given = tuple.as_object().clone();
        self.0.set(Some(tuple));
        Ok(given)
    }

    /// Takes the tuple out for the time of a step; the first one is made, if that is short (see
    /// [`objects::make_with_at_hand`]).
    #[inline(always)]
    pub(crate) fn take_at_hand(&self, t: &Thread) -> Option<Owned<Tuple>> {
        match self.0.take() {
            Some(tuple) => Some(tuple),
            None => Tuple::pair_at_hand(t),
        }
    }

    /// Puts it back.
    #[inline(always)]
    pub(crate) fn put_back(&self, tuple: Owned<Tuple>) {
        // The cell is empty: nothing is lost, and nothing is dropped.
        std::mem::forget(self.0.replace(Some(tuple)));
    }

    pub(crate) fn traverse(&self, visit: Visit<'_>) {
        let tuple = self.0.take();
        if let Some(tuple) = &tuple {
            visit(tuple.as_object());
        }
        self.0.set(tuple);
    }

    pub(crate) fn clear(&self) {
        drop(self.0.take());
    }
}

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
