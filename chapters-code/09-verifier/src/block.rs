//! How do 3.10's blocks and handlers change the stacks?

use crate::effect::Step;
use crate::frame::{Block, Frame, RAISED, SAVED};
use crate::kind::Kind;
use crate::rejection::Reason;
use crate::rule::BlockRule;

/// The rules of 3.10's blocks and handlers.
pub(crate) fn apply(rule: BlockRule, step: &Step<'_>, frame: &mut Frame) -> Result<(), Reason> {
    match rule {
        BlockRule::Setup => open(step, frame),
        BlockRule::SetupWith => {
            frame.pop_objects(1)?;
            frame.push(Kind::Object)?;
            open(step, frame)?;
            frame.push(Kind::Object)
        }
        BlockRule::SetupAsyncWith => {
            frame.pop_objects(1)?;
            open(step, frame)?;
            frame.push(Kind::Object)
        }
        BlockRule::PopBlock => match frame.blocks.pop() {
            Some(Block::Try { .. }) => Ok(()),
            Some(Block::Handler { .. }) => Err(Reason::WrongBlock),
            None => Err(Reason::NoBlock),
        },
        BlockRule::PopHandler => {
            let level = close_handler(frame)?;
            expect_top(frame, &SAVED)?;
            frame.remove(3)?;
            expect_depth(frame, level)
        }
        BlockRule::Reraise => {
            if step.instruction.oparg != 0 && !in_handler(frame) {
                return Err(Reason::WrongBlock);
            }
            expect_top(frame, &RAISED)?;
            frame.drop(3)
        }
        BlockRule::EndLoop => {
            expect_top(frame, &RAISED)?;
            frame.drop(3)?;
            let level = close_handler(frame)?;
            expect_top(frame, &SAVED)?;
            frame.remove(3)?;
            expect_depth(frame, level)?;
            frame.expect_objects(1)?;
            frame.remove(1)
        }
        BlockRule::Exit => {
            expect_top(frame, &RAISED)?;
            frame.expect(7, Kind::Object)?;
            frame.push(Kind::Object)
        }
    }
}

/// Opens a try block at the depth there is.
fn open(step: &Step<'_>, frame: &mut Frame) -> Result<(), Reason> {
    let level = frame.stack.len();
    let handler = step.target.ok_or(Reason::NoBlock)?;
    frame.push_block(Block::Try { handler, level })
}

/// Closes the innermost block, a handler's; returns its level.
fn close_handler(frame: &mut Frame) -> Result<usize, Reason> {
    match frame.blocks.pop() {
        Some(Block::Handler { level }) => Ok(level),
        Some(Block::Try { .. }) => Err(Reason::WrongBlock),
        None => Err(Reason::NoBlock),
    }
}

fn in_handler(frame: &Frame) -> bool {
    matches!(frame.blocks.last(), Some(Block::Handler { .. }))
}

/// The three top entries are of these kinds, the last of them on top.
fn expect_top(frame: &Frame, kinds: &[Kind; 3]) -> Result<(), Reason> {
    let from_the_top = kinds.iter().rev().zip(1..);
    from_the_top
        .into_iter()
        .try_for_each(|(&kind, place)| frame.expect(place, kind))
}

/// A handler is closed where it began, or with what its frame is about to return.
fn expect_depth(frame: &Frame, level: usize) -> Result<(), Reason> {
    let depth = frame.stack.len();
    if depth < level {
        Err(Reason::BelowHandler {
            depth,
            handler: level,
        })
    } else {
        Ok(())
    }
}
