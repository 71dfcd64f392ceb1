//! Which objects stand in more than one place? They are written once, and then referred to.

use std::collections::HashMap;

use containers::Set;
use objects::{Object, Word};
use types::{Dict, List, Tuple};

use crate::code::Code;

/// The objects that are reached more than once, each with the number it gets when it is
/// written.
///
/// CPython flags what has more than one reference from anywhere, so that the bytes depend
/// on what else the process holds; here they depend on the object alone.
pub(super) struct Sharing(HashMap<Word, Place>);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// It stands in one place only.
    Once,
    /// It stands in several, and was not written yet.
    Shared,
    /// It was written, with this number.
    Written(usize),
}

/// How an object is to be written.
pub(super) enum Writing {
    /// In full.
    Plain,
    /// In full, flagged: it has a number from now on.
    Flagged,
    /// As a reference to this number.
    Reference(usize),
}

impl Sharing {
    /// Looks through everything that `object` holds.
    pub(super) fn of(object: &Object) -> Sharing {
        let mut places = HashMap::new();
        let mut pending = vec![object.clone()];
        while let Some(object) = pending.pop() {
            if !object.is_heap() {
                continue;
            }
            match places.entry(object.word()) {
                std::collections::hash_map::Entry::Occupied(mut known) => {
                    known.insert(Place::Shared);
                }
                std::collections::hash_map::Entry::Vacant(new) => {
                    new.insert(Place::Once);
                    children(&object, &mut pending);
                }
            }
        }
        Sharing(places)
    }

    /// How is this object to be written, the next free number being `next`?
    pub(super) fn writing(&mut self, object: &Object, next: usize) -> Writing {
        match self.0.get_mut(&object.word()) {
            Some(Place::Written(number)) => Writing::Reference(*number),
            Some(place @ Place::Shared) => {
                *place = Place::Written(next);
                Writing::Flagged
            }
            Some(Place::Once) | None => Writing::Plain,
        }
    }
}

/// Adds what an object holds.
fn children(object: &Object, pending: &mut Vec<Object>) {
    if let Some(tuple) = object.downcast::<Tuple>() {
        pending.extend_from_slice(tuple.items());
    } else if let Some(list) = object.downcast::<List>() {
        pending.extend(list.items.to_vec());
    } else if let Some(dict) = object.downcast::<Dict>() {
        let entries = (0..dict.table.entries()).filter_map(|index| dict.table.entry(index));
        pending.extend(entries.flat_map(|(key, value)| [key, value]));
    } else if let Some(set) = object.downcast::<Set>() {
        pending.extend(members(set));
    } else if let Some(code) = object.downcast::<Code>() {
        pending.extend_from_slice(&code.consts);
        let names = [&code.names, &code.varnames, &code.cellvars, &code.freevars];
        let names = match code.localsplusnames.is_empty() {
            true => names.to_vec(),
            false => vec![&code.names, &code.localsplusnames],
        };
        pending.extend(
            names
                .into_iter()
                .flatten()
                .map(|name| name.object().clone()),
        );
        let texts = [
            Some(&code.filename),
            Some(&code.name),
            code.qualname.as_ref(),
        ];
        pending.extend(
            texts
                .into_iter()
                .flatten()
                .map(|text| text.as_object().clone()),
        );
    }
}

/// The members of a set, in the order of its table.
pub(crate) fn members(set: &Set) -> Vec<Object> {
    let mut place = 0;
    std::iter::from_fn(|| set.table.next(&mut place))
        .map(|(member, _)| member)
        .collect()
}
