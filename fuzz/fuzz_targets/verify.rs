//! Any bytes as code: the verifier must not panic, and what it accepts must keep the
//! promises of the proof. `cargo +nightly fuzz run verify`
#![no_main]

#[path = "../../chapters-code/09-verifier/tests/assembler/mod.rs"]
#[allow(dead_code)]
mod assembler;
#[path = "../../chapters-code/09-verifier/tests/witness/mod.rs"]
mod witness;

use assembler::{Code, assemble};
use libfuzzer_sys::fuzz_target;
use witness::{Machine, Random};

/// The first bytes choose a heading, a stack size, flags and how much is exception table.
fn code(bytes: &[u8]) -> Option<Code> {
    let (&[version, stack, flags, table], rest) = bytes.split_first_chunk::<4>()?;
    let heading = match version % 2 {
        0 => "3.10; names 2; locals 3; cells 1; free 1; consts None str names(1) tuple(2) code(0) code(1)",
        _ => "3.11; names 2; kinds 0x20 0x60 0x80; consts None str names(1) tuple(2) code(0) code(1)",
    };
    let mut code = assemble(heading, &[]);
    let (table, instructions) = rest.split_at_checked(table.into())?;
    code.bytes = instructions.to_vec();
    code.table = table.to_vec();
    code.stack = stack.into();
    code.flags = [0, 0x20, 0x80, 0x200][usize::from(flags % 4)];
    Some(code)
}

fuzz_target!(|bytes: &[u8]| {
    let Some(code) = code(bytes) else { return };
    let Ok(proof) = code.verify() else { return };
    assert!(proof.depth() <= usize::from(bytes[1]));
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    for _ in 0..8 {
        let mut machine = Machine::new(&code, proof.depth());
        let mut steps = 0;
        while machine.step(&mut random) && steps < 100 {
            steps += 1;
        }
    }
});
