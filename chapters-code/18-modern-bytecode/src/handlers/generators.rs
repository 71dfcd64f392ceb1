//! Generators: 3.11 makes them by an instruction, and delegates in three.

use eval_loop::handlers::generators::Awaited;
use eval_loop::handlers::{calls, generators as shared};
use eval_loop::{Flow, Regs, check};
use frames::{AsyncValue, Owner, Returns, move_to_generator};
use types::{ErrorKind, Raised, Sent, Thread};

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
        if let Some(generator) = shared::delegate_on_top(t, receiver, &value) {
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

/// `GET_AWAITABLE`: the argument says where the object came from.
#[inline(always)]
pub unsafe fn get_awaitable(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    r.save();
    // SAFETY: verified: an object lies on top.
    unsafe {
        let iterator = check!(shared::await_iterator(t, r.peek(1), || match arg {
            1 => Awaited::Enter,
            2 => Awaited::Exit,
            _ => Awaited::Operand,
        }));
        r.replace_top(iterator);
    }
    Flow::Next
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
