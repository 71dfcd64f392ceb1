//! The adaptive instructions: they count down, and when the counter has run out they become
//! something else.
//!
//! An attempt that succeeds runs the instruction again, in its new form; one that fails, or
//! an execution that only counts, does the plain instruction.

use super::{attributes, cached, skip};
use crate::counter::{ONE_EXECUTION, is_due};
use crate::site::Site;
use crate::specialize::{self, Decision};
use eval_loop::handlers::fast as short;
use eval_loop::handlers::operators::{self, fast_binary, fast_binary_of_bools};
use eval_loop::{Flow, Regs};
use modern_bytecode::handlers::{cached as plain, calls};
use objects::Object;
use types::{BinaryOp, Thread};

/// Is it time for an attempt? If not, counts.
#[inline(always)]
unsafe fn due(r: &Regs) -> bool {
    // SAFETY: verified: the counter lies behind the instruction.
    unsafe {
        let counter = cached(r, 1);
        if is_due(counter) {
            return true;
        }
        r.ip.write(counter - ONE_EXECUTION);
        false
    }
}

/// The running instruction as a site.
fn site<'a>(r: &Regs) -> Option<Site<'a>> {
    let code = r.code();
    // SAFETY: `ip` lies in the units of the code that runs.
    let next = unsafe { r.ip.cast_const().offset_from(code.units_start()) };
    Site::at(code, usize::try_from(next - 1).ok()?)
}

/// Writes a decision down; true if the instruction is to run again in a new form.
unsafe fn settle(r: &mut Regs, site: Site<'_>, decision: Decision, arg: u32) -> bool {
    decision.apply(site);
    if let Decision::Fail(_) = decision {
        site.set_counter(site.counter() - ONE_EXECUTION);
        return false;
    }
    // The argument comes from the prefixes once more. As many as it has bytes beyond the
    // first are enough: what comes before them is zero.
    let prefixes = (arg.checked_ilog2().unwrap_or(0) / 8) as usize;
    // SAFETY: verified: the instruction and its prefixes lie there.
    r.ip = unsafe { r.ip.sub(1 + prefixes) };
    true
}

/// Declares adaptive instructions: what decides, and the plain handler.
macro_rules! adaptive {
    ($($text:literal $name:ident($r:ident, $t:ident, $site:ident, $arg:ident) $decide:expr, $plain:path;)*) => {
        $(
            #[doc = concat!("`", $text, "`")]
            #[inline(always)]
            pub unsafe fn $name(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
                /// An attempt; true if it succeeded.
                #[cold]
                unsafe fn attempt(r: &mut Regs, t: &Thread, arg: u32) -> bool {
                    let Some(site) = site(r) else {
                        return false;
                    };
                    // SAFETY: verified: what the instruction works on lies on the stack.
                    unsafe {
                        let ($r, $t, $site, $arg) = (&*r, t, site, arg);
                        let decision = $decide;
                        settle(r, site, decision, arg)
                    }
                }
                // SAFETY: verified.
                unsafe {
                    if due(r) && attempt(r, t, arg) {
                        return Flow::Next;
                    }
                    $plain(r, t, arg)
                }
            }
        )*
    };
}

/// `BINARY_OP_ADAPTIVE` on two numbers that are words, while it only counts: what divides,
/// shifts and mixes never becomes anything else.
#[inline(always)]
pub unsafe fn binary_op_of_words(r: &mut Regs, _: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: two objects lie on top, and the counter behind the instruction.
    unsafe {
        let counter = cached(r, 1);
        let op = BinaryOp::ALL[arg as usize % BinaryOp::ALL.len()];
        if is_due(counter) {
            return Flow::Miss;
        }
        let (a, b) = (r.peek(2), r.peek(1));
        let result = match fast_binary(op, a, b) {
            None => fast_binary_of_bools(op, a, b),
            result => result,
        };
        let Some(result) = result else {
            return Flow::Miss;
        };
        r.ip.write(counter - ONE_EXECUTION);
        // Words that hold their value need no release.
        r.sp = r.sp.sub(1);
        r.place(1).write(result.into_word());
        skip(r, 1);
    }
    Flow::Next
}

