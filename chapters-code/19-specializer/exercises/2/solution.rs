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
    use Operation::{LoadConst, LoadFast, StoreFast};
    let pair = |window: &[Operation]| {
        matches!(
            window,
            [LoadFast | StoreFast | LoadConst, LoadFast]
                | [StoreFast, StoreFast]
                | [LoadFast, LoadConst]
        )
    };
    let mut marks: Vec<bool> = code.windows(2).map(pair).collect();
    marks.resize(code.len(), false);
    marks
}
