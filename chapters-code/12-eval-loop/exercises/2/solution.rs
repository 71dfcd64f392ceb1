//! Blocks are closed until one is a `Finally`.

/// What a block is for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// An exception goes to its handler.
    Finally,
    /// An exception is being handled; three values on the stack say which one was before.
    Handler,
}

/// An open block.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Block {
    /// What it is for.
    pub kind: Kind,
    /// Where its handler begins; 0 for `Kind::Handler`.
    pub handler: usize,
    /// How deep the stack was when it was opened.
    pub level: usize,
}

/// A machine in which something goes wrong.
pub struct Machine {
    /// The open blocks, the innermost last.
    pub blocks: Vec<Block>,
    /// How deep the value stack is.
    pub depth: usize,
}

impl Machine {
    /// Finds the handler and gets blocks and stack ready for it; `None`: the frame ends.
    pub fn raise(&mut self) -> Option<usize> {
        while let Some(block) = self.blocks.pop() {
            self.depth = block.level;
            if block.kind == Kind::Handler {
                // The three values that it had saved are popped with the rest.
                continue;
            }
            let level = self.depth;
            self.blocks.push(Block {
                kind: Kind::Handler,
                handler: 0,
                level,
            });
            self.depth += 6;
            return Some(block.handler);
        }
        None
    }
}
