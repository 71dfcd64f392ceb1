//! Making what is small, where its memory lies ready.

use crate::regs::{Flow, Regs};
use objects::{Objects, make_builtin_at_hand};
use types::{List, Thread, Tuple};

/// `BUILD_TUPLE`
#[inline(always)]
pub unsafe fn build_tuple(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    if arg == 0 {
        return Flow::Miss;
    }
    // SAFETY: verified: so many objects lie on top, which move into the tuple.
    unsafe {
        let first = r.place(arg as usize);
        let Some(tuple) = Tuple::move_at_hand(t, first, arg as usize) else {
            return Flow::Miss;
        };
        r.sp = first;
        r.push(tuple);
    }
    Flow::Next
}

/// `BUILD_LIST`
#[inline(always)]
pub unsafe fn build_list(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: so many objects lie on top, which move into the list.
    unsafe {
        let kind = t.types.list.core();
        let list = match arg {
            0 => make_builtin_at_hand(kind, List::default),
            _ => {
                let words = r.place(arg as usize);
                Objects::move_at_hand(kind, words, arg as usize, |items| List { items })
            }
        };
        let Some(list) = list else {
            return Flow::Miss;
        };
        r.sp = r.place(arg as usize);
        r.push(list.into_object());
    }
    Flow::Next
}
