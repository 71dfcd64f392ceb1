//! How are instructions turned into calls of handlers? By a driver, which one macro makes
//! from a table of rows: [`driver!`](crate::driver!).
//!
//! # Making a loop
//!
//! A row is `NUMBER NAME handler,` or `NUMBER NAME handler else generic,`. Both are paths to
//! functions `unsafe fn(&mut Regs, &Thread, u32) -> Flow`, marked `#[inline(always)]`; the
//! second one runs, from the registers as they were, when the first says
//! [`Flow::Miss`](crate::Flow::Miss), and there can be more behind it. Handlers with an `else`
//! are for what is short: they must keep the rules of [`tail`](crate::tail), and are fast for
//! it. One of them that never misses has [`never`](crate::handlers::fast::never) behind it.
//! The last handler of a row may do what it likes. Rows are kept in a macro that hands them on, so that a later
//! chapter can put its own in front:
//!
//! ```text
//! #[macro_export]
//! macro_rules! table_311 {
//!     ($($driver:tt)::+ { $($head:tt)* } $($first:tt)*) => {
//!         $($driver)::+! {
//!             { $($head)* }
//!             $($first)*
//!             1 POP_TOP $crate::handlers::pop_top,
//!             124 LOAD_FAST eval_loop::handlers::variables::load_fast,
//!         }
//!     };
//! }
//! ```
//!
//! and a module that wants to run them says
//!
//! ```text
//! table_311! {
//!     eval_loop::driver { handle: crate::unwind::handle, extended: [144] }
//!     106 LOAD_ATTR adaptive::load_attr else attributes::load_attr,
//! }
//! ```
//!
//! Where two rows have the same number, the first one counts. The module gets a
//! `pub unsafe fn run`, which is a [`frames::RunFn`], and `pub const HANDLED`. `handle` is
//! an `unsafe fn(&mut Regs, &Thread, &Object) -> bool`: is the exception handled in the
//! running frame? Then the registers stand at the handler, and the stack is as it expects.
//! `extended` lists the operations that only lengthen the argument of the next. Behind it the
//! head may have `private: [124 LOAD_FAST fused::load_fast else variables::load_fast]`: rows
//! that stand in front of all others while nobody watches, and may do the work of the next
//! instructions, too.

use crate::handlers::*;
use crate::table_310;
use frames::{Owner, Returns};

pub use crate::regs::{Flow, Regs};
pub use frames::{Frame, release, release_shared};
pub use objects::Word;
pub use types::{PyResult, Raised, Thread};

/// Links the frame and counts it; an error means that there is no room for another call.
///
/// # Safety
/// As for [`frames::RunFn`].
pub unsafe fn enter(t: &Thread, frame: *mut Frame) -> PyResult<()> {
    // SAFETY: as for `run`.
    unsafe {
        if (*frame).owner == Owner::Thread {
            (*frame).previous = std::ptr::with_exposed_provenance_mut(t.frames.current.get());
            (*frame).returns = Returns::Native;
            t.frames.current.set(frame.expose_provenance());
        }
    }
    let depth = t.depth.get() + 1;
    t.depth.set(depth);
    if depth > t.recursion_limit.get() {
        return Err(t.recursion_error("maximum recursion depth exceeded"));
    }
    t.check_stack("")
}

