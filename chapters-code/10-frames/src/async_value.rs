//! How does an asynchronous generator tell what it yields from what it awaits? What it
//! yields travels in an [`AsyncValue`].
#![forbid(unsafe_code)]

use objects::{Object, Slot, Visit, heap, payload};
use types::{PyResult, Thread};

/// What an asynchronous generator yields, on its way to the `asend()` object that resumed
/// it (`_PyAsyncGenWrappedValue`). Python code never sees one.
pub struct AsyncValue {
    value: Slot,
}

payload!(AsyncValue, "async_generator_wrapped_value", traverse);

impl AsyncValue {
    /// Wraps a value (`_PyAsyncGenValueWrapperNew`): in `YIELD_VALUE` of 3.10, in
    /// `ASYNC_GEN_WRAP` of 3.11.
    pub fn wrap(t: &Thread, value: Object) -> PyResult {
        let value = AsyncValue {
            value: Slot::new(value),
        };
        let kind = t.types.async_generator_wrapped_value;
        Ok(heap().make(kind.core(), value)?.into_object())
    }

    /// The value, if the object wraps one.
    pub fn unwrap(object: &Object) -> Option<Object> {
        object.downcast::<AsyncValue>()?.value.get()
    }

    fn traverse(&self, visit: Visit<'_>) {
        self.value.traverse(visit);
    }

    fn clear(&self) {
        self.value.clear();
    }
}

pub(crate) fn install(t: &Thread) -> PyResult<()> {
    let kind = t.types.async_generator_wrapped_value;
    kind.declare::<AsyncValue>();
    t.ready(kind)
}
