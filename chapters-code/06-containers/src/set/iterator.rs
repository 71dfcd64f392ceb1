//! How does a loop walk a set? By the places of its table.

use super::Set;
use crate::iterators::{Step, install_one};
use crate::support::{int, method, owned, this};
use objects::{Object, Owned, Visit, heap, payload};
use std::cell::Cell;
use types::{NativeCode, NativeDef, PyResult, Thread};

/// `set_iterator`
pub struct SetIterator {
    set: Cell<Option<Owned<Set>>>,
    /// How many keys there were at the start; `usize::MAX` after the number had changed.
    used: Cell<usize>,
    place: Cell<usize>,
    left: Cell<usize>,
}

payload!(SetIterator, "set_iterator", traverse);

impl SetIterator {
    fn traverse(&self, visit: Visit<'_>) {
        if let Some(set) = self.set() {
            visit(set.as_object());
        }
    }

    fn clear(&self) {
        drop(self.set.take());
    }

    fn set(&self) -> Option<Owned<Set>> {
        let set = self.set.take();
        self.set.set(set.clone());
        set
    }

    /// The next key; at the end, and if the set was changed, nothing has happened.
    #[inline(always)]
    pub fn try_step(&self) -> Step {
        let Some(set) = self.set.take() else {
            return Step::End;
        };
        let step = match self.used.get() == set.len() {
            false => Step::Other,
            true => match set.table.next_place(self.place.get()) {
                None => Step::End,
                Some(place) => match set.table.get(place) {
                    None => Step::Other,
                    Some((key, _)) => {
                        self.place.set(place + 1);
                        self.left.set(self.left.get().saturating_sub(1));
                        Step::Item(key)
                    }
                },
            },
        };
        // The cell is empty: nothing is lost, and nothing is dropped.
        std::mem::forget(self.set.replace(Some(set)));
        step
    }

    /// All keys that are still to come. What is done with each must not run Python.
    pub(crate) fn each(
        &self,
        t: &Thread,
        mut done: impl FnMut(Object) -> PyResult<()>,
    ) -> PyResult<()> {
        // The first step looks whether the set has changed; nothing changes it after that.
        match self.step(t)? {
            Some(key) => done(key)?,
            None => return Ok(()),
        }
        let Some(set) = self.set.take() else {
            return Ok(());
        };
        let mut place = self.place.get();
        while let Some((key, _)) = set.table.next(&mut place) {
            done(key)?;
        }
        Ok(())
    }

    /// The next key (`setiter_iternext`). This runs no Python, unless the set goes at its
    /// end.
    #[inline]
    pub fn step(&self, t: &Thread) -> PyResult<Option<Object>> {
        let Some(set) = self.set.take() else {
            return Ok(None);
        };
        if self.used.get() != set.len() {
            // It stays so: asking again raises again.
            self.used.set(usize::MAX);
            self.set.set(Some(set));
            return Err(t.runtime_error("Set changed size during iteration"));
        }
        let mut place = self.place.get();
        let Some((key, _)) = set.table.next(&mut place) else {
            return Ok(None);
        };
        self.place.set(place);
        self.left.set(self.left.get().saturating_sub(1));
        self.set.set(Some(set));
        Ok(Some(key))
    }
}

/// `iter(set)`
pub(super) fn iter(t: &Thread, object: &Object) -> PyResult {
    let set: Owned<Set> = owned(t, object)?;
    let used = set.len();
    let iterator = SetIterator {
        set: Cell::new(Some(set)),
        used: Cell::new(used),
        place: Cell::new(0),
        left: Cell::new(used),
    };
    let made = heap().make(t.types.set_iterator.core(), iterator)?;
    Ok(made.into_object())
}

fn next(t: &Thread, object: &Object) -> PyResult<Option<Object>> {
    this::<SetIterator>(t, object)?.step(t)
}

fn hint(t: &Thread, object: &Object) -> PyResult {
    let iterator = this::<SetIterator>(t, object)?;
    let same = iterator
        .set()
        .is_some_and(|set| set.len() == iterator.used.get());
    int(t, if same { iterator.left.get() } else { 0 })
}

static METHODS: &[NativeDef] = &[method(
    "__length_hint__",
    NativeCode::NoArgs(hint),
    "Private method returning an estimate of len(list(it)).",
)];

pub(super) fn install(t: &Thread) -> PyResult<()> {
    install_one::<SetIterator>(t, t.types.set_iterator, next, METHODS)
}
