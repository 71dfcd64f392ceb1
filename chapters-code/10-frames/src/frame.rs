//! What is a frame? One execution of a code object: [`Frame`].
//!
//! ```text
//!   frame header │ locals, cells, free variables │ value stack │ blocks (3.10)
//! ```
//!
//! A frame lies on the data stack, or inside a generator. While it does not move, the
//! loops reach its parts through raw pointers. The invariants that they rely on:
//!
//! 1. `function` owns a [`crate::Function`], which keeps the globals alive; its
//!    code object is alive too, since replacing `__code__` makes the old code immortal.
//! 2. There is room for the locals, the value stack and the blocks that the verifier
//!    proved to be enough, directly behind the header.
//! 3. Every word among the locals is zero or owned by the frame; so is every word of the
//!    value stack below `sp`, where the verifier says which may be zero.

use crate::executable::Executable;
use crate::words::release;
use objects::Word;
use types::{Dict, Version};

/// One execution of a code object.
#[repr(C)]
pub struct Frame {
    /// The frame that called this one, on the same thread.
    pub previous: *mut Frame,
    /// What is executed.
    pub code: *const Executable,
    /// The global names.
    pub globals: *const Dict,
    /// The names behind them.
    pub builtins: *const Dict,
    /// The function, owned.
    pub function: Word,
    /// The namespace of a module or class body, owned; zero in functions.
    pub namespace: Word,
    /// The frame object, owned, once something asked for it.
    pub object: Word,
    /// The instruction that is running.
    pub ip: *mut u16,
    /// The end of the value stack, while the frame does not run.
    pub sp: *mut Word,
    /// How many blocks are open (3.10).
    pub blocks: u32,
    /// Where its value goes.
    pub returns: Returns,
    /// Where it lies.
    pub owner: Owner,
    /// Did the data stack get a new chunk for it?
    pub(crate) first_in_chunk: bool,
    /// Code units that this frame goes over when what it has called returns: the loop of a
    /// generator that ends, the cache of the call that made an object or of an operator (above
    /// the lowest byte then: which operator, as its frame's [`Returns::Operator`] wants it).
    pub skip: u32,
}

/// Where the value of a frame goes when it returns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Returns {
    /// Onto the value stack of the frame before.
    Push,
    /// Onto the value stack of the frame before, which goes on behind the cache of the
    /// instruction that made the call.
    Call,
    /// Out of the evaluator, to the native code that started it.
    Native,
    /// Nowhere: the caller has pushed the object whose `__init__` this is.
    Init,
    /// It is that of an operator's method: in the place of the two operands on the stack of
    /// the frame before, unless it is `NotImplemented`.
    Operator,
    /// It is that of a comparison's method, as of an operator's.
    Compare,
    /// It is a generator's, run by `FOR_ITER` of the frame before.
    Iterate,
    /// It is a generator's, run by `YIELD_FROM` or `SEND` of the frame before.
    Delegate,
    /// Nowhere: it does not run. It is a generator's whose delegate is being thrown an
    /// exception, and is linked so that tracebacks and `f_back` show it.
    Linked,
}

impl Returns {
    /// Does the value go onto the stack of the frame before, as that of most calls?
    #[inline(always)]
    pub fn pushes(self) -> bool {
        self as u8 <= Returns::Call as u8
    }

    /// How many steps of the recursion limit a frame takes: a comparison counts itself
    /// (`do_richcompare`) and the call of its method.
    #[inline(always)]
    pub fn depth(self) -> u32 {
        1 + u32::from(self == Returns::Compare)
    }
}

/// Where a frame lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Owner {
    /// On the data stack.
    Thread,
    /// In a generator.
    Generator,
}

/// A block of 3.10: what to do when an exception comes.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct Block {
    /// The offset of the handler, in code units.
    pub handler: u32,
    /// How deep the value stack was when the block was opened.
    pub level: u16,
    /// What kind of block it is.
    pub kind: BlockKind,
}

/// The kinds of blocks in 3.10.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u16)]
pub enum BlockKind {
    /// `SETUP_FINALLY`, `SETUP_WITH`, `SETUP_ASYNC_WITH`
    Finally,
    /// An exception is being handled.
    Handler,
}

/// Words that a frame header takes.
pub(crate) const HEADER_WORDS: usize = size_of::<Frame>().div_ceil(size_of::<Word>());

const _: () = assert!(size_of::<Block>() == size_of::<Word>());

impl Frame {
    /// The locals, cells and free variables.
    #[inline(always)]
    pub fn locals(&self) -> *mut Word {
        (&raw const *self)
            .cast::<Word>()
            .cast_mut()
            .wrapping_add(HEADER_WORDS)
    }

    /// The bottom of the value stack.
    #[inline(always)]
    pub fn stack(&self) -> *mut Word {
        self.locals()
            .wrapping_add(self.executable().locals as usize)
    }

    /// The blocks.
    #[inline(always)]
    pub fn block_stack(&self) -> *mut Block {
        self.stack()
            .wrapping_add(self.executable().stack as usize)
            .cast()
    }

    /// What is executed.
    #[inline(always)]
    pub fn executable(&self) -> &Executable {
        // SAFETY: invariant 1.
        unsafe { &*self.code }
    }

    /// Is there nothing to give up at its end but function and locals?
    #[inline(always)]
    pub fn is_plain(&self) -> bool {
        self.object == 0 && self.namespace == 0 && !self.first_in_chunk
    }

    /// The offset of the running instruction, in code units; −1 before the first.
    pub fn last_instruction(&self) -> i32 {
        let start = self.executable().units_start();
        // SAFETY: `ip` lies in the units of this code, or right before them.
        unsafe { self.ip.cast_const().offset_from(start) as i32 }
    }

    /// How many locals, the first ones, CPython's caller holds on its own stack as well until
    /// the call is over: they go last. In 3.10 these are all parameters; 3.11 moves arguments
    /// into the frame, but for those of a class's `__init__`, which it calls natively.
    #[inline(always)]
    pub fn held_by_caller(&self) -> usize {
        let executable = self.executable();
        let held = self.owner == Owner::Thread
            && (executable.version == Version::V310 || self.returns == Returns::Init);
        if held {
            executable.parameters as usize
        } else {
            0
        }
    }

    /// Gives up everything that the frame owns.
    ///
    /// # Safety
    /// The frame must not run any more; afterwards it holds nothing.
    pub unsafe fn clear(&mut self) {
        // SAFETY: invariant 3 says what is owned; each place is emptied before its object
        // is dropped, since that can run Python code.
        unsafe {
            let locals = self.locals();
            let count = self.sp.offset_from(locals).max(0) as usize;
            let held = self.held_by_caller().min(count);
            for place in held..count {
                release(locals.add(place).replace(0));
            }
            match self.executable().version {
                _ if held == 0 => (),
                Version::V310 => {
                    let order = self.executable().parameters_in_order();
                    for place in order.filter(|&place| place < held) {
                        release(locals.add(place).replace(0));
                    }
                }
                Version::V311 => {
                    for place in 0..held {
                        release(locals.add(place).replace(0));
                    }
                }
            }
            release(std::mem::take(&mut self.namespace));
            release(std::mem::take(&mut self.function));
        }
    }
}
