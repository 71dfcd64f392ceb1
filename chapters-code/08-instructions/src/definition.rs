//! What does an instruction table say of one instruction?

use crate::tables::{op310, op311};
use types::Version;

/// One row of an instruction table.
#[derive(Debug)]
pub struct Definition {
    /// Its number: the first byte of the instruction.
    pub opcode: u8,
    /// Its name, as CPython's `opcode.opname` has it.
    pub name: &'static str,
    /// What its argument means.
    pub operand: Operand,
    /// Where execution goes on.
    pub flow: Flow,
    /// The fields of the inline cache that follows it.
    pub caches: &'static [CacheField],
    /// One line that says what it does.
    pub semantics: &'static str,
    /// The effect on the stack as it is written in the table, `pops → pushes`.
    pub effect_formula: &'static str,
    /// The effect of the jump as it is written in the table, where it is another.
    pub jump_formula: Option<&'static str>,
    /// The chapter whose crate executes it.
    pub chapter: u8,
    pub(crate) falling: fn(u64) -> StackEffect,
    pub(crate) jumping: Option<fn(u64) -> StackEffect>,
}

/// What an instruction's argument means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Operand {
    /// There is none: the byte is there, and ignored.
    None,
    /// An index of `co_consts`.
    Const,
    /// An index of `co_names`.
    Name,
    /// An index of `co_names`, shifted left by one; the low bit asks for a NULL.
    NameAndNull,
    /// An index of the local variables.
    Local,
    /// A cell or free variable: in 3.10 an index of `co_cellvars + co_freevars`, in 3.11
    /// of all of the frame's variables.
    Deref,
    /// A jump to code unit `n`.
    Absolute,
    /// A jump over `n` code units, counted from the next one.
    Forward,
    /// A jump back over `n` code units, counted from the next one.
    Backward,
    /// A comparison: an index of `opcode.cmp_op`.
    Compare,
    /// An operator: an index of `opcode._nb_ops`.
    BinaryOp,
    /// How many values, or how many arguments.
    Count,
    /// A place in the stack, 1 for the top: never 0.
    Depth,
    /// How many values before a starred target (low byte) and after it.
    Split,
    /// 1 turns `is` and `in` into `is not` and `not in`.
    Invert,
    /// Which parts of a function lie on the stack: defaults 1, keyword-only defaults 2,
    /// annotations 4, closure 8.
    FunctionParts,
    /// 1 if a mapping of named arguments is on top.
    CallParts,
    /// 2 or 3: whether a slice has a step.
    SliceParts,
    /// Conversion (none, `str`, `repr`, `ascii`) in the low two bits; 4 for a format
    /// specification.
    Format,
    /// 0 to raise the current exception again, 1 for an exception, 2 for one and a cause.
    Raise,
    /// 0, or where the offset of the first raise is kept.
    Lasti,
    /// 0, 1, 2: generator, coroutine, async generator.
    GeneratorKind,
    /// Where the awaitable comes from: 0 `await`, 1 `__aenter__`, 2 `__aexit__`.
    Await,
    /// Where the frame goes on: 0 at its start, 1 after `yield`, 2 after `yield from`, 3
    /// after `await`.
    Where,
    /// Eight high bits for the next argument.
    Prefix,
}

impl Operand {
    /// Whether the argument says where to jump.
    pub const fn is_jump(self) -> bool {
        matches!(
            self,
            Operand::Absolute | Operand::Forward | Operand::Backward
        )
    }
}

/// Where execution goes on after an instruction that raises nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Flow {
    /// At the next instruction.
    Next,
    /// At the target.
    Jump,
    /// At the next instruction or at the target.
    Branch,
    /// At the next instruction; the target is where exceptions of the block go.
    Handler,
    /// Nowhere in this frame, or in a handler.
    Stop,
}

impl Flow {
    /// Whether the next instruction can be reached from this one.
    pub const fn falls_through(self) -> bool {
        matches!(self, Flow::Next | Flow::Branch | Flow::Handler)
    }
}

/// A field of an inline cache.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CacheField {
    /// Its name in CPython's `opcode._cache_format`.
    pub name: &'static str,
    /// Its size in code units of two bytes.
    pub units: u8,
}

