//! What is known of the frame at the places where ways meet?

use crate::frame::{Block, Frame};
use crate::kind::Kind;
use crate::rejection::Reason;

/// What is known at each place that control can come to by more than going on.
pub(crate) struct States {
    /// For each instruction, the number of its state, or [`NO_PLACE`].
    numbers: Vec<u32>,
    states: Vec<Option<State>>,
    /// The places whose state has changed since they were last walked from.
    changed: Vec<usize>,
}

struct State {
    stack: Box<[Kind]>,
    blocks: Box<[Block]>,
    changed: bool,
}

const NO_PLACE: u32 = u32::MAX;

impl States {
    /// Room for a state at the start and at each of the places.
    pub fn new(instructions: usize, places: impl Iterator<Item = usize>) -> States {
        let mut numbers = vec![NO_PLACE; instructions];
        let mut count = 0;
        for place in std::iter::once(0).chain(places) {
            if let Some(number @ &mut NO_PLACE) = numbers.get_mut(place) {
                *number = count;
                count += 1;
            }
        }
        let states = (0..count).map(|_| None).collect();
        States {
            numbers,
            states,
            changed: Vec::new(),
        }
    }

    /// Whether ways can meet here.
    pub fn is_place(&self, instruction: usize) -> bool {
        self.numbers[instruction] != NO_PLACE
    }

    /// Whether ways can meet here, and one has come.
    pub fn reached(&self, instruction: usize) -> bool {
        self.state(instruction).is_some()
    }

    fn state(&self, instruction: usize) -> Option<&State> {
        self.states
            .get(self.numbers[instruction] as usize)?
            .as_ref()
    }

    /// Puts what is known at a place into a frame.
    pub fn load(&self, instruction: usize, frame: &mut Frame) {
        match self.state(instruction) {
            Some(state) => frame.copy_from(&state.stack, &state.blocks),
            None => frame.copy_from(&[], &[]),
        }
    }

    /// A place to walk from again.
    pub fn next_changed(&mut self) -> Option<usize> {
        let place = self.changed.pop()?;
        if let Some(Some(state)) = self.states.get_mut(self.numbers[place] as usize) {
            state.changed = false;
        }
        Some(place)
    }

    /// Brings a frame to a place. What is known there is what holds for all that came.
    pub fn meet(&mut self, place: usize, frame: &Frame) -> Result<(), Reason> {
        let Some(slot) = self.states.get_mut(self.numbers[place] as usize) else {
            return Ok(());
        };
        let news = match slot {
            Some(state) => state.join(frame)?,
            None => {
                *slot = Some(State::of(frame));
                true
            }
        };
        if let Some(state) = slot
            && news
            && !state.changed
        {
            state.changed = true;
            self.changed.push(place);
        }
        Ok(())
    }
}

impl State {
    fn of(frame: &Frame) -> State {
        State {
            stack: frame.stack().into(),
            blocks: frame.blocks().into(),
            changed: false,
        }
    }

    /// Widens this state so that it holds for a frame too. Returns whether it did not before.
    fn join(&mut self, frame: &Frame) -> Result<bool, Reason> {
        let (one, other) = (self.stack.len(), frame.stack().len());
        if one != other {
            return Err(Reason::DepthsDiffer {
                one: one.min(other),
                other: one.max(other),
            });
        }
        if *self.blocks != *frame.blocks() {
            return Err(Reason::BlocksDiffer);
        }
        let mut news = false;
        for (known, &found) in self.stack.iter_mut().zip(frame.stack()) {
            let kind = known.join(found);
            news |= kind != *known;
            *known = kind;
        }
        Ok(news)
    }
}

/// How many more steps the proof may take.
///
/// A step is an instruction walked over, or a stack entry written or compared where ways
/// meet. All that the verifier stores of stacks was written in such steps, so this bounds
/// its memory too.
pub(crate) struct Work(usize);

impl Work {
    /// The bound for code of so many units: far above what any compiler's output takes,
    /// and linear.
    pub fn for_code_of(units: usize) -> Work {
        const BASE: usize = 1 << 20;
        const PER_UNIT: usize = 1 << 8;
        Work(units.saturating_mul(PER_UNIT).saturating_add(BASE))
    }

    pub fn spend(&mut self, steps: usize) -> Result<(), Reason> {
        self.0 = self.0.checked_sub(steps).ok_or(Reason::TooComplex)?;
        Ok(())
    }
}
