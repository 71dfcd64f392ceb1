//! How deep is the stack? Counted from the first instruction to the last, in order.

use functions::{bigger, sum};
use instructions::{Version, instructions};

mod functions;

/// The offset and name of each instruction, and the depth after it.
fn depths(code: &[u8]) -> Vec<(usize, &'static str, i64)> {
    let mut depth = 0;
    let mut depths = Vec::new();
    for whole in instructions(Version::V310, code).flatten() {
        depth += whole.definition.stack_effect(whole.oparg, false).net();
        depths.push((whole.offset, whole.definition.name, depth));
    }
    depths
}

fn main() {
    for (title, code) in [
        ("c = a + b", sum()),
        ("c = (a if a > b else b) + 1", bigger()),
    ] {
        println!("{title}");
        for (offset, name, depth) in depths(&code.bytes) {
            println!("{offset:>4} {name:<18} {depth}");
        }
    }
}
