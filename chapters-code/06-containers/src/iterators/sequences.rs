//! The iterators of sequences: each holds the sequence and the number of the next item,
//! and lets the sequence go at its end.

use super::{Step, itself};
use crate::support::{int, method, owned, this};
use objects::{Object, Owned, Payload, Slot, Visit, heap, make_builtin_at_hand, payload};
use std::cell::Cell;
use types::{Args, ErrorKind, List, NativeCode, NativeDef, PyResult, Thread, Tuple, Type};

/// A sequence and a place in it. The sequence moves out of its cell for the time of a step,
/// so that a step touches no counts but the item's.
struct Walk<T> {
    sequence: Cell<Option<Owned<T>>>,
    place: Cell<usize>,
}

impl<T: Payload> Walk<T> {
    fn new(sequence: Owned<T>, place: usize) -> Walk<T> {
        Walk {
            sequence: Cell::new(Some(sequence)),
            place: Cell::new(place),
        }
    }

    /// The item at the place, which moves on; at the end the sequence goes.
    #[inline(always)]
    fn step(&self, item: impl FnOnce(&T, usize) -> Option<Object>) -> Option<Object> {
        let sequence = self.sequence.take()?;
        let place = self.place.get();
        let item = item(&sequence, place);
        if item.is_some() {
            self.place.set(place + 1);
            self.sequence.set(Some(sequence));
        }
        item
    }

    /// Is there an item at the place?
    #[inline(always)]
    fn has_next(&self, length: impl FnOnce(&T) -> usize) -> bool {
        let Some(sequence) = self.sequence.take() else {
            return false;
        };
        let more = self.place.get() < length(&sequence);
        std::mem::forget(self.sequence.replace(Some(sequence)));
        more
    }

    /// As [`Walk::step`], but at the end nothing happens.
    #[inline(always)]
    fn try_step(&self, item: impl FnOnce(&T, usize) -> Option<Object>) -> Step {
        let Some(sequence) = self.sequence.take() else {
            return Step::End;
        };
        let place = self.place.get();
        let item = item(&sequence, place);
        // The cell is empty: nothing is lost, and nothing is dropped.
        std::mem::forget(self.sequence.replace(Some(sequence)));
        match item {
            Some(item) => {
                self.place.set(place + 1);
                Step::Item(item)
            }
            None => Step::End,
        }
    }

    /// A new reference to the sequence.
    fn sequence(&self) -> Option<Owned<T>> {
        let sequence = self.sequence.take();
        self.sequence.set(sequence.clone());
        sequence
    }

    fn traverse(&self, visit: Visit<'_>) {
        if let Some(sequence) = self.sequence() {
            visit(sequence.as_object());
        }
    }

    fn clear(&self) {
        drop(self.sequence.take());
    }
}

