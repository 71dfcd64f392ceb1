//! Exercise 2: the hash of a fraction.
#![cfg(feature = "exercise-2")]

#[cfg_attr(not(feature = "solution"), path = "../exercises/2/starter.rs")]
#[cfg_attr(feature = "solution", path = "../exercises/2/solution.rs")]
mod exercise;

#[test]
fn a_whole_number_hashes_to_itself() {
    assert_eq!(exercise::hash_fraction(42, 1), 42);
    assert_eq!(exercise::hash_fraction(-1, 1), -2);
}

#[test]
fn fractions_that_are_floats_have_the_hashes_of_those() {
    assert_eq!(exercise::hash_fraction(1, 2), 1152921504606846976);
    assert_eq!(exercise::hash_fraction(3, 4), 1729382256910270464);
}

#[test]
fn other_fractions_have_the_hashes_that_cpython_gives_them() {
    assert_eq!(exercise::hash_fraction(1, 3), 1537228672809129301);
    assert_eq!(exercise::hash_fraction(-1, 3), -1537228672809129301);
    assert_eq!(exercise::hash_fraction(-22, 7), -1976436865040309104);
}

#[test]
fn what_cannot_be_divided_by_counts_as_infinite() {
    assert_eq!(exercise::hash_fraction(5, (1 << 61) - 1), 314159);
}
