//! The compact table against a model: a vector of pairs.

mod common;

use common::thread;
use objects::{Object, heap};
use types::{Probe, PyResult, Table, Version, as_str};

/// Numbers that look random and are the same in each run (Marsaglia's xorshift).
fn numbers() -> impl Iterator<Item = u64> {
    std::iter::successors(Some(0x2545_F491_4F6C_DD1D_u64), |x| {
        let x = x ^ x << 13;
        let x = x ^ x >> 7;
        Some(x ^ x << 17)
    })
}

/// A bad hash on purpose: few values, so that keys collide.
fn hash(key: i32) -> i64 {
    i64::from(key % 5) << 40 | i64::from(key % 3)
}

fn find(table: &Table, key: i32) -> Option<usize> {
    let key = Object::int32(key);
    let mut search = table.search(hash(key.as_small_int()? as i32));
    loop {
        match table.probe(&mut search, &key) {
            Probe::Absent => return None,
            Probe::Found(index) => return Some(index),
            Probe::Candidate(..) => (),
        }
    }
}

fn contents(table: &Table) -> Vec<(i64, i64)> {
    (0..table.entries())
        .filter_map(|index| table.entry(index))
        .map(|(key, value)| (key.as_small_int().unwrap(), value.as_small_int().unwrap()))
        .collect()
}

#[test]
fn a_table_does_what_a_vector_of_pairs_does() {
    let steps = if cfg!(miri) { 300 } else { 20_000 };
    let table = Table::default();
    let mut model: Vec<(i64, i64)> = vec![];
    for random in numbers().take(steps) {
        let key = (random % 60) as i32;
        let value = (random >> 32) as i32;
        let known = model.iter().position(|pair| pair.0 == i64::from(key));
        match (random >> 16 & 3, known, find(&table, key)) {
            (0, Some(place), Some(index)) => {
                let (_, old) = table.remove(index).unwrap();
                assert_eq!(old.as_small_int(), Some(model.remove(place).1));
            }
            (_, Some(place), Some(index)) => {
                table.replace(index, Object::int32(value)).unwrap();
                model[place].1 = value.into();
            }
            (1.., None, None) => {
                let new = Object::int32(key);
                table.add(new, hash(key), Object::int32(value)).unwrap();
                model.push((key.into(), value.into()));
            }
            (0, None, None) => (),
            (_, known, found) => panic!("{key}: the model says {known:?}, the table {found:?}"),
        }
        assert_eq!(table.len(), model.len());
    }
    assert_eq!(contents(&table), model);
    assert_eq!(contents(&table.copy().unwrap()), model);
}

#[test]
fn the_last_entry_is_popped_first() {
    let table = Table::default();
    for key in 0..10 {
        table
            .add(Object::int32(key), hash(key), Object::none())
            .unwrap();
    }
    table.remove(9).unwrap();
    let popped: Vec<i64> = std::iter::from_fn(|| table.pop()?.0.as_small_int()).collect();
    assert_eq!(popped, [8, 7, 6, 5, 4, 3, 2, 1, 0]);
    assert!(table.is_empty());
}

#[test]
fn a_table_lets_go_of_all_it_holds() -> PyResult<()> {
    let t = thread(Version::V310);
    let value = t.str("a value")?;
    let before = heap().bytes();
    let table = Table::default();
    for key in 0..100 {
        table.add(Object::int32(key), hash(key), value.clone())?;
    }
    assert_eq!(value.reference_count(), Some(101));
    drop(table.remove(50));
    assert_eq!(value.reference_count(), Some(100));
    drop(table);
    assert_eq!((value.reference_count(), heap().bytes()), (Some(1), before));
    Ok(())
}

#[test]
fn names_are_found_by_identity_among_other_keys_too() -> PyResult<()> {
    let t = thread(Version::V310);
    let (spam, eggs) = (t.intern("spam")?, t.intern("eggs")?);
    let table = Table::default();
    table.add(spam.object().clone(), spam.hash(), Object::int32(1))?;
    assert_eq!(table.find_name(&spam), Some(0));
    assert_eq!(table.find_name(&eggs), None);
    // An equal string that is no name, as a program can make one; hashing it comes first.
    let text = t.str("eggs")?;
    let hash = t.hash_str(as_str(&text).unwrap());
    table.add(text, hash, Object::int32(2))?;
    assert_eq!(table.find_name(&eggs), Some(1));
    Ok(())
}

#[test]
fn a_version_lasts_until_the_keys_change() {
    let table = Table::default();
    table.add(Object::int32(1), 1, Object::none()).unwrap();
    table.set_version(7);
    table.replace(0, Object::int32(5));
    assert_eq!(table.version(), 7);
    table.add(Object::int32(2), 2, Object::none()).unwrap();
    assert_eq!(table.version(), 0);
}

#[test]
fn a_lookup_notices_that_the_table_became_another() {
    let table = Table::default();
    table.add(Object::int32(1), 1, Object::none()).unwrap();
    let search = table.search(1);
    assert!(!table.moved(&search, 0, &Object::int32(1)));
    for key in 2..40 {
        table.add(Object::int32(key), 1, Object::none()).unwrap();
    }
    assert!(table.moved(&search, 0, &Object::int32(1)));
}
