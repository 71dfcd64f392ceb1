//! What does CPython see of an object's attributes? Where their names are, and where its
//! `__dict__` lies.
#![forbid(unsafe_code)]

use objects::Object;
use types::{Dict, Flags, Name, Table, Thread, Type};

/// How the objects of a type keep their attributes, as CPython's `tp_flags` and
/// `tp_dictoffset` have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DictKind {
    /// `Py_TPFLAGS_MANAGED_DICT`: before the object.
    Managed,
    /// At an offset that the type names.
    Offset(u16),
    /// Behind a variable part: counted from the end.
    FromEnd,
    /// They have no `__dict__`.
    None,
}

/// The builtin type whose objects' layout those of a class have.
fn builtin_base(kind: &Type) -> &Type {
    let mut base = kind;
    while base.has(Flags::HEAP)
        && let Some(next) = base.base()
    {
        base = next;
    }
    base
}

/// How the objects of a type keep their attributes.
pub fn dict_kind(t: &Thread, kind: &Type) -> DictKind {
    let base = builtin_base(kind);
    if base.slots.dict_place.get().is_some() {
        return DictKind::Offset(dict_offset(t, base));
    }
    if !kind.head().has_dict() {
        return DictKind::None;
    }
    let variable = [t.types.int, t.types.tuple, t.types.bytes];
    match variable.iter().any(|other| base.is_subtype(other)) {
        true => DictKind::FromEnd,
        false => DictKind::Managed,
    }
}

/// CPython 3.11's `tp_dictoffset` of a builtin type whose objects have a `__dict__`.
fn dict_offset(t: &Thread, base: &Type) -> u16 {
    let known = [
        (t.types.function, 88),
        (t.types.type_, 264),
        (t.types.static_method, 24),
        (t.types.class_method, 24),
    ];
    let found = known.iter().find(|(kind, _)| base.is_subtype(kind));
    // Exceptions, modules and what else has one keep it right behind the header.
    found.map_or(16, |(_, offset)| *offset)
}

/// The `__dict__` of an object whose type has one at an offset.
pub fn dict_at_offset(t: &Thread, object: &Object) -> Option<Object> {
    t.type_of(object).slots.dict_place.get()?(object)?.get()
}

/// Are all keys of a dictionary strings (`DK_IS_UNICODE`)?
pub fn has_string_keys(table: &Table) -> bool {
    table.has_only_strings()
}

/// The index of a name, if it fits into a cache.
pub fn index_of(table: &Table, name: &Name) -> Option<u16> {
    u16::try_from(table.find_name(name)?).ok()
}

/// The version of the keys that CPython would find in a dictionary: those of the class, if
/// it shares them.
#[inline(always)]
pub fn dict_version(dict: &Dict) -> u32 {
    match dict.table.is_split() {
        false => dict.table.version(),
        true => split_version(dict),
    }
}

#[cold]
fn split_version(dict: &Dict) -> u32 {
    let class = dict.table.split_class();
    class.map_or(0, |class| class.shared_keys.version())
}
