//! Keys for the examples, which say what is asked of them: objects of a type made here.

use std::cell::Cell;

use objects::{Object, heap, payload};
use types::{CompareOp, PyResult, Thread, Type};

/// A key with a number that it is compared by, and a hash of its own choice.
pub struct Key {
    number: i32,
    hash: i64,
    /// Done once, at the next comparison.
    meddle: Cell<Option<Box<dyn FnOnce()>>>,
}

payload!(Key, "key");

thread_local! {
    static KIND: Cell<Option<&'static Type>> = const { Cell::new(None) };
    static COMPARISONS: Cell<usize> = const { Cell::new(0) };
}

#[allow(dead_code, reason = "each example uses a part")]
impl Key {
    /// A key that only counts.
    pub fn new(number: i32, hash: i64) -> Key {
        Key {
            number,
            hash,
            meddle: Cell::new(None),
        }
    }

    /// A key that does something the next time that it is compared.
    pub fn meddling(number: i32, hash: i64, action: impl FnOnce() + 'static) -> Key {
        let key = Key::new(number, hash);
        key.meddle.set(Some(Box::new(action)));
        key
    }
}

/// How many comparisons there were since this was asked last.
pub fn comparisons() -> usize {
    COMPARISONS.replace(0)
}

/// A key as an object.
pub fn new_key(t: &Thread, key: Key) -> PyResult {
    let kind = match KIND.get() {
        Some(kind) => kind,
        None => new_type(t)?,
    };
    Ok(heap().make(kind.core(), key)?.into_object())
}

fn new_type(t: &Thread) -> PyResult<&'static Type> {
    let kind = Type::builtin(t.types.type_, "key", Some(t.types.object))?;
    kind.declare::<Key>();
    kind.make_namespace(t.types)?;
    kind.slots.hash.set(Some(|_, key| {
        Ok(key.downcast::<Key>().map_or(0, |key| key.hash))
    }));
    kind.slots.compare.set(Some(compare));
    t.ready(kind)?;
    KIND.set(Some(kind));
    Ok(kind)
}

fn compare(_: &Thread, a: &Object, b: &Object, op: CompareOp) -> PyResult {
    COMPARISONS.set(COMPARISONS.get() + 1);
    let (Some(a), Some(b)) = (a.downcast::<Key>(), b.downcast::<Key>()) else {
        return Ok(Object::not_implemented());
    };
    for key in [a, b] {
        if let Some(action) = key.meddle.take() {
            action();
        }
    }
    Ok(Object::bool(op.holds(a.number.cmp(&b.number))))
}