/// `BINARY_OP_ADAPTIVE` of an object whose class has a method for it, while it only counts:
/// that never becomes anything else.
#[inline(always)]
pub unsafe fn binary_op_by_method(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: as for `binary_op_of_words`.
    unsafe {
        let (counter, place, count) = (cached(r, 1), r.ip, BinaryOp::ALL.len());
        if is_due(counter) {
            return Flow::Miss;
        }
        let op = BinaryOp::ALL[arg as usize % count];
        let flow = operators::binary_by_method(r, t, op, arg as usize >= count, 1);
        if let Flow::Next = flow {
            place.write(counter - ONE_EXECUTION);
        }
        flow
    }
}

/// `BINARY_OP_ADAPTIVE` of two tuples that are added, while it only counts.
#[inline(always)]
pub unsafe fn binary_op_of_tuples(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: as for `binary_op_of_words`.
    unsafe {
        let (counter, place, count) = (cached(r, 1), r.ip, BinaryOp::ALL.len());
        let op = BinaryOp::ALL[arg as usize % count];
        if is_due(counter) || !matches!(op, BinaryOp::Add) {
            return Flow::Miss;
        }
        let flow = operators::join_tuples(r, t, 1);
        if !matches!(flow, Flow::Miss) {
            place.write(counter - ONE_EXECUTION);
        }
        flow
    }
}

/// `LOAD_ATTR_ADAPTIVE` of a property, while it only counts: that never becomes anything else.
#[inline(always)]
pub unsafe fn load_attr_by_getter(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: as for `load_attr_counting`.
    unsafe {
        let (counter, place) = (cached(r, 1), r.ip);
        if is_due(counter) {
            return Flow::Miss;
        }
        let flow = modern_bytecode::handlers::fast::load_attr_by_getter(r, t, arg);
        if let Flow::Next = flow {
            place.write(counter - ONE_EXECUTION);
        }
        flow
    }
}

/// `CALL_ADAPTIVE` of what needs little, while it only counts: classes never become anything
/// else.
#[inline(always)]
pub unsafe fn call_counting(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: callee and arguments lie on top, and the counter behind the
    // instruction.
    unsafe {
        let (counter, place) = (cached(r, 1), r.ip);
        if is_due(counter) {
            return Flow::Miss;
        }
        let flow = modern_bytecode::handlers::fast::call(r, t, arg);
        if let Flow::Next = flow {
            place.write(counter - ONE_EXECUTION);
        }
        flow
    }
}

/// `PRECALL_ADAPTIVE` before the call of a class, while it only counts.
#[inline(always)]
pub unsafe fn precall_counting(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: as for `call_counting`.
    unsafe {
        let counter = cached(r, 1);
        let callable = Object::borrow_word(r.place(arg as usize + 1));
        if is_due(counter)
            || r.place(arg as usize + 2).read() != 0
            || !t.is_exact_heap(callable, t.types.type_)
        {
            return Flow::Miss;
        }
        r.ip.write(counter - ONE_EXECUTION);
        skip(r, 1);
    }
    Flow::Next
}

/// `LOAD_ATTR_ADAPTIVE` of what an object has itself, while it only counts.
#[inline(always)]
pub unsafe fn load_attr_counting(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: an object lies on top; the counter lies behind the instruction.
    unsafe {
        let counter = cached(r, 1);
        if is_due(counter) {
            return Flow::Miss;
        }
        let Some(value) = attributes::known(r, t, arg) else {
            return Flow::Miss;
        };
        r.ip.write(counter - ONE_EXECUTION);
        skip(r, 4);
        Flow::Drop(r.place(1).replace(value.into_word()))
    }
}

