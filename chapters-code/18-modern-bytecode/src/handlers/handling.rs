//! Handling exceptions: what the code at the target of an exception table's entry does.

use eval_loop::{Flow, Regs, check};
use objects::Object;
use types::{List, Raised, Thread};

/// `PUSH_EXC_INFO`: the exception on top is the one being handled from here on; the former
/// one is kept below it.
#[inline(always)]
pub unsafe fn push_exc_info(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    // SAFETY: verified: an exception lies on top, and there is room for one more.
    unsafe {
        let exception = r.pop();
        let former = t.handled.replace(Some(exception.clone()));
        r.push(former.unwrap_or(Object::none()));
        r.push(exception);
    }
    Flow::Next
}

/// `POP_EXCEPT`: the former exception is the one being handled again.
#[inline(always)]
pub unsafe fn pop_except(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    r.save();
    // SAFETY: verified: an exception or `None` lies on top.
    unsafe {
        let former = r.pop();
        let former = (!former.is_none()).then_some(former);
        drop(t.handled.replace(former));
    }
    Flow::Next
}

/// `CHECK_EXC_MATCH`: does `except` name the exception's class?
#[inline(always)]
pub unsafe fn check_exc_match(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    r.save();
    // SAFETY: verified: what `except` names above an exception.
    unsafe {
        let matches = check!(exceptions::matches(t, r.peek(2), r.peek(1)));
        r.replace_top(Object::bool(matches));
    }
    Flow::Next
}

/// `CHECK_EG_MATCH`: splits what `except*` takes off the exception below. The rest takes
/// the exception's place; the part taken is the one being handled.
#[inline(always)]
pub unsafe fn check_eg_match(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    r.save();
    // SAFETY: verified: what `except*` names above an exception or `None`.
    unsafe {
        let classes = r.pop();
        let (matching, rest) = check!(exceptions::split_for_handler(t, r.peek(1), &classes));
        let Some(matching) = matching else {
            r.push(Object::none());
            return Flow::Next;
        };
        r.replace_top(rest.unwrap_or(Object::none()));
        r.push(matching.clone());
        drop(t.handled.replace(Some(matching)));
    }
    Flow::Next
}

/// `PREP_RERAISE_STAR`: joins what the `except*` clauses raised with what none of them took.
#[inline(always)]
pub unsafe fn prep_reraise_star(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    r.save();
    // SAFETY: verified: a list that the code made lies above the original exception.
    unsafe {
        let raised = r.pop();
        let raised = raised.payload_unchecked::<List>().items.to_vec();
        let joined = check!(exceptions::join_after_handlers(t, r.peek(1), &raised));
        r.replace_top(joined.unwrap_or(Object::none()));
    }
    Flow::Next
}

/// `RERAISE`: the exception on top goes on. With an argument the frame stands again where
/// it was first raised, which was pushed for the handler.
#[inline(always)]
pub unsafe fn reraise(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    r.save();
    // SAFETY: verified: an exception or `None`, and below it the offset that is asked for.
    unsafe {
        let exception = r.pop();
        if exception.is_none() {
            return Flow::Raise(t.runtime_error("No active exception to reraise"));
        }
        if arg != 0
            && let Some(raised_at) = r.peek(arg as usize).as_small_int()
        {
            let start = r.code().units_start().cast_mut();
            (*r.frame).ip = start.offset(raised_at as isize);
        }
        Flow::Reraise(Raised::exception(exception))
    }
}

/// `WITH_EXCEPT_START`: calls `__exit__`, four below the top, with the exception on top.
#[inline(always)]
pub unsafe fn with_except_start(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    r.save();
    // SAFETY: verified: the exception, the former one, where it was raised, `__exit__`.
    unsafe {
        let exception = r.peek(1);
        let kind = t.type_of(exception).object().into_object();
        let traceback = exceptions::traceback(exception).unwrap_or(Object::none());
        let result = check!(t.call(r.peek(4), &[kind, exception.clone(), traceback]));
        r.push(result);
    }
    Flow::Next
}
