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
        if let (Value::Int(a), Value::Int(b @ 1..)) = (a, b) {
            if self.operation == Operation::RemainderAdaptive {
                (self.operation, self.counter) = (Operation::RemainderInt, 53);
            }
            return Some(Value::Int(a.rem_euclid(b)));
        }
        if self.operation == Operation::RemainderInt {
            self.counter -= 1;
            if self.counter == 0 {
                self.operation = Operation::RemainderAdaptive;
            }
        }
        *asked += 1;
        remainder(a, b)
    }
}
