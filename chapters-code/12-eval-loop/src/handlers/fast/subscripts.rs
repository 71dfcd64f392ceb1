//! Items of lists, tuples and strings, by numbers.

use crate::regs::{Flow, Regs};
use objects::Object;
use types::{Chars, List, Str, Thread, Tuple, Type};

/// The item of an exact list, tuple or string, by a small integer.
#[inline(always)]
pub fn item(t: &Thread, object: &Object, key: &Object) -> Option<Object> {
    let index = key.as_small_int()?;
    let kind = Type::of_header(object.header()?);
    // SAFETY: what has exactly this type has its layout.
    unsafe {
        if kind.is(t.types.list) {
            return object.payload_unchecked::<List>().get(index);
        }
        if kind.is(t.types.tuple) {
            let items = object.payload_unchecked::<Tuple>().items();
            return items.get(usize::try_from(index).ok()?).cloned();
        }
        if kind.is(t.types.str) {
            let Chars::One(chars) = object.payload_unchecked::<Str>().chars() else {
                return None;
            };
            let from_end = if index < 0 { chars.len() } else { 0 };
            let char = chars.get((index as usize).wrapping_add(from_end))?;
            return t.known_latin1_char(*char).cloned();
        }
    }
    None
}

/// `BINARY_SUBSCR`
#[inline(always)]
pub unsafe fn binary_subscr(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    // SAFETY: verified: two objects lie on top.
    unsafe {
        let Some(item) = item(t, r.peek(2), r.peek(1)) else {
            return Flow::Miss;
        };
        r.sp = r.sp.sub(1);
        Flow::Drop(r.place(1).replace(item.into_word()))
    }
}

/// `STORE_SUBSCR`
#[inline(always)]
pub unsafe fn store_subscr(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    // SAFETY: verified: value, object and key lie on top. What has exactly the type `list`
    // has its layout.
    unsafe {
        let (object, key) = (r.peek(2), r.peek(1));
        let (Some(index), Some(header)) = (key.as_small_int(), object.header()) else {
            return Flow::Miss;
        };
        if !Type::of_header(header).is(t.types.list) {
            return Flow::Miss;
        }
        let value = Object::from_word(r.place(3).read());
        match object.payload_unchecked::<List>().set(index, value) {
            Ok(old) => {
                let object = r.place(2).read();
                r.sp = r.place(3);
                Flow::Drop2(old.into_word(), object)
            }
            Err(value) => {
                // It still lies on the stack.
                std::mem::forget(value);
                Flow::Miss
            }
        }
    }
}
