//! Generators, coroutines and asynchronous generators as Python code sees them.
//!
//! The frame that waits, and going on with it, are `frames::Generator`; the instructions
//! are the loops'. Here is what can be asked of such an object: `send`, `throw` and `close`,
//! the awaitables that an asynchronous generator hands out, and what happens when one is
//! dropped half-way.

#![forbid(unsafe_code)]

mod anext;
mod asend;
mod async_generator;
mod athrow;
mod attributes;
mod awaitable;
mod coroutine;
mod finalize;
mod generator;
mod hooks;
mod throw;
mod unawaited;

pub use hooks::{AsyncHooks, SYS_FUNCTIONS};
pub use throw::{Exit, close, throw};

use frames::Generator;
use objects::Object;
use types::{PyResult, Thread};

/// The generator behind an object.
fn of<'a>(t: &Thread, object: &'a Object) -> PyResult<&'a Generator> {
    object
        .downcast()
        .ok_or_else(|| t.type_error("a generator was expected"))
}

/// What messages call a generator: `async generator`, say.
fn kind(t: &Thread, object: &Object) -> String {
    t.type_name(object).replace('_', " ")
}

/// Fills the slots of generators, coroutines and asynchronous generators.
pub fn install(t: &Thread) -> PyResult<()> {
    generator::install(t)?;
    coroutine::install(t)?;
    asend::install(t)?;
    athrow::install(t)?;
    async_generator::install(t)?;
    anext::install(t)
}
