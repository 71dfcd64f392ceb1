//! How does an instruction go straight on to the next? By calling its function as the last
//! thing it does, through a table. The compiler makes a jump of that.
//!
//! Every row becomes a function of five arguments: the registers, the thread, the argument
//! of the instruction. They travel in the processor's registers from one function to the
//! next, and nothing lies on the host's stack between two instructions. That the last call
//! is a jump is what LLVM does when it optimizes, not what the language promises: `build.rs`
//! chooses this driver only there, and a test runs long on a small stack.
//!
//! A jump leaves nothing behind, so no address of the caller's stack may be known to anybody
//! by then. Handlers in rows with an `else` are put straight into their functions: they pass
//! no reference to the registers, or to any value of their own, to a function that is not
//! inlined; and they make no call at all on the way that is taken mostly, or the processor's
//! registers are saved for it each time. They miss, drop or raise instead, and a second
//! handler of this kind may stand behind the first for what needs more registers. The last
//! handler of a row gets a function of its own on the host's stack, which is gone again
//! before the jump, and passes the registers on through the frame.

use crate::regs::{Flow, Regs};
use crate::unwind::{HandleFn, unwind};
use frames::{Frame, release};
use objects::{Object, Word};
use types::{PyResult, Raised, Thread};

/// Why the instructions stopped. The machine is saved in its frame.
pub enum End {
    /// They have not: the running frame goes on.
    Next,
    /// An exception was raised.
    Raise(Raised),
    /// An exception that was raised before goes on.
    Reraise(Raised),
    /// The frame that native code started has returned or yielded this.
    Exit(Object),
}

/// One instruction and all that come after it.
pub type Operation = unsafe fn(*mut u16, *mut Word, *mut Frame, &Thread, u32) -> End;

/// Runs a frame by a table; see [`frames::RunFn`].
///
/// # Safety
/// As there. The operations must be those of the frame's version.
pub unsafe fn drive(
    t: &Thread,
    frame: *mut Frame,
    raised: Option<Raised>,
    start: Operation,
    handle: HandleFn,
) -> PyResult {
    // SAFETY: the frame is complete and its code verified. What comes back as an exception
    // has saved the machine in the running frame.
    unsafe {
        let entered = crate::driver::enter(t, frame);
        let r = Regs::of(frame);
        let mut end = match (entered, raised) {
            (Err(raised), _) | (Ok(()), Some(raised)) => raise(r, t, raised),
            (Ok(()), None) => start(r.ip, r.sp, r.frame, t, 0),
        };
        loop {
            let raised = match end {
                End::Exit(value) => return Ok(value),
                End::Next => None,
                End::Raise(raised) => Some((raised, false)),
                End::Reraise(raised) => Some((raised, true)),
            };
            let mut r = running(t);
            if let Some((raised, again)) = raised {
                r.ip = std::ptr::with_exposed_provenance_mut(t.frames.raised_at.get());
                unwind(&mut r, t, raised, again, handle)?;
            }
            end = start(r.ip, r.sp, r.frame, t, 0);
        }
    }
}

/// The registers of a machine that is saved in its frame.
///
/// # Safety
/// A frame must be running and saved.
#[inline(always)]
pub unsafe fn running(t: &Thread) -> Regs {
    // SAFETY: by the caller's promise.
    unsafe {
        Regs::of(std::ptr::with_exposed_provenance_mut(
            t.frames.current.get(),
        ))
    }
}

/// Stops because of an exception.
///
/// # Safety
/// The registers are those of a running machine; the instruction is saved.
#[inline(always)]
pub unsafe fn raise(r: Regs, t: &Thread, raised: Raised) -> End {
    // SAFETY: the running frame is live.
    unsafe { (*r.frame).sp = r.sp };
    t.frames.raised_at.set(r.ip.expose_provenance());
    End::Raise(raised)
}

/// Stops because an exception goes on. The frame stands where it was raised first, which
/// need not be where the registers are.
///
/// # Safety
/// As for [`raise`].
#[inline(always)]
pub unsafe fn reraise(r: Regs, t: &Thread, raised: Raised) -> End {
    // SAFETY: the running frame is live.
    unsafe { (*r.frame).sp = r.sp };
    t.frames.raised_at.set(r.ip.expose_provenance());
    End::Reraise(raised)
}

