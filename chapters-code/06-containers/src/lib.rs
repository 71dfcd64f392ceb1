//! tuple, list, dict, set, frozenset, range, slice, their iterators and views.
