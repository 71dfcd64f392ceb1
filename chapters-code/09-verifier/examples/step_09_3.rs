//! What lies on the stack? Kinds of entries, along every way that execution can go.

use std::collections::BTreeMap;

use functions::{Code, assemble, squares};
use instructions::{Flow, Instruction, Version, instructions, op310};
use verifier::Kind;

mod functions;

type Stack = Vec<Kind>;

/// The kinds on the stack before each instruction that can be reached, by offset.
fn stacks(code: &[u8]) -> Result<BTreeMap<usize, Stack>, String> {
    let all: BTreeMap<usize, Instruction> = instructions(Version::V310, code)
        .flatten()
        .map(|whole| (whole.start, whole))
        .collect();
    let mut known = BTreeMap::from([(0, Stack::new())]);
    let mut waiting = vec![0];
    while let Some(offset) = waiting.pop() {
        let instruction = all
            .get(&offset)
            .ok_or(format!("no instruction at {offset}"))?;
        let ways = ways(instruction, &known[&offset]);
        let name = instruction.definition.name;
        for (next, stack) in ways.map_err(|reason| format!("{offset} {name}: {reason}"))? {
            let joined = match known.get(&next) {
                None => stack,
                Some(other) => join(other, &stack).ok_or(format!("two depths at {next}"))?,
            };
            let news = known.get(&next) != Some(&joined);
            known.insert(next, joined);
            waiting.extend(news.then_some(next));
        }
    }
    Ok(known)
}

/// What holds for either of two stacks.
fn join(one: &Stack, other: &Stack) -> Option<Stack> {
    let pairs = one.iter().zip(other);
    (one.len() == other.len()).then(|| pairs.map(|(a, &b)| a.join(b)).collect())
}

/// Where execution can go after an instruction, and what is on the stack there.
fn ways(instruction: &Instruction, stack: &Stack) -> Result<Vec<(usize, Stack)>, String> {
    let flow = instruction.definition.flow;
    let mut ways = Vec::new();
    if flow != Flow::Jump {
        let next = after(instruction, false, stack.clone())?;
        ways.extend(flow.falls_through().then_some((instruction.end, next)));
    }
    if matches!(flow, Flow::Branch | Flow::Jump) {
        let target = instruction
            .jump_target()
            .and_then(|target| target.try_into().ok());
        let next = after(instruction, true, stack.clone())?;
        ways.push((target.ok_or("a jump before the code")?, next));
    }
    Ok(ways)
}

/// The stack after an instruction.
fn after(instruction: &Instruction, jumps: bool, mut stack: Stack) -> Result<Stack, String> {
    let effect = instruction
        .definition
        .stack_effect(instruction.oparg, jumps);
    match instruction.definition.opcode {
        op310::BUILD_LIST => {
            pop(&mut stack, effect.pops, Kind::Object)?;
            stack.push(Kind::List);
        }
        op310::LIST_APPEND => {
            pop(&mut stack, 1, Kind::Object)?;
            let below = stack.iter().rev().nth(instruction.oparg as usize - 1);
            expect(below.copied(), Kind::List)?;
        }
        op310::LOAD_METHOD => {
            pop(&mut stack, 1, Kind::Object)?;
            stack.extend([Kind::Nullable, Kind::Object]);
        }
        op310::CALL_METHOD => {
            pop(&mut stack, u64::from(instruction.oparg) + 1, Kind::Object)?;
            pop(&mut stack, 1, Kind::Nullable)?;
            stack.push(Kind::Object);
        }
        _ => {
            pop(&mut stack, effect.pops, Kind::Object)?;
            stack.extend((0..effect.pushes).map(|_| Kind::Object));
        }
    }
    Ok(stack)
}

fn pop(stack: &mut Stack, count: u64, wanted: Kind) -> Result<(), String> {
    (0..count).try_for_each(|_| expect(stack.pop(), wanted))
}

fn expect(found: Option<Kind>, wanted: Kind) -> Result<(), String> {
    match found {
        Some(kind) if kind.is(wanted) => Ok(()),
        Some(kind) => Err(format!("{kind} where there should be {wanted}")),
        None => Err(format!("nothing where there should be {wanted}")),
    }
}

fn show(title: &str, code: &Code) {
    println!("{title}");
    match stacks(&code.bytes) {
        Err(reason) => println!("     refused: {reason}"),
        Ok(stacks) => {
            for (offset, stack) in stacks {
                let kinds: Vec<String> = stack.iter().map(Kind::to_string).collect();
                println!("{offset:>4} [{}]", kinds.join(", "));
            }
        }
    }
}

fn main() {
    show("[n * n for n in numbers]", &squares());
    let half = ["LOAD_FAST 0", "LOAD_METHOD 0", "POP_TOP", "RETURN_VALUE"];
    show("half of a method call", &assemble("3.10", &half));
    let replaced = [
        "BUILD_LIST 0",
        "again:",
        "LOAD_FAST 0",
        "LIST_APPEND 1",
        "POP_TOP",
        "LOAD_FAST 0",
        "JUMP_ABSOLUTE again",
    ];
    show(
        "a loop that replaces its list",
        &assemble("3.10", &replaced),
    );
}
