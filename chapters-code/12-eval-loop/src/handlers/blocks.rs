//! Exceptions and blocks: raising, handling, `finally`, `with`.

use super::calls;
use crate::check;
use crate::regs::{Flow, Regs};
use frames::{Block, BlockKind, Function, Returns, begin_call, release};
use objects::Object;
use types::{Method, Name, PyResult, Raised, Thread};

/// Opens a block.
///
/// # Safety
/// The verifier has proved that the frame has room for it.
#[inline(always)]
unsafe fn open(r: &mut Regs, handler: u32, kind: BlockKind) {
    // SAFETY: by the caller's promise.
    unsafe {
        let level = r.sp.offset_from((*r.frame).stack()) as u16;
        let place = (*r.frame).block_stack().add((*r.frame).blocks as usize);
        place.write(Block {
            handler,
            level,
            kind,
        });
        (*r.frame).blocks += 1;
    }
}

/// Closes the innermost block.
///
/// # Safety
/// The verifier has proved that there is one.
#[inline(always)]
unsafe fn close(r: &mut Regs) -> Block {
    // SAFETY: by the caller's promise.
    unsafe {
        (*r.frame).blocks -= 1;
        (*r.frame)
            .block_stack()
            .add((*r.frame).blocks as usize)
            .read()
    }
}

/// `SETUP_FINALLY`
#[inline(always)]
pub unsafe fn setup_finally(r: &mut Regs, _: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe {
        let handler = offset(r) + arg;
        open(r, handler, BlockKind::Finally);
    }
    Flow::Next
}

/// The offset of the next instruction.
#[inline(always)]
unsafe fn offset(r: &Regs) -> u32 {
    // SAFETY: `ip` lies in the units of the running code.
    unsafe { r.ip.cast_const().offset_from(r.code().units_start()) as u32 }
}

/// `POP_BLOCK`
#[inline(always)]
pub unsafe fn pop_block(r: &mut Regs, _: &Thread, _: u32) -> Flow {
    // SAFETY: verified.
    unsafe { close(r) };
    Flow::Next
}

/// `POP_EXCEPT`
#[inline(always)]
pub unsafe fn pop_except(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    r.save();
    // SAFETY: verified: the innermost block is a handler's, and what it saved lies on top.
    unsafe {
        close(r);
        restore_handled(r, t);
    }
    Flow::Next
}

/// Pops the exception that was being handled before: type, value, traceback.
///
/// # Safety
/// The three lie on top of the stack.
pub unsafe fn restore_handled(r: &mut Regs, t: &Thread) {
    // SAFETY: by the caller's promise; any of them may be NULL.
    unsafe {
        let kind = r.pop_word();
        let value = r.pop_word();
        let traceback = r.pop_word();
        let value = (value != 0)
            .then(|| Object::from_word(value))
            .filter(|value| !value.is_none());
        let old = t.handled.replace(value);
        release(kind);
        release(traceback);
        drop(old);
    }
}

/// Leaves the stack as an exception's handler of 3.10 expects it, and goes there.
///
/// # Safety
/// `block` is the innermost block that was closed for the exception.
pub unsafe fn enter_handler(r: &mut Regs, t: &Thread, block: Block, exception: Object) {
    // SAFETY: the verifier has proved that the handler has room for six more values.
    unsafe {
        let level = (*r.frame).stack().add(block.level as usize);
        while r.sp > level {
            release(r.pop_word());
        }
        let running = (*r.frame).last_instruction();
        open(r, running as u32, BlockKind::Handler);
        let old = t.handled.take();
        push_parts(r, t, old);
        push_parts(r, t, Some(exception.clone()));
        t.handled.set(exception);
        r.jump_to(block.handler);
    }
}

/// Pushes traceback, value and type of an exception, or `None` three times.
unsafe fn push_parts(r: &mut Regs, t: &Thread, exception: Option<Object>) {
    // SAFETY: there is room, as for `enter_handler`.
    unsafe {
        let Some(exception) = exception else {
            for _ in 0..3 {
                r.push(Object::none());
            }
            return;
        };
        r.push(exceptions::traceback(&exception).unwrap_or(Object::none()));
        let kind = t.type_of(&exception).object().into_object();
        r.push(exception);
        r.push(kind);
    }
}

/// `RERAISE`
#[inline(always)]
pub unsafe fn reraise(r: &mut Regs, _: &Thread, arg: u32) -> Flow {
    r.save();
    // SAFETY: verified: the three parts of an exception lie on top; with an argument, the
    // innermost block is a handler's, which knows where the exception came from.
    unsafe {
        if arg != 0 && (*r.frame).blocks > 0 {
            let block = (*r.frame)
                .block_stack()
                .add((*r.frame).blocks as usize - 1)
                .read();
            let start = r.code().units_start().cast_mut();
            (*r.frame).ip = start.offset(block.handler as i32 as isize);
        }
        drop(r.pop());
        let value = r.pop();
        release(r.pop_word());
        Flow::Reraise(Raised::exception(value))
    }
}

/// `RAISE_VARARGS`
#[inline(always)]
pub unsafe fn raise_varargs(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    r.save();
    // SAFETY: verified: as many objects as the argument says lie on top.
    unsafe {
        let cause = if arg == 2 { Some(r.pop()) } else { None };
        if arg == 0 {
            return match exceptions::handled(t) {
                Some(exception) => Flow::Reraise(Raised::exception(exception)),
                None => Flow::Raise(t.runtime_error("No active exception to reraise")),
            };
        }
        let exception = r.pop();
        Flow::Raise(exceptions::raise(t, exception, cause))
    }
}

