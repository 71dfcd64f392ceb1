//! Begin here: this sees the module and nothing in it.

use code_objects::Code;

/// How many code objects there are, this one included, and how deep they stand inside of
/// each other: a module with two functions has three, two deep.
pub fn census(_code: &Code) -> (usize, usize) {
    (1, 1)
}
