//! First step: a loop around a match, which asks before everything it does.

/// `def total(n): s = 0; while n: s += n; n -= 1; return s`, as CPython 3.10 compiles it.
pub const TOTAL: &[u8] = &[
    100, 1, 125, 1, 124, 0, 114, 14, 124, 1, 124, 0, 55, 0, 125, 1, 124, 0, 100, 2, 56, 0, 125, 0,
    124, 0, 115, 4, 124, 1, 83, 0,
];
/// Its constants, 0 for `None`.
pub const CONSTANTS: &[i64] = &[0, 0, 1];

/// What a run did.
#[derive(Default)]
pub struct Counts {
    /// Instructions.
    pub instructions: u64,
    /// Times that something was asked whose answer never changes.
    pub questions: u64,
}

/// Runs the function; `None`: its bytes make no sense.
pub fn run(code: &[u8], constants: &[i64], n: i64, counts: &mut Counts) -> Option<i64> {
    let mut locals = [n, 0];
    let mut stack: Vec<i64> = Vec::new();
    let mut next = 0;
    loop {
        let (opcode, arg) = (*code.get(next)?, usize::from(*code.get(next + 1)?));
        counts.instructions += 1;
        counts.questions += 2;
        next += 2;
        match opcode {
            100 => stack.push(*constants.get(arg)?),
            124 => stack.push(*locals.get(arg)?),
            125 => *locals.get_mut(arg)? = stack.pop()?,
            55 => {
                let b = stack.pop()?;
                *stack.last_mut()? += b;
            }
            56 => {
                let b = stack.pop()?;
                *stack.last_mut()? -= b;
            }
            114 if stack.pop()? == 0 => next = arg * 2,
            115 if stack.pop()? != 0 => next = arg * 2,
            114 | 115 => (),
            83 => return stack.pop(),
            _ => return None,
        }
        counts.questions += match opcode {
            55 | 56 | 125 => 2,
            _ => 1,
        };
    }
}

fn main() {
    let mut counts = Counts::default();
    println!(
        "total(1000) = {:?}",
        run(TOTAL, CONSTANTS, 1000, &mut counts)
    );
    println!("{} instructions", counts.instructions);
    println!(
        "{} questions with the same answer every time",
        counts.questions
    );
}
