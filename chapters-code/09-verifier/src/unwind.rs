//! Where does an exception go, and what does it leave on the stack?

use instructions::{Instruction, Version, op310};

use crate::frame::{Block, Frame, RAISED, SAVED};
use crate::kind::Kind;
use crate::rejection::Reason;
use crate::table::Entry;

/// The handlers of a code object of 3.11, by instruction. 3.10's are on the block stack.
#[derive(Debug)]
pub(crate) struct Handlers {
    entries: Vec<Entry>,
    /// For each instruction, which entry covers it; empty if there are no entries.
    covering: Vec<Option<u32>>,
}

/// What becomes of an exception that is raised at, or in, one instruction.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Unwinding {
    /// How many stack entries the instruction must not have touched when it raises.
    floor: usize,
    /// The handler that the exception reaches in this frame, if it reaches one.
    pub handler: Option<Entrance>,
}

/// How a handler is entered.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entrance {
    /// Index of the handler's first instruction.
    pub target: usize,
    /// How many stack entries it keeps.
    level: usize,
    finds: Finds,
}

/// What a handler finds above its level.
#[derive(Clone, Copy, Debug)]
enum Finds {
    /// 3.10: what was handled before, and the new exception; so many blocks stay open
    /// around the handler's own.
    Triples { blocks: usize },
    /// 3.11: the exception, maybe above the place it was raised at.
    Exception { lasti: bool },
}

impl Handlers {
    pub fn new(entries: Vec<Entry>, instructions: usize) -> Handlers {
        let mut covering = vec![None; if entries.is_empty() { 0 } else { instructions }];
        for (number, entry) in (0u32..).zip(&entries) {
            covering[entry.instructions.clone()].fill(Some(number));
        }
        Handlers { entries, covering }
    }

    /// The first instructions of all handlers.
    pub fn targets(&self) -> impl Iterator<Item = usize> {
        self.entries.iter().map(|entry| entry.target)
    }

    /// What becomes of an exception at an instruction.
    pub fn unwinding(
        &self,
        version: Version,
        at: usize,
        instruction: &Instruction,
        frame: &Frame,
    ) -> Result<Unwinding, Reason> {
        match version {
            // Nothing may be raised here: what is to be returned can lie where the
            // handler's saved exception was.
            Version::V310 if instruction.definition.opcode == op310::POP_EXCEPT => {
                Ok(Unwinding::default())
            }
            Version::V310 => unwind_blocks(frame),
            Version::V311 => Ok(self.unwind_table(at)),
        }
    }

    fn unwind_table(&self, at: usize) -> Unwinding {
        let number = self.covering.get(at).copied().flatten();
        match number.and_then(|number| self.entries.get(number as usize)) {
            None => Unwinding::default(),
            Some(&Entry {
                target,
                depth: level,
                lasti,
                ..
            }) => Unwinding {
                floor: level,
                handler: Some(Entrance {
                    target,
                    level,
                    finds: Finds::Exception { lasti },
                }),
            },
        }
    }
}

/// Goes down the block stack as 3.10's unwinding does: handlers at work are closed, and
/// the first try block takes the exception.
fn unwind_blocks(frame: &Frame) -> Result<Unwinding, Reason> {
    let mut unwinding = Unwinding::default();
    let mut depth = frame.stack().len();
    for (blocks, &block) in frame.blocks().iter().enumerate().rev() {
        let (needed, level) = match block {
            Block::Handler { level } => (level + SAVED.len(), level),
            Block::Try { level, .. } => (level, level),
        };
        if depth < needed {
            return Err(Reason::BelowHandler {
                depth,
                handler: needed,
            });
        }
        unwinding.floor = unwinding.floor.max(needed);
        match block {
            Block::Handler { .. } => expect_saved(frame, level)?,
            Block::Try {
                handler: target, ..
            } => {
                let finds = Finds::Triples { blocks };
                unwinding.handler = Some(Entrance {
                    target,
                    level,
                    finds,
                });
                return Ok(unwinding);
            }
        }
        depth = level;
    }
    Ok(unwinding)
}

/// What a handler saved lies where it saved it.
fn expect_saved(frame: &Frame, level: usize) -> Result<(), Reason> {
    let top = frame.stack().len();
    let mut saved = (level..).zip(SAVED);
    saved.try_for_each(|(index, kind)| frame.expect(top - index, kind))
}

impl Unwinding {
    /// An instruction that leaves `low` entries untouched may raise.
    pub fn check(&self, low: usize) -> Result<(), Reason> {
        if low < self.floor {
            return Err(Reason::BelowHandler {
                depth: low,
                handler: self.floor,
            });
        }
        Ok(())
    }
}

impl Entrance {
    /// Makes `into` what the handler finds when the exception leaves `frame`.
    pub fn enter(&self, frame: &Frame, into: &mut Frame) -> Result<(), Reason> {
        let kept = frame.stack().get(..self.level);
        let depth = frame.stack().len();
        let kept = kept.ok_or(Reason::BelowHandler {
            depth,
            handler: self.level,
        })?;
        match self.finds {
            Finds::Triples { blocks } => {
                into.copy_from(kept, &frame.blocks()[..blocks]);
                into.push_block(Block::Handler { level: self.level })?;
                SAVED
                    .iter()
                    .chain(&RAISED)
                    .try_for_each(|&kind| into.push(kind))
            }
            Finds::Exception { lasti } => {
                into.copy_from(kept, &[]);
                if lasti {
                    into.push(Kind::Lasti)?;
                }
                into.push(Kind::Exception)
            }
        }
    }
}
