//! What does each instruction do to the kinds of the stack's entries?

use instructions::{Version, op310, op311};

use crate::kind::Kind;

/// How an instruction treats the kinds of what it finds on the stack.
///
/// How many entries it takes and leaves is in the instruction table. A rule says only
/// what that table does not: which entries must be more than objects, which stay, and
/// what is known of the new ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rule {
    /// Takes objects, leaves objects.
    Plain,
    /// Takes objects, leaves one entry of a kind.
    Make(Kind),
    /// Looks at objects, which stay, and pushes others.
    Look,
    /// Pushes a constant.
    Constant,
    /// Makes a tuple of objects.
    Tuple,
    /// Makes a tuple of a list.
    ListToTuple,
    /// Pushes the top entries again, so many.
    Duplicate(usize),
    /// Pushes the entry at the place in the argument again.
    Copy,
    /// Exchanges the top with the entry at the place in the argument.
    Swap,
    /// Moves the top below the next ones: so many entries turn; 0 asks the argument.
    Rotate(u32),
    /// Adds the top entries, so many, to a container of a kind at the place in the
    /// argument.
    Add(Kind, u64),
    /// 3.10 and 3.11 DICT_MERGE: adds to a dict, and may blame the function below it.
    Merge,
    /// Leaves a method and its object, or NULL and something to call.
    Method,
    /// LOAD_GLOBAL of 3.11: maybe a NULL, then an object.
    Global,
    /// Looks at something to call, or NULL, with a callable or first argument above it,
    /// and so many arguments above that; may turn a bound method into its two parts.
    BeforeCall,
    /// Takes what [`Rule::BeforeCall`] looks at.
    Call,
    /// Takes NULL, a callable, and what to call it with.
    CallUnpacked,
    /// 3.10: takes a callable, so many arguments, and the names of the last.
    CallNamed,
    /// Makes a function; 3.10 has a name above the code object.
    Function {
        /// Whether there is a name.
        named: bool,
    },
    /// Matches the keys in a tuple on top; both stay.
    MatchKeys,
    /// Takes a class and the names of attributes.
    MatchClass,
    /// 3.10: replaces the tuple of keys on top.
    WithoutKeys,
    /// Sends the top to the iterator below it, which stays until it is exhausted.
    Send,
    /// Leaves the frame with the top entry, the only one.
    Return,
    /// Suspends the frame; what is sent takes the place of the top.
    Yield,
    /// Opens or closes a block of 3.10, or works on what its handlers find.
    Block(BlockRule),
    /// Works on what 3.11's handlers find.
    Handler(HandlerRule),
}

/// The rules of 3.10's blocks and handlers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BlockRule {
    /// Opens a block at the depth there is.
    Setup,
    /// `with`: replaces the manager by `__exit__`, opens a block, pushes what came.
    SetupWith,
    /// `async with`: opens a block below the top.
    SetupAsyncWith,
    /// Closes a try block.
    PopBlock,
    /// Closes a handler, whose saved exception is on top.
    PopHandler,
    /// Raises again what a handler found.
    Reraise,
    /// Ends a loop in its handler.
    EndLoop,
    /// Calls the `__exit__` below what a handler saved and found.
    Exit,
}

/// The rules of 3.11's handlers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HandlerRule {
    /// Saves the exception handled before below the new one.
    PushException,
    /// Restores the exception handled before.
    PopException,
    /// Compares an exception, which stays, with a class.
    CheckMatch,
    /// Splits an exception with a class.
    CheckGroup,
    /// Takes an exception and a list, leaves an exception or None.
    PrepareReraise,
    /// Raises the top again, at the saved place.
    Reraise,
    /// Ends a loop in its handler.
    EndLoop,
    /// Calls the `__exit__` below what is known of an exception.
    Exit,
}

/// The rule of an instruction.
pub(crate) fn rule(version: Version, opcode: u8) -> Rule {
    let rules = match version {
        Version::V310 => RULES_310,
        Version::V311 => RULES_311,
    };
    rules[usize::from(opcode)]
}

/// Lists of rules made into a table; what is not listed is plain.
const fn table(rows: &[(u8, Rule)]) -> [Rule; 256] {
    let mut rules = [Rule::Plain; 256];
    let mut row = 0;
    while row < rows.len() {
        rules[rows[row].0 as usize] = rows[row].1;
        row += 1;
    }
    rules
}

