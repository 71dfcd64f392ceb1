//! How far has a loop over a text come? What the iterators of `str`, `bytes` and `bytearray`
//! share: a place, and the methods that show and set it.

use crate::text::number;
use numbers::to_isize;
use objects::{Object, Payload};
use std::cell::Cell;
use types::{Flags, NativeCode, NativeDef, NextFn, PyResult, Thread, Type};

/// The index of the next item. An iterator that was at its end stays there.
#[derive(Default)]
pub(crate) struct Place(Cell<usize>);

const END: usize = usize::MAX;

impl Place {
    /// The item at the place, after which the place is the next one.
    #[inline(always)]
    pub(crate) fn advance<T>(&self, item: impl FnOnce(usize) -> Option<T>) -> Option<T> {
        let index = self.0.get();
        let item = item(index);
        self.0.set(if item.is_some() { index + 1 } else { END });
        item
    }

    /// The same, but where there is no item the place stays as it is.
    #[inline(always)]
    pub(crate) fn try_advance<T>(&self, item: impl FnOnce(usize) -> Option<T>) -> Option<T> {
        let index = self.0.get();
        let item = item(index)?;
        self.0.set(index + 1);
        Some(item)
    }

    fn index(&self) -> Option<usize> {
        Some(self.0.get()).filter(|&index| index != END)
    }
}

/// An iterator that knows its place.
pub(crate) trait Walk: Payload {
    fn place(&self) -> &Place;
    /// What is walked over.
    fn source(&self) -> &Object;
    /// How many items the source has now.
    fn length(&self) -> usize;
    /// What stands for the source once its end was met.
    fn empty(t: &Thread) -> PyResult;

    /// The methods of all such iterators.
    const METHODS: &'static [NativeDef] = &[
        NativeDef {
            name: "__length_hint__",
            code: NativeCode::NoArgs(length_hint::<Self>),
            doc: "Private method returning an estimate of len(list(it)).",
        },
        NativeDef {
            name: "__reduce__",
            code: NativeCode::NoArgs(reduce::<Self>),
            doc: "Return state information for pickling.",
        },
        NativeDef {
            name: "__setstate__",
            code: NativeCode::One(set_state::<Self>),
            doc: "Set state information for unpickling.",
        },
    ];
}

/// The iterator that a slot or method was called on.
#[inline(always)]
pub(crate) fn this<'a, W: Walk>(t: &Thread, object: &'a Object) -> PyResult<&'a W> {
    object
        .downcast()
        .ok_or_else(|| t.type_error("an iterator over a text was expected"))
}

fn length_hint<W: Walk>(t: &Thread, object: &Object) -> PyResult {
    let walk = this::<W>(t, object)?;
    let index = walk.place().index().unwrap_or(END);
    number(t, walk.length().saturating_sub(index))
}

fn reduce<W: Walk>(t: &Thread, object: &Object) -> PyResult {
    let walk = this::<W>(t, object)?;
    let iter = t.get_item(t.builtins.as_object(), &t.str("iter")?)?;
    match walk.place().index() {
        None => t.tuple([iter, t.tuple([W::empty(t)?])?]),
        Some(index) => {
            let source = t.tuple([walk.source().clone()])?;
            t.tuple([iter, source, number(t, index)?])
        }
    }
}

fn set_state<W: Walk>(t: &Thread, object: &Object, state: &Object) -> PyResult {
    if !t.is_instance_of(state, t.types.int) {
        return Err(t.type_error("an integer is required"));
    }
    let index = usize::try_from(to_isize(t, state)?).unwrap_or(0);
    let walk = this::<W>(t, object)?;
    if walk.place().index().is_some() {
        walk.place().0.set(index.min(walk.length()));
    }
    Ok(Object::none())
}

/// Fills in the type of such an iterator.
pub(crate) fn install<W: Walk>(t: &Thread, kind: &'static Type, next: NextFn) -> PyResult<()> {
    kind.declare::<W>();
    kind.set_flags(Flags::NO_NEW);
    kind.slots.iter.set(Some(|_, object| Ok(object.clone())));
    kind.slots.next.set(Some(next));
    t.add_methods(kind, W::METHODS)?;
    t.ready(kind)
}
