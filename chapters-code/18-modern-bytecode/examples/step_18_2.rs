//! Step 2: a loop for code that has room between its instructions.
//! `cargo run -p modern-bytecode --example step_18_2`.

const LOAD_FAST: u8 = 124;
const BINARY_OP: u8 = 122;
const RETURN_VALUE: u8 = 83;

/// `return a + b + a`: each addition has one unit behind it.
pub const CODE: [u16; 8] = [
    unit(LOAD_FAST, 0),
    unit(LOAD_FAST, 1),
    unit(BINARY_OP, 0),
    0,
    unit(LOAD_FAST, 0),
    unit(BINARY_OP, 0),
    0,
    unit(RETURN_VALUE, 0),
];

const fn unit(operation: u8, argument: u8) -> u16 {
    operation as u16 | (argument as u16) << 8
}

/// What an instruction needs to know of itself, and may write down, is right behind it.
pub fn run(code: &mut [u16], locals: &[i64]) -> Option<i64> {
    let (mut next, mut stack) = (0, Vec::new());
    loop {
        let unit = code[next];
        next += 1;
        match unit as u8 {
            LOAD_FAST => stack.push(locals[usize::from(unit >> 8)]),
            BINARY_OP => {
                let (b, a) = (stack.pop()?, stack.pop()?);
                stack.push(a.checked_add(b)?);
                code[next] += 1;
                next += 1;
            }
            _ => return stack.pop(),
        }
    }
}

fn main() {
    let mut code = CODE;
    for a in 0..5 {
        run(&mut code, &[a, 10]);
    }
    println!("5 + 10 + 5 = {:?}", run(&mut code, &[5, 10]));
    println!("the code now: {code:?}");
}
