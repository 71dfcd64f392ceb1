//! Who watches the loop? An [`Observer`], whose default compiles to nothing.

use crate::regs::Regs;
use types::{PyResult, Thread};

/// Sees every instruction before it runs.
pub trait Observer {
    /// Called with the registers; an error is raised in the place of the instruction.
    fn before(&mut self, r: &Regs, t: &Thread) -> PyResult<()>;
}

/// Sees nothing, and costs nothing.
pub struct Silent;

impl Observer for Silent {
    #[inline(always)]
    fn before(&mut self, _: &Regs, _: &Thread) -> PyResult<()> {
        Ok(())
    }
}

/// Counts instructions down to the thread's limit.
pub struct Count;

impl Observer for Count {
    #[inline(always)]
    fn before(&mut self, r: &Regs, t: &Thread) -> PyResult<()> {
        match t.limits.instructions.get() {
            Some(0) => {
                r.save();
                Err(t.limit_reached())
            }
            Some(left) => {
                t.limits.instructions.set(Some(left - 1));
                Ok(())
            }
            None => Ok(()),
        }
    }
}
