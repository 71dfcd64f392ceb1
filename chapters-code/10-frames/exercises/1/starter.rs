//! Begin here: these frames have nothing but a header.

/// How many places of each kind a function needs.
pub struct Sizes {
    /// Variables.
    pub locals: usize,
    /// Cells and free variables.
    pub cells: usize,
    /// Values on the stack.
    pub stack: usize,
    /// Open blocks.
    pub blocks: usize,
}

/// The words of a frame.
pub fn words(header: usize, _: &Sizes) -> usize {
    header
}

/// How many frames fit into one chunk, whose first word is not theirs.
pub fn calls_before_overflow(_chunk: usize, _header: usize, _: &Sizes) -> usize {
    0
}
