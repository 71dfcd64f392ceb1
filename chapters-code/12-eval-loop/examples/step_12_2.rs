//! Second step: handlers, and drivers made from a table.

/// What the machine holds in its hands.
pub struct Regs<'a> {
    /// The instructions.
    pub code: &'a [u8],
    /// The next one.
    pub next: usize,
    /// Variables.
    pub locals: [i64; 2],
    /// Operands.
    pub stack: Vec<i64>,
}

/// What a handler tells its driver.
pub enum Flow {
    /// Go on.
    Next,
    /// This is the result.
    Exit(i64),
}

const CONSTANTS: &[i64] = &[0, 0, 1];

fn pop(r: &mut Regs) -> i64 {
    r.stack.pop().unwrap_or(0) // the verifier has proved that there is something
}

fn load_const(r: &mut Regs, arg: usize) -> Flow {
    r.stack.push(CONSTANTS[arg]);
    Flow::Next
}

fn load_fast(r: &mut Regs, arg: usize) -> Flow {
    r.stack.push(r.locals[arg]);
    Flow::Next
}

fn store_fast(r: &mut Regs, arg: usize) -> Flow {
    r.locals[arg] = pop(r);
    Flow::Next
}

fn inplace_add(r: &mut Regs, _: usize) -> Flow {
    let (b, a) = (pop(r), pop(r));
    r.stack.push(a + b);
    Flow::Next
}

fn inplace_subtract(r: &mut Regs, _: usize) -> Flow {
    let (b, a) = (pop(r), pop(r));
    r.stack.push(a - b);
    Flow::Next
}

fn pop_jump_if_false(r: &mut Regs, arg: usize) -> Flow {
    if pop(r) == 0 {
        r.next = arg * 2;
    }
    Flow::Next
}

fn pop_jump_if_true(r: &mut Regs, arg: usize) -> Flow {
    if pop(r) != 0 {
        r.next = arg * 2;
    }
    Flow::Next
}

fn return_value(r: &mut Regs, _: usize) -> Flow {
    Flow::Exit(pop(r))
}

fn unknown(_: &mut Regs, _: usize) -> Flow {
    Flow::Exit(-1)
}

macro_rules! table {
    ($driver:ident) => {
        $driver! {
            55 inplace_add,
            56 inplace_subtract,
            83 return_value,
            100 load_const,
            114 pop_jump_if_false,
            115 pop_jump_if_true,
            124 load_fast,
            125 store_fast,
        }
    };
}

fn fetch(r: &mut Regs) -> (u8, usize) {
    let pair = (r.code[r.next], usize::from(r.code[r.next + 1]));
    r.next += 2;
    pair
}

macro_rules! match_driver {
    ($($number:literal $handler:ident,)*) => {
        /// Runs with a loop around a match.
        pub fn by_match(mut r: Regs) -> i64 {
            loop {
                let (opcode, arg) = fetch(&mut r);
                let flow = match opcode {
                    $($number => $handler(&mut r, arg),)*
                    _ => unknown(&mut r, arg),
                };
                if let Flow::Exit(value) = flow {
                    return value;
                }
            }
        }
    };
}

macro_rules! table_driver {
    ($($number:literal $handler:ident,)*) => {
        /// Runs with a table of functions.
        pub fn by_table(mut r: Regs) -> i64 {
            let mut handlers: [fn(&mut Regs, usize) -> Flow; 256] = [unknown; 256];
            $(handlers[$number] = $handler;)*
            loop {
                let (opcode, arg) = fetch(&mut r);
                if let Flow::Exit(value) = handlers[usize::from(opcode)](&mut r, arg) {
                    return value;
                }
            }
        }
    };
}

table!(match_driver);
table!(table_driver);

/// A machine about to run `total(n)`.
pub fn start(n: i64) -> Regs<'static> {
    const TOTAL: &[u8] = &[
        100, 1, 125, 1, 124, 0, 114, 14, 124, 1, 124, 0, 55, 0, 125, 1, 124, 0, 100, 2, 56, 0, 125,
        0, 124, 0, 115, 4, 124, 1, 83, 0,
    ];
    Regs {
        code: TOTAL,
        next: 0,
        locals: [n, 0],
        stack: Vec::new(),
    }
}

fn main() {
    println!("by a match:  total(1000) = {}", by_match(start(1000)));
    println!("by a table:  total(1000) = {}", by_table(start(1000)));
}
