//! Third step: a `yield` has a value.

/// An instruction.
#[derive(Clone, Copy)]
pub enum Op {
    /// Pushes a number.
    Const(i64),
    /// Pushes a variable.
    Load(usize),
    /// Pops into a variable.
    Store(usize),
    /// Adds the two on top.
    Add,
    /// Jumps.
    Jump(usize),
    /// Stops with the value on top.
    Yield,
    /// Drops the top.
    Pop,
}

/// One execution of some code.
pub struct Frame {
    code: &'static [Op],
    next: usize,
    locals: [i64; 1],
    /// Operands.
    pub stack: Vec<i64>,
}

/// Where a generator is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It has not begun.
    Created,
    /// It stands at a `yield`.
    Suspended,
}

/// A frame that is kept.
pub struct Generator {
    /// The frame.
    pub frame: Frame,
    /// Where it is.
    pub state: State,
}

fn pop(frame: &mut Frame) -> i64 {
    frame.stack.pop().unwrap_or(0)
}

/// Runs until the next `yield`.
fn run(frame: &mut Frame) -> i64 {
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
            Op::Jump(target) => frame.next = target,
            Op::Pop => drop(pop(frame)),
            Op::Yield => return pop(frame),
        }
    }
}

impl Generator {
    /// Goes on; the `yield` that it stands at has this value. `None` is Python's `None`.
    pub fn send(&mut self, value: Option<i64>) -> Result<i64, &'static str> {
        if self.state == State::Created && value.is_some() {
            return Err("can't send non-None value to a just-started generator");
        }
        self.frame.stack.push(value.unwrap_or(0));
        self.state = State::Suspended;
        Ok(run(&mut self.frame))
    }
}

/// `total = 0; while True: total += yield total`
pub const ADDER: &[Op] = &[
    Op::Pop, // GEN_START: nothing waits for the first value
    Op::Const(0),
    Op::Store(0),
    Op::Load(0), // the total of before waits on the stack
    Op::Load(0),
    Op::Yield,
    Op::Add,
    Op::Store(0),
    Op::Jump(3),
];

/// A generator that adds up what it is sent.
pub fn adder() -> Generator {
    let frame = Frame {
        code: ADDER,
        next: 0,
        locals: [0],
        stack: Vec::new(),
    };
    let state = State::Created;
    Generator { frame, state }
}

fn main() {
    let mut generator = adder();
    println!("send 5: {:?}", generator.send(Some(5)));
    for value in [None, Some(5), Some(37)] {
        let answer = generator.send(value);
        println!(
            "send {value:?}: {answer:?}, waiting: {:?}",
            generator.frame.stack
        );
    }
}
