//! Keys that are words or names, looked for in sets and dictionaries.

use crate::regs::{Flow, Regs};
use ::containers::Set;
use objects::Object;
use types::{Dict, Found, Str, Thread, hash_small_int};

/// Is a key in a dictionary, if no Python is needed to tell?
#[inline(always)]
fn is_key(t: &Thread, dict: &Dict, key: &Object) -> Option<bool> {
    let found = if let Some(number) = key.as_small_int() {
        dict.table.find_int(key, number)
    } else if t.is_exact_heap(key, t.types.str) {
        // SAFETY: what has exactly the type `str` has its layout.
        let text = unsafe { key.payload_unchecked::<Str>() };
        dict.table.find_text(key, text, text.cached_hash()?)
    } else {
        return None;
    };
    match found {
        Found::At(_) => Some(true),
        Found::Nowhere => Some(false),
        Found::Ask => None,
    }
}

/// `CONTAINS_OP` of a number in a set whose first place for it says.
#[inline(always)]
pub unsafe fn in_set_at_once(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // Up to here, numbers are their own hashes.
    const SELF_HASHED: i64 = 1 << 60;
    let small = |number: &i64| (0..SELF_HASHED).contains(number);
    // SAFETY: as for `in_set`.
    unsafe {
        let (set, key) = (r.peek(1), r.peek(2));
        let Some(number) = key.as_small_int().filter(small) else {
            return Flow::Miss;
        };
        if !t.is_exact_heap(set, t.types.set) {
            return Flow::Miss;
        }
        let table = &set.payload_unchecked::<Set>().table;
        match table.glance_once(key.word(), number) {
            Some(found) => answer(r, found != (arg == 1)),
            None => Flow::Miss,
        }
    }
}

/// The answer takes the place of a set and a word that was looked for in it.
#[inline(always)]
unsafe fn answer(r: &mut Regs, answer: bool) -> Flow {
    // SAFETY: they lie on top. The key is a word: nothing goes with it.
    unsafe {
        let set = r.pop_word();
        r.place(1).write(Object::bool(answer).into_word());
        Flow::Drop(set)
    }
}

/// `CONTAINS_OP` of a number in a set.
#[inline(always)]
pub unsafe fn in_set(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: two objects lie on top. What has exactly a type has its layout.
    unsafe {
        let (set, key) = (r.peek(1), r.peek(2));
        let Some(number) = key.as_small_int() else {
            return Flow::Miss;
        };
        if !t.is_exact_heap(set, t.types.set) {
            return Flow::Miss;
        }
        let table = &set.payload_unchecked::<Set>().table;
        let Some(found) = table.glance(key.word(), hash_small_int(number)) else {
            return Flow::Miss;
        };
        answer(r, found != (arg == 1))
    }
}

/// `CONTAINS_OP` of a number or string in a dictionary.
#[inline(always)]
pub unsafe fn in_dict(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: as for `in_set`.
    unsafe {
        let (dict, key) = (r.peek(1), r.peek(2));
        if !t.is_exact_heap(dict, t.types.dict) {
            return Flow::Miss;
        }
        let Some(found) = is_key(t, dict.payload_unchecked(), key) else {
            return Flow::Miss;
        };
        let dict = r.pop_word();
        let answer = Object::bool(found != (arg == 1));
        let key = r.place(1).replace(answer.into_word());
        Flow::Drop2(dict, key)
    }
}