macro_rules! walks {
    ($($(#[$doc:meta])* $name:ident($payload:ty) = $python:literal;)*) => {
        $(
            $(#[$doc])*
            pub struct $name(Walk<$payload>);

            payload!($name, $python, traverse);

            impl $name {
                fn traverse(&self, visit: Visit<'_>) {
                    self.0.traverse(visit);
                }

                fn clear(&self) {
                    self.0.clear();
                }
            }
        )*
    };
}

walks! {
    /// `list_iterator`
    ListIterator(List) = "list_iterator";
    /// `tuple_iterator`
    TupleIterator(Tuple) = "tuple_iterator";
    /// `list_reverseiterator`: its place counts the items that are still to come.
    ListReverseIterator(List) = "list_reverseiterator";
}

impl ListIterator {
    /// An iterator over a list.
    pub fn make(t: &Thread, list: Owned<List>) -> PyResult {
        let iterator = ListIterator(Walk::new(list, 0));
        let made = heap().make(t.types.list_iterator.core(), iterator)?;
        Ok(made.into_object())
    }

    /// As [`ListIterator::make`], if that is short; see [`objects::make_builtin_at_hand`].
    #[inline(always)]
    pub fn make_at_hand(t: &Thread, list: &Owned<List>) -> Option<Object> {
        let made = make_builtin_at_hand(t.types.list_iterator.core(), || {
            ListIterator(Walk::new(list.clone(), 0))
        });
        made.map(Owned::into_object)
    }

    /// The next item. This runs no Python, unless the list goes at its end.
    #[inline(always)]
    pub fn step(&self) -> Option<Object> {
        self.0.step(|list, place| list.items.get(place))
    }

    /// The next item; at the end nothing has happened.
    #[inline(always)]
    pub fn try_step(&self) -> Step {
        self.0.try_step(|list, place| list.items.get(place))
    }

    /// Will a step give an item?
    #[inline(always)]
    pub(super) fn has_next(&self) -> bool {
        self.0.has_next(List::len)
    }
}

impl TupleIterator {
    /// An iterator over a tuple.
    pub fn make(t: &Thread, tuple: Owned<Tuple>) -> PyResult {
        let iterator = TupleIterator(Walk::new(tuple, 0));
        let made = heap().make(t.types.tuple_iterator.core(), iterator)?;
        Ok(made.into_object())
    }

    /// As [`TupleIterator::make`], if that is short; see [`objects::make_builtin_at_hand`].
    #[inline(always)]
    pub fn make_at_hand(t: &Thread, tuple: &Owned<Tuple>) -> Option<Object> {
        let made = make_builtin_at_hand(t.types.tuple_iterator.core(), || {
            TupleIterator(Walk::new(tuple.clone(), 0))
        });
        made.map(Owned::into_object)
    }

    /// The next item. This runs no Python, unless the tuple goes at its end.
    #[inline(always)]
    pub fn step(&self) -> Option<Object> {
        self.0
            .step(|tuple, place| tuple.items().get(place).cloned())
    }

    /// The next item; at the end nothing has happened.
    #[inline(always)]
    pub fn try_step(&self) -> Step {
        self.0
            .try_step(|tuple, place| tuple.items().get(place).cloned())
    }

    /// Will a step give an item?
    #[inline(always)]
    pub(super) fn has_next(&self) -> bool {
        self.0.has_next(Tuple::len)
    }
}

impl ListReverseIterator {
    fn step(&self) -> Option<Object> {
        let walk = &self.0;
        let list = walk.sequence.take()?;
        let left = walk.place.get().checked_sub(1)?;
        let item = list.items.get(left);
        if item.is_some() {
            walk.place.set(left);
            walk.sequence.set(Some(list));
        }
        item
    }
}

/// `iter(list)`
pub(crate) fn list_iter(t: &Thread, object: &Object) -> PyResult {
    ListIterator::make(t, owned::<List>(t, object)?)
}

/// `iter(tuple)`
pub(crate) fn tuple_iter(t: &Thread, object: &Object) -> PyResult {
    TupleIterator::make(t, owned::<Tuple>(t, object)?)
}

/// `reversed(list)`
pub(crate) fn list_reversed(t: &Thread, object: &Object) -> PyResult {
    let list = owned::<List>(t, object)?;
    let length = list.len();
    let iterator = ListReverseIterator(Walk::new(list, length));
    let made = heap().make(t.types.list_reverse_iterator.core(), iterator)?;
    Ok(made.into_object())
}

fn list_next(t: &Thread, object: &Object) -> PyResult<Option<Object>> {
    Ok(this::<ListIterator>(t, object)?.step())
}

fn tuple_next(t: &Thread, object: &Object) -> PyResult<Option<Object>> {
    Ok(this::<TupleIterator>(t, object)?.step())
}

fn list_reverse_next(t: &Thread, object: &Object) -> PyResult<Option<Object>> {
    Ok(this::<ListReverseIterator>(t, object)?.step())
}

fn list_hint(t: &Thread, object: &Object) -> PyResult {
    let walk = &this::<ListIterator>(t, object)?.0;
    let length = walk.sequence().map_or(0, |list| list.len());
    int(t, length.saturating_sub(walk.place.get()))
}

fn tuple_hint(t: &Thread, object: &Object) -> PyResult {
    let walk = &this::<TupleIterator>(t, object)?.0;
    let length = walk.sequence().map_or(0, |tuple| tuple.len());
    int(t, length.saturating_sub(walk.place.get()))
}

fn list_reverse_hint(t: &Thread, object: &Object) -> PyResult {
    let walk = &this::<ListReverseIterator>(t, object)?.0;
    let left = walk.place.get();
    let there = walk.sequence().is_some_and(|list| list.len() >= left);
    int(t, if there { left } else { 0 })
}

/// The iterator over any object with `__getitem__`: it asks for item 0, 1, 2, … until an
/// `IndexError`.
pub struct SequenceIterator {
    sequence: Slot,
    place: Cell<i64>,
}

payload!(SequenceIterator, "iterator", traverse);

impl SequenceIterator {
    fn traverse(&self, visit: Visit<'_>) {
        self.sequence.traverse(visit);
    }

    fn clear(&self) {
        self.sequence.clear();
    }
}

/// The hook of `iter` for objects that have items but no `__iter__` (`PySeqIter_New`).
fn sequence_new(t: &Thread, class: &Type, args: Args<'_>) -> PyResult {
    let [sequence] = args.values() else {
        return Err(t.type_error("cannot create 'iterator' instances"));
    };
    let iterator = SequenceIterator {
        sequence: Slot::new(sequence.clone()),
        place: Cell::new(0),
    };
    Ok(heap().make(class.core(), iterator)?.into_object())
}

fn sequence_next(t: &Thread, object: &Object) -> PyResult<Option<Object>> {
    let iterator = this::<SequenceIterator>(t, object)?;
    let Some(sequence) = iterator.sequence.get() else {
        return Ok(None);
    };
    let place = iterator.place.get();
    let item = match t.type_of(&sequence).slots.item.get() {
        Some(item) => item(t, &sequence, place),
        None => {
            let kind = t.type_name(&sequence);
            let message = format!("'{kind}' object does not support indexing");
            return Err(t.type_error(message));
        }
    };
    match item {
        Ok(item) => {
            iterator.place.set(place + 1);
            Ok(Some(item))
        }
        Err(raised)
            if raised.is(t, ErrorKind::IndexError) || raised.is(t, ErrorKind::StopIteration) =>
        {
            iterator.sequence.clear();
            Ok(None)
        }
        Err(raised) => Err(raised),
    }
}

fn sequence_hint(t: &Thread, object: &Object) -> PyResult {
    let iterator = this::<SequenceIterator>(t, object)?;
    let Some(sequence) = iterator.sequence.get() else {
        return Ok(Object::int32(0));
    };
    if t.type_of(&sequence).slots.length.get().is_none() {
        return Ok(Object::not_implemented());
    }
    let length = t.length(&sequence)?;
    let place = usize::try_from(iterator.place.get()).unwrap_or(usize::MAX);
    int(t, length.saturating_sub(place))
}

/// `iter(callable, sentinel)`: calls until the sentinel comes.
pub struct CallableIterator {
    callable: Slot,
    sentinel: Slot,
}

payload!(CallableIterator, "callable_iterator", traverse);

impl CallableIterator {
    /// `iter(callable, sentinel)` (`PyCallIter_New`)
    pub fn make(t: &Thread, callable: Object, sentinel: Object) -> PyResult {
        let iterator = CallableIterator {
            callable: Slot::new(callable),
            sentinel: Slot::new(sentinel),
        };
        let made = heap().make(t.types.callable_iterator.core(), iterator)?;
        Ok(made.into_object())
    }

    fn traverse(&self, visit: Visit<'_>) {
        self.callable.traverse(visit);
        self.sentinel.traverse(visit);
    }

    fn clear(&self) {
        self.callable.clear();
        self.sentinel.clear();
    }
}

fn callable_next(t: &Thread, object: &Object) -> PyResult<Option<Object>> {
    let iterator = this::<CallableIterator>(t, object)?;
    let (Some(callable), Some(sentinel)) = (iterator.callable.get(), iterator.sentinel.get())
    else {
        return Ok(None);
    };
    match t.call(&callable, &[]) {
        // The call may have used the iterator up.
        Ok(_) if iterator.sentinel.is_empty() => return Ok(None),
        Ok(item) => {
            if !t.equal(&sentinel, &item)? {
                return Ok(Some(item));
            }
        }
        Err(raised) if raised.is(t, ErrorKind::StopIteration) => (),
        Err(raised) => return Err(raised),
    }
    // The iterator holds them alone: the callable goes first.
    drop((callable, sentinel));
    iterator.clear();
    Ok(None)
}

const HINT: &str = "Private method returning an estimate of len(list(it)).";

static LIST: &[NativeDef] = &[method(
    "__length_hint__",
    NativeCode::NoArgs(list_hint),
    HINT,
)];
static LIST_REVERSE: &[NativeDef] = &[method(
    "__length_hint__",
    NativeCode::NoArgs(list_reverse_hint),
    HINT,
)];
static TUPLE: &[NativeDef] = &[method(
    "__length_hint__",
    NativeCode::NoArgs(tuple_hint),
    HINT,
)];
static SEQUENCE: &[NativeDef] = &[method(
    "__length_hint__",
    NativeCode::NoArgs(sequence_hint),
    HINT,
)];

/// Fills in a type of iterators.
pub(crate) fn install_one<T: Payload>(
    t: &Thread,
    kind: &'static Type,
    next: types::NextFn,
    methods: &'static [NativeDef],
) -> PyResult<()> {
    kind.declare::<T>();
    if kind.slots.new.get().is_none() || kind.is(t.types.iterator) {
        kind.set_flags(types::Flags::NO_NEW);
    }
    kind.slots.iter.set(Some(itself));
    kind.slots.next.set(Some(next));
    t.add_methods(kind, methods)?;
    t.ready(kind)
}

pub(super) fn install(t: &Thread) -> PyResult<()> {
    let types = t.types;
    types.iterator.slots.new.set(Some(sequence_new));
    install_one::<ListIterator>(t, types.list_iterator, list_next, LIST)?;
    install_one::<TupleIterator>(t, types.tuple_iterator, tuple_next, TUPLE)?;
    let reverse = types.list_reverse_iterator;
    install_one::<ListReverseIterator>(t, reverse, list_reverse_next, LIST_REVERSE)?;
    install_one::<SequenceIterator>(t, types.iterator, sequence_next, SEQUENCE)?;
    install_one::<CallableIterator>(t, types.callable_iterator, callable_next, &[])
}
