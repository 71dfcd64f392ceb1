//! tuple, list, dict, set, frozenset, range, slice, their iterators and views.
//!
//! The chapters below laid these objects out in memory; here they learn to do things. What
//! makes that delicate is that a container asks its items questions (are you equal? what
//! is your hash?), that items may be Python objects, and that Python code can do anything
//! while it answers: change the very container that asked. So no function of this crate
//! holds a reference into a container's memory while it asks; it looks again.
#![forbid(unsafe_code)]

mod dict;
mod iterators;
mod list;
mod mapping_proxy;
mod range;
mod set;
mod slice;
mod support;
mod tuple;

pub use dict::{
    DictIterator, DictView, dict, dict_get, dict_merge, dict_remove, dict_set, dict_set_hashed,
    dict_update, find_key, find_key_hashed, iterates_as_dict,
};
pub use iterators::{
    CallableIterator, Enumerate, ListIterator, LongRangeIterator, PairStep, RangeIterator,
    SequenceIterator, Step, TupleIterator, Zip,
};
pub use list::{
    extend, list, list_append, list_from, list_insert, list_of, list_of_iterable, sort, sort_list,
};
pub use mapping_proxy::{MappingProxy, mapping_proxy};
pub use range::{Range, count};
pub use set::{Set, SetIterator, SetTable, frozenset, set, set_add, set_contains, set_update};
pub use slice::{set_sliced, sliced};
pub use support::make_generic;
pub use tuple::{tuple, tuple_from, tuple_of};
pub use types::{List, Slice, Tuple};

use types::{PyResult, Thread};

/// Fills in the types of this chapter.
pub fn install(t: &Thread) -> PyResult<()> {
    tuple::install(t)?;
    list::install(t)?;
    dict::install(t)?;
    set::install(t)?;
    range::install(t)?;
    slice::install(t)?;
    mapping_proxy::install(t)?;
    iterators::install(t)
}
