//! Exercise 3: code whose depths are right, and that is refused.
#![cfg(feature = "exercise-3")]

mod assembler;

use instructions::{Version, instructions};
use verifier::Reason;

#[cfg_attr(not(feature = "solution"), path = "../exercises/3/starter.rs")]
#[cfg_attr(feature = "solution", path = "../exercises/3/solution.rs")]
mod exercise;

#[test]
fn every_depth_is_right_and_a_kind_is_not() {
    let code = assembler::assemble("3.10; args 1 0 0", &exercise::right_depth_wrong_kind());
    let mut depth = 0;
    for instruction in instructions(Version::V310, &code.bytes).flatten() {
        let effect = instruction
            .definition
            .stack_effect(instruction.oparg, false);
        assert!(
            effect.pops <= depth,
            "{} takes too much",
            instruction.definition.name
        );
        depth = depth - effect.pops + effect.pushes;
    }
    assert_eq!(depth, 0, "something is left");
    let reason = code.verify().expect_err("the code is safe").reason;
    assert!(matches!(reason, Reason::Entry { .. }), "{reason}");
}
