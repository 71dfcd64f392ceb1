//! Code objects stand among the constants of others.

use code_objects::Code;
use objects::Object;

/// How many code objects there are, this one included, and how deep they stand inside of
/// each other: a module with two functions has three, two deep.
pub fn census(code: &Code) -> (usize, usize) {
    let inner = code.consts.iter().filter_map(Object::downcast::<Code>);
    inner
        .map(census)
        .fold((1, 1), |(count, depth), (inner, below)| {
            (count + inner, depth.max(below + 1))
        })
}
