//! The handlers of the 71 instructions that a running 3.11 writes over others.
//!
//! Their contract is that of `eval_loop::handlers` and `modern_bytecode::handlers`: the code
//! that runs has been verified, and a `SAFETY` comment that says "verified" means it. Besides:
//!
//! - A specialized instruction stands only where its family's plain one stood when the code
//!   was verified, has its argument, and does to the stack what that does. Those that do the
//!   work of the next instruction too found it there when they were written, and no
//!   instruction is ever replaced by one of another family.
//! - What they read of caches is borrowed: [`crate::invariant`] says why it is still there.
//! - A row of the table has two handlers. The first checks the guards and does what is short;
//!   it says `Miss` if a guard fails *or* if the case is a long one. The second checks again:
//!   if the guards hold, it is a hit, done at length; else it is a miss, which is counted
//!   ([`miss`]) and done by the plain handler.

#![expect(
    clippy::missing_safety_doc,
    reason = "every handler has the same contract, which is stated above"
)]

pub mod adaptive;
pub mod attributes;
pub mod calls;
pub mod comparisons;
pub mod fused;
pub mod globals;
pub mod methods;
pub mod natives;
pub mod numbers;
pub mod quick;
pub mod slices;
pub mod strings;
pub mod subscripts;
pub mod superinstructions;
pub mod unpacking;

use crate::counter;
use crate::quicken::adaptive;
use eval_loop::Regs;
use instructions::deoptimized;

/// Counts a miss of the instruction before `ip`. The last one that its counter allows takes it
/// back to its adaptive form (the label `miss` of CPython's `Python/ceval.c`).
#[cold]
pub unsafe fn miss(ip: *mut u16) {
    // SAFETY: `ip` is behind the running instruction, where its cache begins with a counter.
    unsafe {
        let left = ip.read().wrapping_sub(1);
        ip.write(left);
        if left == 0 {
            let unit = ip.sub(1);
            if let Some(adaptive) = adaptive(deoptimized(unit.read() as u8)) {
                unit.write(unit.read() & 0xFF00 | u16::from(adaptive));
                ip.write(counter::start());
            }
        }
    }
}

/// Reads a code unit of the running instruction's cache; 1 is the counter.
#[inline(always)]
unsafe fn cached(r: &Regs, field: usize) -> u16 {
    // SAFETY: verified: the cache lies behind the instruction.
    unsafe { r.ip.add(field - 1).read() }
}

/// Reads two code units as a version.
#[inline(always)]
unsafe fn cached_u32(r: &Regs, field: usize) -> u32 {
    // SAFETY: as for `cached`.
    unsafe { u32::from(cached(r, field)) | u32::from(cached(r, field + 1)) << 16 }
}

/// Goes over the cache.
#[inline(always)]
unsafe fn skip(r: &mut Regs, units: usize) {
    // SAFETY: verified: the cache lies there.
    r.ip = unsafe { r.ip.add(units) };
}
