//! How deep is the stack? Counted along every way that execution can go.

use std::collections::BTreeMap;

use functions::{Code, assemble, bigger, squares};
use instructions::{Flow, Instruction, Version, instructions};

pub(crate) mod functions;

/// The depth before each instruction that can be reached, by offset.
pub fn depths(code: &[u8]) -> Result<BTreeMap<usize, u64>, String> {
    let all: BTreeMap<usize, Instruction> = instructions(Version::V310, code)
        .flatten()
        .map(|whole| (whole.start, whole))
        .collect();
    let mut known = BTreeMap::from([(0, 0)]);
    let mut waiting = vec![0];
    while let Some(offset) = waiting.pop() {
        let instruction = all
            .get(&offset)
            .ok_or(format!("no instruction at {offset}"))?;
        for (next, depth) in ways(instruction, known[&offset])? {
            match known.insert(next, depth) {
                None => waiting.push(next),
                Some(other) if other == depth => {}
                Some(other) => return Err(format!("at {next} the depth is {other} or {depth}")),
            }
        }
    }
    Ok(known)
}

/// Where execution can go after an instruction, and how deep the stack is there.
pub fn ways(instruction: &Instruction, depth: u64) -> Result<Vec<(usize, u64)>, String> {
    let flow = instruction.definition.flow;
    let mut ways = Vec::new();
    if flow != Flow::Jump {
        let next = depth_after(instruction, false, depth)?;
        ways.extend(flow.falls_through().then_some((instruction.end, next)));
    }
    if matches!(flow, Flow::Branch | Flow::Jump) {
        let target = instruction
            .jump_target()
            .and_then(|target| target.try_into().ok());
        let next = depth_after(instruction, true, depth)?;
        ways.push((target.ok_or("a jump before the code")?, next));
    }
    Ok(ways)
}

fn depth_after(instruction: &Instruction, jumps: bool, depth: u64) -> Result<u64, String> {
    let effect = instruction
        .definition
        .stack_effect(instruction.oparg, jumps);
    let Instruction {
        offset, definition, ..
    } = instruction;
    match depth.checked_sub(effect.pops) {
        Some(rest) => Ok(rest + effect.pushes),
        None => Err(format!(
            "{offset} {} needs {}, has {depth}",
            definition.name, effect.pops
        )),
    }
}

fn show(title: &str, code: &Code) {
    match depths(&code.bytes) {
        Ok(depths) => println!("{title}: {depths:?}"),
        Err(reason) => println!("{title}: {reason}"),
    }
}

fn main() {
    show("c = (a if a > b else b) + 1", &bigger());
    show("[n * n for n in numbers]", &squares());
    show(
        "a loop that pops",
        &assemble("3.10", &["again:", "POP_TOP", "JUMP_ABSOLUTE again"]),
    );
    show(
        "a loop that pushes",
        &assemble("3.10", &["again:", "LOAD_CONST 0", "JUMP_ABSOLUTE again"]),
    );
}