/// `STORE_ATTR_ADAPTIVE` of what an object has itself, while it only counts.
#[inline(always)]
pub unsafe fn store_attr_counting(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: an object and a value lie on top; the counter lies behind the
    // instruction.
    unsafe {
        let (counter, place) = (cached(r, 1), r.ip);
        if is_due(counter) {
            return Flow::Miss;
        }
        let flow = attributes::store_known(r, t, arg);
        if !matches!(flow, Flow::Miss) {
            place.write(counter - ONE_EXECUTION);
        }
        flow
    }
}

/// `LOAD_METHOD_ADAPTIVE` of Python functions, while it only counts.
#[inline(always)]
pub unsafe fn load_method_counting(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: as for `load_attr_counting`; there is room for one more.
    unsafe {
        let counter = cached(r, 1);
        if is_due(counter) {
            return Flow::Miss;
        }
        let Some(function) = t.known_method(r.peek(1), r.name(arg)) else {
            return Flow::Miss;
        };
        r.ip.write(counter - ONE_EXECUTION);
        skip(r, 10);
        let object = r.place(1).replace(function.into_word());
        r.push_word(object);
    }
    Flow::Next
}

/// Declares the short forms of adaptive instructions: what they do while they only count,
/// and how long their cache is.
macro_rules! counting {
    ($($(#[$doc:meta])* $name:ident $short:path, $cache:literal;)*) => {
        $(
            $(#[$doc])*
            #[inline(always)]
            pub unsafe fn $name(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
                // SAFETY: verified: two objects lie on top, and the counter behind the
                // instruction.
                unsafe {
                    let counter = cached(r, 1);
                    if is_due(counter) {
                        return Flow::Miss;
                    }
                    let flow = $short(r, t, arg);
                    if !matches!(flow, Flow::Miss) {
                        r.ip.write(counter - ONE_EXECUTION);
                        skip(r, $cache);
                    }
                    flow
                }
            }
        )*
    };
}

counting! {
    /// `COMPARE_OP_ADAPTIVE` of two numbers that are words, or of strings.
    compare_op_of_words short::numbers::compare_op, 2;
    /// `BINARY_SUBSCR_ADAPTIVE` of a string and a number, which never becomes anything else.
    binary_subscr_of_text short::subscripts::binary_subscr, 4;
}

adaptive! {
    "BINARY_OP_ADAPTIVE" binary_op(r, t, site, arg)
        decide::binary_op(r, t, site, arg), plain::binary_op;
    "BINARY_SUBSCR_ADAPTIVE" binary_subscr(r, t, _site, _arg)
        specialize::binary_subscr(t, r.peek(2), r.peek(1)), plain::binary_subscr;
    "CALL_ADAPTIVE" call(r, t, _site, arg)
        decide::call(r, t, arg), calls::call;
    "COMPARE_OP_ADAPTIVE" compare_op(r, t, site, arg)
        specialize::compare_op(t, site, arg, (r.peek(2), r.peek(1))), plain::compare_op;
    "LOAD_ATTR_ADAPTIVE" load_attr(r, t, _site, arg)
        specialize::load_attr(t, r.peek(1), r.name(arg)), plain::load_attr;
    "LOAD_GLOBAL_ADAPTIVE" load_global(r, t, _site, arg)
        decide::load_global(r, t, arg), plain::load_global;
    "LOAD_METHOD_ADAPTIVE" load_method(r, t, _site, arg)
        specialize::load_method(t, r.peek(1), r.name(arg)), plain::load_method;
    "PRECALL_ADAPTIVE" precall(r, t, site, arg)
        decide::precall(r, t, site, arg), calls::precall;
    "STORE_ATTR_ADAPTIVE" store_attr(r, t, _site, arg)
        specialize::store_attr(t, r.peek(1), r.name(arg)), plain::store_attr;
    "STORE_SUBSCR_ADAPTIVE" store_subscr(r, t, _site, _arg)
        specialize::store_subscr(t, r.peek(2), r.peek(1)), plain::store_subscr;
    "UNPACK_SEQUENCE_ADAPTIVE" unpack_sequence(r, t, _site, arg)
        specialize::unpack_sequence(t, arg, r.peek(1)), plain::unpack_sequence;
}

/// What is decided for the instruction that is about to run, if it is an adaptive one and
/// its counter has run out: for those who watch.
///
/// # Safety
/// The registers are those of a running machine, behind a fetched instruction.
pub unsafe fn foresee(r: &Regs, t: &Thread, arg: u32) -> Option<Decision> {
    use instructions::specialized311 as fast;
    let site = site(r)?;
    if !is_due(site.counter()) {
        return None;
    }
    // SAFETY: verified: what the instruction works on lies on the stack.
    unsafe {
        Some(match site.operation() {
            fast::BINARY_OP_ADAPTIVE => decide::binary_op(r, t, site, arg),
            fast::BINARY_SUBSCR_ADAPTIVE => specialize::binary_subscr(t, r.peek(2), r.peek(1)),
            fast::CALL_ADAPTIVE => decide::call(r, t, arg),
            fast::COMPARE_OP_ADAPTIVE => {
                specialize::compare_op(t, site, arg, (r.peek(2), r.peek(1)))
            }
            fast::LOAD_ATTR_ADAPTIVE => specialize::load_attr(t, r.peek(1), r.name(arg)),
            fast::LOAD_GLOBAL_ADAPTIVE => decide::load_global(r, t, arg),
            fast::LOAD_METHOD_ADAPTIVE => specialize::load_method(t, r.peek(1), r.name(arg)),
            fast::PRECALL_ADAPTIVE => decide::precall(r, t, site, arg),
            fast::STORE_ATTR_ADAPTIVE => specialize::store_attr(t, r.peek(1), r.name(arg)),
            fast::STORE_SUBSCR_ADAPTIVE => specialize::store_subscr(t, r.peek(2), r.peek(1)),
            fast::UNPACK_SEQUENCE_ADAPTIVE => specialize::unpack_sequence(t, arg, r.peek(1)),
            _ => return None,
        })
    }
}

/// The decisions that look at more than the operands on top.
mod decide {
    use super::*;

    pub unsafe fn binary_op(r: &Regs, t: &Thread, site: Site<'_>, arg: u32) -> Decision {
        let count = r.code().locals;
        let local = |index: u8| match u32::from(index) < count {
            // SAFETY: there is such a local.
            true => unsafe { r.local(index.into()).read() },
            false => 0,
        };
        // SAFETY: verified: two objects lie on top.
        unsafe { specialize::binary_op(t, site, arg, (r.peek(2), r.peek(1)), local) }
    }

    /// What is called, and with how many arguments, `self` included.
    unsafe fn callee<'a>(r: &Regs, arg: u32) -> (&'a Object, usize) {
        // SAFETY: verified: NULL or a method, a callable or `self`, and so many arguments.
        unsafe {
            let count = arg as usize + usize::from(r.place(arg as usize + 2).read() != 0);
            (r.peek(count + 1), count)
        }
    }

    /// Has `KW_NAMES` kept names for the call?
    unsafe fn keywords(r: &Regs) -> bool {
        // SAFETY: the running frame is live.
        unsafe { (*r.frame).blocks != 0 }
    }

    pub unsafe fn call(r: &Regs, t: &Thread, arg: u32) -> Decision {
        // SAFETY: verified.
        unsafe {
            let (callable, count) = callee(r, arg);
            specialize::call(t, callable, count, keywords(r))
        }
    }

    pub unsafe fn precall(r: &Regs, t: &Thread, site: Site<'_>, arg: u32) -> Decision {
        // SAFETY: verified.
        unsafe {
            let (callable, count) = callee(r, arg);
            specialize::precall(t, site, arg, callable, count, keywords(r))
        }
    }

    pub unsafe fn load_global(r: &Regs, t: &Thread, arg: u32) -> Decision {
        // SAFETY: verified; a frame keeps its globals and builtins alive.
        unsafe {
            let (globals, builtins) = (&*(*r.frame).globals, &*(*r.frame).builtins);
            specialize::load_global(t, globals, builtins, r.name(arg >> 1))
        }
    }
}
