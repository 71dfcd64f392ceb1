//! Which handler takes an exception? In 3.11 the frame keeps no blocks: a table says for
//! every instruction where its exceptions go, and nobody looks before there is one.

use eval_loop::Regs;
use frames::release;
use objects::Object;
use types::Thread;

/// Looks the running instruction up in the exception table. If it is covered, cuts the
/// stack, pushes what the handler expects and goes there (`exception_unwind` of CPython's
/// `Python/ceval.c`).
///
/// # Safety
/// The registers are those of a running machine, whose code is 3.11's.
pub unsafe fn handle(r: &mut Regs, _: &Thread, exception: &Object) -> bool {
    // SAFETY: the verifier has proved that the stack is as deep as the handler of a covered
    // instruction wants it, has room for what it finds, and that the handler is one (P5).
    unsafe {
        // The names that KW_NAMES kept, if the call has not come.
        (*r.frame).blocks = 0;
        let code = r.code();
        let running = r.ip.cast_const().offset_from(code.units_start()) - 1;
        let Ok(offset) = usize::try_from(running * 2) else {
            return false;
        };
        let Some(entry) = code.handler(offset) else {
            return false;
        };
        let level = (*r.frame).stack().add(entry.depth as usize);
        while r.sp > level {
            release(r.pop_word());
        }
        if entry.lasti {
            r.push(Object::int32((*r.frame).last_instruction()));
        }
        r.push(exception.clone());
        r.jump_to((entry.target / 2) as u32);
    }
    true
}
