//! Types and their slots, names, the compact table, native functions and attribute lookup.
//!
//! The previous chapter's objects know their type by address only. Here a type becomes an
//! object that says what its objects can do: a table of functions, its slots. Code that
//! works with objects calls slots through the protocols of [`Thread`] (`t.add(a, b)`,
//! `t.get_attribute(…)`), and later chapters fill the slots of their types in.

mod bytes;
mod dict;
mod host;
mod interpreter;
mod kind;
mod list;
mod lookup;
mod members;
mod metatype;
mod name;
mod native;
mod object;
mod parameters;
mod protocol;
mod raised;
mod slice;
mod slots;
mod string;
mod table;
mod thread;
mod tuple;
mod version;
mod wrapper;

pub use bytes::{ByteArray, Bytes};
pub use dict::Dict;
pub use host::{Host, MemoryHost};
pub use interpreter::{BasicTypes, HashSeed, Hooks, Interpreter};
pub use kind::{Added, Flags, Namespace, Type};
pub use list::List;
pub use lookup::Method;
pub use metatype::{module_of, writable};
pub use name::{Name, Names};
pub use native::{
    AccessorDef, ClassMethodDescriptor, GetSet, Member, MemberPlace, MethodDescriptor, NativeCode,
    NativeDef, NativeFunction, SetFieldFn, StaticMethod, check_count, no_keywords,
};
pub use object::Instance;
pub use parameters::Parameters;
pub use raised::{Details, ErrorKind, LazyError, PyResult, Raised};
pub use slice::{Bounds, Indices, Slice};
pub use slots::*;
pub use string::{Chars, JoinError, Str, Width, as_str, same_bytes};
pub use table::{Found, Probe, Search, Table, hash_small_int};
pub use thread::{FrameState, NativeGuard, ReprGuard, Thread};
pub use tuple::Tuple;
pub use version::Version;
pub use wrapper::{SlotWrapper, WrapperDef};

/// Fills the slots of the types that this chapter defines. The chapters above add theirs,
/// and call [`Thread::ready`] on each of their types.
pub fn install(t: &Thread) -> PyResult<()> {
    lookup::install(t.types.object);
    t.types.lazy_error.declare::<LazyError>();
    native::install(t);
    wrapper::install(t);
    object::install(t)?;
    metatype::install(t)?;
    native::ready(t)?;
    wrapper::ready(t)
}
