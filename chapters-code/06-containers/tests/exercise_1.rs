//! Exercise 1: where a dictionary looks for a key.
#![cfg(feature = "exercise-1")]

#[cfg_attr(not(feature = "solution"), path = "../exercises/1/starter.rs")]
#[cfg_attr(feature = "solution", path = "../exercises/1/solution.rs")]
mod exercise;

use objects::Object;
use types::Table;

#[test]
fn monty_finds_an_empty_place_at_the_fifth() {
    let monty = 0xbda0_9060_69e9_c85d_u64 as i64;
    assert_eq!(exercise::places(monty, 3, 5), [5, 4, 7, 7, 2]);
}

#[test]
fn every_place_comes_in_the_end() {
    let mut places = exercise::places(-1, 5, 100);
    places.sort_unstable();
    places.dedup();
    assert_eq!(places.len(), 32);
}

#[test]
fn a_real_table_has_its_keys_there() {
    let table = Table::default();
    for (entry, key) in [7, 15, 1 << 20, (1 << 20) + 7, 3 << 40]
        .into_iter()
        .enumerate()
    {
        // A number is its own hash.
        let free = |place: &usize| entry == 0 || table.index_at(*place) == -1;
        let expected = exercise::places(key, 3, 50).into_iter().find(free);
        table
            .add(Object::small_int(key).unwrap(), key, Object::none())
            .unwrap();
        assert_eq!(table.index_at(expected.unwrap()), entry as i32);
    }
}
