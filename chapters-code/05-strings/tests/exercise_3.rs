//! Exercise 3: cutting between characters.
#![cfg(feature = "exercise-3")]

#[cfg_attr(not(feature = "solution"), path = "../exercises/3/starter.rs")]
#[cfg_attr(feature = "solution", path = "../exercises/3/solution.rs")]
mod exercise;

#[test]
fn a_text_is_never_cut_inside_a_character() {
    let cuts = ["", "c", "ca", "caf", "caf", "café", "café ", "café "];
    for (most, expected) in cuts.into_iter().enumerate() {
        assert_eq!(exercise::fitting("café 🐍", most), expected, "{most} bytes");
    }
    assert_eq!(exercise::fitting("café 🐍", 10), "café 🐍");
    assert_eq!(exercise::fitting("café 🐍", 1_000), "café 🐍");
}
