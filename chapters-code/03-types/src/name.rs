//! What is a name? A string that is in the intern table, so that comparing two names is
//! comparing two words.

use crate::string::Str;
use objects::Object;

/// An interned string of exactly type `str`. Equal names are the same word.
#[derive(Clone, Debug)]
#[repr(transparent)]
pub struct Name(Object);

impl Name {
    /// A name, if the object is an interned `str`.
    #[inline(always)]
    pub fn from_object(object: &Object) -> Option<&Name> {
        // SAFETY: `Name` is a transparent `Object`, and the object is what a name must be.
        object
            .downcast::<Str>()
            .is_some_and(Str::is_interned)
            .then(|| unsafe { &*(&raw const *object).cast::<Name>() })
    }

    /// A name, if the object is an interned `str`, with its count.
    pub fn new(object: Object) -> Option<Name> {
        object
            .downcast::<Str>()
            .is_some_and(Str::is_interned)
            .then_some(Name(object))
    }

    /// The string.
    #[inline(always)]
    pub fn str(&self) -> &Str {
        // SAFETY: a name is only made of a string.
        unsafe { self.0.payload_unchecked() }
    }

    /// The string as an object.
    #[inline(always)]
    pub fn object(&self) -> &Object {
        &self.0
    }

    /// Are these the same name?
    #[inline(always)]
    pub fn is(&self, other: &Name) -> bool {
        self.0.is(&other.0)
    }

    /// The hash, which interning computed.
    #[inline(always)]
    pub fn hash(&self) -> i64 {
        self.str().cached_hash().unwrap_or(0)
    }
}

impl std::fmt::Display for Name {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.str().to_text())
    }
}

/// Declares the names that the machine itself uses, interned when an interpreter starts.
macro_rules! names {
    ($($name:ident = $text:literal),* $(,)?) => {
        /// The names that the machine itself uses.
        #[allow(missing_docs, reason = "each is its own text")]
        pub struct Names { $(pub $name: Name),* }

        impl Names {
            pub(crate) fn new<E>(intern: impl Fn(&str) -> Result<Name, E>) -> Result<Names, E> {
                Ok(Names { $($name: intern($text)?),* })
            }
        }
    };
}

names! {
    abs = "__abs__", add = "__add__", aenter = "__aenter__", aexit = "__aexit__",
    aiter = "__aiter__", all = "__all__", and = "__and__", anext = "__anext__",
    annotations = "__annotations__", args = "args", await_ = "__await__", bases = "__bases__",
    bool = "__bool__", build_class = "__build_class__", builtins = "__builtins__",
    bytes = "__bytes__", call = "__call__", cause = "__cause__", class = "__class__",
    class_getitem = "__class_getitem__", classcell = "__classcell__", close = "close",
    code = "__code__", complex = "__complex__", contains = "__contains__",
    context = "__context__", defaults = "__defaults__", del = "__del__",
    delattr = "__delattr__", delete = "__delete__", delitem = "__delitem__", dict = "__dict__",
    dir = "__dir__", divmod = "__divmod__", doc = "__doc__", end = "end", enter = "__enter__",
    eq = "__eq__", exit = "__exit__", file = "__file__", float = "__float__", flush = "flush",
    floordiv = "__floordiv__", format = "__format__", fromlist = "fromlist", ge = "__ge__",
    get = "__get__", getattr = "__getattr__", getattribute = "__getattribute__",
    getitem = "__getitem__", globals = "__globals__", gt = "__gt__", hash = "__hash__",
    iadd = "__iadd__", iand = "__iand__", ifloordiv = "__ifloordiv__", ilshift = "__ilshift__",
    imatmul = "__imatmul__", imod = "__imod__", import_ = "__import__", imul = "__imul__",
    index = "__index__", init = "__init__", init_subclass = "__init_subclass__", int = "__int__",
    instancecheck = "__instancecheck__", invert = "__invert__", ior = "__ior__",
    ipow = "__ipow__", irshift = "__irshift__", isub = "__isub__", iter = "__iter__",
    itruediv = "__itruediv__", ixor = "__ixor__", keys = "keys", kwdefaults = "__kwdefaults__",
    le = "__le__", len = "__len__", length_hint = "__length_hint__", loader = "__loader__",
    lshift = "__lshift__", lt = "__lt__", main = "__main__", match_args = "__match_args__",
    matmul = "__matmul__", metaclass = "metaclass", missing = "__missing__", mod_ = "__mod__",
    module = "__module__", mro = "__mro__", mro_entries = "__mro_entries__", mul = "__mul__",
    name = "__name__", ne = "__ne__", neg = "__neg__", new = "__new__", next = "__next__",
    or = "__or__", package = "__package__", path = "__path__", pos = "__pos__", pow = "__pow__",
    prepare = "__prepare__", qualname = "__qualname__", radd = "__radd__", rand = "__rand__",
    rdivmod = "__rdivmod__", reduce = "__reduce__", reduce_ex = "__reduce_ex__",
    repr = "__repr__", reversed = "__reversed__", rfloordiv = "__rfloordiv__",
    rlshift = "__rlshift__", rmatmul = "__rmatmul__", rmod = "__rmod__", rmul = "__rmul__",
    ror = "__ror__", round = "__round__", rpow = "__rpow__", rrshift = "__rrshift__",
    rshift = "__rshift__", rsub = "__rsub__", rtruediv = "__rtruediv__", rxor = "__rxor__",
    self_ = "self", send = "send", sep = "sep", set = "__set__", set_name = "__set_name__",
    setattr = "__setattr__", setitem = "__setitem__", sizeof = "__sizeof__",
    slots = "__slots__", spec = "__spec__", stderr = "stderr", stdin = "stdin",
    stdout = "stdout", str = "__str__", sub = "__sub__", subclasscheck = "__subclasscheck__",
    suppress_context = "__suppress_context__", throw = "throw", traceback = "__traceback__",
    truediv = "__truediv__", trunc = "__trunc__", value = "value", weakref = "__weakref__",
    write = "write", xor = "__xor__", notes = "__notes__", empty = "",
}
