//! Third step: all frames on one stack, and a call moves nothing.

/// A value: a number, or a function of this program.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// A number.
    Int(i64),
    /// A function.
    Function(&'static Code),
}

/// A code object of a program whose global names are numbers of functions.
#[derive(Debug, PartialEq)]
pub struct Code {
    /// `co_name`
    pub name: &'static str,
    /// The instructions.
    pub bytes: &'static [u8],
    /// `co_consts`
    pub constants: &'static [i64],
    /// What its global names mean.
    pub globals: &'static [&'static Code],
}

/// `def double(x): return x + x`
pub static DOUBLE: Code = Code {
    name: "double",
    bytes: &[124, 0, 124, 0, 23, 0, 83, 0],
    constants: &[],
    globals: &[],
};

/// `def quadruple(y): return double(double(y))`
pub static QUADRUPLE: Code = Code {
    name: "quadruple",
    bytes: &[116, 0, 116, 0, 124, 0, 131, 1, 131, 1, 83, 0],
    constants: &[],
    globals: &[&DOUBLE],
};

/// `def main(): return 2 + quadruple(10)`
pub static MAIN: Code = Code {
    name: "main",
    bytes: &[100, 0, 116, 0, 100, 1, 131, 1, 23, 0, 83, 0],
    constants: &[2, 10],
    globals: &[&QUADRUPLE],
};

/// What is left of a frame: where it is, and where its part of the stack begins.
struct Frame {
    code: &'static Code,
    next: usize,
    base: usize,
}

/// Runs a function without parameters; `watch` sees the stack at every call and return.
pub fn run(main: &'static Code, mut watch: impl FnMut(&str, &[Value])) -> Option<Value> {
    let mut stack: Vec<Value> = Vec::new();
    let mut callers: Vec<Frame> = Vec::new();
    let mut frame = Frame {
        code: main,
        next: 0,
        base: 0,
    };
    loop {
        let code = frame.code;
        let (opcode, index) = (
            code.bytes[frame.next],
            usize::from(code.bytes[frame.next + 1]),
        );
        frame.next += 2;
        match opcode {
            100 => stack.push(Value::Int(code.constants[index])),
            116 => stack.push(Value::Function(code.globals[index])),
            124 => stack.push(stack[frame.base + index]),
            23 => {
                let (Value::Int(b), Value::Int(a)) = (stack.pop()?, stack.pop()?) else {
                    return None;
                };
                stack.push(Value::Int(a + b));
            }
            131 => {
                let base = stack.len() - index;
                let Value::Function(code) = stack[base - 1] else {
                    return None;
                };
                callers.push(frame);
                frame = Frame {
                    code,
                    next: 0,
                    base,
                };
                watch(code.name, &stack);
            }
            83 => {
                let value = stack.pop()?;
                let Some(caller) = callers.pop() else {
                    return Some(value);
                };
                stack.truncate(frame.base - 1); // the arguments, and the function under them
                stack.push(value);
                frame = caller;
                watch("return", &stack);
            }
            _ => return None,
        }
    }
}

fn show(values: &[Value]) -> String {
    let shown = values.iter().map(|value| match value {
        Value::Int(number) => number.to_string(),
        Value::Function(code) => code.name.to_owned(),
    });
    shown.collect::<Vec<_>>().join(" ")
}

fn main() {
    let result = run(&MAIN, |what, stack| println!("{what:<9} │ {}", show(stack)));
    println!("{result:?}");
}
