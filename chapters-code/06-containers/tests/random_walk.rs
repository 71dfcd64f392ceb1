//! Random operations on sets and dictionaries leave what they leave in CPython, in the same
//! order. `data/random_walk.py` does the same and recorded the digests.

mod machine;
mod showing;

use std::fmt::Write;

use containers::{dict, dict_set, set, set_add};
use machine::thread;
use objects::Object;
use showing::shown;
use types::{BinaryOp, PyResult, Thread, Version};

struct Random(u64);

impl Random {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }
}

fn digest(text: &str) -> u64 {
    text.bytes().fold(0xCBF2_9CE4_8422_2325, |value, byte| {
        (value ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3)
    })
}

fn key(t: &Thread, random: &mut Random) -> PyResult {
    let (kind, number) = (random.below(4), random.below(150));
    match kind {
        0 => Ok(Object::int32(number as i32 - 20)),
        1 => t.str(&format!("k{number}")),
        2 => Ok(Object::small_float(number as f64 + 0.5).unwrap()),
        _ => t.tuple([
            Object::int32(number as i32 % 20),
            t.str(&format!("t{number}"))?,
        ]),
    }
}

/// `object.name(*args)`
fn method(t: &Thread, object: &Object, name: &str, args: &[Object]) -> PyResult {
    t.call_method(object, &t.intern(name)?, args)
}

/// `Class(*args)`
fn make(t: &Thread, class: &types::Type, args: &[Object]) -> PyResult {
    t.call(class.object().as_object(), args)
}

fn set_step(t: &Thread, random: &mut Random, a: &mut Object, b: &mut Object) -> PyResult<()> {
    match random.below(32) {
        0..12 => drop(method(t, a, "add", &[key(t, random)?])?),
        12..20 => drop(method(t, a, "discard", &[key(t, random)?])?),
        20..22 if t.length(a)? > 0 => drop(method(t, a, "pop", &[])?),
        20..22 => (),
        22 => *a = t.inplace(BinaryOp::Or, a, b)?,
        23 => *a = t.inplace(BinaryOp::And, a, b)?,
        24 => *a = t.inplace(BinaryOp::Subtract, a, b)?,
        25 => *a = t.inplace(BinaryOp::Xor, a, b)?,
        26 => *b = method(t, a, "copy", &[])?,
        27 => std::mem::swap(a, b),
        28 => *a = t.binary(BinaryOp::Or, a, b)?,
        29 => *a = t.binary(BinaryOp::Subtract, b, a)?,
        30 => {
            let frozen = make(t, t.types.frozenset, std::slice::from_ref(a))?;
            *a = make(t, t.types.set, &[frozen])?;
        }
        _ if random.below(20) == 0 => drop(method(t, a, "clear", &[])?),
        _ => (),
    }
    Ok(())
}

fn dict_step(t: &Thread, random: &mut Random, a: &mut Object, b: &mut Object) -> PyResult<()> {
    let number = |random: &mut Random| Object::int32(random.below(1000) as i32);
    let from_keys = |keys: Object, value: i32| {
        let class = t.types.dict.object().into_object();
        method(t, &class, "fromkeys", &[keys, Object::int32(value)])
    };
    match random.below(32) {
        0..14 => {
            // Python evaluates the value before the key.
            let value = number(random);
            t.set_item(a, &key(t, random)?, Some(&value))?;
        }
        14..20 => drop(method(t, a, "pop", &[key(t, random)?, Object::none()])?),
        20..22 if t.length(a)? > 0 => drop(method(t, a, "popitem", &[])?),
        20..22 => (),
        22 => drop(method(t, a, "update", std::slice::from_ref(b))?),
        23 => {
            let key = key(t, random)?;
            method(t, a, "setdefault", &[key, number(random)])?;
        }
        24 => *b = method(t, a, "copy", &[])?,
        25 => std::mem::swap(a, b),
        26 => *a = t.binary(BinaryOp::Or, a, b)?,
        27 => {
            let (x, y) = (method(t, a, "keys", &[])?, method(t, b, "keys", &[])?);
            *a = from_keys(t.binary(BinaryOp::And, &x, &y)?, 1)?;
        }
        28 => {
            let items = method(t, a, "items", &[])?;
            let reversed = make(t, t.types.reversed, &[items])?;
            *a = make(t, t.types.dict, &[reversed])?;
        }
        29 => *a = from_keys(make(t, t.types.set, std::slice::from_ref(a))?, 2)?,
        _ if random.below(20) == 0 => drop(method(t, a, "clear", &[])?),
        _ => (),
    }
    Ok(())
}

