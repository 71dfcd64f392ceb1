//! Begin here: a stack of depth zero would be a short book.

use tiny_machine::Code;

pub fn deepest(_code: &Code) -> usize {
    0
}
