//! `BINARY_SUBSCR` and `STORE_SUBSCR`.

use super::{cached, cached_u32, miss, skip};
use crate::site::field;
use eval_loop::handlers::calls as shared;
use eval_loop::{Flow, Regs, check};
use frames::{Function, Returns, begin_call, begin_simple, release, retain};
use modern_bytecode::handlers::cached as plain;
use objects::{Object, Word};
use types::{Dict, List, Thread, Tuple};

/// `BINARY_SUBSCR_LIST_INT`
#[inline(always)]
pub unsafe fn list_int(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    // SAFETY: verified: two objects lie on top. What has exactly the type `list` has its
    // layout.
    unsafe {
        let (list, key) = (r.peek(2), r.peek(1));
        let Some(index) = key.as_small_int() else {
            return Flow::Miss;
        };
        if !t.is_exact_heap(list, t.types.list) {
            return Flow::Miss;
        }
        // A negative index is beyond every end.
        let Some(item) = list.payload_unchecked::<List>().items.get(index as usize) else {
            return Flow::Miss;
        };
        r.sp = r.sp.sub(1);
        skip(r, 4);
        Flow::Drop(r.place(1).replace(item.into_word()))
    }
}

/// `BINARY_SUBSCR_TUPLE_INT`
#[inline(always)]
pub unsafe fn tuple_int(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    // SAFETY: as for lists.
    unsafe {
        let (tuple, key) = (r.peek(2), r.peek(1));
        let Some(index) = key.as_small_int() else {
            return Flow::Miss;
        };
        if !t.is_exact_heap(tuple, t.types.tuple) {
            return Flow::Miss;
        }
        let items = tuple.payload_unchecked::<Tuple>().items();
        let Some(item) = items.get(index as usize) else {
            return Flow::Miss;
        };
        let item = item.clone();
        r.sp = r.sp.sub(1);
        skip(r, 4);
        Flow::Drop(r.place(1).replace(item.into_word()))
    }
}

/// What `LIST_INT` and `TUPLE_INT` do not take.
#[inline(always)]
pub unsafe fn missed(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe {
        miss(r.ip);
        plain::binary_subscr(r, t, arg)
    }
}

/// `BINARY_SUBSCR_DICT`
#[inline(always)]
pub unsafe fn dict(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    // SAFETY: verified: two objects lie on top.
    unsafe {
        if !t.is_exact_heap(r.peek(2), t.types.dict) {
            return Flow::Miss;
        }
        r.save();
        let dict = r.peek(2).payload_unchecked::<Dict>();
        let Some(value) = check!(containers::dict_get(t, dict, r.peek(1))) else {
            return Flow::Raise(t.key_error(r.peek(1)));
        };
        let key = r.pop_word();
        let dict = r.place(1).replace(value.into_word());
        skip(r, 4);
        release(key);
        release(dict);
    }
    Flow::Next
}

/// The word of the `__getitem__` that is called, if the type and its function have the versions
/// in the cache.
#[inline(always)]
unsafe fn guarded_getitem(r: &Regs, t: &Thread) -> Option<Word> {
    // SAFETY: verified: two objects lie on top, and the cache behind the instruction. While the
    // type has its version, it holds the function that it noted.
    unsafe {
        let kind = t.type_of(r.peek(2));
        let word = kind.getitem.get();
        if kind.version() != cached_u32(r, field::TYPE_VERSION) || word == 0 {
            return None;
        }
        let function = Object::borrow_word(&raw const word).payload_unchecked::<Function>();
        let same = function.version.get() == u32::from(cached(r, field::GETITEM_VERSION));
        same.then_some(word)
    }
}

/// `BINARY_SUBSCR_GETITEM`, where nothing stands against the call.
#[inline(always)]
pub unsafe fn getitem(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    // SAFETY: verified: two objects lie on top, which become the arguments.
    unsafe {
        let depth = t.depth.get() + 1;
        let Some(word) = guarded_getitem(r, t) else {
            return Flow::Miss;
        };
        if depth > t.recursion_limit.get() || t.breaker.get() {
            return Flow::Miss;
        }
        let callee = Object::borrow_word(&raw const word).payload_unchecked::<Function>();
        let Some(begun) = begin_simple(t, callee, word, r.place(2), 2) else {
            return Flow::Miss;
        };
        retain(word);
        skip(r, 4);
        r.save();
        t.depth.set(depth);
        (*r.frame).sp = r.place(2);
        r.enter(t, begun, Returns::Push);
    }
    Flow::Next
}

/// `BINARY_SUBSCR_GETITEM`, and what does not fit it.
#[inline(always)]
pub unsafe fn getitem_at_length(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: two objects lie on top, which become the arguments.
    unsafe {
        let Some(word) = guarded_getitem(r, t) else {
            return missed(r, t, arg);
        };
        let function = retain(word);
        skip(r, 4);
        r.save();
        let args = r.place(2);
        r.sp = args;
        let frame = check!(begin_call(t, function, args, 2, &[]));
        shared::push(r, t, frame, Returns::Push)
    }
}

/// `STORE_SUBSCR_LIST_INT`
#[inline(always)]
pub unsafe fn store_list_int(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    // SAFETY: verified: value, list and index lie on top.
    unsafe {
        let (list, key) = (r.peek(2), r.peek(1));
        let Some(index) = key.as_small_int() else {
            return Flow::Miss;
        };
        if index < 0 || !t.is_exact_heap(list, t.types.list) {
            return Flow::Miss;
        }
        let value = Object::from_word(r.place(3).read());
        let items = &list.payload_unchecked::<List>().items;
        match items.replace(index as usize, value) {
            Ok(old) => {
                let list = r.place(2).read();
                r.sp = r.place(3);
                skip(r, 1);
                Flow::Drop2(old.into_word(), list)
            }
            Err(value) => {
                // It still lies on the stack.
                std::mem::forget(value);
                Flow::Miss
            }
        }
    }
}

/// What `STORE_SUBSCR_LIST_INT` does not take.
#[inline(always)]
pub unsafe fn store_missed(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe {
        miss(r.ip);
        plain::store_subscr(r, t, arg)
    }
}

/// `STORE_SUBSCR_DICT`
#[inline(always)]
pub unsafe fn store_dict(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    // SAFETY: verified: value, dictionary and key lie on top.
    unsafe {
        if !t.is_exact_heap(r.peek(2), t.types.dict) {
            return Flow::Miss;
        }
        r.save();
        let key = r.pop();
        let dict = r.pop();
        let value = r.pop();
        check!(containers::dict_set(
            t,
            dict.payload_unchecked::<Dict>(),
            key,
            value
        ));
        skip(r, 1);
    }
    Flow::Next
}
