//! What have the awaitables of an asynchronous generator in common? They are iterators of
//! their own, begin, run and end once.

use crate::generator::{item, itself, next_item};
use objects::Object;
use types::{NativeDef, PyResult, Sent, Thread, Type, check_count};

/// Where an awaitable is (`AwaitableState`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// Made, not awaited.
    Init,
    /// Under way.
    Iterating,
    /// At its end.
    Closed,
}

/// An awaitable that does one step of a generator.
pub(crate) trait Awaitable {
    /// Goes on with a value.
    fn send(t: &Thread, object: &Object, value: &Object) -> PyResult<Sent>;
    /// Goes on with an exception: the arguments of `throw`, of which there is at least one.
    fn throw(t: &Thread, object: &Object, args: &[Object]) -> PyResult<Sent>;
}

/// The methods of an awaitable, with CPython's texts, and how `throw` and `close` take their
/// arguments.
macro_rules! methods {
    ($awaitable:ty, $throws:ident, $close:expr, $send:literal, $throw:literal) => {
        &[
            types::NativeDef {
                name: "send",
                code: types::NativeCode::One($crate::awaitable::send_method::<$awaitable>),
                doc: $send,
            },
            types::NativeDef {
                name: "throw",
                code: types::NativeCode::$throws($crate::awaitable::throw_method::<$awaitable>),
                doc: $throw,
            },
            types::NativeDef {
                name: "close",
                code: $close,
                doc: "close() -> raise GeneratorExit inside generator.",
            },
        ]
    };
}
pub(crate) use methods;

pub(crate) fn send_method<A: Awaitable>(t: &Thread, object: &Object, value: &Object) -> PyResult {
    item(t, A::send(t, object, value)?)
}

pub(crate) fn throw_method<A: Awaitable>(t: &Thread, o: &Object, args: &[Object]) -> PyResult {
    check_count(t, "throw", args.len(), 1, 3)?;
    item(t, A::throw(t, o, args)?)
}

/// Fills the slots of an awaitable's type.
pub(crate) fn install<A: Awaitable + 'static>(
    t: &Thread,
    class: &'static Type,
    methods: &'static [NativeDef],
) -> PyResult<()> {
    class.slots.iter.set(Some(itself));
    class.slots.await_.set(Some(itself));
    class.slots.next.set(Some(|t, object| {
        next_item(t, A::send(t, object, &Object::none())?)
    }));
    class.slots.send.set(Some(A::send));
    t.add_methods(class, methods)?;
    t.ready(class)
}
