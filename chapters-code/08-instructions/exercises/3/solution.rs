use instructions::{Version, find_labels, instructions};

/// One line for each instruction: its label if a jump goes to it, its name, and the label
/// it jumps to. Labels are L1, L2, … in the order of their places in the code.
pub fn labelled(version: Version, code: &[u8]) -> Vec<String> {
    let mut targets = find_labels(version, code).unwrap_or_default();
    targets.sort_unstable();
    let label = |target: i64| {
        let place = targets.binary_search(&target).ok()?;
        Some(format!("L{}", place + 1))
    };
    let line = |i: instructions::Instruction| {
        let mut line = label(i.start as i64).map_or(String::new(), |label| label + ": ");
        line += i.definition.name;
        if let Some(label) = i.jump_target().and_then(label) {
            line += &format!(" to {label}");
        }
        line
    };
    instructions(version, code).flatten().map(line).collect()
}
