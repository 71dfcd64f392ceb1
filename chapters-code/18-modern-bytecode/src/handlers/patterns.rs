//! Structural pattern matching: 3.11 leaves `None` where 3.10 left a second value that said
//! whether the first counts.

use eval_loop::handlers::patterns::{class, keys};
use eval_loop::{Flow, Regs, check};
use objects::Object;
use types::Thread;

/// `MATCH_KEYS`: pushes the values, or `None`.
#[inline(always)]
pub unsafe fn match_keys(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    r.save();
    // SAFETY: verified: a tuple of keys above the subject.
    unsafe {
        let values = check!(keys(t, r.peek(2), r.peek(1)));
        r.push(values.unwrap_or(Object::none()));
    }
    Flow::Next
}

/// `MATCH_CLASS`: subject, class and names are replaced by the attributes, or by `None`.
#[inline(always)]
pub unsafe fn match_class(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    r.save();
    // SAFETY: verified: a tuple of names above the class above the subject.
    unsafe {
        let attributes = check!(class(t, r.peek(3), r.peek(2), arg as usize, r.peek(1)));
        r.discard(2);
        r.replace_top(attributes.unwrap_or(Object::none()));
    }
    Flow::Next
}
