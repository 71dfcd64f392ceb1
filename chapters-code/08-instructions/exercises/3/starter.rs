use instructions::{Version, instructions};

/// One line for each instruction: its label if a jump goes to it, its name, and the label
/// it jumps to. Labels are L1, L2, … in the order of their places in the code.
pub fn labelled(version: Version, code: &[u8]) -> Vec<String> {
    let name = |i: instructions::Instruction| i.definition.name.to_owned();
    instructions(version, code).flatten().map(name).collect()
}
