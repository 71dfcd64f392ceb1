//! What does a failing operation cost? One owned pointer, and no exception object until
//! Python code can see it: [`Raised`].
#![forbid(unsafe_code)]

use crate::name::Name;
use crate::thread::Thread;
use objects::{Object, OutOfMemory, Owned, heap, payload};
use std::borrow::Cow;

/// What an operation that can raise returns.
pub type PyResult<T = Object> = Result<T, Raised>;

/// An exception in flight: an exception object, or what is needed to make one.
///
/// `None` in here stands for `MemoryError`, so that running out of memory needs no memory.
#[must_use]
pub struct Raised(Object);

/// Declares the builtin exceptions, each with its base.
macro_rules! error_kinds {
    ($($name:ident($base:ident $(, $field:literal)*),)*) => {
        /// A builtin exception type.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[repr(u8)]
        #[allow(missing_docs, reason = "they are Python's")]
        pub enum ErrorKind { $($name),* }

        impl ErrorKind {
            /// All of them, bases before what derives from them.
            pub const ALL: &'static [ErrorKind] = &[$(ErrorKind::$name),*];

            /// The name that Python code uses.
            pub const fn name(self) -> &'static str {
                match self { $(ErrorKind::$name => stringify!($name)),* }
            }

            /// The name of the base: another exception's, or `object`.
            pub const fn base(self) -> &'static str {
                match self { $(ErrorKind::$name => stringify!($base)),* }
            }
        }
    };
}

impl ErrorKind {
    /// Is this kind `other`, or derived from it?
    pub fn is_a(self, other: ErrorKind) -> bool {
        let mut kind = Some(self);
        while let Some(own) = kind {
            if own == other {
                return true;
            }
            kind = ErrorKind::ALL
                .iter()
                .copied()
                .find(|base| base.name() == own.base());
        }
        false
    }
}

error_kinds! {
    BaseException(object),
    Exception(BaseException), SystemExit(BaseException), KeyboardInterrupt(BaseException),
    GeneratorExit(BaseException), BaseExceptionGroup(BaseException),
    ExceptionGroup(BaseExceptionGroup),
    StopAsyncIteration(Exception), StopIteration(Exception), ArithmeticError(Exception),
    AssertionError(Exception), AttributeError(Exception), BufferError(Exception),
    EOFError(Exception), ImportError(Exception), LookupError(Exception), MemoryError(Exception),
    NameError(Exception), OSError(Exception), ReferenceError(Exception), RuntimeError(Exception),
    SyntaxError(Exception), SystemError(Exception), TypeError(Exception), ValueError(Exception),
    Warning(Exception),
    FloatingPointError(ArithmeticError), OverflowError(ArithmeticError),
    ZeroDivisionError(ArithmeticError), ModuleNotFoundError(ImportError),
    IndexError(LookupError), KeyError(LookupError), UnboundLocalError(NameError),
    BlockingIOError(OSError), ChildProcessError(OSError), ConnectionError(OSError),
    FileExistsError(OSError), FileNotFoundError(OSError), InterruptedError(OSError),
    IsADirectoryError(OSError), NotADirectoryError(OSError), PermissionError(OSError),
    ProcessLookupError(OSError), TimeoutError(OSError),
    BrokenPipeError(ConnectionError), ConnectionAbortedError(ConnectionError),
    ConnectionRefusedError(ConnectionError), ConnectionResetError(ConnectionError),
    NotImplementedError(RuntimeError), RecursionError(RuntimeError),
    IndentationError(SyntaxError), TabError(IndentationError),
    UnicodeError(ValueError), UnicodeDecodeError(UnicodeError), UnicodeEncodeError(UnicodeError),
    UnicodeTranslateError(UnicodeError),
    BytesWarning(Warning), DeprecationWarning(Warning), EncodingWarning(Warning),
    FutureWarning(Warning), ImportWarning(Warning), PendingDeprecationWarning(Warning),
    ResourceWarning(Warning), RuntimeWarning(Warning), SyntaxWarning(Warning),
    UnicodeWarning(Warning), UserWarning(Warning),
}

/// What an exception object will be made of.
pub enum Details {
    /// A message: the only argument.
    Message(Cow<'static, str>),
    /// The arguments themselves.
    Arguments(Vec<Object>),
    /// An `AttributeError` with the object and the name (the suggestions need them).
    Attribute(String, Object, Name),
    /// A `NameError` with the name.
    Name(String, Name),
    /// An `ImportError` with the name and path of the module.
    Import(String, Option<Object>, Option<Object>),
}

/// An exception that nobody has looked at yet.
pub struct LazyError {
    /// Its type.
    pub kind: ErrorKind,
    /// What it will be made of.
    pub details: Details,
}

payload!(LazyError, "lazy error");

impl From<OutOfMemory> for Raised {
    #[cold]
    fn from(_: OutOfMemory) -> Raised {
        Raised(Object::none())
    }
}

impl Raised {
    /// Raises an exception object. The caller has checked that it is one.
    pub fn exception(object: Object) -> Raised {
        Raised(object)
    }

