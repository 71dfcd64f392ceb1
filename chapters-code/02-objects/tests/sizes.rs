//! The sizes of what there are millions of.

use objects::{Array, Header, InstancePrefix, Object, Objects, OutOfMemory, Owned, Slot, payload};

struct Empty;
payload!(Empty, "empty");

#[test]
fn a_word_is_a_word_in_every_wrapping() {
    assert_eq!(size_of::<Object>(), 8);
    assert_eq!(size_of::<Option<Object>>(), 8);
    assert_eq!(size_of::<Option<Owned<Empty>>>(), 8);
    assert_eq!(size_of::<Slot>(), 8);
}

#[test]
fn a_result_travels_in_two_registers() {
    assert_eq!(size_of::<Result<Object, OutOfMemory>>(), 8);
    assert_eq!(size_of::<Result<Object, Object>>(), 16);
    assert_eq!(size_of::<Result<Option<Object>, Object>>(), 16);
}

#[cfg(target_pointer_width = "64")]
#[test]
fn headers_are_as_small_as_we_say() {
    assert_eq!(size_of::<Header>(), 16);
    assert_eq!(size_of::<InstancePrefix>(), 24);
    assert_eq!(size_of::<Array<u64>>(), 16);
    assert_eq!(size_of::<Objects>(), 16);
}
