//! `CALL` of Python functions whose parameters fit, and the `PRECALL` before it.

use super::{cached, cached_u32, miss, skip};
use crate::site::field;
use eval_loop::handlers::calls as shared;
use eval_loop::handlers::fast::calls as fast;
use eval_loop::{Flow, Regs, check};
use frames::{BoundMethod, Function, Returns, begin_in_room, has_room, push_frame, retain};
use modern_bytecode::handlers::calls as plain;
use objects::Object;
use types::{Thread, Tuple};

/// Is there a receiver above the callable, or NULL below it?
#[inline(always)]
pub unsafe fn is_method(r: &Regs, arg: u32) -> bool {
    // SAFETY: verified: two words and `arg` objects lie there.
    unsafe { r.place(arg as usize + 2).read() != 0 }
}

/// The function that is called, if it has the version in the cache, and the number of its
/// arguments.
#[inline(always)]
unsafe fn guarded<'a>(r: &Regs, arg: u32) -> Option<(&'a Function, usize)> {
    // SAFETY: verified.
    unsafe {
        let count = arg as usize + usize::from(is_method(r, arg));
        let function = r.peek(count + 1).downcast::<Function>()?;
        let same = function.version.get() == cached_u32(r, field::FUNCTION_VERSION);
        same.then_some((function, count))
    }
}

/// `CALL_PY_EXACT_ARGS`, where nothing stands against the call.
#[inline(always)]
pub unsafe fn exact_args(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: what is called and its arguments lie on top.
    unsafe {
        let count = arg as usize + usize::from(is_method(r, arg));
        let callable = r.peek(count + 1);
        if !t.is_exact_heap(callable, t.types.function)
            || callable.payload_unchecked::<Function>().version.get()
                != cached_u32(r, field::FUNCTION_VERSION)
        {
            return Flow::Miss;
        }
        skip(r, 4);
        fast::call_function(r, t, count, arg as usize + 2 - count)
    }
}

/// `CALL_PY_EXACT_ARGS` of another function, where nothing stands against that call, and no
/// `KW_NAMES` came before it.
#[inline(always)]
pub unsafe fn exact_args_of_another(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: what is called and its arguments lie on top.
    unsafe {
        let (place, count) = (r.ip, arg as usize + usize::from(is_method(r, arg)));
        let callable = r.peek(count + 1);
        if !t.is_exact_heap(callable, t.types.function)
            || callable.payload_unchecked::<Function>().version.get()
                == cached_u32(r, field::FUNCTION_VERSION)
            || (*r.frame).blocks != 0
        {
            return Flow::Miss;
        }
        skip(r, 4);
        let flow = fast::call_function(r, t, count, arg as usize + 2 - count);
        if let Flow::Next = flow {
            miss(place);
        }
        flow
    }
}

/// `CALL_PY_EXACT_ARGS`, and what does not fit it.
#[inline(always)]
pub unsafe fn exact_args_at_length(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: what is called and its arguments lie on top.
    unsafe {
        let Some((function, count)) = guarded(r, arg) else {
            return missed(r, t, arg);
        };
        let code = check!(function.executable(t));
        if (*code).arguments as usize != count {
            return missed(r, t, arg);
        }
        skip(r, 4);
        shared::call_function(r, t, count, arg as usize + 2 - count, &[])
    }
}

