//! What do `keys()`, `values()` and `items()` give? Windows on the dictionary, not copies.

use super::{dict_get, find_key, iterators, view_sets};
use crate::support::{int, items_equal, method, owned, this};
use objects::{Object, Owned, Visit, heap, payload};
use types::{AccessorDef, Dict, NativeCode, NativeDef, PyResult, Thread, Tuple, Type};

/// A view of a dictionary: of its keys, values or items, as its type says.
pub struct DictView {
    /// The dictionary.
    pub dict: Owned<Dict>,
}

payload!(DictView, "dict_keys", traverse);

impl DictView {
    fn traverse(&self, visit: Visit<'_>) {
        visit(self.dict.as_object());
    }

    /// A view never changes what it looks at.
    fn clear(&self) {}
}

/// A view of type `kind`.
pub(crate) fn view(t: &Thread, kind: &Type, dict: &Object) -> PyResult {
    let view = DictView {
        dict: owned(t, dict)?,
    };
    Ok(heap().make(kind.core(), view)?.into_object())
}

/// `dict.keys()`
pub(super) fn keys(t: &Thread, dict: &Object) -> PyResult {
    view(t, t.types.dict_keys, dict)
}

/// `dict.values()`
pub(super) fn values(t: &Thread, dict: &Object) -> PyResult {
    view(t, t.types.dict_values, dict)
}

/// `dict.items()`
pub(super) fn items(t: &Thread, dict: &Object) -> PyResult {
    view(t, t.types.dict_items, dict)
}

fn length(t: &Thread, object: &Object) -> PyResult<usize> {
    Ok(this::<DictView>(t, object)?.dict.table.len())
}

fn iter(t: &Thread, object: &Object) -> PyResult {
    let (forwards, _) = iterators::types_of(t, object);
    iterators::make(forwards, this::<DictView>(t, object)?.dict.clone(), false)
}

fn reversed(t: &Thread, object: &Object) -> PyResult {
    let (_, back) = iterators::types_of(t, object);
    iterators::make(back, this::<DictView>(t, object)?.dict.clone(), true)
}

fn repr(t: &Thread, object: &Object) -> PyResult {
    let Some(_guard) = t.enter_repr(object) else {
        return t.str("...");
    };
    let items = crate::list(t, t.collect(object)?)?;
    let shown = t.repr(&items)?;
    let mut pieces = crate::support::Pieces::default();
    pieces.text(t, &format!("{}(", t.type_name(object)))?;
    pieces.string(shown);
    pieces.text(t, ")")?;
    pieces.join(t)
}

pub(super) fn keys_contain(t: &Thread, object: &Object, key: &Object) -> PyResult<bool> {
    let view = this::<DictView>(t, object)?;
    Ok(find_key(t, &view.dict.table, key)?.is_some())
}

pub(super) fn items_contain(t: &Thread, object: &Object, item: &Object) -> PyResult<bool> {
    let view = this::<DictView>(t, object)?;
    let Some([key, value]) = item.downcast::<Tuple>().map(Tuple::items) else {
        return Ok(false);
    };
    match dict_get(t, &view.dict, key)? {
        Some(own) => items_equal(t, &own, value),
        None => Ok(false),
    }
}

/// The read-only face of the dictionary.
fn mapping(t: &Thread, object: &Object) -> PyResult {
    let dict = this::<DictView>(t, object)?.dict.clone();
    crate::mapping_proxy(t, dict.into_object())
}

/// What the view takes in CPython.
fn sizeof(t: &Thread, _: &Object) -> PyResult {
    int(t, 24)
}

static METHODS: &[NativeDef] = &[
    method(
        "__reversed__",
        NativeCode::NoArgs(reversed),
        "Return a reverse iterator over the dict keys.",
    ),
    method("__sizeof__", NativeCode::NoArgs(sizeof), ""),
];

static FIELDS: &[AccessorDef] = &[AccessorDef {
    name: "mapping",
    get: mapping,
    set: None,
    doc: "dictionary that this view refers to",
}];

pub(super) fn install(t: &Thread) -> PyResult<()> {
    let types = t.types;
    types.dict_keys.slots.contains.set(Some(keys_contain));
    types.dict_items.slots.contains.set(Some(items_contain));
    for kind in [types.dict_keys, types.dict_values, types.dict_items] {
        kind.declare::<DictView>();
        kind.set_flags(types::Flags::NO_NEW);
        kind.slots.length.set(Some(length));
        kind.slots.iter.set(Some(iter));
        kind.slots.repr.set(Some(repr));
        t.add_methods(kind, METHODS)?;
        t.add_accessors(kind, FIELDS)?;
        if !kind.is(types.dict_values) {
            view_sets::install(t, kind)?;
        }
        t.ready(kind)?;
    }
    Ok(())
}
