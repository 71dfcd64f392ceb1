//! Fourth step: an exception comes in where the generator stands; and how one is closed.

/// An instruction. Values and exceptions are words.
#[derive(Clone, Copy, Debug)]
pub enum Op {
    /// Opens a block with a handler.
    Try(usize),
    /// Closes it.
    EndTry,
    /// Stops with a value.
    Yield(&'static str),
    /// Prints.
    Say(&'static str),
    /// Jumps.
    Jump(usize),
    /// Raises again what is being handled.
    Reraise,
    /// Ends.
    Return,
}

/// How a generator goes on.
#[derive(Clone, Copy)]
pub enum Resume {
    /// By its `yield` having a value.
    Next,
    /// By its `yield` raising this.
    Throw(&'static str),
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// It stands at a `yield`.
    Yielded(&'static str),
    /// It has ended.
    Returned,
    /// It has ended with this.
    Raised(&'static str),
}

/// A generator: its frame, until it ends.
pub struct Generator {
    /// The frame.
    pub frame: Option<Frame>,
}

/// One execution of some code.
pub struct Frame {
    code: &'static [Op],
    next: usize,
    blocks: Vec<usize>,
    handled: &'static str,
}

impl Frame {
    /// Goes on, as if the instruction where the frame stands had raised what is thrown.
    fn run(&mut self, resume: Resume) -> Step {
        let mut raised = match resume {
            Resume::Next => None,
            Resume::Throw(exception) => Some(exception),
        };
        loop {
            if let Some(exception) = raised {
                let Some(handler) = self.blocks.pop() else {
                    return Step::Raised(exception);
                };
                (self.next, self.handled) = (handler, exception);
            }
            raised = None;
            let op = self.code[self.next];
            self.next += 1;
            match op {
                Op::Try(handler) => self.blocks.push(handler),
                Op::EndTry => drop(self.blocks.pop()),
                Op::Yield(value) => return Step::Yielded(value),
                Op::Say(text) => println!("    {text}"),
                Op::Jump(target) => self.next = target,
                Op::Reraise => raised = Some(self.handled),
                Op::Return => return Step::Returned,
            }
        }
    }
}

impl Generator {
    /// A generator that has not begun.
    pub fn new(code: &'static [Op]) -> Generator {
        let (next, blocks, handled) = (0, Vec::new(), "");
        let frame = Some(Frame {
            code,
            next,
            blocks,
            handled,
        });
        Generator { frame }
    }

    /// Goes on until it yields or ends.
    pub fn resume(&mut self, resume: Resume) -> Step {
        let step = match (&mut self.frame, resume) {
            (Some(frame), resume) => frame.run(resume),
            (None, Resume::Next) => return Step::Returned,
            (None, Resume::Throw(exception)) => return Step::Raised(exception),
        };
        if !matches!(step, Step::Yielded(_)) {
            self.frame = None;
        }
        step
    }

    /// Asks it to end.
    pub fn close(&mut self) -> Result<(), &'static str> {
        match self.resume(Resume::Throw("GeneratorExit")) {
            Step::Yielded(_) => Err("generator ignored GeneratorExit"),
            Step::Returned | Step::Raised("GeneratorExit" | "StopIteration") => Ok(()),
            Step::Raised(other) => Err(other),
        }
    }
}

/// `try: yield "one"; yield "two"` and `finally: print("closed")`
pub const CAREFUL: &[Op] = &[
    Op::Try(6),
    Op::Yield("one"),
    Op::Yield("two"),
    Op::EndTry,
    Op::Say("closed"),
    Op::Return,
    Op::Say("closed"), // the copy for exceptions
    Op::Reraise,
];

/// `while True: try: yield "still here"` and `except: print("no")`
pub const STUBBORN: &[Op] = &[
    Op::Try(4),
    Op::Yield("still here"),
    Op::EndTry,
    Op::Jump(0),
    Op::Say("no"),
    Op::Jump(0),
];

fn main() {
    for (name, code) in [("careful", CAREFUL), ("stubborn", STUBBORN)] {
        println!("{name}");
        println!(
            "  close before it began: {:?}",
            Generator::new(code).close()
        );
        for how in [Resume::Throw("GeneratorExit"), Resume::Throw("ValueError")] {
            let mut generator = Generator::new(code);
            generator.resume(Resume::Next);
            println!("  then {:?}", generator.resume(how));
        }
        let mut generator = Generator::new(code);
        generator.resume(Resume::Next);
        println!("  close: {:?}", generator.close());
    }
}