/// What an instruction does to the depth of the stack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StackEffect {
    /// How many values it looks at; the stack must be at least that deep.
    pub pops: u64,
    /// How many values are in their place afterwards.
    pub pushes: u64,
}

impl StackEffect {
    /// How much deeper the stack is afterwards.
    pub fn net(self) -> i64 {
        // Both counts come from a u32 and small constants, so neither is near 2**63.
        self.pushes as i64 - self.pops as i64
    }
}

impl Definition {
    /// The effect of the instruction with argument `oparg`, when it jumps or when it does
    /// not. For a `SETUP_` instruction, "jumps" means that an exception has come to the
    /// handler, and the depth is counted from before the instruction.
    ///
    /// This is what the evaluation loop does, which in a few places is not what CPython's
    /// compiler counts: see [`compiler_stack_effect`].
    pub fn stack_effect(&self, oparg: u32, jumps: bool) -> StackEffect {
        match self.jumping {
            Some(jumping) if jumps => jumping(u64::from(oparg)),
            _ => (self.falling)(u64::from(oparg)),
        }
    }

    /// How many code units of cache follow the instruction.
    pub fn cache_units(&self) -> usize {
        self.caches
            .iter()
            .map(|field| usize::from(field.units))
            .sum()
    }

    /// Whether the instruction has an argument (its number is at least [`HAVE_ARGUMENT`]).
    pub fn has_argument(&self) -> bool {
        self.opcode >= HAVE_ARGUMENT
    }
}

/// Opcodes from this one on have an argument, in both versions.
pub const HAVE_ARGUMENT: u8 = 90;

/// The opcode that extends the next argument, in both versions.
pub const EXTENDED_ARG: u8 = op310::EXTENDED_ARG;
const _: () = assert!(op310::EXTENDED_ARG == op311::EXTENDED_ARG);

/// All instructions of a version, in the order of their numbers.
pub fn definitions(version: Version) -> &'static [Definition] {
    match version {
        Version::V310 => op310::ROWS,
        Version::V311 => op311::ROWS,
    }
}

/// The instruction with this number, if the version has one.
pub fn definition(version: Version, opcode: u8) -> Option<&'static Definition> {
    let table = match version {
        Version::V310 => &op310::BY_OPCODE,
        Version::V311 => &op311::BY_OPCODE,
    };
    table[usize::from(opcode)]
}

/// The instruction with this name, if the version has one.
pub fn definition_by_name(version: Version, name: &str) -> Option<&'static Definition> {
    definitions(version)
        .iter()
        .find(|definition| definition.name == name)
}

/// The net effect as CPython's compiler counts it: `dis.stack_effect`. `None` stands for
/// the greater of the two ways, as there. The answer is `None` for an unknown opcode.
///
/// The compiler's account need only be right in sum, and in three places is not what the
/// loop does: PRECALL is charged for the arguments that CALL will take, and the value sent
/// to RETURN_GENERATOR is counted by starting generators at depth 1.
pub fn compiler_stack_effect(
    version: Version,
    opcode: u8,
    oparg: u32,
    jumps: Option<bool>,
) -> Option<i64> {
    let definition = definition(version, opcode)?;
    let effect = |jumps: bool| match (version, opcode) {
        (Version::V311, op311::PRECALL) => -i64::from(oparg),
        (Version::V311, op311::CALL) => -1,
        (Version::V311, op311::RETURN_GENERATOR) => 0,
        _ => definition.stack_effect(oparg, jumps).net(),
    };
    Some(match jumps {
        Some(jumps) => effect(jumps),
        None => effect(false).max(effect(true)),
    })
}

/// The comparisons of COMPARE_OP, by argument.
pub const COMPARISONS: [&str; 6] = ["<", "<=", "==", "!=", ">", ">="];

/// The operators of 3.11's BINARY_OP, by argument.
pub const BINARY_OPERATORS: [&str; 26] = [
    "+", "&", "//", "<<", "@", "*", "%", "|", "**", ">>", "-", "/", "^", "+=", "&=", "//=", "<<=",
    "@=", "*=", "%=", "|=", "**=", ">>=", "-=", "/=", "^=",
];
