//! Keys whose comparison changes the very container that asks: nothing breaks.
//!
//! A [`Meddler`] hashes to one of a few numbers, so that comparisons are common, and each
//! comparison may do something to a container before it answers, with yes, no or an error.

mod machine;

use std::cell::{Cell, RefCell};

use containers::{dict, list, set};
use machine::thread;
use objects::{Object, Visit, heap, payload};
use types::{CompareOp, Flags, PyResult, Thread, Type, Version};

/// A key that meddles.
struct Meddler {
    hash: i64,
    number: u64,
}

payload!(Meddler, "meddler", traverse);

impl Meddler {
    fn traverse(&self, _: Visit<'_>) {}
    fn clear(&self) {}
}

thread_local! {
    /// The containers that the keys meddle with, and the type of keys.
    static CONTAINERS: RefCell<Vec<Object>> = const { RefCell::new(Vec::new()) };
    static KIND: Cell<Option<&'static Type>> = const { Cell::new(None) };
    static STATE: Cell<u64> = const { Cell::new(7) };
    /// How many comparisons are under way inside each other.
    static DEPTH: Cell<u32> = const { Cell::new(0) };
}

fn below(bound: u64) -> u64 {
    let state = STATE
        .get()
        .wrapping_mul(6_364_136_223_846_793_005)
        .wrapping_add(1_442_695_040_888_963_407);
    STATE.set(state);
    (state >> 33) % bound
}

fn new_key() -> Object {
    let meddler = Meddler {
        hash: below(6) as i64,
        number: below(40),
    };
    let kind = KIND.get().unwrap();
    heap().make(kind.core(), meddler).unwrap().into_object()
}

fn hash(_: &Thread, object: &Object) -> PyResult<i64> {
    Ok(object.downcast::<Meddler>().map_or(0, |key| key.hash))
}

fn compare(t: &Thread, a: &Object, b: &Object, op: CompareOp) -> PyResult {
    if DEPTH.get() < 3 {
        DEPTH.set(DEPTH.get() + 1);
        let containers = CONTAINERS.with_borrow(Clone::clone);
        let target = &containers[below(containers.len() as u64) as usize];
        if below(3) == 0 {
            // What it says does not matter.
            drop(meddle(t, target));
        }
        DEPTH.set(DEPTH.get() - 1);
    }
    if below(200) == 0 {
        return Err(t.value_error("I will not be compared"));
    }
    let number = |object: &Object| object.downcast::<Meddler>().map(|key| key.number);
    let (a, b) = (number(a), number(b));
    Ok(Object::bool(match op {
        CompareOp::Lt => a < b,
        CompareOp::Ne => a != b,
        _ => a == b,
    }))
}

/// Does something to a container, whatever it is.
fn meddle(t: &Thread, container: &Object) -> PyResult<()> {
    let call = |name: &str, args: &[Object]| t.call_method(container, &t.intern(name)?, args);
    let others = CONTAINERS.with_borrow(Clone::clone);
    let other = others[below(others.len() as u64) as usize].clone();
    let number = |bound| Object::int32(below(bound) as i32);
    let slice = || {
        types::Slice::new(t.types.slice, number(20), number(20), number(4))
            .map(|slice| slice.into_object())
    };
    if container.downcast::<types::List>().is_some() {
        match below(18) {
            0..4 => call("append", &[new_key()]),
            4 => call("insert", &[number(10), new_key()]),
            5 => call("pop", &[]),
            6 => call("remove", &[new_key()]),
            7 => call("index", &[new_key()]),
            8 => call("count", &[new_key()]),
            9 => call("extend", &[other]),
            10 => call("sort", &[]),
            11 => call("reverse", &[]),
            12 => t
                .set_item(container, &slice()?, Some(&other))
                .map(|()| other),
            13 => t.set_item(container, &slice()?, None).map(|()| other),
            14 => t.get_item(container, &slice()?),
            15 => t.contains(container, &new_key()).map(Object::bool),
            16 => t.compare(container, &other, CompareOp::Eq),
            _ if below(4) == 0 => call("clear", &[]),
            _ => call("copy", &[]),
        }
    } else if container.downcast::<types::Dict>().is_some() {
        match below(14) {
            0..4 => t
                .set_item(container, &new_key(), Some(&new_key()))
                .map(|()| other),
            4 => call("pop", &[new_key(), Object::none()]),
            5 => call("get", &[new_key()]),
            6 => call("setdefault", &[new_key()]),
            7 => call("update", &[other]),
            8 => call("popitem", &[]),
            9 => call("copy", &[]),
            10 => t.compare(container, &other, CompareOp::Eq),
            11 => t.contains(container, &new_key()).map(Object::bool),
            12 => t.compare(&call("items", &[])?, &call("items", &[])?, CompareOp::Le),
            _ if below(4) == 0 => call("clear", &[]),
            _ => t.binary(types::BinaryOp::Or, container, &other),
        }
    } else {
        match below(16) {
            0..4 => call("add", &[new_key()]),
            4 => call("discard", &[new_key()]),
            5 => call("pop", &[]),
            6 => call("update", &[other]),
            7 => call("intersection_update", &[other]),
            8 => call("difference_update", &[other]),
            9 => call("symmetric_difference_update", &[other]),
            10 => call("union", &[other]),
            11 => call("difference", &[other]),
            12 => call("intersection", &[other]),
            13 => t.compare(container, &other, CompareOp::Le),
            14 => call("isdisjoint", &[other]),
            _ if below(4) == 0 => call("clear", &[]),
            _ => call("copy", &[]),
        }
    }
    .map(drop)
}

#[test]
fn containers_survive_keys_that_change_them_while_they_are_compared() {
    let t = thread(Version::V310);
    let kind = Type::builtin(t.types.type_, "meddler", Some(t.types.object)).unwrap();
    kind.declare::<Meddler>();
    kind.set_flags(Flags::NO_NEW);
    kind.make_namespace(t.types).unwrap();
    kind.slots.hash.set(Some(hash));
    kind.slots.compare.set(Some(compare));
    t.ready(kind).unwrap();
    KIND.set(Some(kind));
    let before = heap().objects();
    for _ in 0..20 {
        let containers = vec![
            dict(&t).unwrap().into_object(),
            set(&t).unwrap().into_object(),
            list(&t, Vec::new()).unwrap(),
            dict(&t).unwrap().into_object(),
            set(&t).unwrap().into_object(),
            list(&t, Vec::new()).unwrap(),
        ];
        CONTAINERS.set(containers.clone());
        for _ in 0..1000 {
            drop(meddle(&t, &containers[below(6) as usize]));
            for container in &containers {
                // Lists only ever grow by these operations unless they are cut.
                if t.length(container).unwrap() > 200 {
                    t.call_method(container, &t.intern("clear").unwrap(), &[])
                        .unwrap();
                }
            }
        }
        for container in &containers {
            let items = t.collect(container).unwrap();
            assert_eq!(items.len(), t.length(container).unwrap());
        }
        CONTAINERS.take();
    }
    // Nothing was lost and nothing kept, but for names and methods made on the way.
    assert!(heap().objects() < before + 200);
}
