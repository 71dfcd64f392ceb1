//! Why was a code object refused?

use std::error::Error;
use std::fmt;

use instructions::DecodeError;

use crate::kind::Kind;

/// A refusal: where in the code, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rejection {
    /// The instruction it is about; `None` where it is about the code object.
    pub at: Option<Place>,
    /// What does not hold.
    pub reason: Reason,
}

/// A place in `co_code`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// In bytes, as `dis` prints it.
    pub offset: usize,
    /// The instruction's name.
    pub instruction: &'static str,
}

/// What a refused code object lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    // The code object.
    /// `co_code` is empty.
    NoCode,
    /// `co_code` is longer than an `int` can count.
    TooLong(usize),
    /// A count that is below zero.
    Negative(&'static str, i32),
    /// More parameters than variables.
    TooFewVariables {
        /// How many the parameters take.
        parameters: u64,
        /// How many there are.
        locals: usize,
    },
    /// More positional-only parameters than positional ones.
    PositionalOnly {
        /// `co_posonlyargcount`.
        positional_only: i32,
        /// `co_argcount`.
        positional: i32,
    },
    /// Variables and stack take more than an `int` can count.
    FrameTooLarge(u64),
    /// More than one of generator, coroutine and async generator.
    GeneratorFlags(u32),
    /// A byte of `co_localspluskinds` that means nothing.
    VariableKind(u8),
    /// Variables that are not in the order locals, cells, free.
    VariableOrder(usize),

    // An instruction by itself.
    /// Bytes that are not instructions.
    Decode(DecodeError),
    /// An instruction in a form that only a running CPython writes.
    Specialized,
    /// A cache where an instruction should be.
    StrayCache,
    /// A cache that holds something.
    UsedCache,
    /// An argument that an `int` cannot hold.
    LargeArgument(u32),
    /// An index beyond its table.
    Index {
        /// What is counted.
        what: &'static str,
        /// The argument.
        index: u32,
        /// How many there are.
        count: usize,
    },
    /// An argument that the instruction gives no meaning to.
    Argument {
        /// The argument.
        argument: u32,
        /// What it may be.
        allowed: &'static str,
    },
    /// A fast local that lives in a cell.
    LocalInCell(u32),
    /// A cell instruction on a variable without a cell.
    NotACell(u32),
    /// LOAD_CLASSDEREF of a cell that is not a free variable.
    NotFree(u32),

    // A jump.
    /// A target outside the code.
    JumpOutside(i64),
    /// A target that is not the start of an instruction.
    JumpInside(i64),
    /// A target among the instructions that may run only once.
    JumpToPrefix(usize),

    // The order of instructions.
    /// An instruction whose place is at the start of the code.
    NotAtStart,
    /// The instructions at the start are not in their order.
    PrefixOrder,
    /// A variable that MAKE_CELL never makes a cell of, or makes one twice.
    CellsMade {
        /// Index of the variable.
        variable: usize,
        /// How often.
        times: usize,
    },
    /// COPY_FREE_VARS copies another number than there are.
    FreeCopied {
        /// How many are copied.
        copied: u32,
        /// How many there are.
        free: usize,
    },
    /// A generator's code does not begin as one, or other code does.
    GeneratorStart,
    /// An instruction for generators in other code.
    NotAGenerator,
    /// An instruction that must be followed by another.
    NotFollowedBy(&'static str),
    /// KW_NAMES with a constant that is not a tuple of `str`.
    KeywordNames(u32),
    /// More argument names than arguments.
    TooManyNames {
        /// How many names.
        names: u32,
        /// How many arguments.
        arguments: u32,
    },
    /// A frame that waits for another, without the SEND that made it wait.
    NotAfterSend,

    // The exception table.
    /// Bytes that are not a table.
    TableEntry,
    /// Entries that are not in order, or share instructions.
    TableOrder,
    /// A range or target outside the code or not at an instruction.
    TableRange(usize),

    // The value stack.
    /// Too few entries.
    Underflow {
        /// How many are needed.
        needed: u64,
        /// How many there are.
        depth: usize,
    },
    /// More entries than `co_stacksize`.
    Overflow {
        /// How many there would be.
        needed: u64,
        /// How many fit.
        stack_size: usize,
    },
    /// Two ways to one place leave different depths.
    DepthsDiffer {
        /// The one.
        one: usize,
        /// The other.
        other: usize,
    },
    /// An entry of the wrong kind.
    Entry {
        /// From the top, which is 1.
        place: usize,
        /// What lies there.
        found: Kind,
        /// What should.
        wanted: Kind,
    },
    /// A closure that does not fit its code.
    Closure {
        /// How many cells it has.
        cells: u32,
        /// How many the code wants.
        free: u32,
    },
    /// Annotations that do not come in pairs.
    Annotations(u32),
    /// A frame that is left with entries on its stack.
    LeftOver(usize),
    /// The end of the code can be reached.
    FallsOff,

    // Blocks and handlers.
    /// More than 20 blocks.
    TooManyBlocks,
    /// No block where one is needed.
    NoBlock,
    /// A handler's block where a try block should be, or the other way round.
    WrongBlock,
    /// A frame that is left inside a block.
    InBlock(usize),
    /// Two ways to one place leave different blocks.
    BlocksDiffer,
    /// The stack may be lower than the handler's depth when it is needed.
    BelowHandler {
        /// The stack's depth.
        depth: usize,
        /// The handler's.
        handler: usize,
    },

    // The proof.
    /// The proof would take more steps than its bound.
    TooComplex,
}

impl Reason {
    /// The reason as a refusal of the whole code object.
    pub(crate) fn of_the_code(self) -> Rejection {
        Rejection {
            at: None,
            reason: self,
        }
    }
}

impl Error for Rejection {}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(Place {
            offset,
            instruction,
        }) = self.at
        {
            write!(f, "offset {offset}, {instruction}: ")?;
        }
        self.reason.fmt(f)
    }
}

