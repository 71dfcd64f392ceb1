//! The eight instructions of CPython 3.10 that the tiny machine knows, by number.

/// Drops the top of the stack.
pub const POP_TOP: u8 = 1;
/// Replaces the two values on top of the stack by their sum.
pub const BINARY_ADD: u8 = 23;
/// Ends the function with the top of the stack as its result.
pub const RETURN_VALUE: u8 = 83;
/// Pushes the constant with the argument's index.
pub const LOAD_CONST: u8 = 100;
/// Pushes what the global name with the argument's index stands for.
pub const LOAD_GLOBAL: u8 = 116;
/// Pushes the local variable with the argument's index.
pub const LOAD_FAST: u8 = 124;
/// Pops a value into the local variable with the argument's index.
pub const STORE_FAST: u8 = 125;
/// Pops as many values as the argument says, then a function; pushes what it returns.
pub const CALL_FUNCTION: u8 = 131;

/// What `dis` calls an instruction.
pub fn name(opcode: u8) -> &'static str {
    match opcode {
        POP_TOP => "POP_TOP",
        BINARY_ADD => "BINARY_ADD",
        RETURN_VALUE => "RETURN_VALUE",
        LOAD_CONST => "LOAD_CONST",
        LOAD_GLOBAL => "LOAD_GLOBAL",
        LOAD_FAST => "LOAD_FAST",
        STORE_FAST => "STORE_FAST",
        CALL_FUNCTION => "CALL_FUNCTION",
        _ => "?",
    }
}
