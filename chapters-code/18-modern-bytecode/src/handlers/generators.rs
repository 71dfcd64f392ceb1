//! Generators: 3.11 makes them by an instruction, and delegates in three.

use eval_loop::handlers::{calls, generators as shared};
use eval_loop::{Flow, Regs, check};
use frames::{AsyncValue, Generator, Owner, Returns, State, move_to_generator};
use objects::Object;
use types::{ErrorKind, PyResult, Raised, Sent, Thread};

/// `RETURN_GENERATOR`: the running frame moves into a new generator, which is returned.
#[inline(always)]
pub unsafe fn return_generator(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    r.save();
    // SAFETY: verified: it is the first instruction but for those that make the cells, so the
    // frame lies on top of the data stack; a generator's own frame does not come here again.
    unsafe {
        let frame = r.frame;
        if (*frame).owner == Owner::Generator {
            return Flow::Raise(t.system_error("a generator is made twice"));
        }
        let (previous, returns) = ((*frame).previous, (*frame).returns);
        (*frame).sp = r.sp;
        let generator = check!(move_to_generator(t, frame));
        t.depth.set(t.depth.get() - 1);
        t.frames.current.set(previous.expose_provenance());
        calls::deliver(r, t, previous, returns, generator)
    }
}

/// `YIELD_VALUE`
#[inline(always)]
pub unsafe fn yield_value(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    r.save();
    // SAFETY: verified: only generators yield, and a value lies on top.
    unsafe {
        let value = r.pop();
        shared::suspend(r, t, value)
    }
}

/// `ASYNC_GEN_WRAP`: marks what an asynchronous generator yields, as opposed to what it
/// awaits.
#[inline(always)]
pub unsafe fn async_gen_wrap(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    r.save();
    // SAFETY: verified: a value lies on top.
    unsafe {
        let value = r.pop();
        let wrapped = check!(AsyncValue::wrap(t, value));
        r.push(wrapped);
    }
    Flow::Next
}

/// `SEND`: sends the value on top to the iterator under it. What that yields is left for
/// the `YIELD_VALUE` that follows; what it returns takes its place, and the jump is taken.
#[inline(always)]
pub unsafe fn send(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    r.save();
    // SAFETY: verified: an iterator, and a value above it.
    unsafe {
        let value = r.pop();
        let receiver = r.peek(1);
        if let Some(generator) = startable(t, receiver, &value) {
            return shared::enter(r, t, generator, (Returns::Delegate, arg), value);
        }
        match check!(shared::send(t, receiver, &value)) {
            Sent::Returned(result) => {
                r.replace_top(result);
                r.jump_by(arg);
            }
            Sent::Yielded(item) => r.push(item),
        }
    }
    Flow::Next
}

/// A generator or coroutine that can take the value as it is: its frame goes on in the same
/// loop.
#[inline(always)]
fn startable<'a>(t: &Thread, receiver: &'a Object, value: &Object) -> Option<&'a Generator> {
    let generator = receiver.downcast::<Generator>()?;
    let startable = match generator.state.get() {
        State::Created => value.is_none(),
        State::Suspended => true,
        State::Running | State::Finished => false,
    };
    (startable && !t.is_exact(receiver, t.types.async_generator)).then_some(generator)
}

/// `GET_AWAITABLE`: the argument says where the object came from.
#[inline(always)]
pub unsafe fn get_awaitable(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    r.save();
    // SAFETY: verified: an object lies on top.
    unsafe {
        let iterator = check!(awaitable(t, r.peek(1), arg));
        r.replace_top(iterator);
    }
    Flow::Next
}

fn awaitable(t: &Thread, object: &Object, arg: u32) -> PyResult {
    let method = match arg {
        1 => "__aenter__",
        2 => "__aexit__",
        _ => return shared::awaitable(t, object),
    };
    let kind = t.type_of(object);
    if object.downcast::<Generator>().is_none() && kind.slots.await_.get().is_none() {
        return Err(t.type_error(format!(
            "'async with' received an object from {method} that does not implement __await__: {}",
            t.type_name(object)
        )));
    }
    shared::awaitable(t, object)
}

/// `END_ASYNC_FOR`: ends the loop on `StopAsyncIteration`, else raises on.
#[inline(always)]
pub unsafe fn end_async_for(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    r.save();
    // SAFETY: verified: an exception above the iterator.
    unsafe {
        let exception = r.pop();
        if !exceptions::is_of(t, &exception, ErrorKind::StopAsyncIteration) {
            return Flow::Reraise(Raised::exception(exception));
        }
        drop(exception);
        r.discard(1);
    }
    Flow::Next
}