    /// Raises again what [`Raised::into_lazy`] took apart.
    pub fn lazy(lazy: Owned<LazyError>) -> Raised {
        Raised(lazy.into_object())
    }

    /// The kind, if no exception object was made yet.
    pub fn lazy_kind(&self) -> Option<ErrorKind> {
        if self.0.is_none() {
            return Some(ErrorKind::MemoryError);
        }
        self.0.downcast::<LazyError>().map(|lazy| lazy.kind)
    }

    /// The exception object, made now if need be.
    #[cold]
    pub fn into_exception(self, t: &Thread) -> Object {
        if self.lazy_kind().is_some() {
            (t.hooks.materialize.get())(t, self)
        } else {
            self.0
        }
    }

    /// What a lazy error holds: its kind and details, for the hook that makes the object.
    /// The exception object itself comes back as the error.
    pub fn into_lazy(self) -> Result<Owned<LazyError>, Option<Object>> {
        match self.0.into_owned::<LazyError>() {
            Ok(lazy) => Ok(lazy),
            Err(object) if object.is_none() => Err(None),
            Err(object) => Err(Some(object)),
        }
    }

    /// Would `except KIND` catch this?
    pub fn is(&self, t: &Thread, kind: ErrorKind) -> bool {
        match self.lazy_kind() {
            Some(own) => own.is_a(kind),
            None => t
                .error_type(kind)
                .is_some_and(|wanted| t.type_of(&self.0).is_subtype(wanted)),
        }
    }

    /// The exception object, if there is one already.
    pub fn object(&self) -> Option<&Object> {
        self.lazy_kind().is_none().then_some(&self.0)
    }
}

impl std::fmt::Debug for Raised {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.0.downcast::<LazyError>() {
            Some(LazyError {
                kind,
                details: Details::Message(message),
            }) => {
                write!(f, "{}: {message}", kind.name())
            }
            Some(lazy) => f.write_str(lazy.kind.name()),
            None if self.0.is_none() => f.write_str("MemoryError"),
            None => write!(f, "{:?}", self.0),
        }
    }
}

/// The constructors of errors: `t.type_error("…")`.
macro_rules! raisers {
    ($($method:ident = $kind:ident),* $(,)?) => {
        impl Thread {
            $(
                #[doc = concat!("A `", stringify!($kind), "` with a message.")]
                #[cold]
                pub fn $method(&self, message: impl Into<Cow<'static, str>>) -> Raised {
                    self.raise(ErrorKind::$kind, Details::Message(message.into()))
                }
            )*
        }
    };
}

raisers! {
    type_error = TypeError, value_error = ValueError, index_error = IndexError,
    overflow_error = OverflowError, zero_division_error = ZeroDivisionError,
    runtime_error = RuntimeError, system_error = SystemError, recursion_error = RecursionError,
    assertion_error = AssertionError, unbound_local_error = UnboundLocalError,
    not_implemented_error = NotImplementedError, buffer_error = BufferError,
    lookup_error = LookupError, eof_error = EOFError,
}

impl Thread {
    /// An exception of a kind.
    #[cold]
    pub fn raise(&self, kind: ErrorKind, details: Details) -> Raised {
        match heap().make(self.types.lazy_error.core(), LazyError { kind, details }) {
            Ok(lazy) => Raised(lazy.into_object()),
            Err(out_of_memory) => out_of_memory.into(),
        }
    }

    /// A `KeyError` that shows the key.
    #[cold]
    pub fn key_error(&self, key: &Object) -> Raised {
        self.raise(ErrorKind::KeyError, Details::Arguments(vec![key.clone()]))
    }

    /// A `StopIteration` that carries a value.
    #[cold]
    pub fn stop_iteration(&self, value: Object) -> Raised {
        let arguments = if value.is_none() { vec![] } else { vec![value] };
        self.raise(ErrorKind::StopIteration, Details::Arguments(arguments))
    }

    /// A `NameError` for a name.
    #[cold]
    pub fn name_error(&self, name: &Name) -> Raised {
        let message = format!("name '{name}' is not defined");
        self.raise(ErrorKind::NameError, Details::Name(message, name.clone()))
    }

    /// An `AttributeError` for a missing attribute of an object.
    #[cold]
    pub fn attribute_error(&self, object: &Object, name: &Name) -> Raised {
        let message = match object.downcast::<crate::kind::Type>() {
            Some(class) => format!("type object '{}' has no attribute '{name}'", class.name()),
            None => format!(
                "'{}' object has no attribute '{name}'",
                self.type_of(object).name()
            ),
        };
        self.attribute_error_with(message, object, name)
    }

    /// An `AttributeError` with a message of its own.
    #[cold]
    pub fn attribute_error_with(&self, message: String, object: &Object, name: &Name) -> Raised {
        self.raise(
            ErrorKind::AttributeError,
            Details::Attribute(message, object.clone(), name.clone()),
        )
    }
}
