//! Who watches the loop? An [`Observer`], whose default compiles to nothing.

use crate::regs::Regs;
use crate::watch::{View, Watcher, Watching};
use std::rc::Rc;
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

/// Counts instructions down to the thread's limit, and shows them to its watcher.
pub struct Count {
    watcher: Option<Rc<dyn Watcher>>,
}

impl Count {
    /// With the watcher that the thread has now.
    pub fn of(t: &Thread) -> Count {
        Count {
            watcher: t.extension::<Watching>().get(),
        }
    }
}

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
                match &self.watcher {
                    None => Ok(()),
                    // SAFETY: these are the registers of the loop that calls this.
                    Some(watcher) => watcher.before(t, &unsafe { View::new(r) }),
                }
            }
            None => Ok(()),
        }
    }
}
