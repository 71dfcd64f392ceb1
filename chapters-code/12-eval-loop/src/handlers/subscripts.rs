//! `object[key]`, read, written and deleted.

use crate::check;
use crate::regs::{Flow, Regs};
use frames::release;
use objects::Object;
use types::{Dict, List, Thread, Tuple, Type};

/// The item of an exact list or tuple, by a small integer.
#[inline(always)]
fn fast_item(t: &Thread, object: &Object, key: &Object) -> Option<Object> {
    let index = key.as_small_int()?;
    if let Some(list) = object
        .downcast::<List>()
        .filter(|_| t.is_exact(object, t.types.list))
    {
        return list.get(index);
    }
    let tuple = object
        .downcast::<Tuple>()
        .filter(|_| t.is_exact(object, t.types.tuple))?;
    tuple.items().get(usize::try_from(index).ok()?).cloned()
}

/// `BINARY_SUBSCR`
#[inline(always)]
pub unsafe fn binary_subscr(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    r.save();
    // SAFETY: verified: two objects lie on top.
    unsafe {
        let (object, key) = (r.peek(2), r.peek(1));
        if let Some(item) = fast_item(t, object, key) {
            r.sp = r.sp.sub(1);
            r.replace_top(item);
            return Flow::Next;
        }
        let item = match exact_dict(t, object) {
            Some(dict) => match check!(containers::dict_get(t, dict, key)) {
                Some(value) => value,
                None => return Flow::Raise(t.key_error(key)),
            },
            None => check!(t.get_item(object, key)),
        };
        r.discard(1);
        r.replace_top(item);
    }
    Flow::Next
}

/// A dictionary of exactly the type `dict`.
#[inline(always)]
pub(super) fn exact_dict<'a>(t: &Thread, object: &'a Object) -> Option<&'a Dict> {
    let header = object.header()?;
    if !Type::of_header(header).is(t.types.dict) {
        return None;
    }
    // SAFETY: what has exactly this type has its layout.
    Some(unsafe { object.payload_unchecked() })
}

/// `STORE_SUBSCR`
#[inline(always)]
pub unsafe fn store_subscr(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    r.save();
    // SAFETY: verified: value, object and key lie on top.
    unsafe {
        let (value, object, key) = (r.peek(3), r.peek(2), r.peek(1));
        if let Some(index) = key.as_small_int()
            && let Some(list) = object.downcast::<List>()
            && t.is_exact(object, t.types.list)
            && let Ok(old) = list.set(index, value.clone())
        {
            drop(old);
            r.discard(3);
            return Flow::Next;
        }
        match exact_dict(t, object) {
            Some(dict) => check!(containers::dict_set(t, dict, key.clone(), value.clone())),
            None => check!(t.set_item(object, key, Some(value))),
        }
        r.discard(3);
    }
    Flow::Next
}

/// `DELETE_SUBSCR`
#[inline(always)]
pub unsafe fn delete_subscr(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    r.save();
    // SAFETY: verified: object and key lie on top.
    unsafe {
        check!(t.set_item(r.peek(2), r.peek(1), None));
        release(r.pop_word());
        release(r.pop_word());
    }
    Flow::Next
}
