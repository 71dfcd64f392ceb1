//! Exercise 2: the probe sequence.
#![cfg(feature = "exercise-2")]

#[cfg_attr(not(feature = "solution"), path = "../exercises/2/starter.rs")]
#[cfg_attr(feature = "solution", path = "../exercises/2/solution.rs")]
mod exercise;

use objects::Object;
use types::Table;

#[test]
fn keys_with_one_hash_stand_where_the_sequence_says() {
    for hash in [
        0,
        1,
        7,
        40,
        1000,
        -1,
        i64::MAX,
        i64::MIN,
        0x0123_4567_89AB_CDEF,
    ] {
        let table = Table::default();
        for key in 0..5 {
            table.add(Object::int32(key), hash, Object::none()).unwrap();
        }
        let mut free = vec![];
        for place in exercise::places(hash, table.log2_size(), 200) {
            if !free.contains(&place) {
                free.push(place);
            }
        }
        let found: Vec<i32> = free
            .iter()
            .take(5)
            .map(|&place| table.index_at(place))
            .collect();
        assert_eq!(found, [0, 1, 2, 3, 4], "with the hash {hash}");
    }
}

#[test]
fn every_place_comes_in_the_end() {
    for hash in [0, 12345, -99] {
        let mut places = exercise::places(hash, 5, 200);
        places.sort_unstable();
        places.dedup();
        assert_eq!(places, (0..32).collect::<Vec<_>>());
    }
}
