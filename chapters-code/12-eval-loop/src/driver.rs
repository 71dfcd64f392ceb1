//! How are instructions turned into calls of handlers? By a driver, made from the table:
//! a loop around a `match`.

use crate::handlers::*;
use crate::observer::{Count, Observer, Silent};
use crate::regs::{Flow, Regs};
use crate::table_310;
use crate::unwind::unwind;
use frames::{Frame, Owner, Returns};
use types::{PyResult, Raised, Thread};

const EXTENDED_ARG: u8 = 144;

/// Runs a frame; see [`frames::RunFn`].
///
/// # Safety
/// As there.
pub unsafe fn run(t: &Thread, frame: *mut Frame, raised: Option<Raised>) -> PyResult {
    // SAFETY: as for `run`.
    unsafe {
        match t.limits.instructions.get() {
            None => drive(t, frame, raised, &mut Silent),
            Some(_) => drive(t, frame, raised, &mut Count),
        }
    }
}

/// Links the frame and counts it; an error means that there is no room for another call.
unsafe fn enter(t: &Thread, frame: *mut Frame) -> PyResult<()> {
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

macro_rules! drive {
    ($($number:literal $name:ident $module:ident :: $handler:ident,)*) => {
        /// The loop.
        unsafe fn drive<O: Observer>(
            t: &Thread,
            frame: *mut Frame,
            raised: Option<Raised>,
            observer: &mut O,
        ) -> PyResult {
            // SAFETY: the frame is complete and its code verified. Each arm calls the
            // handler that the instruction names; handlers keep the registers in order.
            unsafe {
                let entered = enter(t, frame);
                let mut r = Regs { ip: (*frame).ip.add(1), sp: (*frame).sp, frame };
                let mut flow = match (entered, raised) {
                    (Err(raised), _) => Flow::Raise(raised),
                    (Ok(()), Some(raised)) => {
                        // The frame raises where it stands, not one instruction on.
                        Flow::Raise(raised)
                    }
                    (Ok(()), None) => Flow::Next,
                };
                loop {
                    match flow {
                        Flow::Next => (),
                        Flow::Raise(raised) => unwind(&mut r, t, raised, false)?,
                        Flow::Reraise(raised) => unwind(&mut r, t, raised, true)?,
                        Flow::Exit(value) => return Ok(value),
                    }
                    flow = loop {
                        let unit = r.ip.read();
                        let mut operation = unit as u8;
                        let mut arg = u32::from(unit >> 8);
                        r.ip = r.ip.add(1);
                        while operation == EXTENDED_ARG {
                            let unit = r.ip.read();
                            operation = unit as u8;
                            arg = arg << 8 | u32::from(unit >> 8);
                            r.ip = r.ip.add(1);
                        }
                        if let Err(raised) = observer.before(&r, t) {
                            break Flow::Raise(raised);
                        }
                        let flow = match operation {
                            $($number => $module::$handler(&mut r, t, arg),)*
                            _ => unknown(&mut r, t, operation),
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

table_310!(drive);

/// The verifier lets no unknown operation through; if one came all the same, it is an
/// error and not undefined behaviour.
#[cold]
fn unknown(r: &mut Regs, t: &Thread, operation: u8) -> Flow {
    r.save();
    Flow::Raise(t.system_error(format!("unknown opcode {operation}")))
}
