use instructions::{Version, instructions};

/// How deep the stack gets in code without jumps; `None` if an instruction finds too little
/// on it, or jumps, or is none.
pub fn stack_size(version: Version, code: &[u8]) -> Option<u64> {
    let (mut depth, mut deepest) = (0_u64, 0);
    for instruction in instructions(version, code) {
        let instruction = instruction.ok()?;
        if instruction.definition.operand.is_jump() {
            return None;
        }
        let effect = instruction
            .definition
            .stack_effect(instruction.oparg, false);
        depth = depth.checked_sub(effect.pops)? + effect.pushes;
        deepest = deepest.max(depth);
    }
    Some(deepest)
}