/// `JUMP_IF_NOT_EXC_MATCH`
#[inline(always)]
pub unsafe fn jump_if_not_exc_match(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    r.save();
    // SAFETY: verified: the raised type, and above it what `except` names.
    unsafe {
        let matches = check!(exceptions::matches(t, r.peek(2), r.peek(1)));
        r.discard(2);
        if !matches {
            r.jump_to(arg);
        }
    }
    Flow::Next
}

/// The `__enter__` and `__exit__` of a context manager: bound, ready to call.
fn context_methods(
    t: &Thread,
    manager: &Object,
    (enter, exit): (&Name, &Name),
    kind: &str,
) -> Result<(Method, Object), Raised> {
    let find = |name: &Name| match t.special_method(manager, name)? {
        Some(method) => Ok(method),
        None => Err(missing_context_method(t, manager, name, enter, kind)),
    };
    let enter = find(enter)?;
    let exit = match find(exit)? {
        Method::Bound(method) => method,
        Method::Unbound(function) => {
            let owner = t.type_of(manager).object();
            t.bind(function, Some(manager), owner.as_object())?
        }
    };
    Ok((enter, exit))
}

#[cold]
fn missing_context_method(
    t: &Thread,
    manager: &Object,
    name: &Name,
    enter: &Name,
    kind: &str,
) -> Raised {
    if t.version == types::Version::V310 {
        return t.raise(
            types::ErrorKind::AttributeError,
            types::Details::Message(name.to_string().into()),
        );
    }
    let missed = if name.is(enter) {
        String::new()
    } else {
        format!(" (missed {name} method)")
    };
    t.type_error(format!(
        "'{}' object does not support the {kind} protocol{missed}",
        t.type_name(manager)
    ))
}

/// Replaces the manager on top by its bound `__exit__`; gives what `__enter__` gave.
unsafe fn enter_manager(r: &mut Regs, t: &Thread) -> PyResult {
    // SAFETY: verified: the manager lies on top.
    unsafe {
        let names = (&t.names.enter, &t.names.exit);
        let (enter, exit) = context_methods(t, r.peek(1), names, "context manager")?;
        let manager = Object::from_word(r.place(1).replace(exit.into_word()));
        t.call_found(&manager, enter, &[])
    }
}

/// `SETUP_WITH`
#[inline(always)]
pub unsafe fn setup_with(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    r.save();
    // SAFETY: verified: the manager lies on top.
    unsafe {
        let result = check!(enter_manager(r, t));
        let handler = offset(r) + arg;
        open(r, handler, BlockKind::Finally);
        r.push(result);
    }
    Flow::Next
}

/// `BEFORE_WITH` of 3.11, which has no blocks to open.
#[inline(always)]
pub unsafe fn before_with(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    r.save();
    // SAFETY: verified: the manager lies on top, and there is room for one more.
    unsafe {
        let names = (&t.names.enter, &t.names.exit);
        let methods = context_methods(t, r.peek(1), names, "context manager");
        let (enter, exit) = check!(methods);
        let manager = Object::from_word(r.place(1).replace(exit.into_word()));
        match enter {
            // The frame of a Python function goes on top of the running one.
            Method::Unbound(function) if function.downcast::<Function>().is_some() => {
                let mut manager = manager.into_word();
                let frame = begin_call(t, function.into_word(), &raw mut manager, 1, &[]);
                calls::push(r, t, check!(frame), Returns::Push)
            }
            enter => {
                let result = check!(t.call_found(&manager, enter, &[]));
                r.push(result);
                Flow::Next
            }
        }
    }
}

/// `BEFORE_ASYNC_WITH`
#[inline(always)]
pub unsafe fn before_async_with(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    r.save();
    // SAFETY: verified: the manager lies on top.
    unsafe {
        let names = (&t.names.aenter, &t.names.aexit);
        let kind = "asynchronous context manager";
        let (enter, exit) = check!(context_methods(t, r.peek(1), names, kind));
        let manager = Object::from_word(r.place(1).replace(exit.into_word()));
        let result = check!(t.call_found(&manager, enter, &[]));
        r.push(result);
    }
    Flow::Next
}

/// `SETUP_ASYNC_WITH`
#[inline(always)]
pub unsafe fn setup_async_with(r: &mut Regs, _: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: what `__aenter__` gave lies on top, above the block's level.
    unsafe {
        let handler = offset(r) + arg;
        let result = r.pop_word();
        open(r, handler, BlockKind::Finally);
        r.push_word(result);
    }
    Flow::Next
}

/// `WITH_EXCEPT_START`: calls `__exit__`, seven below the top, with the exception on top.
#[inline(always)]
pub unsafe fn with_except_start(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    r.save();
    // SAFETY: verified: the parts of the exception, those of the one before, `__exit__`.
    unsafe {
        let exit = r.peek(7);
        let args = [r.peek(1).clone(), r.peek(2).clone(), r.peek(3).clone()];
        let result = check!(t.call(exit, &args));
        r.push(result);
    }
    Flow::Next
}
