//! Calls of Python functions with as many arguments as they have parameters, and returns
//! from them.

use crate::regs::{Flow, Regs};
use frames::{
    Frame, Function, Generator, Owner, Returns, State, begin_in_room, begin_simple, release_shared,
    retain, room_for_simple,
};
use objects::{Object, Word};
use types::{Flags, Instance, Thread, Type, Version};

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
        let Some(begun) = begin_simple(t, callee, function.word(), r.place(count), count) else {
            return Flow::Miss;
        };
        r.save();
        t.depth.set(depth);
        (*r.frame).sp = r.place(count + below);
        r.enter(t, begun, Returns::Push);
    }
    Flow::Next
}

/// Calls the class that lies below `count` arguments and above a free place, if that only
/// makes a plain object and calls an `__init__` with as many parameters as are given; see
/// [`Type::constructor`]. The object goes where the free place is, to be found when `__init__`
/// has returned and the caller goes on `cache` units later, and as the first argument where
/// the class was.
///
/// # Safety
/// A place without an object, an object of exactly the type `type` and `count` objects above
/// it lie on top of the stack.
#[inline(always)]
pub unsafe fn construct(r: &mut Regs, t: &Thread, count: usize, cache: u32) -> Flow {
    // SAFETY: by the caller's promise; the words move into the frame. What the class noted is
    // a function, which it still has under its version.
    unsafe {
        let receiver = r.place(count + 1);
        let class = r.peek(count + 1).payload_unchecked::<Type>();
        let (version, init) = class.constructor.get();
        let depth = t.depth.get() + 1;
        if version == 0
            || version != class.version()
            || class.has(Flags::ABSTRACT)
            || depth > t.recursion_limit.get()
            || t.breaker.get()
        {
            return Flow::Miss;
        }
        let callee = Object::borrow_word(&raw const init).payload_unchecked::<Function>();
        let Some(code) = room_for_simple(t, callee, count + 1) else {
            return Flow::Miss;
        };
        let Some(object) = Instance::make_at_hand(class) else {
            return Flow::Miss;
        };
        // The object keeps its class.
        release_shared(receiver.read());
        receiver.write(retain(object.word()));
        receiver.sub(1).write(object.into_word());
        let args = (receiver.cast_const(), count + 1);
        let begun = (
            begin_in_room(t, callee, code, retain(init), args, &[]),
            code,
        );
        r.save();
        t.depth.set(depth);
        (*r.frame).sp = receiver;
        (*r.frame).skip = cache;
        r.enter(t, begun, Returns::Init);
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

/// `RETURN_VALUE`, if no object loses its last reference.
#[inline(always)]
pub unsafe fn return_value(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    // SAFETY: verified: the value is all that lies on the stack. Each local's place is
    // emptied when its reference is given back, so a miss can come at any time. Where an
    // operator's method returns to, the operands still lie.
    unsafe {
        let frame = r.frame;
        let returns = (*frame).returns;
        let fits = returns.pushes()
            || match returns {
                Returns::Init => r.peek(1).is_none(),
                Returns::Operator | Returns::Compare => !r.peek(1).is_not_implemented(),
                Returns::Native => true,
                _ => false,
            };
        if !fits || (*frame).owner != Owner::Thread || !(*frame).is_plain() {
            return match returns {
                Returns::Iterate | Returns::Delegate => end_generator(r, t),
                _ => Flow::Miss,
            };
        }
        let previous = (*frame).previous;
        if !release_locals(frame) || !release_shared((*frame).function) {
            return Flow::Miss;
        }
        let value = r.pop_word();
        t.depth.set(t.depth.get() - returns.depth());
        t.frames.top.set(frame.expose_provenance());
        if returns == Returns::Native {
            t.frames.current.set(previous.expose_provenance());
            return Flow::Exit(Object::from_word(value));
        }
        let skip = (*previous).skip;
        r.switch_to(t, previous);
        if returns == Returns::Push {
            r.push_word(value);
            return Flow::Next;
        }
        // The instruction that made the call stands until the method has returned.
        r.jump_by(skip & 0xFF);
        match returns {
            Returns::Call => r.push_word(value),
            Returns::Operator | Returns::Compare => {
                let right = r.pop_word();
                let left = r.place(1).replace(value);
                return Flow::Drop2(left, right);
            }
            _ => (),
        }
    }
    Flow::Next
}

/// `RETURN_VALUE` of a generator to Python code that iterates over it or delegates to it,
/// under the same conditions, and if neither it nor the thread handles an exception.
#[inline(always)]
unsafe fn end_generator(r: &mut Regs, t: &Thread) -> Flow {
    // SAFETY: the frame is a generator's; its value is all that lies on the stack. Where it
    // returns to, the generator lies on top.
    unsafe {
        let frame = r.frame;
        let generator = Generator::of_frame(frame);
        let quiet = generator.handled.is_empty() && t.handled.is_empty();
        if !(quiet
            && (*frame).is_plain()
            && release_locals(frame)
            && release_shared((*frame).function))
        {
            return Flow::Miss;
        }
        (*frame).function = 0;
        let returns = (*frame).returns;
        let value = r.pop_word();
        (*frame).sp = r.sp;
        t.depth.set(t.depth.get() - 1);
        let previous = generator.leave_quietly(State::Finished);
        let skip = (*previous).skip;
        r.switch_to(t, previous);
        r.jump_by(skip);
        if returns == Returns::Delegate {
            return Flow::Drop(r.place(1).replace(value));
        }
        let generator = r.pop_word();
        Flow::Drop2(value, generator)
    }
}

/// Gives the locals of a frame back, as long as none is the last reference; false if one
/// is. The places of those that are gone are empty. The order is that of [`Frame::clear`].
///
/// # Safety
/// The frame's value stack holds nothing that is not popped.
#[inline(always)]
unsafe fn release_locals(frame: *mut Frame) -> bool {
    // SAFETY: the frame's places lie behind one another.
    unsafe {
        let executable = (*frame).executable();
        let (locals, count) = ((*frame).locals(), executable.locals as usize);
        let held = (*frame).held_by_caller();
        let backwards = executable.version == Version::V310;
        if held == 0 {
            release_each(locals, 0..count)
        } else if !backwards {
            release_each(locals, held..count) && release_each(locals, 0..held)
        } else {
            executable.positional
                && release_each(locals, held..count)
                && release_each(locals, (0..held).rev())
        }
    }
}

/// Gives these locals back, as long as none is the last reference; false if one is.
///
/// # Safety
/// The places are a frame's.
#[inline(always)]
unsafe fn release_each(locals: *mut Word, places: impl Iterator<Item = usize>) -> bool {
    for place in places {
        // SAFETY: the locals of a frame are zero or owned by it.
        unsafe {
            let place = locals.add(place);
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
