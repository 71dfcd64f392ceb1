//! First step: a frame is a dictionary of variables and a stack of its own.

use std::collections::HashMap;

/// The bytes of a function, and what they refer to.
pub struct Code {
    /// The instructions.
    pub bytes: &'static [u8],
    /// `co_consts`
    pub constants: &'static [i64],
    /// `co_varnames`
    pub variables: &'static [&'static str],
}

/// One execution of a code object.
#[derive(Default)]
pub struct Frame {
    /// Where it is.
    pub next: usize,
    /// The variables that are bound.
    pub locals: HashMap<&'static str, i64>,
    /// The operands.
    pub stack: Vec<i64>,
    /// How often a name was searched for.
    pub lookups: usize,
}

/// `a = 1; b = 2; c = a + b; return c`
pub const ADD: Code = Code {
    bytes: &[
        100, 1, 125, 0, 100, 2, 125, 1, 124, 0, 124, 1, 23, 0, 125, 2, 124, 2, 83, 0,
    ],
    constants: &[0, 1, 2],
    variables: &["a", "b", "c"],
};

impl Frame {
    /// Runs the frame to its end; nothing comes if it pops what it has not pushed.
    pub fn run(&mut self, code: &Code) -> Option<i64> {
        loop {
            let (opcode, index) = (
                code.bytes[self.next],
                usize::from(code.bytes[self.next + 1]),
            );
            self.next += 2;
            match opcode {
                100 => self.stack.push(code.constants[index]),
                125 => {
                    let value = self.stack.pop()?;
                    self.locals.insert(code.variables[index], value);
                    self.lookups += 1;
                }
                124 => {
                    self.stack.push(*self.locals.get(code.variables[index])?);
                    self.lookups += 1;
                }
                23 => {
                    let right = self.stack.pop()?;
                    let left = self.stack.pop()?;
                    self.stack.push(left + right);
                }
                83 => return self.stack.pop(),
                _ => return None,
            }
        }
    }
}

fn main() {
    let mut frame = Frame::default();
    println!("add() = {:?}", frame.run(&ADD));
    println!(
        "{} instructions, {} searches by name",
        ADD.bytes.len() / 2,
        frame.lookups
    );
}
