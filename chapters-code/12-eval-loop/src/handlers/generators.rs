//! Generators and coroutines, as far as the loop moves them: entering and leaving their
//! frames, `yield` and `yield from`.

use crate::check;
use crate::regs::{Flow, Regs};
use code_objects::flags;
use frames::{AsyncValue, Generator, Owner, Returns, State, end_frame, release};
use objects::Object;
use types::{ErrorKind, PyResult, Sent, Thread, Version};

/// `GEN_START`: drops the value that the first `send` brought.
#[inline(always)]
pub unsafe fn gen_start(r: &mut Regs, _: &Thread, _: u32) -> Flow {
    r.save();
    // SAFETY: verified.
    unsafe { r.discard(1) };
    Flow::Next
}

/// `FOR_ITER` on a generator: its frame goes on top of the running one.
///
/// # Safety
/// A generator lies on top of the stack; the instruction is saved.
#[inline(always)]
pub unsafe fn iterate(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: by the caller's promise. A generator that is not finished has a frame.
    unsafe {
        let generator = r.peek(1).payload_unchecked::<Generator>();
        match generator.state.get() {
            State::Finished => {
                release(r.pop_word());
                r.jump_by(arg);
                return Flow::Next;
            }
            State::Running => {
                return Flow::Raise(t.value_error("generator already executing"));
            }
            State::Created | State::Suspended => (),
        }
        enter(r, t, generator, (Returns::Iterate, arg), Object::none())
    }
}

/// Goes over to a generator's frame above the running one, with the value of its `yield`.
/// If it ends, the running one goes on so many code units later.
///
/// # Safety
/// The generator is suspended or was not started, and lies on top of the stack; the
/// instruction is saved.
#[inline(always)]
pub unsafe fn enter(
    r: &mut Regs,
    t: &Thread,
    generator: &Generator,
    (returns, skip): (Returns, u32),
    value: Object,
) -> Flow {
    let depth = t.depth.get() + 1;
    if depth > t.recursion_limit.get() {
        return Flow::Raise(t.recursion_error("maximum recursion depth exceeded"));
    }
    t.depth.set(depth);
    // SAFETY: by the caller's promise.
    unsafe {
        (*r.frame).sp = r.sp;
        (*r.frame).skip = skip;
        let frame = generator.enter(t, returns);
        r.switch_to(t, frame);
        r.push(value);
    }
    Flow::Next
}

/// `YIELD_VALUE`
#[inline(always)]
pub unsafe fn yield_value(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    r.save();
    // SAFETY: verified: only generators yield, and a value lies on top.
    unsafe {
        let mut value = r.pop();
        if r.code().flags.any(flags::ASYNC_GENERATOR) {
            value = check!(AsyncValue::wrap(t, value));
        }
        suspend(r, t, value)
    }
}

/// Suspends the running generator with a value, and goes on where that belongs. A generator
/// of 3.10 that delegates to it is suspended as well, and so on down to whoever asked.
///
/// # Safety
/// The running frame is a generator's; its `ip` is saved.
#[inline(always)]
pub unsafe fn suspend(r: &mut Regs, t: &Thread, value: Object) -> Flow {
    // SAFETY: by the caller's promise; below a frame that returns by `Delegate` lies that of
    // a generator at its `YIELD_FROM`.
    unsafe {
        (*r.frame).sp = r.sp;
        let mut frame = r.frame;
        loop {
            if (*frame).owner != Owner::Generator {
                return Flow::Raise(t.system_error("only a generator can yield"));
            }
            let (previous, returns) = ((*frame).previous, (*frame).returns);
            t.depth.set(t.depth.get() - 1);
            Generator::of_frame(frame).leave(t, State::Suspended);
            match returns {
                Returns::Native => return Flow::Exit(value),
                // In 3.11 a `YIELD_VALUE` of its own comes after the instruction that delegates.
                Returns::Delegate if (*previous).executable().version == Version::V310 => {
                    // When it goes on, it does so with its `YIELD_FROM` again.
                    (*previous).ip = (*previous).ip.sub(1);
                    frame = previous;
                }
                _ => {
                    r.switch_to(t, previous);
                    r.push(value);
                    return Flow::Next;
                }
            }
        }
    }
}

/// Ends the running generator with its return value.
///
/// # Safety
/// The running frame is a generator's, and has returned; the depth is counted down.
pub unsafe fn finish(r: &mut Regs, t: &Thread, value: Object) -> Flow {
    // SAFETY: by the caller's promise. The generator is kept by whoever runs it.
    unsafe {
        let frame = r.frame;
        let (previous, returns) = ((*frame).previous, (*frame).returns);
        Generator::of_frame(frame).leave(t, State::Finished);
        end_frame(t, frame);
        if returns == Returns::Native {
            return Flow::Exit(value);
        }
        let skip = (*previous).skip;
        r.switch_to(t, previous);
        match returns {
            Returns::Delegate => r.replace_top(value),
            _ => release(r.pop_word()),
        }
        r.jump_by(skip);
    }
    Flow::Next
}

