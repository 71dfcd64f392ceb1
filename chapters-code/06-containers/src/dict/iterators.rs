//! How does a loop walk a dictionary? By entries, in the order of insertion, watching the
//! number of keys: six iterators that differ in what they give and which way they go.

use crate::iterators::{LastTuple, PairStep, Step, in_pair, install_one};
use crate::support::{int, method, owned, this};
use objects::{Object, Owned, Visit, heap, payload};
use std::cell::Cell;
use std::mem::replace;
use types::{Dict, NativeCode, NativeDef, PyResult, Raised, Thread, Tuple, Type};

/// A place in a dictionary. What it gives is its type's business.
pub struct DictIterator {
    dict: Cell<Option<Owned<Dict>>>,
    /// How many keys there were at the start; `usize::MAX` after the number had changed.
    used: Cell<usize>,
    /// The next entry; for a reversed iterator, one more than that.
    place: Cell<usize>,
    /// How many keys are still to come.
    left: Cell<usize>,
    /// The last pair that was given.
    pair: LastTuple,
}

payload!(DictIterator, "dict_keyiterator", traverse);

/// What an iterator finds at its place without any trouble.
enum Look {
    /// An entry.
    At(usize),
    /// The end.
    End,
    /// Something else.
    Other,
}

impl DictIterator {
    fn traverse(&self, visit: Visit<'_>) {
        if let Some(dict) = self.dict() {
            visit(dict.as_object());
        }
        self.pair.traverse(visit);
    }

    fn clear(&self) {
        drop(self.dict.take());
        self.pair.clear();
    }

    fn dict(&self) -> Option<Owned<Dict>> {
        let dict = self.dict.take();
        self.dict.set(dict.clone());
        dict
    }

    /// The next entry, which `give` makes the item of (`dictiter_iternextkey`, …).
    #[inline(always)]
    fn step(
        &self,
        t: &Thread,
        give: impl FnOnce(&Dict, usize) -> Option<Object>,
    ) -> PyResult<Option<Object>> {
        let Some(dict) = self.dict.take() else {
            return Ok(None);
        };
        let table = &dict.table;
        if self.used.get() != table.len() {
            return Err(self.changed_size(t, dict));
        }
        let mut place = self.place.get();
        while place < table.entries() && !table.is_entry(place) {
            place += 1;
        }
        if place >= table.entries() {
            return Ok(None);
        }
        let Some(left) = self.left.get().checked_sub(1) else {
            return Err(t.runtime_error("dictionary keys changed during iteration"));
        };
        self.place.set(place + 1);
        self.left.set(left);
        let item = give(&dict, place);
        self.dict.set(Some(dict));
        Ok(item)
    }

    /// The next entry on the way back (`dictreviter_iternext`).
    fn step_back(
        &self,
        t: &Thread,
        give: impl FnOnce(&Dict, usize) -> Option<Object>,
    ) -> PyResult<Option<Object>> {
        let Some(dict) = self.dict.take() else {
            return Ok(None);
        };
        let table = &dict.table;
        if self.used.get() != table.len() {
            return Err(self.changed_size(t, dict));
        }
        let mut place = self.place.get();
        while place > 0 && !table.is_entry(place - 1) {
            place -= 1;
        }
        let Some(place) = place.checked_sub(1) else {
            return Ok(None);
        };
        self.place.set(place);
        self.left.set(self.left.get().saturating_sub(1));
        let item = give(&dict, place);
        self.dict.set(Some(dict));
        Ok(item)
    }

    #[cold]
    fn changed_size(&self, t: &Thread, dict: Owned<Dict>) -> Raised {
        // It stays so: asking again raises again.
        self.used.set(usize::MAX);
        self.dict.set(Some(dict));
        t.runtime_error("dictionary changed size during iteration")
    }

    /// The next key. This runs no Python, unless the dictionary goes at its end.
    #[inline(always)]
    pub fn next_key(&self, t: &Thread) -> PyResult<Option<Object>> {
        self.step(t, |dict, place| dict.table.key(place))
    }

    /// The next value.
    #[inline(always)]
    pub fn next_value(&self, t: &Thread) -> PyResult<Option<Object>> {
        self.step(t, |dict, place| dict.table.value(place))
    }

    /// The next key and value.
    #[inline(always)]
    pub fn next_entry(&self, t: &Thread) -> PyResult<Option<(Object, Object)>> {
        let mut entry = None;
        self.step(t, |dict, place| {
            entry = dict.table.entry(place);
            None
        })?;
        Ok(entry)
    }

    /// The next key, if the iterator is one of keys; at the end, and if the dictionary was
    /// changed, nothing has happened.
    #[inline(always)]
    pub fn try_key(&self) -> Step {
        self.try_word(|dict, place| dict.table.key(place))
    }

    /// The next value, in the same way.
    #[inline(always)]
    pub fn try_value(&self) -> Step {
        self.try_word(|dict, place| dict.table.value(place))
    }

    #[inline(always)]
    fn try_word(&self, item: impl FnOnce(&Dict, usize) -> Option<Object>) -> Step {
        let Some(dict) = self.dict.take() else {
            return Step::End;
        };
        let step = match self.look(&dict) {
            Look::End => Step::End,
            Look::Other => Step::Other,
            Look::At(place) => match item(&dict, place) {
                None => Step::Other,
                Some(item) => {
                    self.pass(place);
                    Step::Item(item)
                }
            },
        };
        self.put_back(dict);
        step
    }

