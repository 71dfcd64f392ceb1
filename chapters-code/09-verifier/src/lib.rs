//! The proof that a code object is safe to run.
//!
//! [`verify`] reads a [`Shape`], as much of a code object as matters here, and gives a
//! [`Proof`] or a [`Rejection`]. A proof stands for all that follows. The evaluation loops
//! name these promises where they skip a check; a reachable instruction is one that the
//! walk came to, and that covers every way execution can go.
//!
//! **P1, instructions.** The code is a sequence of whole instructions of its version, none
//! specialized, each with the cache it needs, all zero, and at most three prefixes. Every
//! argument fits in an `i32`. Execution starts at the first, goes from one to the next or
//! to a jump's target, which is the start of an instruction, its prefixes included, and
//! never runs off the end.
//!
//! **P2, operands.** Every index of a constant, a name or a variable is in its table, every
//! other argument is one that the instruction gives a meaning to, reachable or not. A
//! `_FAST` instruction names a local without a cell. A `_DEREF` instruction, LOAD_CLOSURE
//! or LOAD_CLASSDEREF names a variable with one.
//!
//! **P3, depth.** Before each reachable instruction the depth of the stack is always the
//! same, the instruction finds as many entries as it looks at, and the stack never holds
//! more than [`Proof::depth`], at most `co_stacksize`.
//!
//! **P4, kinds.** Every entry that an instruction uses as an object is one, and not NULL.
//! Where it needs more, it has more:
//!
//! | instruction | finds |
//! |---|---|
//! | CALL, PRECALL, CALL_METHOD | an object or NULL, below an object, below arguments |
//! | CALL_FUNCTION_EX of 3.11 | NULL below the callable |
//! | CALL_FUNCTION_KW | a tuple of `str` on top, no longer than the arguments |
//! | LIST_APPEND, LIST_EXTEND, LIST_TO_TUPLE, PREP_RERAISE_STAR | a list that an instruction made |
//! | SET_ADD, SET_UPDATE | a set that an instruction made |
//! | MAP_ADD, DICT_UPDATE, DICT_MERGE | a dict that an instruction made |
//! | MAKE_FUNCTION | code; a tuple of as many cells as the code has free variables; tuples for defaults and annotations (in pairs), a dict for keyword-only defaults, and in 3.10 a `str` |
//! | MATCH_KEYS, COPY_DICT_WITHOUT_KEYS | a tuple on top |
//! | MATCH_CLASS | a tuple of `str` on top |
//! | POP_EXCEPT | 3.11: an exception or None. 3.10: what the handler saved |
//! | RERAISE | 3.11: an exception, or None where PREP_RERAISE_STAR or a saved exception says so; below it, where asked for, the `int` pushed for the handler. 3.10: the three parts of an exception |
//! | PUSH_EXC_INFO, CHECK_EXC_MATCH, END_ASYNC_FOR, WITH_EXCEPT_START | the exception, or its three parts |
//! | CHECK_EG_MATCH, PREP_RERAISE_STAR | an exception or None |
//!
//! All else is checked when it runs: that a local is bound, that FOR_ITER finds an
//! iterator, that a name in `co_names` is defined. Entries that no instruction uses may be
//! NULL, and so may those of a frame that is suspended or ends by an exception.
//!
//! **P5, exceptions.** An exception may be raised at the start of every instruction, and
//! after it has taken its operands and before it has left results, except at 3.10's
//! POP_EXCEPT. The stack then holds at least as many entries as the handler keeps, of the
//! kinds that the handler expects, and there is room for what the handler finds above. In 3.11 the table's ranges are in order and apart, start and end where
//! instructions do, and their handlers start where instructions do. Entries above a
//! handler's may be NULL when they are dropped.
//!
//! **P6, blocks.** 3.10's block stack is the same before a reachable instruction however
//! it is reached, never has more than 20 blocks, is empty where the frame returns, and
//! below every handler at work lies what it saved. The stack is empty too where a frame
//! returns, in both versions, but for what it returns.
//!
//! **P7, starts.** Cells are made, free variables copied and the generator created (3.11),
//! or the first sent value dropped (3.10), by the first instructions, once, before any other
//! and as the flags and variables ask. Code that yields is flagged as exactly one of
//! generator, coroutine and async generator.
//!
//! **P8, neighbours.** In 3.11, KW_NAMES stands before PRECALL, with no more names than it
//! has arguments, and nothing goes to that PRECALL and its CALL but from there; PRECALL
//! stands before a CALL of as many arguments; a YIELD_VALUE before a RESUME of 2 or 3 stands
//! behind a SEND, with an object below what it yields: the generator that the frame waits
//! for. An exception thrown into such a frame is raised as
//! by the YIELD_VALUE, with that object in its place, or as by the SEND, with it dropped.
//! Names that KW_NAMES kept are dropped when an exception keeps the CALL from coming.

#![forbid(unsafe_code)]

mod block;
mod code;
mod effect;
mod flow;
mod frame;
mod function;
mod handler;
mod kind;
mod listing;
mod operands;
mod order;
mod rejection;
mod rule;
mod shape;
mod state;
mod table;
mod unwind;
mod variables;
mod verify;

pub use code::{Refused, verified, verify_all, verify_code, with_shape};
pub use frame::{Block, Frame, MAX_BLOCKS};
pub use kind::Kind;
pub use rejection::{Place, Reason, Rejection};
pub use shape::{
    CO_ASYNC_GENERATOR, CO_COROUTINE, CO_FAST_CELL, CO_FAST_FREE, CO_FAST_LOCAL, CO_GENERATOR,
    CO_VARARGS, CO_VARKEYWORDS, Constant, Shape, Variables,
};
pub use verify::{Proof, explain, verify};
