//! tuple, list, dict, set, frozenset, range, slice, their iterators and views.

mod dict;
mod list;
mod range;
mod set;
mod tuple;

pub use dict::{dict, dict_get, dict_remove, dict_set, dict_set_hashed, find_key, find_key_hashed};
pub use list::{list, list_from, list_of};
pub use range::{Range, count};
pub use set::{Set, SetTable, set, set_add, set_contains};
pub use tuple::{tuple, tuple_from, tuple_of};
pub use types::{List, Slice, Tuple};

use types::{PyResult, Thread};

/// Fills the slots and methods of the types of this chapter.
pub fn install(t: &Thread) -> PyResult<()> {
    t.types.set.declare::<Set>();
    t.types.frozenset.declare::<Set>();
    t.types.range.declare::<Range>();
    Ok(())
}
