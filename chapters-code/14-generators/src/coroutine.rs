//! What can be done with a coroutine? It can be awaited; by hand, through the iterator that
//! `__await__` gives, or with `send`, `throw` and `close`.

use crate::attributes;
use crate::generator::{install_common, item, itself, next_item, send};
use crate::throw::{close, throw_method};
use objects::{Object, Slot, Visit, heap, payload};
use types::{NativeCode, NativeDef, PyResult, Thread};

/// `coroutine_wrapper`: the iterator that `coroutine.__await__()` gives. The coroutine
/// itself has no `__next__`, so that no `for` loop runs it by mistake.
struct Wrapper {
    coroutine: Slot,
}

payload!(Wrapper, "coroutine_wrapper", traverse);

impl Wrapper {
    fn traverse(&self, visit: Visit<'_>) {
        self.coroutine.traverse(visit);
    }

    fn clear(&self) {
        self.coroutine.clear();
    }
}

/// `__await__` of coroutines
pub(crate) fn wrap(t: &Thread, coroutine: &Object) -> PyResult {
    let wrapper = Wrapper {
        coroutine: Slot::new(coroutine.clone()),
    };
    Ok(heap()
        .make(t.types.coroutine_wrapper.core(), wrapper)?
        .into_object())
}

fn wrapped(t: &Thread, object: &Object) -> PyResult {
    let wrapper = object.downcast::<Wrapper>();
    wrapper
        .and_then(|wrapper| wrapper.coroutine.get())
        .ok_or_else(|| t.type_error("a coroutine_wrapper was expected"))
}

const SEND: &str = "send(arg) -> send 'arg' into coroutine,\n\
                    return next iterated value or raise StopIteration.";
const THROW: &str = "throw(value)\nthrow(type[,value[,traceback]])\n\n\
                     Raise exception in coroutine, return next iterated value or raise\nStopIteration.";
const CLOSE: &str = "close() -> raise GeneratorExit inside coroutine.";

const fn method(name: &'static str, code: NativeCode, doc: &'static str) -> NativeDef {
    NativeDef { name, code, doc }
}

static METHODS: &[NativeDef] = &[
    method(
        "send",
        NativeCode::One(|t, o, value| item(t, send(t, o, value)?)),
        SEND,
    ),
    method("throw", NativeCode::Fast(throw_method), THROW),
    method("close", NativeCode::NoArgs(close), CLOSE),
];

static WRAPPER_METHODS: &[NativeDef] = &[
    method(
        "send",
        NativeCode::One(|t, o, value| item(t, send(t, &wrapped(t, o)?, value)?)),
        SEND,
    ),
    method(
        "throw",
        NativeCode::Fast(|t, o, args| throw_method(t, &wrapped(t, o)?, args)),
        THROW,
    ),
    method(
        "close",
        NativeCode::NoArgs(|t, o| close(t, &wrapped(t, o)?)),
        CLOSE,
    ),
];

pub(crate) fn install(t: &Thread) -> PyResult<()> {
    let class = t.types.coroutine;
    install_common(class);
    class.slots.send.set(Some(send));
    class.slots.await_.set(Some(wrap));
    t.add_methods(class, METHODS)?;
    attributes::install(t, class, &attributes::COROUTINE)?;
    t.ready(class)?;

    let wrapper = t.types.coroutine_wrapper;
    wrapper.declare::<Wrapper>();
    wrapper.slots.iter.set(Some(itself));
    wrapper.slots.next.set(Some(|t, o| {
        next_item(t, send(t, &wrapped(t, o)?, &Object::none())?)
    }));
    wrapper
        .slots
        .send
        .set(Some(|t, o, value| send(t, &wrapped(t, o)?, value)));
    t.add_methods(wrapper, WRAPPER_METHODS)?;
    t.ready(wrapper)
}
