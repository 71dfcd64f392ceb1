//! Cells: 3.11 makes them by instructions, where 3.10 made them as part of every call.

use eval_loop::{Flow, Regs, check};
use frames::{Cell, Function, retain, take};
use objects::Object;
use types::{Raised, Thread, Tuple};

/// `MAKE_CELL`: what the local holds moves into a new cell, which takes its place.
#[inline(always)]
pub unsafe fn make_cell(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    r.save();
    // SAFETY: verified: the local is to be a cell, and is none yet.
    unsafe {
        let place = r.local(arg);
        let cell = check!(Cell::new(t, take(place)).map_err(Raised::from));
        place.write(cell.into_object().into_word());
    }
    Flow::Next
}

/// `COPY_FREE_VARS`: the cells of the closure become the last of the locals.
#[inline(always)]
pub unsafe fn copy_free_vars(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    let count = arg as usize;
    // SAFETY: the frame owns its function; verified: it has room for its free variables, which
    // nothing has filled yet.
    unsafe {
        let function = Object::borrow_word(&raw const (*r.frame).function);
        let closure = function.payload_unchecked::<Function>().closure.get();
        let cells = closure.as_ref().and_then(Object::downcast::<Tuple>);
        let Some(cells) = cells.map(Tuple::items).filter(|cells| cells.len() == count) else {
            r.save();
            let message = "the closure does not fit the code's free variables";
            return Flow::Raise(t.system_error(message));
        };
        let first = r.local(r.code().locals - arg);
        for (number, cell) in cells.iter().enumerate() {
            first.add(number).write(retain(cell.word()));
        }
    }
    Flow::Next
}