type Step = fn(&Thread, &mut Random, &mut Object, &mut Object) -> PyResult<()>;

fn walk(t: &Thread) -> PyResult<String> {
    let mut record = String::new();
    let kinds: [(&str, Step, _); 2] = [
        ("set", set_step, t.types.set),
        ("dict", dict_step, t.types.dict),
    ];
    for (name, step, class) in kinds {
        for seed in 1..6 {
            let mut random = Random(seed);
            let (mut a, mut b) = (make(t, class, &[])?, make(t, class, &[])?);
            for number in 1..=4000 {
                step(t, &mut random, &mut a, &mut b)?;
                if number % 200 == 0 {
                    let (length, digest) = (t.length(&a)?, digest(&shown(t, &a)));
                    writeln!(record, "{name} {seed} {number} {length} {digest:016x}").unwrap();
                }
            }
        }
    }
    for count in [10, 1000, 40_000, 60_000, 130_000] {
        let numbers = set(t)?;
        for number in 0..count {
            set_add(t, &numbers, Object::int32(number * 7))?;
        }
        let digest = digest(&shown(t, numbers.as_object()));
        writeln!(record, "large {count} {digest:016x}").unwrap();
    }
    Ok(record)
}

fn compare(version: Version, expected: &str) {
    let t = thread(version);
    let record = walk(&t).unwrap();
    for (own, expected) in record.lines().zip(expected.lines()) {
        assert_eq!(own, expected);
    }
    assert_eq!(record.lines().count(), expected.lines().count());
}

#[test]
fn random_walks_end_where_those_of_cpython_3_10_do() {
    compare(Version::V310, include_str!("data/random-3.10.txt"));
}

#[test]
fn random_walks_end_where_those_of_cpython_3_11_do() {
    compare(Version::V311, include_str!("data/random-3.11.txt"));
}

/// A dictionary against the plainest thing that behaves like one: a row of pairs.
#[test]
fn a_dictionary_is_a_row_of_pairs_in_which_keys_are_found_fast() {
    let t = thread(Version::V310);
    let mut random = Random(99);
    let table = dict(&t).unwrap();
    let mut model: Vec<(i32, i32)> = Vec::new();
    for _ in 0..20_000 {
        let (key, value) = (random.below(300) as i32, random.below(1000) as i32);
        let place = model.iter().position(|pair| pair.0 == key);
        if random.below(3) > 0 {
            dict_set(&t, &table, Object::int32(key), Object::int32(value)).unwrap();
            match place {
                Some(place) => model[place].1 = value,
                None => model.push((key, value)),
            }
        } else {
            let removed = containers::dict_remove(&t, &table, &Object::int32(key)).unwrap();
            let expected = place.map(|place| model.remove(place).1);
            let removed = removed.and_then(|value| value.as_small_int());
            assert_eq!(removed, expected.map(i64::from));
        }
        assert_eq!(table.table.len(), model.len());
    }
    let mut place = 0;
    let entries = std::iter::from_fn(|| table.table.next(&mut place));
    let entries: Vec<(i64, i64)> = entries
        .map(|(key, value)| (key.as_small_int().unwrap(), value.as_small_int().unwrap()))
        .collect();
    let expected: Vec<(i64, i64)> = model
        .iter()
        .map(|pair| (pair.0.into(), pair.1.into()))
        .collect();
    assert_eq!(entries, expected);
}