    /// The next key and value instead of the pair of them, where nobody has kept the tuple that
    /// was given last, which is filled again.
    #[inline(always)]
    pub fn try_entry(&self, t: &Thread) -> PairStep<[Object; 2]> {
        let Some(dict) = self.dict.take() else {
            return PairStep::End;
        };
        let place = match self.look(&dict) {
            Look::At(place) => place,
            Look::End => {
                self.put_back(dict);
                return PairStep::End;
            }
            Look::Other => {
                self.put_back(dict);
                return PairStep::Other;
            }
        };
        let Some(mut tuple) = self.pair.take_at_hand(t) else {
            self.put_back(dict);
            return PairStep::Other;
        };
        let entry = dict.table.entry(place);
        self.put_back(dict);
        let (Some((key, value)), Some([first, second])) = (entry, Tuple::get_mut(&mut tuple))
        else {
            self.pair.put_back(tuple);
            return PairStep::Other;
        };
        self.pass(place);
        let old = [replace(first, key), replace(second, value)];
        let given = in_pair(&tuple);
        self.pair.put_back(tuple);
        PairStep::Item(given, old)
    }

    /// What lies at the iterator's place, if the dictionary is as it was.
    #[inline(always)]
    fn look(&self, dict: &Dict) -> Look {
        let (table, place) = (&dict.table, self.place.get());
        if self.used.get() != table.len() {
            Look::Other
        } else if place >= table.entries() {
            Look::End
        } else if table.is_entry(place) && self.left.get() > 0 {
            Look::At(place)
        } else {
            Look::Other
        }
    }

    /// Moves behind an entry.
    #[inline(always)]
    fn pass(&self, place: usize) {
        self.place.set(place + 1);
        self.left.set(self.left.get() - 1);
    }

    #[inline(always)]
    fn put_back(&self, dict: Owned<Dict>) {
        // The cell is empty: nothing is lost, and nothing is dropped.
        std::mem::forget(self.dict.replace(Some(dict)));
    }

    fn pair(&self, t: &Thread, entry: Option<(Object, Object)>) -> PyResult<Option<Object>> {
        let pair = entry.map(|(key, value)| self.pair.give(t, [key, value]));
        pair.transpose()
    }
}

/// An iterator of type `kind` over a dictionary.
pub(super) fn make(kind: &Type, dict: Owned<Dict>, back: bool) -> PyResult {
    let (used, entries) = (dict.table.len(), dict.table.entries());
    let iterator = DictIterator {
        dict: Cell::new(Some(dict)),
        used: Cell::new(used),
        place: Cell::new(if back { entries } else { 0 }),
        left: Cell::new(used),
        pair: LastTuple::default(),
    };
    Ok(heap().make(kind.core(), iterator)?.into_object())
}

/// `iter(dict)`
pub(super) fn iter(t: &Thread, object: &Object) -> PyResult {
    make(t.types.dict_key_iterator, owned(t, object)?, false)
}

/// `reversed(dict)`
pub(super) fn reversed(t: &Thread, object: &Object) -> PyResult {
    make(t.types.dict_reverse_key_iterator, owned(t, object)?, true)
}

fn key_next(t: &Thread, object: &Object) -> PyResult<Option<Object>> {
    this::<DictIterator>(t, object)?.next_key(t)
}

fn value_next(t: &Thread, object: &Object) -> PyResult<Option<Object>> {
    this::<DictIterator>(t, object)?.next_value(t)
}

fn item_next(t: &Thread, object: &Object) -> PyResult<Option<Object>> {
    let iterator = this::<DictIterator>(t, object)?;
    let entry = iterator.next_entry(t)?;
    iterator.pair(t, entry)
}

fn key_back(t: &Thread, object: &Object) -> PyResult<Option<Object>> {
    this::<DictIterator>(t, object)?.step_back(t, |dict, place| dict.table.key(place))
}

fn value_back(t: &Thread, object: &Object) -> PyResult<Option<Object>> {
    this::<DictIterator>(t, object)?.step_back(t, |dict, place| dict.table.value(place))
}

fn item_back(t: &Thread, object: &Object) -> PyResult<Option<Object>> {
    let iterator = this::<DictIterator>(t, object)?;
    let mut entry = None;
    iterator.step_back(t, |dict, place| {
        entry = dict.table.entry(place);
        None
    })?;
    iterator.pair(t, entry)
}

fn hint(t: &Thread, object: &Object) -> PyResult {
    let iterator = this::<DictIterator>(t, object)?;
    let same = iterator
        .dict()
        .is_some_and(|dict| dict.table.len() == iterator.used.get());
    int(t, if same { iterator.left.get() } else { 0 })
}

static METHODS: &[NativeDef] = &[method(
    "__length_hint__",
    NativeCode::NoArgs(hint),
    "Private method returning an estimate of len(list(it)).",
)];

pub(super) fn install(t: &Thread) -> PyResult<()> {
    let types = t.types;
    for (kind, next) in [
        (types.dict_key_iterator, key_next as types::NextFn),
        (types.dict_value_iterator, value_next),
        (types.dict_item_iterator, item_next),
        (types.dict_reverse_key_iterator, key_back),
        (types.dict_reverse_value_iterator, value_back),
        (types.dict_reverse_item_iterator, item_back),
    ] {
        install_one::<DictIterator>(t, kind, next, METHODS)?;
    }
    Ok(())
}

/// The types of a view's iterators, forwards and back.
pub(super) fn types_of(t: &Thread, view: &Object) -> (&'static Type, &'static Type) {
    let (kind, types) = (t.type_of(view), t.types);
    if kind.is(types.dict_values) {
        (types.dict_value_iterator, types.dict_reverse_value_iterator)
    } else if kind.is(types.dict_items) {
        (types.dict_item_iterator, types.dict_reverse_item_iterator)
    } else {
        (types.dict_key_iterator, types.dict_reverse_key_iterator)
    }
}
