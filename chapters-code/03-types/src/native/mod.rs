//! How does Python call Rust? Native functions, the descriptors that find them on a type,
//! and the ones that get and set a field.
#![forbid(unsafe_code)]

mod call;
mod define;
mod descriptor;
mod shown;

use crate::kind::{Flags, Type};
use crate::name::Name;
use crate::raised::PyResult;
use crate::slots::Args;
use crate::thread::Thread;
pub use call::{check_count, no_keywords};
use objects::{Object, Owned, Slot, Visit, payload};
pub(crate) use shown::ready;

/// A function written in Rust, and how it takes its arguments (CPython's `METH_` flags).
#[derive(Clone, Copy)]
pub enum NativeCode {
    /// `METH_NOARGS`
    NoArgs(fn(&Thread, &Object) -> PyResult),
    /// `METH_O`: exactly one argument.
    One(fn(&Thread, &Object, &Object) -> PyResult),
    /// `METH_FASTCALL`: positional arguments.
    Fast(fn(&Thread, &Object, &[Object]) -> PyResult),
    /// `METH_FASTCALL | METH_KEYWORDS`
    Keywords(fn(&Thread, &Object, Args<'_>) -> PyResult),
    /// `METH_VARARGS`: positional arguments, which CPython passes as a tuple.
    Tuple(fn(&Thread, &Object, &[Object]) -> PyResult),
    /// `METH_VARARGS | METH_KEYWORDS`: what CPython passes as a tuple and a dict.
    VarArgs(fn(&Thread, &Object, Args<'_>) -> PyResult),
}

/// A native function or method: the row of a table.
pub struct NativeDef {
    /// Its name.
    pub name: &'static str,
    /// The function. Its first argument is the object a method is called on, or the module.
    pub code: NativeCode,
    /// The docstring.
    pub doc: &'static str,
}

/// Writes a field, or deletes it without a value.
pub type SetFieldFn = fn(&Thread, &Object, Option<&Object>) -> PyResult<()>;

/// A field of a builtin type: the row of a table.
pub struct AccessorDef {
    /// Its name.
    pub name: &'static str,
    /// Reads it.
    pub get: fn(&Thread, &Object) -> PyResult,
    /// Writes it, or deletes it without a value; `None` if it is read-only.
    pub set: Option<SetFieldFn>,
    /// The docstring.
    pub doc: &'static str,
}

impl AccessorDef {
    /// A field that is only read, without a docstring.
    pub const fn new(name: &'static str, get: fn(&Thread, &Object) -> PyResult) -> AccessorDef {
        AccessorDef {
            name,
            get,
            set: None,
            doc: "",
        }
    }

    /// A field that is read and written, without a docstring.
    pub const fn settable(
        name: &'static str,
        get: fn(&Thread, &Object) -> PyResult,
        set: SetFieldFn,
    ) -> AccessorDef {
        AccessorDef {
            name,
            get,
            set: Some(set),
            doc: "",
        }
    }
}

/// `builtin_function_or_method`: a native function with the object it is bound to.
pub struct NativeFunction {
    /// Its row.
    pub def: &'static NativeDef,
    /// The object or module that it is called on.
    pub receiver: Object,
    /// The name of its module, or nothing.
    pub module: Slot,
}

payload!(NativeFunction, "builtin_function_or_method", traverse);

impl NativeFunction {
    fn traverse(&self, visit: Visit<'_>) {
        visit(&self.receiver);
        self.module.traverse(visit);
    }

    fn clear(&self) {
        self.module.clear();
    }
}

/// `method_descriptor`: a native method as it stands in the namespace of its type.
pub struct MethodDescriptor {
    /// Its row.
    pub def: &'static NativeDef,
    /// The type.
    pub owner: Owned<Type>,
}

payload!(MethodDescriptor, "method_descriptor");

/// `classmethod_descriptor`: a native class method.
pub struct ClassMethodDescriptor {
    /// Its row.
    pub def: &'static NativeDef,
    /// The type.
    pub owner: Owned<Type>,
}

payload!(ClassMethodDescriptor, "classmethod_descriptor");

/// `getset_descriptor`: a field with its functions.
pub struct GetSet {
    /// Its row.
    pub def: &'static AccessorDef,
    /// The type.
    pub owner: Owned<Type>,
}

payload!(GetSet, "getset_descriptor");

/// `member_descriptor`: a value that lies in the object itself.
pub struct Member {
    /// Its name.
    pub name: Name,
    /// Where it lies.
    pub place: MemberPlace,
    /// The class.
    pub owner: Owned<Type>,
}

/// Where the value of a [`Member`] lies.
#[derive(Clone, Copy)]
pub enum MemberPlace {
    /// In a place of `__slots__`, by its number.
    Slot(u16),
    /// In the payload of a builtin type, which has functions for it.
    Field(&'static AccessorDef),
}

payload!(Member, "member_descriptor", traverse);

impl Member {
    fn traverse(&self, visit: Visit<'_>) {
        visit(self.owner.as_object());
    }

    fn clear(&self) {}

    /// The number of its place, if it is one of `__slots__`.
    #[inline]
    pub fn slot(&self) -> Option<u16> {
        match self.place {
            MemberPlace::Slot(index) => Some(index),
            MemberPlace::Field(_) => None,
        }
    }
}

/// `staticmethod`
pub struct StaticMethod {
    /// The function.
    pub function: Slot,
    /// Its `__dict__`.
    pub dict: Slot,
}

payload!(StaticMethod, "staticmethod", traverse);

impl StaticMethod {
    fn traverse(&self, visit: Visit<'_>) {
        self.function.traverse(visit);
        self.dict.traverse(visit);
    }

    fn clear(&self) {
        self.function.clear();
        self.dict.clear();
    }
}

/// Fills the slots of these types.
pub(crate) fn install(t: &Thread) {
    let types = t.types;
    types.native_function.declare::<NativeFunction>();
    types
        .native_function
        .slots
        .call
        .set(Some(call::native_call));
    types.method_descriptor.declare::<MethodDescriptor>();
    types.method_descriptor.set_flags(Flags::METHOD_DESCRIPTOR);
    types
        .method_descriptor
        .slots
        .call
        .set(Some(call::method_call));
    types
        .method_descriptor
        .slots
        .descriptor_get
        .set(Some(descriptor::method_get));
    types
        .classmethod_descriptor
        .declare::<ClassMethodDescriptor>();
    types
        .classmethod_descriptor
        .slots
        .call
        .set(Some(call::class_method_call));
    types
        .classmethod_descriptor
        .slots
        .descriptor_get
        .set(Some(descriptor::class_method_get));
    types.getset.declare::<GetSet>();
    types
        .getset
        .slots
        .descriptor_get
        .set(Some(descriptor::getset_get));
    types
        .getset
        .slots
        .descriptor_set
        .set(Some(descriptor::getset_set));
    types.member.declare::<Member>();
    types
        .member
        .slots
        .descriptor_get
        .set(Some(descriptor::member_get));
    types
        .member
        .slots
        .descriptor_set
        .set(Some(descriptor::member_set));
    types.static_method.declare::<StaticMethod>();
    types
        .static_method
        .slots
        .descriptor_get
        .set(Some(descriptor::static_method_get));
}
