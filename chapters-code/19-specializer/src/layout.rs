//! How large are CPython's objects? Where an instruction shows an offset, it shows CPython's,
//! which depend on the size of the builtin base.
#![forbid(unsafe_code)]

use objects::Owned;
use types::{Flags, Thread, Type};

/// `__basicsize__` of the builtin types that classes with `__slots__` can derive from, where
/// it is not that of `object`.
const SIZES: &[(&str, u16)] = &[
    ("float", 24),
    ("complex", 32),
    ("str", 80),
    ("bytearray", 56),
    ("list", 40),
    ("dict", 48),
    ("set", 200),
    ("frozenset", 200),
    ("property", 64),
    ("staticmethod", 32),
    ("classmethod", 32),
    ("super", 40),
    ("enumerate", 56),
    ("zip", 48),
    ("map", 32),
    ("filter", 32),
    ("reversed", 32),
    ("module", 56),
    ("BaseException", 72),
    ("OSError", 112),
    ("StopIteration", 80),
    ("SystemExit", 80),
    ("ImportError", 96),
    ("SyntaxError", 136),
    ("UnicodeEncodeError", 112),
    ("UnicodeDecodeError", 112),
    ("UnicodeTranslateError", 112),
    ("NameError", 80),
    ("AttributeError", 88),
    ("BaseExceptionGroup", 88),
];

/// Tells the builtin types what CPython's are like.
pub fn install(t: &Thread) {
    tell(t.types.object, 16);
    let types = t.types;
    let called_with_array = [
        types.bool,
        types.dict,
        types.enumerate,
        types.filter,
        types.float,
        types.frozenset,
        types.list,
        types.map,
        types.range,
        types.reversed,
        types.set,
        types.super_,
        types.tuple,
        types.type_,
    ];
    for kind in called_with_array {
        kind.set_flags(Flags::VECTORCALL);
    }
}

fn tell(kind: &Type, inherited: u16) {
    let name = kind.name();
    let own = SIZES.iter().find(|(other, _)| *other == name);
    let size = own.map_or(inherited, |(_, size)| *size);
    kind.head().slots_start.set(size);
    let below: Vec<Owned<Type>> = kind.subclasses();
    for class in below.iter().filter(|class| !class.has(Flags::HEAP)) {
        tell(class, size);
    }
}

/// CPython's offset of the first `__slots__` place of a class's objects.
pub fn slots_start(class: &Type) -> u16 {
    class.head().slots_start.get()
}
