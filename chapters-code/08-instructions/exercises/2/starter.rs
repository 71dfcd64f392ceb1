use instructions::{Version, instructions};

/// How deep the stack gets in code without jumps; `None` if an instruction finds too little
/// on it, or jumps, or is none.
pub fn stack_size(version: Version, code: &[u8]) -> Option<u64> {
    let deepest = 0;
    for instruction in instructions(version, code) {
        let _ = instruction.ok()?;
    }
    Some(deepest)
}
