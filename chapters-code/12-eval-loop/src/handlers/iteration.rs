//! Iterating and unpacking.

use crate::check;
use crate::regs::{Flow, Regs};
use frames::release;
use objects::Object;
use types::{ErrorKind, List, PyResult, Thread, Tuple};

/// `GET_ITER`
#[inline(always)]
pub unsafe fn get_iter(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    r.save();
    // SAFETY: verified: an object lies on top.
    unsafe {
        let iterator = check!(t.iter(r.peek(1)));
        r.replace_top(iterator);
    }
    Flow::Next
}

/// `FOR_ITER`
#[inline(always)]
pub unsafe fn for_iter(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    r.save();
    // SAFETY: verified: an iterator lies on top, and there is room for an item.
    unsafe {
        let iterator = r.peek(1);
        let Some(next) = t.type_of(iterator).slots.next.get() else {
            let kind = t.type_name(iterator);
            return Flow::Raise(t.type_error(format!("'{kind}' object is not an iterator")));
        };
        if iterator.downcast::<frames::Generator>().is_some() {
            return super::generators::iterate(r, t, arg);
        }
        match next(t, iterator) {
            Ok(Some(item)) => r.push(item),
            Ok(None) => {
                release(r.pop_word());
                r.jump_by(arg);
            }
            Err(raised) if raised.is(t, ErrorKind::StopIteration) => {
                release(r.pop_word());
                r.jump_by(arg);
            }
            Err(raised) => return Flow::Raise(raised),
        }
    }
    Flow::Next
}

/// `UNPACK_SEQUENCE`
#[inline(always)]
pub unsafe fn unpack_sequence(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    r.save();
    let count = arg as usize;
    // SAFETY: verified: an object lies on top, and there is room for `arg` instead of it.
    unsafe {
        let object = r.pop();
        if let Some(tuple) = object.downcast::<Tuple>()
            && tuple.len() == count
            && t.is_exact(&object, t.types.tuple)
        {
            for item in tuple.items().iter().rev() {
                r.push(item.clone());
            }
            return Flow::Next;
        }
        if let Some(list) = object.downcast::<List>()
            && list.len() == count
            && t.is_exact(&object, t.types.list)
        {
            for index in (0..count).rev() {
                r.push(list.get(index as i64).unwrap_or(Object::none()));
            }
            return Flow::Next;
        }
        for item in check!(unpack(t, &object, count, None)).into_iter().rev() {
            r.push(item);
        }
    }
    Flow::Next
}

/// `UNPACK_EX`: the low byte counts what stands before the star, the rest what after it.
#[inline(always)]
pub unsafe fn unpack_ex(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    r.save();
    let (before, after) = ((arg & 0xFF) as usize, (arg >> 8) as usize);
    // SAFETY: verified: an object lies on top, and there is room for all.
    unsafe {
        let object = r.pop();
        if let Some(length) = length_of_plain(t, &object)
            && length >= before + after
        {
            let item = |place: usize| plain_item(&object, place);
            let rest = check!(containers::list_from(t, length - before - after, {
                let mut places = before..;
                move || item(places.next().unwrap_or(0))
            }));
            (length - after..length)
                .rev()
                .for_each(|place| r.push(item(place)));
            r.push(rest);
            (0..before).rev().for_each(|place| r.push(item(place)));
            return Flow::Next;
        }
        for item in check!(unpack(t, &object, before, Some(after)))
            .into_iter()
            .rev()
        {
            r.push(item);
        }
    }
    Flow::Next
}

/// The number of items, if this is exactly a list or a tuple.
fn length_of_plain(t: &Thread, object: &Object) -> Option<usize> {
    match (object.downcast::<Tuple>(), object.downcast::<List>()) {
        (Some(tuple), _) if t.is_exact(object, t.types.tuple) => Some(tuple.len()),
        (_, Some(list)) if t.is_exact(object, t.types.list) => Some(list.len()),
        _ => None,
    }
}

/// An item of a list or tuple.
fn plain_item(object: &Object, place: usize) -> Object {
    let item = match (object.downcast::<Tuple>(), object.downcast::<List>()) {
        (Some(tuple), _) => tuple.items().get(place).cloned(),
        (_, Some(list)) => list.items.get(place),
        _ => None,
    };
    item.unwrap_or(Object::none())
}

/// The items of an iterable, which must be as many as the targets (`unpack_iterable`).
pub fn unpack(
    t: &Thread,
    object: &Object,
    before: usize,
    after: Option<usize>,
) -> PyResult<Vec<Object>> {
    let slots = &t.type_of(object).slots;
    if slots.iter.get().is_none() && slots.item.get().is_none() {
        let kind = t.type_name(object);
        return Err(t.type_error(format!("cannot unpack non-iterable {kind} object")));
    }
    let iterator = t.iter(object)?;
    let mut items = Vec::with_capacity(before);
    while items.len() < before {
        match t.next(&iterator)? {
            Some(item) => items.push(item),
            None => {
                let (least, wanted) = match after {
                    None => ("", before),
                    Some(after) => ("at least ", before + after),
                };
                return Err(t.value_error(format!(
                    "not enough values to unpack (expected {least}{wanted}, got {})",
                    items.len()
                )));
            }
        }
    }
    let Some(after) = after else {
        return match t.next(&iterator)? {
            None => Ok(items),
            Some(_) => Err(t.value_error(format!("too many values to unpack (expected {before})"))),
        };
    };
    let mut rest = t.collect(&iterator)?;
    if rest.len() < after {
        return Err(t.value_error(format!(
            "not enough values to unpack (expected at least {}, got {})",
            before + after,
            before + rest.len()
        )));
    }
    let tail = rest.split_off(rest.len() - after);
    items.push(containers::list(t, rest)?);
    items.extend(tail);
    Ok(items)
}
