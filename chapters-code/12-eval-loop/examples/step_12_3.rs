//! Third step: calls that use the host's stack, and calls that do not.

/// `def down(n): return down(n - 1) if n else 0`
pub const DOWN: &[u8] = &[
    124, 0, 114, 8, 116, 0, 124, 0, 100, 1, 24, 0, 131, 1, 83, 0, 100, 2, 83, 0,
];
const CONSTANTS: &[i64] = &[0, 1, 0];

/// A call.
pub struct Frame {
    next: usize,
    n: i64,
    stack: Vec<i64>,
}

enum Flow {
    Next,
    Call(i64),
    Return(i64),
}

/// One instruction.
fn step(frame: &mut Frame) -> Option<Flow> {
    let (opcode, arg) = (DOWN[frame.next], usize::from(DOWN[frame.next + 1]));
    frame.next += 2;
    match opcode {
        100 => frame.stack.push(CONSTANTS[arg]),
        116 => frame.stack.push(0), // `down` itself; there is nothing else to call
        124 => frame.stack.push(frame.n),
        24 => {
            let b = frame.stack.pop()?;
            *frame.stack.last_mut()? -= b;
        }
        114 if frame.stack.pop()? == 0 => frame.next = arg * 2,
        131 => {
            let argument = frame.stack.pop()?;
            frame.stack.pop();
            return Some(Flow::Call(argument));
        }
        83 => return frame.stack.pop().map(Flow::Return),
        _ => (),
    }
    Some(Flow::Next)
}

fn new(n: i64) -> Frame {
    Frame {
        next: 0,
        n,
        stack: Vec::new(),
    }
}

/// A Python call is a call of this function. `deepest` becomes the lowest address used.
pub fn nested(n: i64, deepest: &mut usize) -> Option<i64> {
    let mut frame = new(n);
    *deepest = (*deepest).min((&raw const frame).addr());
    loop {
        match step(&mut frame)? {
            Flow::Next => (),
            Flow::Call(argument) => frame.stack.push(nested(argument, deepest)?),
            Flow::Return(value) => return Some(value),
        }
    }
}

/// A Python call is a frame on a list. Gives the result, and how many there were at most.
pub fn flat(n: i64) -> Option<(i64, usize)> {
    let (mut callers, mut frame, mut most) = (Vec::new(), new(n), 0);
    loop {
        match step(&mut frame)? {
            Flow::Next => (),
            Flow::Call(argument) => {
                callers.push(frame);
                frame = new(argument);
                most = most.max(callers.len());
            }
            Flow::Return(value) => match callers.pop() {
                Some(caller) => {
                    frame = caller;
                    frame.stack.push(value);
                }
                None => return Some((value, most)),
            },
        }
    }
}

fn main() {
    let here = 0_u8;
    let top = (&raw const here).addr();
    let mut deepest = top;
    let result = nested(1000, &mut deepest);
    let some = (top - deepest) / 1000 > 64;
    println!("nested: down(1000) = {result:?}; more than 64 bytes of host stack per call: {some}");
    if let Some((value, most)) = flat(1_000_000) {
        println!("flat:   down(1000000) = {value}, with {most} callers waiting");
    }
}
