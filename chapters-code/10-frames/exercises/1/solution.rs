//! A frame is its header, and a word for each place.

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
pub fn words(header: usize, sizes: &Sizes) -> usize {
    header + sizes.locals + sizes.cells + sizes.stack + sizes.blocks
}

/// How many frames fit into one chunk, whose first word is not theirs.
pub fn calls_before_overflow(chunk: usize, header: usize, sizes: &Sizes) -> usize {
    (chunk - 1) / words(header, sizes)
}
