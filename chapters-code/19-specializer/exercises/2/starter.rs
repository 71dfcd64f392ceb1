/// Three instructions, as far as pairs of them are concerned.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Operation {
    LoadFast,
    LoadConst,
    StoreFast,
    /// One that pairs with nothing.
    Other,
    /// One with a cache, which becomes adaptive.
    Adaptive,
}

/// For each instruction, whether it becomes a superinstruction with the one behind it.
pub fn pairs(code: &[Operation]) -> Vec<bool> {
    vec![false; code.len()]
}
