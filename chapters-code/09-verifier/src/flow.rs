//! Which states can the frame be in at each instruction?

use instructions::{Flow, Instruction, Version};

use crate::effect::Step;
use crate::frame::Frame;
use crate::listing::{Listing, refuse};
use crate::order::is_waiting_resume;
use crate::rejection::{Reason, Rejection};
use crate::shape::Shape;
use crate::state::{States, Work};
use crate::unwind::{Handlers, Unwinding};

/// A walk through the code, from every place that control can come to.
pub(crate) struct Walk<'a> {
    shape: &'a Shape<'a>,
    listing: &'a Listing,
    handlers: &'a Handlers,
    /// For each instruction, the one it jumps to.
    targets: Vec<Option<usize>>,
    learnt: Learnt<'a>,
    frame: Frame,
    /// A second frame, for the ways that do not go on to the next instruction.
    other: Frame,
}

/// What is known of the whole code so far.
struct Learnt<'a> {
    listing: &'a Listing,
    states: States,
    work: Work,
    extent: Extent,
}

/// How far the stacks grow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Extent {
    /// The deepest that the value stack can be.
    pub depth: usize,
    /// The most blocks that can be open.
    pub blocks: usize,
}

impl<'a> Walk<'a> {
    /// Prepares a walk; `prefix` instructions at the start may run only once.
    pub fn new(
        shape: &'a Shape<'a>,
        listing: &'a Listing,
        handlers: &'a Handlers,
        prefix: usize,
        stack_size: usize,
    ) -> Result<Walk<'a>, Rejection> {
        let targets = targets(listing, prefix)?;
        let places = targets.iter().flatten().copied().chain(handlers.targets());
        let states = States::new(listing.instructions.len(), places);
        let work = Work::for_code_of(listing.bytes() / 2);
        Ok(Walk {
            shape,
            listing,
            handlers,
            targets,
            learnt: Learnt {
                listing,
                states,
                work,
                extent: Extent::default(),
            },
            frame: Frame::new(stack_size),
            other: Frame::new(stack_size),
        })
    }

    /// Walks until nothing new is learnt, from the entry with what lies on the stack there.
    pub fn run(&mut self, entry: &Frame) -> Result<Extent, Rejection> {
        self.learnt.meet(0, entry)?;
        while let Some(place) = self.learnt.states.next_changed() {
            self.walk_from(place, &mut |_, _| ())?;
        }
        Ok(self.learnt.extent)
    }

    /// Shows the frame before each instruction that can be reached. Only after [`Walk::run`].
    pub fn show(&mut self, show: &mut dyn FnMut(&Instruction, &Frame)) -> Result<(), Rejection> {
        for place in 0..self.listing.instructions.len() {
            if self.learnt.states.reached(place) {
                self.walk_from(place, show)?;
            }
        }
        Ok(())
    }

    /// Walks from a place that has a state up to the next such place.
    fn walk_from(
        &mut self,
        place: usize,
        show: &mut dyn FnMut(&Instruction, &Frame),
    ) -> Result<(), Rejection> {
        self.learnt.states.load(place, &mut self.frame);
        let mut at = place;
        loop {
            let instruction = &self.listing.instructions[at];
            show(instruction, &self.frame);
            if !self.step(at)? {
                return Ok(());
            }
            at += 1;
            if at == self.listing.instructions.len() {
                return Err(refuse(instruction, Reason::FallsOff));
            }
            if self.learnt.states.is_place(at) {
                return self.learnt.meet(at, &self.frame);
            }
        }
    }

    /// Goes through one instruction every way it can go: into its handler, to its target,
    /// to the next one. Returns whether the last is a way.
    fn step(&mut self, at: usize) -> Result<bool, Rejection> {
        let instruction = &self.listing.instructions[at];
        let here = |reason| refuse(instruction, reason);
        let unwinding = self
            .handlers
            .unwinding(self.shape.version, at, instruction, &self.frame)
            .map_err(here)?;
        if let Some(handler) = unwinding.handler {
            handler.enter(&self.frame, &mut self.other).map_err(here)?;
            self.learnt.meet(handler.target, &self.other)?;
        }
        let flow = instruction.definition.flow;
        if let (Flow::Branch | Flow::Jump, Some(target)) = (flow, self.targets[at]) {
            self.other
                .copy_from(self.frame.stack(), self.frame.blocks());
            apply(&self.way(at, true), &mut self.other, &unwinding).map_err(here)?;
            self.learnt.meet(target, &self.other)?;
        }
        if flow != Flow::Jump {
            let before = self.frame.stack().len();
            apply(&self.way(at, false), &mut self.frame, &unwinding).map_err(here)?;
            let change = self.frame.stack().len().abs_diff(before);
            self.learnt.note(1 + change, &self.frame).map_err(here)?;
        }
        Ok(flow.falls_through())
    }

    /// An instruction, gone through in one way.
    fn way(&self, at: usize, jumps: bool) -> Step<'a> {
        let all = &self.listing.instructions;
        let waits = self.shape.version == Version::V311 && is_waiting_resume(all.get(at + 1));
        Step {
            shape: self.shape,
            instruction: &all[at],
            jumps,
            target: self.targets[at],
            waits,
        }
    }
}

impl Learnt<'_> {
    /// Brings a frame to a place; if that is news there, the place is walked from again.
    fn meet(&mut self, place: usize, frame: &Frame) -> Result<(), Rejection> {
        let here = |reason| refuse(&self.listing.instructions[place], reason);
        self.work.spend(1 + frame.stack().len()).map_err(here)?;
        self.extent.include(frame);
        self.states.meet(place, frame).map_err(here)
    }

    /// Counts steps, and what a frame holds.
    fn note(&mut self, steps: usize, frame: &Frame) -> Result<(), Reason> {
        self.extent.include(frame);
        self.work.spend(steps)
    }
}

impl Extent {
    fn include(&mut self, frame: &Frame) {
        self.depth = self.depth.max(frame.stack().len());
        self.blocks = self.blocks.max(frame.blocks().len());
    }
}

/// Applies an instruction, and sees that an exception in its middle would leave what its
/// handler needs.
fn apply(step: &Step<'_>, frame: &mut Frame, unwinding: &Unwinding) -> Result<(), Reason> {
    step.apply(frame)?;
    unwinding.check(frame.low())
}

/// For each instruction, the one that it jumps to: never one that may run only once.
fn targets(listing: &Listing, prefix: usize) -> Result<Vec<Option<usize>>, Rejection> {
    let target = |instruction: &Instruction| {
        let target = listing.jump_target(instruction)?;
        match target.filter(|&target| target < prefix) {
            Some(early) => Err(Reason::JumpToPrefix(listing.instructions[early].start)),
            None => Ok(target),
        }
    };
    let all = listing.instructions.iter();
    all.map(|instruction| target(instruction).map_err(|reason| refuse(instruction, reason)))
        .collect()
}