/// Saves the machine after a handler, and says how to go on.
///
/// # Safety
/// The flow is what the handler of the running instruction gave.
#[inline(always)]
pub unsafe fn settle(flow: Flow, before: Regs, r: Regs, t: &Thread) -> End {
    // SAFETY: the running frame is live; what is dropped was given up.
    unsafe {
        match flow {
            Flow::Exit(value) => return End::Exit(value),
            Flow::Next => (),
            Flow::Drop(word) => {
                before.save();
                release(word);
            }
            Flow::Drop2(first, second) => {
                before.save();
                release(first);
                release(second);
            }
            Flow::Raise(raised) => return raise(r, t, raised),
            Flow::Reraise(raised) => return reraise(r, t, raised),
            Flow::Miss => {
                before.save();
                return raise(before, t, crate::driver::no_generic(t));
            }
        }
        (*r.frame).sp = r.sp;
        (*r.frame).ip = r.ip.sub(1);
        End::Next
    }
}

/// How a machine that nobody watches is driven.
#[cfg(not(all(tail_driver, not(debug_assertions))))]
#[doc(hidden)]
#[macro_export]
macro_rules! unwatched {
    ({ $($head:tt)* } $($rows:tt)*) => {
        unsafe fn drive_unwatched(
            t: &$crate::driver::Thread,
            frame: *mut $crate::driver::Frame,
            raised: Option<$crate::driver::Raised>,
        ) -> $crate::driver::PyResult {
            // SAFETY: as for `run`.
            unsafe { drive(t, frame, raised, &mut $crate::observer::Silent) }
        }
    };
}

/// How a machine that nobody watches is driven.
#[cfg(all(tail_driver, not(debug_assertions)))]
#[doc(hidden)]
#[macro_export]
macro_rules! unwatched {
    (
        { handle: $handle:path, extended: [$($extended:literal),+] }
        $([$number:literal $name:ident [$handler:path] $([$generic:path])*])*
    ) => {
        unsafe fn drive_unwatched(
            t: &$crate::driver::Thread,
            frame: *mut $crate::driver::Frame,
            raised: Option<$crate::driver::Raised>,
        ) -> $crate::driver::PyResult {
            // SAFETY: as for `run`.
            unsafe { $crate::tail::drive(t, frame, raised, next, $handle) }
        }

        /// What each operation does; of two rows with a number the first counts.
        static TABLE: [$crate::tail::Operation; 256] = {
            use $crate::driver::{Flow, Frame, Regs, Thread, Word};
            use $crate::tail::{End, Operation};
            let mut table: [Operation; 256] = [unknown_operation; 256];
            let mut known = [false; 256];
            $(
                if !known[$number] {
                    known[$number] = true;
                    table[$number] = {
                        #[allow(non_snake_case)]
                        unsafe fn $name(
                            ip: *mut u16,
                            sp: *mut Word,
                            frame: *mut Frame,
                            t: &Thread,
                            arg: u32,
                        ) -> End {
                            // SAFETY: the handler is the one that the instruction names.
                            unsafe {
                                $crate::operation!(
                                    (ip, sp, frame, t, arg) [$handler] $([$generic])*
                                )
                            }
                        }
                        $name
                    };
                }
            )*
            $(
                table[$extended] = {
                    unsafe fn extended(
                        ip: *mut u16,
                        sp: *mut Word,
                        frame: *mut Frame,
                        t: &Thread,
                        arg: u32,
                    ) -> End {
                        // SAFETY: verified: the instruction that is extended follows.
                        unsafe {
                            let unit = ip.read();
                            let arg = arg << 8 | u32::from(unit >> 8);
                            TABLE[unit as u8 as usize](ip.add(1), sp, frame, t, arg)
                        }
                    }
                    extended
                };
            )+
            table
        };

        /// Fetches an instruction and goes there.
        #[inline(always)]
        unsafe fn next(
            ip: *mut u16,
            sp: *mut $crate::driver::Word,
            frame: *mut $crate::driver::Frame,
            t: &$crate::driver::Thread,
            _: u32,
        ) -> $crate::tail::End {
            // SAFETY: verified: an instruction lies at `ip`.
            unsafe {
                let unit = ip.read();
                let arg = u32::from(unit >> 8);
                TABLE[unit as u8 as usize](ip.add(1), sp, frame, t, arg)
            }
        }

        unsafe fn unknown_operation(
            ip: *mut u16,
            sp: *mut $crate::driver::Word,
            frame: *mut $crate::driver::Frame,
            t: &$crate::driver::Thread,
            _: u32,
        ) -> $crate::tail::End {
            let r = $crate::driver::Regs { ip, sp, frame };
            r.save();
            // SAFETY: the frame is the running one; the unit was just read.
            unsafe {
                let operation = ip.sub(1).read() as u8;
                $crate::tail::raise(r, t, $crate::driver::unknown(t, operation))
            }
        }

        /// Destroys what lost its last reference, and goes on.
        #[cold]
        #[inline(never)]
        unsafe fn drop_one(
            ip: *mut u16,
            sp: *mut $crate::driver::Word,
            frame: *mut $crate::driver::Frame,
            t: &$crate::driver::Thread,
            word: $crate::driver::Word,
        ) -> $crate::tail::End {
            // SAFETY: the handler gave the reference up.
            unsafe {
                $crate::driver::release(word);
                next(ip, sp, frame, t, 0)
            }
        }

        /// Gives two words back, and goes on.
        #[cold]
        #[inline(never)]
        unsafe fn drop_two(
            ip: *mut u16,
            sp: *mut $crate::driver::Word,
            frame: *mut $crate::driver::Frame,
            t: &$crate::driver::Thread,
            first: $crate::driver::Word,
            second: $crate::driver::Word,
        ) -> $crate::tail::End {
            // SAFETY: the handler gave the references up.
            unsafe {
                $crate::driver::release(first);
                $crate::driver::release(second);
                next(ip, sp, frame, t, 0)
            }
        }
    };
}

