//! A fresh machine, and classes for it.
#![allow(dead_code, reason = "each test uses a part")]

use objects::{Owned, TypeHead};
use std::rc::Rc;
use types::{HashSeed, Interpreter, MemoryHost, Raised, Table, Thread, Type, Version};

/// A thread of a new interpreter, with what this chapter installs.
pub fn thread(version: Version) -> Thread {
    let host = Box::new(MemoryHost::default());
    let interpreter = Interpreter::new(version, host, HashSeed::Fixed).unwrap();
    let t = Thread::new(Rc::new(interpreter));
    types::install(&t).unwrap();
    t
}

/// A new builtin type under `base`, not ready yet.
pub fn builtin(t: &Thread, name: &str, base: &'static Type) -> &'static Type {
    let kind = Type::builtin(t.types.type_, name, Some(base)).unwrap();
    kind.make_namespace(t.types).unwrap();
    kind.set_bases(vec![base.object()], base.mro());
    kind
}

/// A class under `base`, as `class Name(base): pass` makes one.
pub fn class(t: &Thread, name: &str, base: &Type) -> Owned<Type> {
    let head = TypeHead::derived(base.head(), 0, true).unwrap();
    let names = Table::default();
    let class = Type::derived(t.types, t.types.type_, name, head, base.object(), names).unwrap();
    class.set_bases(vec![base.object()], base.mro());
    class.slots.inherit(&base.slots);
    class
}

/// Kind and message of an error.
pub fn text(raised: Raised) -> String {
    format!("{raised:?}")
}