/// `GET_YIELD_FROM_ITER`
#[inline(always)]
pub unsafe fn get_yield_from_iter(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    r.save();
    // SAFETY: verified: an object lies on top.
    unsafe {
        let object = r.peek(1);
        if t.is_exact(object, t.types.coroutine) {
            let own = r.code().flags;
            if !own.any(flags::COROUTINE.with(flags::ITERABLE_COROUTINE)) {
                let message = "cannot 'yield from' a coroutine object in a non-coroutine generator";
                return Flow::Raise(t.type_error(message));
            }
        } else if !t.is_exact(object, t.types.generator) {
            let iterator = check!(t.iter(object));
            r.replace_top(iterator);
        }
    }
    Flow::Next
}

/// `YIELD_FROM`: sends the value on top to the iterator under it; yields what comes, and
/// runs again when it is resumed, until the iterator ends.
#[inline(always)]
pub unsafe fn yield_from(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    r.save();
    // SAFETY: verified: an iterator, and a value above it.
    unsafe {
        let value = r.pop();
        if let Some(inner) = delegate_on_top(t, r.peek(1), &value) {
            return enter(r, t, inner, (Returns::Delegate, 0), value);
        }
        match check!(send(t, r.peek(1), &value)) {
            Sent::Returned(result) => {
                r.replace_top(result);
                Flow::Next
            }
            Sent::Yielded(item) => {
                // When the generator goes on, it does so with this instruction again.
                (*r.frame).ip = r.ip.sub(2);
                suspend(r, t, item)
            }
        }
    }
}

/// The generator or coroutine that takes the value as it is: its frame can go on in the
/// same loop.
#[inline(always)]
pub fn delegate_on_top<'a>(
    t: &Thread,
    receiver: &'a Object,
    value: &Object,
) -> Option<&'a Generator> {
    let generator: &Generator = receiver.downcast()?;
    let goes_on = match generator.state.get() {
        State::Suspended => true,
        State::Created => value.is_none(),
        State::Running | State::Finished => false,
    };
    (goes_on && !t.is_exact(receiver, t.types.async_generator)).then_some(generator)
}

/// Sends a value to an iterator (`PyIter_Send`).
pub fn send(t: &Thread, receiver: &Object, value: &Object) -> PyResult<Sent> {
    let slots = &t.type_of(receiver).slots;
    if let Some(send) = slots.send.get() {
        return send(t, receiver, value);
    }
    let item = match slots.next.get() {
        Some(next) if value.is_none() => next(t, receiver),
        _ => t
            .call_method(receiver, &t.names.send, std::slice::from_ref(value))
            .map(Some),
    };
    match item {
        Ok(Some(item)) => Ok(Sent::Yielded(item)),
        Ok(None) => Ok(Sent::Returned(Object::none())),
        Err(raised) if raised.is(t, ErrorKind::StopIteration) => {
            Ok(Sent::Returned(exceptions::stop_value(t, raised)))
        }
        Err(raised) => Err(raised),
    }
}

/// What an instruction awaits: its messages say so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Awaited {
    /// The operand of an `await`.
    Operand,
    /// What `__aenter__` returned.
    Enter,
    /// What `__aexit__` returned.
    Exit,
}

/// `GET_AWAITABLE`
#[inline(always)]
pub unsafe fn get_awaitable(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    r.save();
    // SAFETY: verified: an object lies on top.
    unsafe {
        let iterator = check!(await_iterator(t, r.peek(1), || awaited(r)));
        r.replace_top(iterator);
    }
    Flow::Next
}

/// What 3.10 awaits, by the two instructions before (`format_awaitable_error`).
#[cold]
fn awaited(r: &Regs) -> Awaited {
    const BEFORE_ASYNC_WITH: u8 = 52;
    const WITH_EXCEPT_START: u8 = 49;
    const CALL_FUNCTION: u8 = 131;
    const DUP_TOP: u8 = 4;
    let operation = |before: i32| {
        // SAFETY: the running frame is live.
        let last = unsafe { (*r.frame).last_instruction() };
        let place = usize::try_from(last - before).ok()? * 2;
        r.code().code().code.get(place).copied()
    };
    match (operation(2), operation(1)) {
        (_, Some(BEFORE_ASYNC_WITH)) => Awaited::Enter,
        (_, Some(WITH_EXCEPT_START)) | (Some(DUP_TOP), Some(CALL_FUNCTION)) => Awaited::Exit,
        _ => Awaited::Operand,
    }
}

