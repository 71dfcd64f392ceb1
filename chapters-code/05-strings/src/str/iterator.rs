//! What walks over a string's characters? [`StrIterator`].

use crate::text::number;
use objects::{Object, Owned, Visit, heap, payload};
use std::cell::Cell;
use types::{ErrorKind, Flags, NativeCode, NativeDef, PyResult, Str, Thread, Type, Version};

/// `str_iterator`, and 3.11's `str_ascii_iterator`.
pub struct StrIterator {
    text: Owned<Str>,
    /// The next character; [`END`] once the end was met.
    index: Cell<usize>,
}

payload!(StrIterator, "str_iterator", traverse);

/// An iterator that is at its end stays there.
const END: usize = usize::MAX;

impl StrIterator {
    fn traverse(&self, visit: Visit<'_>) {
        visit(self.text.as_object());
    }

    /// Strings are not what cycles are broken at.
    fn clear(&self) {}

    /// The next character.
    #[inline]
    pub fn next(&self, t: &Thread) -> PyResult<Option<Object>> {
        let index = self.index.get();
        let char = self.text.chars().get(index);
        self.index.set(if char.is_some() { index + 1 } else { END });
        match char {
            Some(char @ 0..=0xFF) => t.latin1_char(char as u8).map(Some),
            Some(char) => t.str_of(&[char]).map(Some),
            None => Ok(None),
        }
    }

    fn remaining(&self) -> usize {
        self.text.len().saturating_sub(self.index.get())
    }
}

pub(super) fn iter(t: &Thread, object: &Object) -> PyResult {
    let text = object
        .clone()
        .into_owned::<Str>()
        .map_err(|_| t.type_error("a str was expected"))?;
    let kind = match t.version {
        Version::V311 if text.is_ascii() => t.types.str_ascii_iterator,
        _ => t.types.str_iterator,
    };
    let index = Cell::new(0);
    Ok(heap()
        .make(kind.core(), StrIterator { text, index })?
        .into_object())
}

fn this<'a>(t: &Thread, object: &'a Object) -> PyResult<&'a StrIterator> {
    object
        .downcast()
        .ok_or_else(|| t.type_error("a str_iterator was expected"))
}

fn next(t: &Thread, object: &Object) -> PyResult<Option<Object>> {
    this(t, object)?.next(t)
}

fn length_hint(t: &Thread, object: &Object) -> PyResult {
    number(t, this(t, object)?.remaining())
}

fn reduce(t: &Thread, object: &Object) -> PyResult {
    let iterator = this(t, object)?;
    let iter = t.builtins.get_name(&t.intern("iter")?);
    let iter = iter.ok_or_else(|| {
        t.raise(
            ErrorKind::AttributeError,
            types::Details::Message("iter".into()),
        )
    })?;
    if iterator.index.get() == END {
        let none = t.tuple([t.empty_str()?])?;
        return t.tuple([iter, none]);
    }
    let text = t.tuple([iterator.text.as_object().clone()])?;
    t.tuple([iter, text, number(t, iterator.index.get())?])
}

fn set_state(t: &Thread, object: &Object, state: &Object) -> PyResult {
    let iterator = this(t, object)?;
    let index = t.index_or(state, ErrorKind::OverflowError)?;
    if iterator.index.get() != END {
        let index = usize::try_from(index).unwrap_or(0);
        iterator.index.set(index.min(iterator.text.len()));
    }
    Ok(Object::none())
}

static METHODS: &[NativeDef] = &[
    NativeDef {
        name: "__length_hint__",
        code: NativeCode::NoArgs(length_hint),
        doc: "Private method returning an estimate of len(list(it)).",
    },
    NativeDef {
        name: "__reduce__",
        code: NativeCode::NoArgs(reduce),
        doc: "Return state information for pickling.",
    },
    NativeDef {
        name: "__setstate__",
        code: NativeCode::One(set_state),
        doc: "Set state information for unpickling.",
    },
];

pub(super) fn install(t: &Thread) -> PyResult<()> {
    let install = |kind: &'static Type| {
        kind.declare::<StrIterator>();
        kind.set_flags(Flags::NO_NEW);
        kind.slots.iter.set(Some(|_, object| Ok(object.clone())));
        kind.slots.next.set(Some(next));
        t.add_methods(kind, METHODS)?;
        t.ready(kind)
    };
    install(t.types.str_iterator)?;
    install(t.types.str_ascii_iterator)
}
