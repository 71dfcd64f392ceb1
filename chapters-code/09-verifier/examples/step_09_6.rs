//! Code made to be hard to prove: a deep stack, and many places where ways meet.

use functions::{Code, assemble};
use instructions::op310;

mod functions;

/// Pushes `size` values, jumps `size` times, and raises.
fn hard(size: usize) -> Code {
    let mut code = assemble("3.10; stack 1000000", &[]);
    code.bytes = [op310::LOAD_CONST, 0].repeat(size);
    code.bytes.extend([op310::JUMP_FORWARD, 0].repeat(size));
    code.bytes.extend([op310::RAISE_VARARGS, 0]);
    code
}

fn main() {
    for size in [10, 100, 1_000, 10_000, 100_000] {
        let code = hard(size);
        let verdict = match code.verify() {
            Ok(proof) => format!("safe, at most {} deep", proof.depth()),
            Err(rejection) => rejection.to_string(),
        };
        println!("{:>6} bytes: {verdict}", code.bytes.len());
    }
}
