//! Calls of Python functions with as many arguments as they have parameters, and returns
//! from them.

use crate::regs::{Flow, Regs};
use frames::{Frame, Function, Owner, Returns, begin_simple, release_shared};
use objects::Object;
use types::{Thread, Type, Version};

/// Calls the function that lies below `count` arguments, if nothing stands against it:
/// `below` words are taken off the stack besides them.
///
/// # Safety
/// An object and `count` objects above it lie on top of the stack.
#[inline(always)]
pub unsafe fn call_function(r: &mut Regs, t: &Thread, count: usize, below: usize) -> Flow {
    // SAFETY: by the caller's promise; the words of function and arguments move into the
    // frame.
    unsafe {
        let function = r.peek(count + 1);
        let Some(header) = function.header() else {
            return Flow::Miss;
        };
        let depth = t.depth.get() + 1;
        if !Type::of_header(header).is(t.types.function)
            || depth > t.recursion_limit.get()
            || t.breaker.get()
        {
            return Flow::Miss;
        }
        let callee = function.payload_unchecked::<Function>();
        let Some(frame) = begin_simple(t, callee, function.word(), r.place(count), count) else {
            return Flow::Miss;
        };
        r.save();
        t.depth.set(depth);
        (*r.frame).sp = r.place(count + below);
        (*frame).previous = r.frame;
        (*frame).returns = Returns::Push;
        r.switch_to(t, frame);
    }
    Flow::Next
}

/// `CALL_FUNCTION`
#[inline(always)]
pub unsafe fn call_function_310(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe { call_function(r, t, arg as usize, 1) }
}

/// `CALL_METHOD`
#[inline(always)]
pub unsafe fn call_method(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    let count = arg as usize;
    // SAFETY: verified: below the arguments lie a function and the object, or NULL and a
    // callable.
    unsafe {
        match r.place(count + 2).read() {
            0 => call_function(r, t, count, 2),
            _ => call_function(r, t, count + 1, 1),
        }
    }
}

/// `RETURN_VALUE` to Python code, if no object loses its last reference.
#[inline(always)]
pub unsafe fn return_value(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    // SAFETY: verified: the value is all that lies on the stack. Each local's place is
    // emptied when its reference is given back, so a miss can come at any time.
    unsafe {
        let frame = r.frame;
        let to_constructor = (*frame).returns == Returns::Init;
        if !(to_constructor && r.peek(1).is_none() || (*frame).returns == Returns::Push)
            || (*frame).owner != Owner::Thread
            || !(*frame).is_plain()
        {
            return Flow::Miss;
        }
        let previous = (*frame).previous;
        if !release_locals(frame) || !release_shared((*frame).function) {
            return Flow::Miss;
        }
        let value = r.pop_word();
        t.depth.set(t.depth.get() - 1);
        t.frames.top.set(frame.expose_provenance());
        let cache = (*previous).skip;
        r.switch_to(t, previous);
        if to_constructor {
            // The instruction that made the call stands until `__init__` has returned.
            r.jump_by(cache);
        } else {
            r.push_word(value);
        }
    }
    Flow::Next
}

/// Gives the locals of a frame back, as long as none is the last reference; false if one
/// is. The places of those that are gone are empty.
///
/// # Safety
/// The frame's value stack holds nothing that is not popped.
#[inline(always)]
unsafe fn release_locals(frame: *mut Frame) -> bool {
    // SAFETY: the locals of a frame are zero or owned by it.
    unsafe {
        let locals = (*frame).locals();
        let count = (*frame).executable().locals as usize;
        let backwards = (*frame).executable().version == Version::V310;
        for number in 0..count {
            let place = locals.add(if backwards {
                count - 1 - number
            } else {
                number
            });
            let word = place.read();
            if word & 7 == 0 && word != 0 {
                if !Object::release_shared(word) {
                    return false;
                }
                place.write(0);
            }
        }
    }
    true
}
