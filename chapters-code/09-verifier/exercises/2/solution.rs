//! Which loads of a local variable need not ask whether it is bound?

use std::collections::{BTreeMap, BTreeSet};

use instructions::{Flow, Instruction, Version, instructions, op310};

/// The offsets of each LOAD_FAST of 3.10 code, without blocks, that finds its variable
/// bound on every way that execution can come there. The first `args` variables are
/// bound from the start.
pub fn always_bound(code: &[u8], args: u32) -> Vec<usize> {
    let all: BTreeMap<usize, Instruction> = instructions(Version::V310, code)
        .flatten()
        .map(|whole| (whole.start, whole))
        .collect();
    let mut known = BTreeMap::from([(0, BTreeSet::from_iter(0..args))]);
    let mut waiting = vec![0];
    while let Some(offset) = waiting.pop() {
        let Some(instruction) = all.get(&offset) else {
            continue;
        };
        let bound = after(instruction, known[&offset].clone());
        for next in ways(instruction) {
            // What is bound where two ways meet is what is bound on both.
            let joined = match known.get(&next) {
                None => bound.clone(),
                Some(other) => other & &bound,
            };
            if known.get(&next) != Some(&joined) {
                known.insert(next, joined);
                waiting.push(next);
            }
        }
    }
    let is_bound = |instruction: &&Instruction| {
        instruction.definition.opcode == op310::LOAD_FAST
            && known
                .get(&instruction.start)
                .is_some_and(|bound| bound.contains(&instruction.oparg))
    };
    all.values()
        .filter(is_bound)
        .map(|load| load.offset)
        .collect()
}

/// A load that goes on has found its variable bound, too.
fn after(instruction: &Instruction, mut bound: BTreeSet<u32>) -> BTreeSet<u32> {
    match instruction.definition.opcode {
        op310::STORE_FAST | op310::LOAD_FAST => drop(bound.insert(instruction.oparg)),
        op310::DELETE_FAST => drop(bound.remove(&instruction.oparg)),
        _ => {}
    }
    bound
}

fn ways(instruction: &Instruction) -> impl Iterator<Item = usize> {
    let flow = instruction.definition.flow;
    let next = flow.falls_through().then_some(instruction.end);
    let jumps = matches!(flow, Flow::Branch | Flow::Jump);
    let target = instruction.jump_target().filter(|_| jumps);
    next.into_iter()
        .chain(target.and_then(|target| target.try_into().ok()))
}
