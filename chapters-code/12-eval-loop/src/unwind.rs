//! What happens when an exception is raised? The frames are unwound until one has a block
//! that handles it.

use crate::handlers::blocks;
use crate::regs::Regs;
use frames::{
    BlockKind, Frame, Generator, Owner, Returns, State, end_frame, frame_object, release,
};
use objects::Object;
use types::{ErrorKind, PyResult, Raised, Thread};

/// Looks whether the running frame handles the exception. If so, the registers stand at the
/// handler, and the stack is as it expects.
pub type HandleFn = unsafe fn(&mut Regs, &Thread, &Object) -> bool;

/// Finds the handler of an exception in the running frame or its callers, and goes there;
/// `handle` is how this version's code says what it handles.
/// `Err`: none of the frames down to the one that native code started handles it; all of
/// them have ended.
///
/// # Safety
/// The registers are those of a running machine; the running instruction is saved.
#[cold]
#[inline(never)]
pub unsafe fn unwind(
    r: &mut Regs,
    t: &Thread,
    raised: Raised,
    reraise: bool,
    handle: HandleFn,
) -> Result<(), Raised> {
    let exception = raised.into_exception(t);
    if exception.is_none() {
        // Not even a `MemoryError` could be made.
        return Err(Raised::exception(exception));
    }
    let mut traced = reraise;
    let mut exception = exception;
    loop {
        // SAFETY: the registers are those of the frame that is unwound; a frame is ended
        // only once it has no handler, and then the one below it is taken up.
        unsafe {
            if !traced && let Err(raised) = trace(r, t, &exception) {
                exception = raised.into_exception(t);
            }
            traced = false;
            if handle(r, t, &exception) {
                return Ok(());
            }
            drop_operands(r);
            match leave(r, t, &mut exception) {
                Some(previous) => r.switch_to(t, previous),
                None => return Err(Raised::exception(exception)),
            }
            // The instruction that made the call is the running one again.
            r.save();
        }
    }
}

/// Adds the running frame to the exception's traceback.
///
/// # Safety
/// The registers are those of the frame, which is complete.
unsafe fn trace(r: &Regs, t: &Thread, exception: &Object) -> PyResult<()> {
    // SAFETY: by the caller's promise.
    let (frame, last_instruction) =
        unsafe { (frame_object(t, r.frame)?, (*r.frame).last_instruction()) };
    exceptions::add_traceback(t, exception, frame, last_instruction)
}

/// Gives up what waits on the stack of a frame that an exception ends. The frame is still the
/// running one, for the destructors that look.
///
/// # Safety
/// The registers are those of the frame.
unsafe fn drop_operands(r: &mut Regs) {
    // SAFETY: the words up to `sp` are owned or zero; the stack is lowered before they go.
    unsafe {
        let (bottom, top) = ((*r.frame).stack(), r.sp);
        r.sp = bottom;
        (*r.frame).sp = bottom;
        let count = usize::try_from(top.offset_from(bottom)).unwrap_or(0);
        for place in (0..count).rev() {
            release(bottom.add(place).read());
        }
    }
}

/// 3.10: closes blocks until one handles the exception.
///
/// # Safety
/// The registers are those of a running machine, whose code is 3.10's.
pub unsafe fn handle(r: &mut Regs, t: &Thread, exception: &Object) -> bool {
    // SAFETY: the blocks of the running frame describe its stack, as the verifier proved.
    unsafe {
        while (*r.frame).blocks > 0 {
            (*r.frame).blocks -= 1;
            let block = (*r.frame)
                .block_stack()
                .add((*r.frame).blocks as usize)
                .read();
            match block.kind {
                BlockKind::Handler => {
                    let saved = (*r.frame).stack().add(block.level as usize + 3);
                    r.discard(r.sp.offset_from(saved).max(0) as usize);
                    blocks::restore_handled(r, t);
                }
                BlockKind::Finally => {
                    blocks::enter_handler(r, t, block, exception.clone());
                    return true;
                }
            }
        }
    }
    false
}

/// Ends the running frame because of an exception; gives the frame where that goes on, if
/// it is not native code that started this one.
unsafe fn leave(r: &mut Regs, t: &Thread, exception: &mut Object) -> Option<*mut Frame> {
    // SAFETY: the frame is complete; it is not used after it has ended.
    unsafe {
        let frame = r.frame;
        let (previous, returns) = ((*frame).previous, (*frame).returns);
        t.depth.set(t.depth.get() - returns.depth());
        if (*frame).owner == Owner::Generator {
            let generator = Generator::of_frame(frame);
            generator.leave(t, State::Finished);
            end_frame(t, frame);
            *exception = stop_iteration_inside(t, exception.clone(), generator);
        } else {
            t.frames.current.set(previous.expose_provenance());
            end_frame(t, frame);
        }
        (returns != Returns::Native).then_some(previous)
    }
}

/// A `StopIteration` that leaves a generator's body becomes a `RuntimeError` (PEP 479).
pub fn stop_iteration_inside(t: &Thread, exception: Object, generator: &Generator) -> Object {
    let is = |kind| {
        t.error_type(kind)
            .is_some_and(|class| t.is_instance_of(&exception, class))
    };
    // SAFETY: a generator lies only in the heap, and is kept by whoever runs it.
    let own = unsafe { objects::Owned::from_payload(generator) }.into_object();
    let (kind, what) = match t.type_of(&own) {
        kind if kind.is(t.types.coroutine) => ("coroutine", "StopIteration"),
        kind if kind.is(t.types.async_generator) && is(ErrorKind::StopAsyncIteration) => {
            ("async generator", "StopAsyncIteration")
        }
        kind if kind.is(t.types.async_generator) => ("async generator", "StopIteration"),
        _ => ("generator", "StopIteration"),
    };
    if !is(ErrorKind::StopIteration) && what == "StopIteration" {
        return exception;
    }
    let error = t.runtime_error(format!("{kind} raised {what}"));
    exceptions::with_cause(t, error, Raised::exception(exception)).into_exception(t)
}