/// `CALL_PY_WITH_DEFAULTS`, where nothing stands against the call.
#[inline(always)]
pub unsafe fn with_defaults(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: what is called and its arguments lie on top; they move into the frame.
    // Under its version, the function has plain parameters and so many defaults, which
    // nothing changes before they are copied.
    unsafe {
        let count = arg as usize + usize::from(is_method(r, arg));
        let callable = r.peek(count + 1);
        let depth = t.depth.get() + 1;
        if !t.is_exact_heap(callable, t.types.function)
            || depth > t.recursion_limit.get()
            || t.breaker.get()
        {
            return Flow::Miss;
        }
        let function = callable.payload_unchecked::<Function>();
        let (Some(code), Some(defaults)) = (
            function.known_executable(),
            function.defaults.payload::<Tuple>(),
        ) else {
            return Flow::Miss;
        };
        let (parameters, defaults) = (code.arguments as usize, defaults.items());
        let min_args = usize::from(cached(r, field::MIN_ARGS));
        if function.version.get() != cached_u32(r, field::FUNCTION_VERSION)
            || count > parameters
            || count < min_args
            || min_args + defaults.len() != parameters
            || !has_room(t, code)
        {
            return Flow::Miss;
        }
        skip(r, 4);
        r.save();
        let args = (r.place(count).cast_const(), count);
        let defaults = defaults.get_unchecked(count - min_args..);
        let begun = (
            begin_in_room(t, function, code, callable.word(), args, defaults),
            code,
        );
        t.depth.set(depth);
        (*r.frame).sp = r.place(arg as usize + 2);
        r.enter(t, begun, Returns::Push);
    }
    Flow::Next
}

/// `CALL_PY_WITH_DEFAULTS`, and what does not fit it.
#[inline(always)]
pub unsafe fn with_defaults_at_length(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: what is called and its arguments lie on top; they move into the frame.
    // Under its version, the function has plain parameters and so many defaults.
    unsafe {
        let Some((function, count)) = guarded(r, arg) else {
            return missed(r, t, arg);
        };
        let code = &*check!(function.executable(t));
        let parameters = code.arguments as usize;
        let min_args = usize::from(cached(r, field::MIN_ARGS));
        let defaults = function.defaults.get();
        let defaults = defaults
            .as_ref()
            .and_then(|tuple| tuple.downcast::<Tuple>());
        let defaults = defaults.map_or(&[][..], Tuple::items);
        if count > parameters || count < min_args || min_args + defaults.len() != parameters {
            return missed(r, t, arg);
        }
        skip(r, 4);
        r.save();
        let callee = r.place(count + 1);
        let (globals, builtins) = (&raw const *function.globals, &raw const *function.builtins);
        let frame = match push_frame(t, code, callee.read(), globals, builtins) {
            Ok(frame) => frame,
            Err(raised) => {
                // The function is used up; the arguments still lie on the stack.
                callee.write(0);
                return Flow::Raise(raised);
            }
        };
        let (args, locals) = (r.place(count), (*frame).locals());
        for place in 0..count {
            locals.add(place).write(args.add(place).read());
        }
        for place in count..parameters {
            let default = defaults[place - min_args].word();
            locals.add(place).write(retain(default));
        }
        for place in parameters..code.locals as usize {
            locals.add(place).write(0);
        }
        r.sp = r.place(arg as usize + 2);
        shared::push(r, t, frame, Returns::Push)
    }
}

/// What the two do not fit.
#[inline(always)]
unsafe fn missed(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe {
        miss(r.ip);
        plain::call(r, t, arg)
    }
}

/// `PRECALL_PYFUNC`: `CALL` does it all.
#[inline(always)]
pub unsafe fn pyfunc(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe {
        let count = arg as usize + usize::from(is_method(r, arg));
        if !t.is_exact_heap(r.peek(count + 1), t.types.function) {
            return Flow::Miss;
        }
        skip(r, 1);
    }
    Flow::Next
}

/// `PRECALL_BOUND_METHOD`
#[inline(always)]
pub unsafe fn bound_method(r: &mut Regs, _: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: two words and `arg` objects lie on top.
    unsafe {
        let (below, place) = (r.place(arg as usize + 2), r.place(arg as usize + 1));
        if below.read() != 0 {
            return Flow::Miss;
        }
        let Some(method) = Object::borrow_word(place).downcast::<BoundMethod>() else {
            return Flow::Miss;
        };
        below.write(retain(method.function.word()));
        let receiver = retain(method.receiver.word());
        skip(r, 1);
        Flow::Drop(place.replace(receiver))
    }
}

/// What a specialized `PRECALL` does not take.
#[inline(always)]
pub unsafe fn precall_missed(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe {
        miss(r.ip);
        plain::precall(r, t, arg)
    }
}
