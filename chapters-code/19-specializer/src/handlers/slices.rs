//! `BUILD_SLICE` together with the subscription that the slice is made for.
//!
//! This is a private form: the instructions stay as they are, and so does what is shown of
//! them. A slice that is nothing but the key of the next instruction is not made; its bounds
//! go straight to the list, the tuple or the string. Somebody who watches the instructions
//! sees both of them.

use super::skip;
use crate::counter::{ONE_EXECUTION, is_due};
use eval_loop::handlers::build;
use eval_loop::{Flow, Regs, check};
use instructions::specialized311 as fast;
use objects::Object;
use types::{Bounds, PyResult, Str, Thread, Tuple, Type};

/// `BUILD_SLICE` and the subscription of a tuple that follows, where that makes a shorter tuple.
/// Nobody may watch.
#[inline(always)]
pub unsafe fn slice_of_tuple(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: two or three bounds lie on top, and an instruction follows. If it is
    // adaptive, its cache lies behind it, and what it works on lies below the slice.
    unsafe {
        if arg != 2 || r.ip.read() as u8 != fast::BINARY_SUBSCR_ADAPTIVE {
            return Flow::Miss;
        }
        let (object, counter) = (r.peek(3), r.ip.add(1).read());
        if is_due(counter) || !t.is_exact_heap(object, t.types.tuple) {
            return Flow::Miss;
        }
        let items = object.payload_unchecked::<Tuple>().items();
        let (Some(start), Some(stop)) = (
            bound(r.peek(2), 0, items.len()),
            bound(r.peek(1), items.len(), items.len()),
        ) else {
            return Flow::Miss;
        };
        let Some(picked) = items.get(start..stop) else {
            return Flow::Miss;
        };
        if picked.is_empty() || picked.len() == items.len() {
            return Flow::Miss;
        }
        // From here on the next instruction is the running one.
        r.ip = r.ip.add(1);
        r.ip.write(counter - ONE_EXECUTION);
        r.save();
        let picked = check!(Tuple::joined(t, picked, &[]));
        // The bounds are words: nothing goes with them.
        r.sp = r.sp.sub(2);
        skip(r, 4);
        Flow::Drop(r.place(1).replace(picked.into_word()))
    }
}

/// A bound of a slice of so many items, if it is a small integer or left out.
#[inline(always)]
fn bound(bound: &Object, default: usize, length: usize) -> Option<usize> {
    if bound.is_none() {
        return Some(default);
    }
    let length = length as i64;
    let place = match bound.as_small_int()? {
        place @ 0.. => place,
        back => back + length,
    };
    Some(place.clamp(0, length) as usize)
}

/// `BUILD_SLICE`
#[inline(always)]
pub unsafe fn build_slice(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: two or three bounds lie on top.
    unsafe {
        let nothing = Object::none();
        let count = arg as usize;
        let step = if count == 3 { r.peek(1) } else { &nothing };
        match Bounds::of_words(r.peek(count), r.peek(count - 1), step) {
            Some(bounds) if t.limits.instructions.get().is_none() => {
                subscribe(r, t, bounds, count).unwrap_or_else(|| build::build_slice(r, t, arg))
            }
            _ => build::build_slice(r, t, arg),
        }
    }
}

/// Does the next instruction instead, if it is a subscription that only counts, of a builtin
/// sequence. The bounds are `count` words that hold their values.
#[inline(always)]
unsafe fn subscribe(r: &mut Regs, t: &Thread, bounds: Bounds, count: usize) -> Option<Flow> {
    // SAFETY: verified: an instruction follows. If it is adaptive, its cache lies behind it,
    // and what it works on lies below the slice, for which the bounds lie there now.
    unsafe {
        let object = r.peek(count + 1);
        let kind = Type::of_header(object.header()?);
        let fits = match r.ip.read() as u8 {
            fast::BINARY_SUBSCR_ADAPTIVE => {
                kind.is(t.types.list) || kind.is(t.types.tuple) || kind.is(t.types.str)
            }
            fast::STORE_SUBSCR_ADAPTIVE => kind.is(t.types.list),
            _ => false,
        };
        let counter = r.ip.add(1).read();
        if !fits || is_due(counter) {
            return None;
        }
        // From here on the next instruction is the running one.
        let loads = r.ip.read() as u8 == fast::BINARY_SUBSCR_ADAPTIVE;
        r.ip = r.ip.add(1);
        r.ip.write(counter - ONE_EXECUTION);
        r.save();
        if loads {
            let picked = match sliced(t, object, bounds) {
                Ok(picked) => picked,
                Err(raised) => return Some(Flow::Raise(raised)),
            };
            r.sp = r.sp.sub(count);
            r.replace_top(picked);
            skip(r, 4);
        } else {
            if let Err(raised) = containers::set_sliced(t, object, bounds, r.peek(count + 2)) {
                return Some(Flow::Raise(raised));
            }
            r.sp = r.sp.sub(count);
            r.discard(2);
            skip(r, 1);
        }
    }
    Some(Flow::Next)
}

/// What the bounds pick of a list, a tuple or a string.
fn sliced(t: &Thread, object: &Object, bounds: Bounds) -> PyResult {
    match object.downcast::<Str>() {
        Some(text) => {
            let picked = bounds.adjust(text.len());
            match picked.range() {
                Some(range) if range.len() == text.len() => Ok(object.clone()),
                _ => strings::slice_str(t, text, picked),
            }
        }
        None => containers::sliced(t, object, bounds),
    }
}