/// Makes a loop from a table; the documentation of this module says how.
#[macro_export]
macro_rules! driver {
    (
        {
            handle: $handle:path, extended: [$($extended:literal),+]
            $(, private: [$(
                $private:literal $private_name:ident
                $($short:ident)::+ $(else $($long:ident)::+)+
            ),+ $(,)?])?
        }
        $($number:literal $name:ident $($handler:tt)::+ $(else $($generic:tt)::+)*,)*
    ) => {
        /// Runs a frame; see [`frames::RunFn`].
        ///
        /// # Safety
        /// As there.
        pub unsafe fn run(
            t: &$crate::driver::Thread,
            frame: *mut $crate::driver::Frame,
            raised: Option<$crate::driver::Raised>,
        ) -> $crate::driver::PyResult {
            // SAFETY: as for `run`.
            unsafe {
                match t.limits.instructions.get() {
                    None => drive_unwatched(t, frame, raised),
                    Some(_) => drive(t, frame, raised, &mut $crate::observer::Count::of(t)),
                }
            }
        }

        $crate::unwatched! {
            { handle: $handle, extended: [$($extended),+] }
            $($([$private $private_name [$($short)::+] $([$($long)::+])+])+)?
            $([$number $name [$($handler)::+] $([$($generic)::+])*])*
        }

        /// The loop.
        #[allow(unreachable_patterns, reason = "of two rows with a number the first counts")]
        unsafe fn drive<O: $crate::observer::Observer>(
            t: &$crate::driver::Thread,
            frame: *mut $crate::driver::Frame,
            raised: Option<$crate::driver::Raised>,
            observer: &mut O,
        ) -> $crate::driver::PyResult {
            use $crate::driver::{Flow, Regs};
            // SAFETY: the frame is complete and its code verified. Each arm calls the
            // handler that the instruction names; handlers keep the registers in order.
            unsafe {
                let entered = $crate::driver::enter(t, frame);
                let mut r = Regs::of(frame);
                let mut before = r;
                let mut flow = match (entered, raised) {
                    (Err(raised), _) => Flow::Raise(raised),
                    // The frame raises where it stands, not one instruction on.
                    (Ok(()), Some(raised)) => Flow::Raise(raised),
                    (Ok(()), None) => Flow::Next,
                };
                loop {
                    match flow {
                        Flow::Next => (),
                        Flow::Raise(raised) => {
                            $crate::unwind::unwind(&mut r, t, raised, false, $handle)?;
                        }
                        Flow::Reraise(raised) => {
                            $crate::unwind::unwind(&mut r, t, raised, true, $handle)?;
                        }
                        Flow::Exit(value) => return Ok(value),
                        Flow::Drop(word) => {
                            before.save();
                            $crate::driver::release(word);
                        }
                        Flow::Drop2(first, second) => {
                            before.save();
                            $crate::driver::release(first);
                            $crate::driver::release(second);
                        }
                        Flow::Miss => {
                            r.save();
                            flow = Flow::Raise($crate::driver::no_generic(t));
                            continue;
                        }
                    }
                    flow = loop {
                        let unit = r.ip.read();
                        let mut operation = unit as u8;
                        let mut arg = u32::from(unit >> 8);
                        r.ip = r.ip.add(1);
                        while matches!(operation, $($extended)|+) {
                            let next = r.ip.read();
                            operation = next as u8;
                            arg = arg << 8 | u32::from(next >> 8);
                            r.ip = r.ip.add(1);
                        }
                        before = r;
                        if let Err(raised) = observer.before(&r, t) {
                            break Flow::Raise(raised);
                        }
                        let flow = match operation {
                            $($number => $crate::handle!(
                                r, before, t, arg, [$($handler)::+] $([$($generic)::+])*
                            ),)*
                            _ => {
                                r.save();
                                Flow::Raise($crate::driver::unknown(t, operation))
                            }
                        };
                        match flow {
                            Flow::Next => (),
                            other => break other,
                        }
                    };
                }
            }
        }

        /// Number and name of every instruction that has a handler.
        pub const HANDLED: &[(u8, &str)] = &[$(($number, stringify!($name))),*];
    };
}

/// The call of a handler; on a miss that of its generic one.
#[doc(hidden)]
#[macro_export]
macro_rules! handle {
    ($r:ident, $before:ident, $t:ident, $arg:ident, [$handler:path]) => {
        $handler(&mut $r, $t, $arg)
    };
    ($r:ident, $before:ident, $t:ident, $arg:ident, [$handler:path] $([$generic:path])+) => {
        match $handler(&mut $r, $t, $arg) {
            Flow::Miss => {
                $r = $before;
                $crate::handle!($r, $before, $t, $arg, $([$generic])+)
            }
            other => other,
        }
    };
}

table_310! {
    crate::driver { handle: crate::unwind::handle, extended: [144] }
}

/// The verifier lets no unknown operation through; if one came all the same, it is an
/// error and not undefined behaviour.
#[cold]
#[inline(never)]
pub fn unknown(t: &Thread, operation: u8) -> Raised {
    t.system_error(format!("unknown opcode {operation}"))
}

/// The error of a handler that gives up, and has nobody behind it.
#[cold]
#[inline(never)]
pub fn no_generic(t: &Thread) -> Raised {
    t.system_error("an instruction has no generic form")
}
