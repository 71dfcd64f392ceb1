//! Exercise 1: which Python wrote a file.
#![cfg(feature = "exercise-1")]

#[cfg_attr(not(feature = "solution"), path = "../exercises/1/starter.rs")]
#[cfg_attr(feature = "solution", path = "../exercises/1/solution.rs")]
mod exercise;

use exercise::minor_version;

fn file(magic: u16) -> Vec<u8> {
    [&magic.to_le_bytes()[..], b"\r\n", &[0; 12]].concat()
}

#[test]
fn final_releases_are_known_by_their_numbers() {
    for (magic, minor) in [(3413, 8), (3425, 9), (3439, 10), (3495, 11)] {
        assert_eq!(minor_version(&file(magic)), Some(minor));
    }
}

#[test]
fn so_are_the_releases_before_them() {
    for (magic, minor) in [(3400, 8), (3421, 9), (3430, 10), (3450, 11)] {
        assert_eq!(minor_version(&file(magic)), Some(minor));
    }
}

#[test]
fn anything_else_is_not_known() {
    assert_eq!(minor_version(&file(3531)), None);
    assert_eq!(minor_version(&file(3440)), None);
    assert_eq!(minor_version(b"\x6f\x0d"), None);
    // Line ends were changed on the way.
    assert_eq!(minor_version(b"\x6f\x0d\x0a\x00"), None);
}