static RULES_310: &[Rule; 256] = &table(&[
    (op310::ROT_TWO, Rule::Rotate(2)),
    (op310::ROT_THREE, Rule::Rotate(3)),
    (op310::ROT_FOUR, Rule::Rotate(4)),
    (op310::ROT_N, Rule::Rotate(0)),
    (op310::DUP_TOP, Rule::Duplicate(1)),
    (op310::DUP_TOP_TWO, Rule::Duplicate(2)),
    (op310::LOAD_CONST, Rule::Constant),
    (op310::LOAD_CLOSURE, Rule::Make(Kind::Cell)),
    (op310::BUILD_TUPLE, Rule::Tuple),
    (op310::BUILD_LIST, Rule::Make(Kind::List)),
    (op310::BUILD_SET, Rule::Make(Kind::Set)),
    (op310::BUILD_MAP, Rule::Make(Kind::Dict)),
    (op310::BUILD_CONST_KEY_MAP, Rule::Make(Kind::Dict)),
    (op310::BUILD_STRING, Rule::Make(Kind::Str)),
    (op310::FORMAT_VALUE, Rule::Make(Kind::Str)),
    (op310::LIST_TO_TUPLE, Rule::ListToTuple),
    (op310::LIST_APPEND, Rule::Add(Kind::List, 1)),
    (op310::LIST_EXTEND, Rule::Add(Kind::List, 1)),
    (op310::SET_ADD, Rule::Add(Kind::Set, 1)),
    (op310::SET_UPDATE, Rule::Add(Kind::Set, 1)),
    (op310::MAP_ADD, Rule::Add(Kind::Dict, 2)),
    (op310::DICT_UPDATE, Rule::Add(Kind::Dict, 1)),
    (op310::DICT_MERGE, Rule::Merge),
    (op310::LOAD_METHOD, Rule::Method),
    (op310::CALL_METHOD, Rule::Call),
    (op310::CALL_FUNCTION_KW, Rule::CallNamed),
    (op310::MAKE_FUNCTION, Rule::Function { named: true }),
    (op310::GET_LEN, Rule::Look),
    (op310::GET_ANEXT, Rule::Look),
    (op310::IMPORT_FROM, Rule::Look),
    (op310::FOR_ITER, Rule::Look),
    (op310::MATCH_MAPPING, Rule::Look),
    (op310::MATCH_SEQUENCE, Rule::Look),
    (op310::MATCH_KEYS, Rule::MatchKeys),
    (op310::MATCH_CLASS, Rule::MatchClass),
    (op310::COPY_DICT_WITHOUT_KEYS, Rule::WithoutKeys),
    (op310::YIELD_FROM, Rule::Send),
    (op310::YIELD_VALUE, Rule::Yield),
    (op310::RETURN_VALUE, Rule::Return),
    (op310::SETUP_FINALLY, Rule::Block(BlockRule::Setup)),
    (op310::SETUP_WITH, Rule::Block(BlockRule::SetupWith)),
    (
        op310::SETUP_ASYNC_WITH,
        Rule::Block(BlockRule::SetupAsyncWith),
    ),
    (op310::POP_BLOCK, Rule::Block(BlockRule::PopBlock)),
    (op310::POP_EXCEPT, Rule::Block(BlockRule::PopHandler)),
    (op310::RERAISE, Rule::Block(BlockRule::Reraise)),
    (op310::END_ASYNC_FOR, Rule::Block(BlockRule::EndLoop)),
    (op310::WITH_EXCEPT_START, Rule::Block(BlockRule::Exit)),
]);

static RULES_311: &[Rule; 256] = &table(&[
    (op311::PUSH_NULL, Rule::Make(Kind::Null)),
    (op311::SWAP, Rule::Swap),
    (op311::COPY, Rule::Copy),
    (op311::LOAD_CONST, Rule::Constant),
    (op311::LOAD_GLOBAL, Rule::Global),
    (op311::LOAD_CLOSURE, Rule::Make(Kind::Cell)),
    (op311::BUILD_TUPLE, Rule::Tuple),
    (op311::BUILD_LIST, Rule::Make(Kind::List)),
    (op311::BUILD_SET, Rule::Make(Kind::Set)),
    (op311::BUILD_MAP, Rule::Make(Kind::Dict)),
    (op311::BUILD_CONST_KEY_MAP, Rule::Make(Kind::Dict)),
    (op311::BUILD_STRING, Rule::Make(Kind::Str)),
    (op311::FORMAT_VALUE, Rule::Make(Kind::Str)),
    (op311::LIST_TO_TUPLE, Rule::ListToTuple),
    (op311::LIST_APPEND, Rule::Add(Kind::List, 1)),
    (op311::LIST_EXTEND, Rule::Add(Kind::List, 1)),
    (op311::SET_ADD, Rule::Add(Kind::Set, 1)),
    (op311::SET_UPDATE, Rule::Add(Kind::Set, 1)),
    (op311::MAP_ADD, Rule::Add(Kind::Dict, 2)),
    (op311::DICT_UPDATE, Rule::Add(Kind::Dict, 1)),
    (op311::DICT_MERGE, Rule::Merge),
    (op311::LOAD_METHOD, Rule::Method),
    (op311::PRECALL, Rule::BeforeCall),
    (op311::CALL, Rule::Call),
    (op311::CALL_FUNCTION_EX, Rule::CallUnpacked),
    (op311::MAKE_FUNCTION, Rule::Function { named: false }),
    (op311::GET_LEN, Rule::Look),
    (op311::GET_ANEXT, Rule::Look),
    (op311::IMPORT_FROM, Rule::Look),
    (op311::FOR_ITER, Rule::Look),
    (op311::MATCH_MAPPING, Rule::Look),
    (op311::MATCH_SEQUENCE, Rule::Look),
    (op311::MATCH_KEYS, Rule::MatchKeys),
    (op311::MATCH_CLASS, Rule::MatchClass),
    (op311::SEND, Rule::Send),
    (op311::YIELD_VALUE, Rule::Yield),
    (op311::RETURN_VALUE, Rule::Return),
    (
        op311::PUSH_EXC_INFO,
        Rule::Handler(HandlerRule::PushException),
    ),
    (op311::POP_EXCEPT, Rule::Handler(HandlerRule::PopException)),
    (
        op311::CHECK_EXC_MATCH,
        Rule::Handler(HandlerRule::CheckMatch),
    ),
    (
        op311::CHECK_EG_MATCH,
        Rule::Handler(HandlerRule::CheckGroup),
    ),
    (
        op311::PREP_RERAISE_STAR,
        Rule::Handler(HandlerRule::PrepareReraise),
    ),
    (op311::RERAISE, Rule::Handler(HandlerRule::Reraise)),
    (op311::END_ASYNC_FOR, Rule::Handler(HandlerRule::EndLoop)),
    (op311::WITH_EXCEPT_START, Rule::Handler(HandlerRule::Exit)),
]);
