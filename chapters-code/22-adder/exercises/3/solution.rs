//! A watcher is shown the machine before each instruction; only limited programs are watched.

use code_objects::Code;
use eval_loop::watch::{View, Watcher, Watching};
use objects::Owned;
use std::cell::Cell;
use std::rc::Rc;
use types::{PyResult, Thread};

struct Counter([Cell<u64>; 256]);

impl Watcher for Counter {
    fn before(&self, _: &Thread, view: &View<'_>) -> PyResult<()> {
        // What was compiled, whatever specialization has written over it.
        let operation = view.running().code().code.get(2 * view.offset());
        let count = &self.0[usize::from(operation.copied().unwrap_or_default())];
        count.set(count.get() + 1);
        Ok(())
    }
}

/// Runs a program: the names of its instructions, each with how often it ran, the most
/// frequent first.
pub fn profile(t: &Thread, code: Owned<Code>) -> PyResult<Vec<(&'static str, u64)>> {
    let counter = Rc::new(Counter([const { Cell::new(0) }; 256]));
    t.limits.instructions.set(Some(u64::MAX));
    let watcher: Rc<dyn Watcher> = Rc::clone(&counter) as Rc<dyn Watcher>;
    t.extension::<Watching>().set(Some(watcher));
    let ended = imports::run_main(t, code, "program.pyc", &[]);
    t.extension::<Watching>().set(None);
    ended?;
    let mut counts: Vec<(&'static str, u64)> = (0..=u8::MAX)
        .filter_map(|number| instructions::definition(t.version, number))
        .map(|row| (row.name, counter.0[usize::from(row.opcode)].get()))
        .filter(|(_, count)| *count > 0)
        .collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    Ok(counts)
}
