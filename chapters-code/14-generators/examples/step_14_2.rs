//! Second step: a frame that outlives its call.

/// An instruction of a very small machine.
#[derive(Clone, Copy, Debug)]
pub enum Op {
    /// Pushes a number.
    Const(i64),
    /// Pushes a variable.
    Load(usize),
    /// Pops into a variable.
    Store(usize),
    /// Adds the two on top.
    Add,
    /// Pops, and jumps on zero.
    JumpIfZero(usize),
    /// Jumps.
    Jump(usize),
    /// Stops with the value on top; the frame is kept.
    Yield,
    /// Stops with the value on top, for good.
    Return,
}

/// One execution of some code: where it is, its variables, its operands.
pub struct Frame {
    /// The instructions.
    pub code: &'static [Op],
    /// The next one.
    pub next: usize,
    /// Variables.
    pub locals: [i64; 2],
    /// Operands.
    pub stack: Vec<i64>,
}

/// Why the machine stopped.
#[derive(Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It can go on.
    Yielded(i64),
    /// It cannot.
    Returned(i64),
}

fn pop(frame: &mut Frame) -> i64 {
    frame.stack.pop().unwrap_or(0) // the verifier has proved that there is something
}

/// Runs a frame from where it stands.
pub fn run(frame: &mut Frame) -> Outcome {
    loop {
        let op = frame.code[frame.next];
        frame.next += 1;
        match op {
            Op::Const(value) => frame.stack.push(value),
            Op::Load(place) => frame.stack.push(frame.locals[place]),
            Op::Store(place) => frame.locals[place] = pop(frame),
            Op::Add => {
                let (b, a) = (pop(frame), pop(frame));
                frame.stack.push(a + b);
            }
            Op::JumpIfZero(target) if pop(frame) == 0 => frame.next = target,
            Op::JumpIfZero(_) => (),
            Op::Jump(target) => frame.next = target,
            Op::Yield => return Outcome::Yielded(pop(frame)),
            Op::Return => return Outcome::Returned(pop(frame)),
        }
    }
}

/// `while n: yield n; n -= 1`, and the end.
pub const COUNTDOWN: &[Op] = &[
    Op::Load(0),
    Op::JumpIfZero(9),
    Op::Load(0),
    Op::Yield,
    Op::Load(0),
    Op::Const(-1),
    Op::Add,
    Op::Store(0),
    Op::Jump(0),
    Op::Const(0),
    Op::Return,
];

/// A frame that has not begun.
pub fn countdown(n: i64) -> Frame {
    Frame {
        code: COUNTDOWN,
        next: 0,
        locals: [n, 0],
        stack: Vec::new(),
    }
}

fn main() {
    let mut frames = [countdown(2), countdown(20)];
    for which in [0, 1, 0, 0, 1] {
        let frame = &mut frames[which];
        let outcome = run(frame);
        let (next, locals) = (frame.next, frame.locals);
        println!("frame {which}: {outcome:?}, next {next}, locals {locals:?}");
    }
}
