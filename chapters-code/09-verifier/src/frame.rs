//! What does the verifier keep of a frame while it walks through the code?

use crate::kind::Kind;
use crate::rejection::Reason;

/// How many blocks a 3.10 frame has room for: CPython's `CO_MAXBLOCKS`.
pub const MAX_BLOCKS: usize = 20;

/// How deep a stack the verifier follows, whatever `co_stacksize` says.
const MAX_DEPTH: u64 = 1 << 20;

/// An entry of the 3.10 block stack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Block {
    /// A block whose exceptions go to a handler: CPython's SETUP_FINALLY.
    Try {
        /// Index of the handler's first instruction.
        handler: usize,
        /// How deep the stack is where the handler takes it up.
        level: usize,
    },
    /// A handler at work, with what it saved above its level: CPython's EXCEPT_HANDLER.
    Handler {
        /// How deep the stack is below what the handler saved.
        level: usize,
    },
}

/// The kinds that a 3.10 handler saves on the stack, from its level up.
pub(crate) const SAVED: [Kind; 3] = [Kind::SavedTraceback, Kind::SavedValue, Kind::SavedType];

/// The kinds of the exception that a 3.10 handler finds above what it saved.
pub(crate) const RAISED: [Kind; 3] = [Kind::Traceback, Kind::Exception, Kind::ExceptionType];

/// The value stack and the block stack, by what is known of their entries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// The value stack; the last is the top.
    pub(crate) stack: Vec<Kind>,
    /// The block stack; always empty in 3.11.
    pub(crate) blocks: Vec<Block>,
    /// The lowest that the stack has been since [`Frame::begin`] when an exception
    /// could have been raised.
    low: usize,
    /// How deep the stack may grow.
    limit: usize,
}

impl Frame {
    pub(crate) fn new(limit: usize) -> Frame {
        Frame {
            limit,
            ..Frame::default()
        }
    }

    /// The kinds of the stack's entries; the last is the top.
    pub fn stack(&self) -> &[Kind] {
        &self.stack
    }

    /// The open blocks; the last is the innermost. Always empty in 3.11.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// Begins an instruction.
    pub(crate) fn begin(&mut self) {
        self.low = self.stack.len();
    }

    /// How many entries have not been touched since the instruction began.
    pub(crate) fn low(&self) -> usize {
        self.low
    }

    /// Takes up the stacks of another frame.
    pub(crate) fn copy_from(&mut self, stack: &[Kind], blocks: &[Block]) {
        self.stack.clear();
        self.stack.extend_from_slice(stack);
        self.blocks.clear();
        self.blocks.extend_from_slice(blocks);
    }

    /// There are at least so many entries.
    pub(crate) fn need(&self, needed: u64) -> Result<(), Reason> {
        let depth = self.stack.len();
        if needed <= depth as u64 {
            Ok(())
        } else {
            Err(Reason::Underflow { needed, depth })
        }
    }

    /// The kind of the entry at a place; the top is 1.
    pub(crate) fn peek(&self, place: usize) -> Result<Kind, Reason> {
        self.need(place as u64)?;
        Ok(self.stack[self.stack.len() - place])
    }

    /// The entry at a place is of a kind.
    pub(crate) fn expect(&self, place: usize, wanted: Kind) -> Result<(), Reason> {
        let found = self.peek(place)?;
        if found.is(wanted) {
            Ok(())
        } else {
            Err(Reason::Entry {
                place,
                found,
                wanted,
            })
        }
    }

    /// The top entries, so many, are objects.
    pub(crate) fn expect_objects(&self, count: u64) -> Result<(), Reason> {
        self.need(count)?;
        // `count` is at most the depth now.
        (1..=count as usize).try_for_each(|place| self.expect(place, Kind::Object))
    }

    /// Replaces the entry at a place.
    pub(crate) fn replace(&mut self, place: usize, kind: Kind) -> Result<(), Reason> {
        self.need(place as u64)?;
        let index = self.stack.len() - place;
        self.stack[index] = kind;
        Ok(())
    }

    /// Removes the top entries; an exception may be raised afterwards.
    pub(crate) fn drop(&mut self, count: u64) -> Result<(), Reason> {
        self.remove(count)?;
        self.low = self.low.min(self.stack.len());
        Ok(())
    }

    /// Removes the top entries in a way that raises nothing.
    pub(crate) fn remove(&mut self, count: u64) -> Result<(), Reason> {
        self.need(count)?;
        // `count` is at most the depth now.
        self.stack.truncate(self.stack.len() - count as usize);
        Ok(())
    }

    /// Removes the top entry, which is of a kind.
    pub(crate) fn pop(&mut self, wanted: Kind) -> Result<Kind, Reason> {
        self.expect(1, wanted)?;
        let kind = self.peek(1)?;
        self.drop(1)?;
        Ok(kind)
    }

    /// Removes the top entries, which are objects.
    pub(crate) fn pop_objects(&mut self, count: u64) -> Result<(), Reason> {
        self.expect_objects(count)?;
        self.drop(count)
    }

    /// Adds an entry.
    pub(crate) fn push(&mut self, kind: Kind) -> Result<(), Reason> {
        self.push_many(kind, 1)
    }

    /// Adds entries of one kind.
    pub(crate) fn push_many(&mut self, kind: Kind, count: u64) -> Result<(), Reason> {
        let needed = (self.stack.len() as u64).saturating_add(count);
        if needed > self.limit as u64 {
            return Err(Reason::Overflow {
                needed,
                stack_size: self.limit,
            });
        }
        if needed > MAX_DEPTH {
            return Err(Reason::TooComplex);
        }
        self.stack.resize(needed as usize, kind);
        Ok(())
    }

    /// Opens a block.
    pub(crate) fn push_block(&mut self, block: Block) -> Result<(), Reason> {
        if self.blocks.len() == MAX_BLOCKS {
            return Err(Reason::TooManyBlocks);
        }
        self.blocks.push(block);
        Ok(())
    }
}