impl fmt::Display for Reason {
    #[rustfmt::skip] // One line, one reason.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use Reason::*;
        match *self {
            NoCode => write!(f, "there is no code"),
            TooLong(bytes) => write!(f, "{bytes} bytes of code are too many"),
            Negative(what, count) => write!(f, "{what} is {count}"),
            TooFewVariables { parameters, locals } => write!(f, "{parameters} parameters do not fit in {locals} local variables"),
            PositionalOnly { positional_only, positional } => write!(f, "{positional_only} of {positional} positional parameters are positional-only"),
            FrameTooLarge(words) => write!(f, "a frame of {words} words is too large"),
            GeneratorFlags(flags) => write!(f, "flags {flags:#x} make it more than one of generator, coroutine and async generator"),
            VariableKind(kind) => write!(f, "{kind:#04x} is no kind of variable"),
            VariableOrder(index) => write!(f, "variable {index} is out of the order locals, cells, free variables"),

            Decode(error) => write!(f, "{error}"),
            Specialized => write!(f, "specialized, as only a running interpreter writes it"),
            StrayCache => write!(f, "a cache is not an instruction"),
            UsedCache => write!(f, "its cache is not empty"),
            LargeArgument(argument) => write!(f, "argument {argument} is too large"),
            Index { what, index, count } => write!(f, "{what} {index} of {count}"),
            Argument { argument, allowed } => write!(f, "argument {argument} is not {allowed}"),
            LocalInCell(index) => write!(f, "variable {index} lives in a cell"),
            NotACell(index) => write!(f, "variable {index} has no cell"),
            NotFree(index) => write!(f, "variable {index} is not a free variable"),

            JumpOutside(offset) => write!(f, "jump to offset {offset}, outside the code"),
            JumpInside(offset) => write!(f, "jump to offset {offset}, inside an instruction"),
            JumpToPrefix(offset) => write!(f, "jump to offset {offset}, among instructions that run once"),

            NotAtStart => write!(f, "only the start of the code may have it"),
            PrefixOrder => write!(f, "out of order at the start of the code"),
            CellsMade { variable, times } => write!(f, "a cell is made {times} times for variable {variable}"),
            FreeCopied { copied, free } => write!(f, "{copied} of {free} free variables are copied"),
            GeneratorStart => write!(f, "generators, and only they, begin by making one of their kind"),
            NotAGenerator => write!(f, "the code is of no generator of that kind"),
            NotFollowedBy(name) => write!(f, "the next instruction is not its {name}"),
            KeywordNames(index) => write!(f, "constant {index} is not a tuple of str"),
            TooManyNames { names, arguments } => write!(f, "{names} names for {arguments} arguments"),
            NotAfterSend => write!(f, "it waits for another generator, but comes after no SEND"),

            TableEntry => write!(f, "the exception table is malformed"),
            TableOrder => write!(f, "the exception table's ranges are not in order"),
            TableRange(offset) => write!(f, "the exception table names offset {offset}, where no instruction starts"),

            Underflow { needed, depth } => write!(f, "needs {needed} stack entries, has {depth}"),
            Overflow { needed, stack_size } => write!(f, "needs a stack of {needed}, has {stack_size}"),
            DepthsDiffer { one, other } => write!(f, "the stack is {one} or {other} deep"),
            Entry { place, found, wanted } => write!(f, "stack entry {place} is {found}, not {wanted}"),
            Closure { cells, free } => write!(f, "{cells} cells for {free} free variables"),
            Annotations(items) => write!(f, "{items} items of annotations are not pairs"),
            LeftOver(depth) => write!(f, "leaves {depth} stack entries behind"),
            FallsOff => write!(f, "execution runs off the end of the code"),

            TooManyBlocks => write!(f, "more than 20 blocks"),
            NoBlock => write!(f, "no block is open"),
            WrongBlock => write!(f, "the innermost block is of the other kind"),
            InBlock(blocks) => write!(f, "leaves {blocks} blocks open"),
            BlocksDiffer => write!(f, "the blocks differ between two ways here"),
            BelowHandler { depth, handler } => write!(f, "an exception leaves {depth} stack entries, its handler needs {handler}"),

            TooComplex => write!(f, "the proof takes too many steps"),
        }
    }
}
