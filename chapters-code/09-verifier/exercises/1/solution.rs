//! Which instructions can never be reached?

use std::collections::{BTreeMap, BTreeSet};

use instructions::{Flow, Instruction, Version, instructions};

/// The offsets of the instructions of 3.10 code, without blocks, that execution cannot
/// come to, in order.
pub fn unreachable(code: &[u8]) -> Vec<usize> {
    let all: BTreeMap<usize, Instruction> = instructions(Version::V310, code)
        .flatten()
        .map(|whole| (whole.start, whole))
        .collect();
    let mut reached = BTreeSet::new();
    let mut waiting = vec![0];
    while let Some(offset) = waiting.pop() {
        let Some(instruction) = all.get(&offset) else {
            continue;
        };
        if reached.insert(offset) {
            waiting.extend(ways(instruction));
        }
    }
    all.into_keys()
        .filter(|offset| !reached.contains(offset))
        .collect()
}

fn ways(instruction: &Instruction) -> impl Iterator<Item = usize> {
    let flow = instruction.definition.flow;
    let next = flow.falls_through().then_some(instruction.end);
    let jumps = matches!(flow, Flow::Branch | Flow::Jump);
    let target = instruction.jump_target().filter(|_| jumps);
    next.into_iter()
        .chain(target.and_then(|target| target.try_into().ok()))
}
