//! What must be known of a code object to verify it?

use instructions::Version;

/// What the verifier reads of a code object, borrowed from wherever it lies.
///
/// The numbers are as wide as CPython's and as little trusted: a negative argument
/// count is rejected, not assumed away.
#[derive(Clone, Copy, Debug)]
pub struct Shape<'a> {
    /// The instruction set.
    pub version: Version,
    /// `co_code`.
    pub code: &'a [u8],
    /// `co_stacksize`.
    pub stack_size: i32,
    /// `co_argcount`.
    pub arg_count: i32,
    /// `co_posonlyargcount`.
    pub posonly_arg_count: i32,
    /// `co_kwonlyargcount`.
    pub kwonly_arg_count: i32,
    /// `co_flags`.
    pub flags: u32,
    /// How many names `co_names` holds.
    pub names: usize,
    /// What each constant of `co_consts` is.
    pub consts: &'a [Constant],
    /// The frame's variables.
    pub variables: Variables<'a>,
    /// `co_exceptiontable`; empty in 3.10.
    pub exception_table: &'a [u8],
}

/// As much of a constant as the proof needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Constant {
    /// A `str`.
    Str,
    /// A `tuple` of so many items, each a `str`.
    Names(u32),
    /// Another `tuple`, of so many items.
    Tuple(u32),
    /// A code object with so many free variables.
    Code(u32),
    /// Anything else.
    Other,
}

/// The variables that a frame has room for, as each version counts them.
#[derive(Clone, Copy, Debug)]
pub enum Variables<'a> {
    /// 3.10: locals, then cells, then free variables.
    Counted {
        /// `co_nlocals`.
        locals: i32,
        /// The length of `co_varnames`.
        var_names: usize,
        /// The length of `co_cellvars`.
        cells: usize,
        /// The length of `co_freevars`.
        free: usize,
    },
    /// 3.11: one byte for each variable, `co_localspluskinds`.
    Kinds(&'a [u8]),
}

/// Code that belongs to a generator.
pub const CO_GENERATOR: u32 = 0x20;
/// Code that belongs to a coroutine.
pub const CO_COROUTINE: u32 = 0x80;
/// Code that belongs to an async generator.
pub const CO_ASYNC_GENERATOR: u32 = 0x200;
/// Code whose function has a `*args` parameter.
pub const CO_VARARGS: u32 = 0x04;
/// Code whose function has a `**kwargs` parameter.
pub const CO_VARKEYWORDS: u32 = 0x08;

/// `CO_FAST_LOCAL`: a variable of `co_localspluskinds` is a local.
pub const CO_FAST_LOCAL: u8 = 0x20;
/// `CO_FAST_CELL`: it lives in a cell that this code makes.
pub const CO_FAST_CELL: u8 = 0x40;
/// `CO_FAST_FREE`: it lives in a cell of the function's closure.
pub const CO_FAST_FREE: u8 = 0x80;
