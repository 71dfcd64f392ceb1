//! What can be done with an asynchronous generator? Each of its methods gives an awaitable
//! that does one step when it is awaited.

use crate::asend::Asend;
use crate::athrow::Athrow;
use crate::attributes;
use crate::generator::{install_common, itself};
use crate::hooks;
use frames::{AsyncValue, Generator};
use objects::Object;
use types::{Details, ErrorKind, NativeCode, NativeDef, PyResult, Raised, Sent, Thread};

/// The end of an asynchronous generator.
pub(crate) fn stop(t: &Thread) -> Raised {
    t.raise(ErrorKind::StopAsyncIteration, Details::Arguments(vec![]))
}

/// Does the exception say that an asynchronous generator has ended?
pub(crate) fn is_end(t: &Thread, raised: &Raised) -> bool {
    raised.is(t, ErrorKind::StopAsyncIteration) || raised.is(t, ErrorKind::GeneratorExit)
}

/// What a step of the generator means to the awaitable that made it (`async_gen_unwrap_value`):
/// a wrapped value is what the generator yields, and ends the awaitable; any other one
/// comes from something that the generator awaits, and is passed on.
pub(crate) fn unwrap(t: &Thread, own: &Generator, step: PyResult<Sent>) -> PyResult<Sent> {
    match step {
        Ok(Sent::Yielded(value)) => match AsyncValue::unwrap(&value) {
            Some(value) => {
                own.asynchronous.running.set(false);
                Ok(Sent::Returned(value))
            }
            None => Ok(Sent::Yielded(value)),
        },
        Ok(Sent::Returned(_)) => {
            end(own);
            Err(stop(t))
        }
        Err(raised) => {
            if is_end(t, &raised) {
                own.asynchronous.closed.set(true);
            }
            own.asynchronous.running.set(false);
            Err(raised)
        }
    }
}

fn end(own: &Generator) {
    own.asynchronous.closed.set(true);
    own.asynchronous.running.set(false);
}

/// `__anext__`
fn anext(t: &Thread, object: &Object) -> PyResult {
    hooks::tell(t, object)?;
    Asend::make(t, object, None)
}

static METHODS: &[NativeDef] = &[
    NativeDef {
        name: "asend",
        code: NativeCode::One(|t, object, value| {
            hooks::tell(t, object)?;
            Asend::make(t, object, Some(value))
        }),
        doc: "asend(v) -> send 'v' in generator.",
    },
    NativeDef {
        name: "athrow",
        code: NativeCode::Tuple(|t, object, args| {
            hooks::tell(t, object)?;
            Athrow::make(t, object, Some(args))
        }),
        doc: "athrow(typ[,val[,tb]]) -> raise exception in generator.",
    },
    NativeDef {
        name: "aclose",
        code: NativeCode::NoArgs(|t, object| {
            hooks::tell(t, object)?;
            Athrow::make(t, object, None)
        }),
        doc: "aclose() -> raise GeneratorExit inside generator.",
    },
];

pub(crate) fn install(t: &Thread) -> PyResult<()> {
    let class = t.types.async_generator;
    install_common(class);
    class.slots.aiter.set(Some(itself));
    class.slots.anext.set(Some(anext));
    t.add_methods(class, METHODS)?;
    containers::make_generic(t, class)?;
    attributes::install(t, class, &attributes::ASYNC_GENERATOR)?;
    t.ready(class)
}
