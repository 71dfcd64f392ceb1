//! How deep the stack is after each instruction of straight code.

use instructions::{Version, instructions};

/// `return [a, b][0] + a`: LOAD_FAST 0, LOAD_FAST 1, BUILD_LIST 2, LOAD_CONST 1, …
const CODE: [u8; 16] = [124, 0, 124, 1, 103, 2, 100, 1, 25, 0, 124, 0, 23, 0, 83, 0];

fn main() {
    let mut depth = 0;
    let mut deepest = 0;
    for whole in instructions(Version::V310, &CODE).flatten() {
        let effect = whole.definition.stack_effect(whole.oparg, false);
        assert!(depth >= effect.pops, "too little on the stack");
        depth = depth - effect.pops + effect.pushes;
        deepest = deepest.max(depth);
        let stack = "●".repeat(depth as usize);
        println!(
            "{:<14} {} → {}  {stack}",
            whole.definition.name, effect.pops, effect.pushes
        );
    }
    println!("stack size {deepest}");
}
