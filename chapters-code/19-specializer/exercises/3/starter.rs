/// What a remainder works on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    Int(i64),
    Float(f64),
}

/// What can stand in the code.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Operation {
    RemainderAdaptive,
    RemainderInt,
}

/// An instruction and its cache; the counter of a specialized one counts misses.
pub struct Site {
    pub operation: Operation,
    pub counter: u16,
}

/// The plain instruction, as Python has it: the sign is the divisor's. `None` is a
/// ZeroDivisionError.
pub fn remainder(a: Value, b: Value) -> Option<Value> {
    use Value::{Float, Int};
    let float = |value| match value {
        Int(value) => value as f64,
        Float(value) => value,
    };
    match (a, b) {
        (Int(_), Int(0)) => None,
        (Int(a), Int(b)) => Some(Int(a.wrapping_rem(b).wrapping_add(b).wrapping_rem(b))),
        _ if float(b) == 0.0 => None,
        _ => {
            let (a, b) = (float(a), float(b));
            Some(Float(a - b * (a / b).floor()))
        }
    }
}

impl Site {
    /// Runs the instruction. `asked` counts how often the plain one was asked.
    pub fn execute(&mut self, a: Value, b: Value, asked: &mut u32) -> Option<Value> {
        // 1. Adaptive: two ints with a positive divisor make it RemainderInt, with a counter
        //    of 53, and run that; anything else is the plain instruction's.
        // 2. RemainderInt: if the guards hold, `rem_euclid` does it, and nobody is asked.
        // 3. If they fail, that is a miss: the counter goes down, at zero the site becomes
        //    adaptive again, and the plain instruction does the work.
        *asked += 1;
        remainder(a, b)
    }
}
