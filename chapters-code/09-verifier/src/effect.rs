//! How does one instruction change what is known of the stack?

use instructions::{Instruction, StackEffect};

use crate::frame::Frame;
use crate::kind::Kind;
use crate::rejection::Reason;
use crate::rule::{Rule, rule};
use crate::shape::{Constant, Shape};
use crate::{block, function, handler};

/// One instruction, about to be applied.
pub(crate) struct Step<'a> {
    pub shape: &'a Shape<'a>,
    pub instruction: &'a Instruction,
    /// Whether the jump is taken.
    pub jumps: bool,
    /// Index of the instruction jumped to, or of the handler.
    pub target: Option<usize>,
    /// 3.11: whether the frame waits here for another generator.
    pub waits: bool,
}

impl Step<'_> {
    /// Applies the instruction to a frame, or says why it may not run.
    pub fn apply(&self, frame: &mut Frame) -> Result<(), Reason> {
        frame.begin();
        let effect = self.effect();
        frame.need(effect.pops)?;
        self.apply_rule(
            rule(self.shape.version, self.instruction.definition.opcode),
            effect,
            frame,
        )
    }

    fn effect(&self) -> StackEffect {
        self.instruction
            .definition
            .stack_effect(self.instruction.oparg, self.jumps)
    }

    fn argument(&self) -> u64 {
        u64::from(self.instruction.oparg)
    }

    /// The argument as a place in a stack that is known to be as deep.
    fn place(&self) -> usize {
        self.instruction.oparg as usize
    }

    fn apply_rule(&self, rule: Rule, effect: StackEffect, frame: &mut Frame) -> Result<(), Reason> {
        let StackEffect { pops, pushes } = effect;
        match rule {
            Rule::Plain => replace(frame, effect, Kind::Object),
            Rule::Make(kind) => replace(frame, effect, kind),
            Rule::Look if self.jumps => replace(frame, effect, Kind::Object),
            Rule::Look => {
                frame.expect_objects(pops)?;
                frame.push_many(Kind::Object, pushes - pops)
            }
            Rule::Constant => frame.push(self.constant()),
            Rule::Tuple => self.make_tuple(frame),
            Rule::ListToTuple => {
                frame.pop(Kind::List)?;
                frame.push(Kind::Tuple)
            }
            Rule::Duplicate(count) => (0..count).try_for_each(|_| copy(frame, count)),
            Rule::Copy => copy(frame, self.place()),
            Rule::Swap => swap(frame, self.place()),
            Rule::Rotate(count) => rotate(
                frame,
                if count == 0 {
                    self.place()
                } else {
                    count as usize
                },
            ),
            Rule::Add(kind, items) => {
                frame.expect(pops as usize, kind)?;
                frame.pop_objects(items)
            }
            Rule::Merge => {
                frame.expect(self.place() + 1, Kind::Dict)?;
                frame.expect(self.place() + 3, Kind::Object)?;
                frame.pop_objects(1)
            }
            Rule::Method => {
                frame.pop_objects(1)?;
                frame.push(Kind::Nullable)?;
                frame.push(Kind::Object)
            }
            Rule::Global => {
                frame.push_many(Kind::Null, pushes - 1)?;
                frame.push(Kind::Object)
            }
            Rule::BeforeCall => {
                frame.expect_objects(self.argument() + 1)?;
                let below = self.place() + 2;
                let either = frame.peek(below)?.join(Kind::Object);
                frame.replace(below, either)
            }
            Rule::Call => {
                frame.pop_objects(self.argument() + 1)?;
                frame.drop(1)?;
                frame.push(Kind::Object)
            }
            Rule::CallUnpacked => {
                frame.pop_objects(pops - 1)?;
                frame.pop(Kind::Null)?;
                frame.push(Kind::Object)
            }
            Rule::CallNamed => function::call_named(self.instruction.oparg, frame),
            Rule::Function { named } => function::make(self.instruction.oparg, named, frame),
            Rule::MatchKeys => {
                frame.expect(1, Kind::Tuple)?;
                frame.expect(2, Kind::Object)?;
                frame.push_many(Kind::Object, pushes - pops)
            }
            Rule::MatchClass => {
                function::pop_names(frame)?;
                frame.pop_objects(2)?;
                frame.push_many(Kind::Object, pushes)
            }
            Rule::WithoutKeys => {
                frame.pop(Kind::Tuple)?;
                frame.expect(1, Kind::Object)?;
                frame.push(Kind::Dict)
            }
            Rule::Send => {
                frame.pop_objects(1)?;
                frame.expect(1, Kind::Object)?;
                if pushes < pops {
                    frame.drop(1)?;
                }
                frame.push(Kind::Object)
            }
            Rule::Return => leave(frame),
            Rule::Yield => {
                frame.pop_objects(1)?;
                if self.waits {
                    frame.expect(1, Kind::Object)?;
                }
                frame.push(Kind::Object)
            }
            Rule::Block(rule) => block::apply(rule, self, frame),
            Rule::Handler(rule) => handler::apply(rule, self.instruction.oparg, frame),
        }
    }

    fn constant(&self) -> Kind {
        match self.shape.consts.get(self.place()) {
            Some(Constant::Str) => Kind::Str,
            Some(Constant::Names(items)) => Kind::Names(*items),
            Some(Constant::Tuple(items)) => Kind::TupleOf(*items),
            Some(Constant::Code(free)) => Kind::Code(*free),
            Some(Constant::Other) | None => Kind::Object,
        }
    }

    fn make_tuple(&self, frame: &mut Frame) -> Result<(), Reason> {
        let items = self.instruction.oparg;
        frame.expect_objects(self.argument())?;
        let all_cells =
            items > 0 && (1..=self.place()).all(|at| frame.expect(at, Kind::Cell).is_ok());
        frame.drop(self.argument())?;
        frame.push(if all_cells {
            Kind::Cells(items)
        } else {
            Kind::TupleOf(items)
        })
    }
}

/// Takes what the table says and leaves as much as it says, all of one kind.
fn replace(frame: &mut Frame, effect: StackEffect, kind: Kind) -> Result<(), Reason> {
    frame.pop_objects(effect.pops)?;
    frame.push_many(kind, effect.pushes)
}

fn copy(frame: &mut Frame, place: usize) -> Result<(), Reason> {
    frame.expect(place, Kind::Object)?;
    let kind = frame.peek(place)?;
    frame.push(kind)
}

fn swap(frame: &mut Frame, place: usize) -> Result<(), Reason> {
    let (top, other) = (frame.peek(1)?, frame.peek(place)?);
    frame.replace(1, other)?;
    frame.replace(place, top)
}

/// Moves the top entry below the next `count - 1`.
fn rotate(frame: &mut Frame, count: usize) -> Result<(), Reason> {
    frame.need(count as u64)?;
    let from = frame.stack.len() - count;
    frame.stack[from..].rotate_right(1);
    Ok(())
}

/// Leaves the frame: what is returned is all there is, and no block is open.
fn leave(frame: &mut Frame) -> Result<(), Reason> {
    frame.pop_objects(1)?;
    match (frame.stack.len(), frame.blocks.len()) {
        (0, 0) => Ok(()),
        (0, blocks) => Err(Reason::InBlock(blocks)),
        (depth, _) => Err(Reason::LeftOver(depth)),
    }
}
