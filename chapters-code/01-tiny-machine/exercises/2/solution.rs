//! Each instruction adds to the stack or takes from it: follow the sum.

use tiny_machine::Code;
use tiny_machine::opcode::*;

pub fn deepest(code: &Code) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for pair in code.bytes.chunks(2) {
        match pair[0] {
            LOAD_CONST | LOAD_GLOBAL | LOAD_FAST => depth += 1,
            STORE_FAST | POP_TOP | BINARY_ADD | RETURN_VALUE => depth -= 1,
            CALL_FUNCTION => depth -= usize::from(pair[1]),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}
