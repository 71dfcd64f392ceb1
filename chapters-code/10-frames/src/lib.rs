//! Frames, functions, argument binding, namespaces, cells and the data stack.
//!
//! A code object says what to do; a [`Frame`] is one time of doing it. Frames lie on the
//! thread's own stack of words, so that calling Python from Python takes no host stack
//! and no allocation. A [`Function`] is a code object with the surroundings that every
//! call of it shares.

mod async_value;
mod bind;
mod cell;
mod executable;
mod frame;
mod function;
mod generator;
mod method;
mod namespace;
mod snapshot;
mod stack;
mod words;

pub use async_value::AsyncValue;
pub use bind::{begin_call, begin_in_room, begin_simple, room_for_simple};
pub use cell::Cell;
pub use executable::{
    Evaluator, Evaluators, Executable, InlineCache, RunFn, code_constant, frame_names,
};
pub use frame::{Block, BlockKind, Frame, Owner, Returns};
pub use function::Function;
pub use generator::{
    Asynchronous, Generator, State, handled_below, move_to_generator, move_to_generator_at_hand,
    suspend_new,
};
pub use method::BoundMethod;
pub use namespace::{
    current_frame, current_globals, frame_locals, run_function_in_namespace, run_in_namespace,
    running_code, running_local,
};
pub use snapshot::{FrameObject, end_frame, frame_object, line_of};
pub use stack::{has_room, pop_frame, push_frame};
pub use words::{release, release_shared, retain, take};

use types::{PyResult, Thread};

/// Fills the slots of the types that this chapter defines.
pub fn install(t: &Thread) -> PyResult<()> {
    cell::install(t)?;
    function::install(t)?;
    method::install(t)?;
    snapshot::install(t)?;
    generator::install(t)?;
    async_value::install(t)
}
