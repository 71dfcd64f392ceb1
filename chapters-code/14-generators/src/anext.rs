//! What do the builtins `aiter` and `anext` do? They call `__aiter__` and `__anext__`; with
//! a default, `anext` gives an [`AnextAwaitable`] around what that returns.

use crate::awaitable::{self, Awaitable};
use crate::coroutine;
use crate::generator::item;
use eval_loop::handlers::generators::{awaitable as awaited, send};
use objects::{Object, Slot, Visit, heap, payload};
use types::{ErrorKind, NativeCode, NativeDef, PyResult, Sent, Thread, check_count};

/// `anext_awaitable`: awaits what `__anext__` gave, and ends with a default value where that
/// raises `StopAsyncIteration`.
struct AnextAwaitable {
    wrapped: Slot,
    default: Slot,
}

payload!(AnextAwaitable, "anext_awaitable", traverse);

impl AnextAwaitable {
    fn traverse(&self, visit: Visit<'_>) {
        self.wrapped.traverse(visit);
        self.default.traverse(visit);
    }

    fn clear(&self) {
        self.wrapped.clear();
        self.default.clear();
    }

    /// The iterator of what is awaited, asked for anew at each step (`anextawaitable_getiter`).
    fn iterator(t: &Thread, object: &Object) -> PyResult {
        let wrapped = object.downcast::<AnextAwaitable>();
        let wrapped = wrapped.and_then(|own| own.wrapped.get());
        let iterator = awaited(t, &wrapped.unwrap_or(Object::none()))?;
        match t.is_exact(&iterator, t.types.coroutine) {
            true => coroutine::wrap(t, &iterator),
            false => Ok(iterator),
        }
    }

    /// `StopAsyncIteration` ends the awaitable with the default.
    fn or_default(t: &Thread, object: &Object, step: PyResult<Sent>) -> PyResult<Sent> {
        match step {
            Err(raised) if raised.is(t, ErrorKind::StopAsyncIteration) => {
                let own = object.downcast::<AnextAwaitable>();
                let default = own.and_then(|own| own.default.get());
                Ok(Sent::Returned(default.unwrap_or(Object::none())))
            }
            step => step,
        }
    }

    /// Calls a method of the iterator.
    fn call(t: &Thread, object: &Object, name: &str, args: &[Object]) -> PyResult<Sent> {
        let iterator = AnextAwaitable::iterator(t, object)?;
        let called = t.call_method(&iterator, &t.intern(name)?, args);
        AnextAwaitable::or_default(t, object, called.map(Sent::Yielded))
    }
}

impl Awaitable for AnextAwaitable {
    fn send(t: &Thread, object: &Object, value: &Object) -> PyResult<Sent> {
        let iterator = AnextAwaitable::iterator(t, object)?;
        AnextAwaitable::or_default(t, object, send(t, &iterator, value))
    }

    fn throw(t: &Thread, object: &Object, args: &[Object]) -> PyResult<Sent> {
        AnextAwaitable::call(t, object, "throw", args)
    }
}

fn close(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    item(t, AnextAwaitable::call(t, object, "close", args)?)
}

static METHODS: &[NativeDef] = awaitable::methods!(
    AnextAwaitable,
    Tuple,
    NativeCode::Tuple(close),
    "send(arg) -> send 'arg' into the wrapped iterator,\nreturn next yielded value or raise StopIteration.",
    "throw(typ[,val[,tb]]) -> raise exception in the wrapped iterator,\nreturn next yielded value or raise StopIteration."
);

fn aiter(t: &Thread, _: &Object, object: &Object) -> PyResult {
    let Some(aiter) = t.type_of(object).slots.aiter.get() else {
        let kind = t.type_name(object);
        return Err(t.type_error(format!("'{kind}' object is not an async iterable")));
    };
    let iterator = aiter(t, object)?;
    if t.type_of(&iterator).slots.anext.get().is_none() {
        let kind = t.type_name(&iterator);
        let message = format!("aiter() returned not an async iterator of type '{kind}'");
        return Err(t.type_error(message));
    }
    Ok(iterator)
}

fn anext(t: &Thread, _: &Object, args: &[Object]) -> PyResult {
    check_count(t, "anext", args.len(), 1, 2)?;
    let Some(anext) = t.type_of(&args[0]).slots.anext.get() else {
        let kind = t.type_name(&args[0]);
        return Err(t.type_error(format!("'{kind}' object is not an async iterator")));
    };
    let wrapped = anext(t, &args[0])?;
    let Some(default) = args.get(1) else {
        return Ok(wrapped);
    };
    let awaitable = AnextAwaitable {
        wrapped: Slot::new(wrapped),
        default: Slot::new(default.clone()),
    };
    let class = t.types.anext_awaitable;
    Ok(heap().make(class.core(), awaitable)?.into_object())
}

static BUILTINS: &[NativeDef] = &[
    NativeDef {
        name: "aiter",
        code: NativeCode::One(aiter),
        doc: "Return an AsyncIterator for an AsyncIterable object.",
    },
    NativeDef {
        name: "anext",
        code: NativeCode::Fast(anext),
        doc: "async anext(aiterator[, default])\n\n\
              Return the next item from the async iterator.  If default is given and the async\n\
              iterator is exhausted, it is returned instead of raising StopAsyncIteration.",
    },
];

pub(crate) fn install(t: &Thread) -> PyResult<()> {
    let class = t.types.anext_awaitable;
    class.declare::<AnextAwaitable>();
    awaitable::install::<AnextAwaitable>(t, class, METHODS)?;
    t.add_builtins(BUILTINS)
}
