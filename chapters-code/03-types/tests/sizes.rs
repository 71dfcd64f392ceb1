//! The sizes of what there are millions of.

use objects::{Array, Header, InstancePrefix, Object, Owned, Slot};
use types::{Dict, PyResult, Raised, Str, Table};

#[test]
fn a_word_is_a_word_in_every_wrapping() {
    assert_eq!(size_of::<Object>(), 8);
    assert_eq!(size_of::<Option<Object>>(), 8);
    assert_eq!(size_of::<Option<Owned<Str>>>(), 8);
    assert_eq!(size_of::<Slot>(), 8);
    assert_eq!(size_of::<Raised>(), 8);
}

#[test]
fn results_travel_in_two_registers() {
    assert_eq!(size_of::<PyResult>(), 16);
    assert_eq!(size_of::<PyResult<Option<Object>>>(), 16);
}

#[cfg(target_pointer_width = "64")]
#[test]
fn objects_are_as_small_as_we_say() {
    assert_eq!(size_of::<Header>(), 16);
    assert_eq!(size_of::<InstancePrefix>(), 24);
    assert_eq!(size_of::<Array<u64>>(), 16);
    assert_eq!(size_of::<Str>(), 24);
    assert_eq!(size_of::<Table>(), 88);
    assert_eq!(size_of::<Dict>(), 88);
}
