//! Comparisons of strings, and characters looked for in them: where a glance at a few bytes
//! is enough.

use crate::regs::{Flow, Regs};
use objects::Object;
use std::cmp::Ordering;
use types::{Chars, Str, Thread, same_bytes};

/// Who needs to see more bytes than this calls somebody.
const GLANCE: usize = 32;

/// The characters of a string of exactly the type `str`, if they take a byte each.
#[inline(always)]
fn bytes<'a>(t: &Thread, object: &'a Object) -> Option<&'a [u8]> {
    if !t.is_exact_heap(object, t.types.str) {
        return None;
    }
    // SAFETY: what has exactly the type `str` has its layout.
    match unsafe { object.payload_unchecked::<Str>() }.chars() {
        Chars::One(bytes) => Some(bytes),
        _ => None,
    }
}

/// How two strings are ordered, if their first bytes tell.
#[inline(always)]
pub fn order(t: &Thread, a: &Object, b: &Object) -> Option<Ordering> {
    let (a, b) = (bytes(t, a)?, bytes(t, b)?);
    let common = a.len().min(b.len());
    for at in 0..common.min(GLANCE) {
        if a[at] != b[at] {
            return Some(a[at].cmp(&b[at]));
        }
    }
    (common <= GLANCE).then(|| a.len().cmp(&b.len()))
}

/// Are two strings equal, if a glance tells?
#[inline(always)]
pub fn equal(t: &Thread, a: &Object, b: &Object) -> Option<bool> {
    let (a, b) = (bytes(t, a)?, bytes(t, b)?);
    if a.len() != b.len() {
        return Some(false);
    }
    (a.len() <= GLANCE).then(|| same_bytes(a, b))
}

/// `CONTAINS_OP`, if a character is looked for in a short string.
#[inline(always)]
pub unsafe fn contains_op(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: two objects lie on top.
    unsafe {
        let Some(&[char]) = bytes(t, r.peek(2)) else {
            return Flow::Miss;
        };
        let Some(text) = bytes(t, r.peek(1)).filter(|text| text.len() <= GLANCE) else {
            return Flow::Miss;
        };
        #[expect(
            clippy::manual_contains,
            reason = "`contains` is a call, for which registers are saved"
        )]
        let found = text.iter().any(|&byte| byte == char);
        let (text, char) = (r.pop_word(), r.pop_word());
        r.push(Object::bool(found != (arg == 1)));
        Flow::Drop2(text, char)
    }
}