/// What the function of a row does.
#[cfg(all(tail_driver, not(debug_assertions)))]
#[doc(hidden)]
#[macro_export]
macro_rules! operation {
    // A handler that may do what it likes: in a function of its own.
    (($ip:ident, $sp:ident, $frame:ident, $t:ident, $arg:ident) [$handler:path]) => {{
        #[inline(never)]
        unsafe fn apart(
            ip: *mut u16,
            sp: *mut Word,
            frame: *mut Frame,
            t: &Thread,
            arg: u32,
        ) -> End {
            // SAFETY: the handler is the one that the instruction names.
            unsafe {
                let before = Regs { ip, sp, frame };
                let mut r = before;
                let flow = $handler(&mut r, t, arg);
                $crate::tail::settle(flow, before, r, t)
            }
        }
        match apart($ip, $sp, $frame, $t, $arg) {
            End::Next => {
                let r = $crate::tail::running($t);
                next(r.ip, r.sp, r.frame, $t, 0)
            }
            end => end,
        }
    }};
    // A handler that is part of the function, and what it misses.
    (($ip:ident, $sp:ident, $frame:ident, $t:ident, $arg:ident) [$handler:path] $([$generic:path])+) => {{
        let before = Regs {
            ip: $ip,
            sp: $sp,
            frame: $frame,
        };
        let mut r = before;
        match $handler(&mut r, $t, $arg) {
            Flow::Next => next(r.ip, r.sp, r.frame, $t, 0),
            Flow::Miss => {
                #[inline(never)]
                unsafe fn generic(
                    ip: *mut u16,
                    sp: *mut Word,
                    frame: *mut Frame,
                    t: &Thread,
                    arg: u32,
                ) -> End {
                    // SAFETY: as for the handler that missed.
                    unsafe { $crate::operation!((ip, sp, frame, t, arg) $([$generic])+) }
                }
                generic($ip, $sp, $frame, $t, $arg)
            }
            Flow::Drop(word) => {
                if $crate::driver::release_shared(word) {
                    next(r.ip, r.sp, r.frame, $t, 0)
                } else {
                    before.save();
                    drop_one(r.ip, r.sp, r.frame, $t, word)
                }
            }
            Flow::Drop2(first, second) => {
                if !$crate::driver::release_shared(first) {
                    before.save();
                    drop_two(r.ip, r.sp, r.frame, $t, first, second)
                } else if !$crate::driver::release_shared(second) {
                    before.save();
                    drop_one(r.ip, r.sp, r.frame, $t, second)
                } else {
                    next(r.ip, r.sp, r.frame, $t, 0)
                }
            }
            Flow::Raise(raised) => $crate::tail::raise(r, $t, raised),
            Flow::Reraise(raised) => $crate::tail::reraise(r, $t, raised),
            Flow::Exit(value) => End::Exit(value),
        }
    }};
}