/// What the instruction `GET_AWAITABLE` gives: the iterator of an awaitable, which must not
/// be a coroutine that something awaits already.
pub fn await_iterator(t: &Thread, object: &Object, what: impl FnOnce() -> Awaited) -> PyResult {
    if !is_coroutine(t, object) && t.type_of(object).slots.await_.get().is_none() {
        let method = match what() {
            Awaited::Operand => return awaitable(t, object),
            Awaited::Enter => "__aenter__",
            Awaited::Exit => "__aexit__",
        };
        return Err(t.type_error(format!(
            "'async with' received an object from {method} that does not implement __await__: {}",
            t.type_name(object)
        )));
    }
    let iterator = awaitable(t, object)?;
    if t.is_exact(&iterator, t.types.coroutine)
        && iterator.downcast().is_some_and(Generator::delegates)
    {
        return Err(t.runtime_error("coroutine is being awaited already"));
    }
    Ok(iterator)
}

/// Is it a coroutine, or a generator that `types.coroutine` made one of?
fn is_coroutine(t: &Thread, object: &Object) -> bool {
    t.is_exact(object, t.types.coroutine)
        || object.downcast::<Generator>().is_some_and(|generator| {
            t.is_exact(object, t.types.generator)
                && generator.code.flags.any(flags::ITERABLE_COROUTINE)
        })
}

/// The iterator of an awaitable (`_PyCoro_GetAwaitableIter`).
pub fn awaitable(t: &Thread, object: &Object) -> PyResult {
    if is_coroutine(t, object) {
        return Ok(object.clone());
    }
    let Some(await_) = t.type_of(object).slots.await_.get() else {
        return Err(t.type_error(format!(
            "object {} can't be used in 'await' expression",
            t.type_name(object)
        )));
    };
    let iterator = await_(t, object)?;
    if is_coroutine(t, &iterator) {
        return Err(t.type_error("__await__() returned a coroutine"));
    }
    if t.type_of(&iterator).slots.next.get().is_none() {
        return Err(t.type_error(format!(
            "__await__() returned non-iterator of type '{}'",
            t.type_name(&iterator)
        )));
    }
    Ok(iterator)
}

/// `GET_AITER`
#[inline(always)]
pub unsafe fn get_aiter(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    r.save();
    // SAFETY: verified: an object lies on top.
    unsafe {
        let object = r.peek(1);
        let Some(aiter) = t.type_of(object).slots.aiter.get() else {
            let kind = t.type_name(object);
            return Flow::Raise(t.type_error(format!(
                "'async for' requires an object with __aiter__ method, got {kind}"
            )));
        };
        let iterator = check!(aiter(t, object));
        if t.type_of(&iterator).slots.anext.get().is_none() {
            let kind = t.type_name(&iterator);
            return Flow::Raise(t.type_error(format!(
                "'async for' received an object from __aiter__ that does not implement __anext__: {kind}"
            )));
        }
        r.replace_top(iterator);
    }
    Flow::Next
}

/// `GET_ANEXT`
#[inline(always)]
pub unsafe fn get_anext(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    r.save();
    // SAFETY: verified: an asynchronous iterator lies on top.
    unsafe {
        let iterator = r.peek(1);
        let Some(anext) = t.type_of(iterator).slots.anext.get() else {
            let kind = t.type_name(iterator);
            return Flow::Raise(t.type_error(format!(
                "'async for' requires an iterator with __anext__ method, got {kind}"
            )));
        };
        let next = check!(anext(t, iterator));
        let awaitable = match awaitable(t, &next) {
            Ok(awaitable) => awaitable,
            Err(raised) => {
                let kind = t.type_name(&next);
                let error = t.type_error(format!(
                    "'async for' received an invalid object from __anext__: {kind}"
                ));
                return Flow::Raise(exceptions::with_cause(t, error, raised));
            }
        };
        r.push(awaitable);
    }
    Flow::Next
}

/// `END_ASYNC_FOR`: ends the loop on `StopAsyncIteration`, else raises on.
#[inline(always)]
pub unsafe fn end_async_for(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    r.save();
    // SAFETY: verified: the parts of an exception, what its handler saved, the iterator.
    unsafe {
        let stop = t.error_type(ErrorKind::StopAsyncIteration);
        let ended = stop.is_some_and(|stop| t.is_instance_of(r.peek(2), stop));
        if !ended {
            drop(r.pop());
            let value = r.pop();
            release(r.pop_word());
            return Flow::Reraise(types::Raised::exception(value));
        }
        r.discard(3);
        let pop = super::blocks::pop_except(r, t, 0);
        r.discard(1);
        pop
    }
}
