//! What the arguments stand for: constants, variables, and where jumps go.

use instructions::{Instruction, Operand, Version, instructions};

/// `for item in items: pass`, then `return item`.
const CODE: [u8; 14] = [124, 0, 68, 0, 93, 2, 125, 1, 113, 2, 124, 1, 83, 0];
const CONSTANTS: [&str; 1] = ["None"];
const VARIABLES: [&str; 2] = ["items", "item"];

fn meaning(whole: &Instruction) -> String {
    let index = whole.oparg as usize;
    match whole.definition.operand {
        Operand::Const => CONSTANTS[index].to_owned(),
        Operand::Local => VARIABLES[index].to_owned(),
        _ => whole
            .jump_target()
            .map_or(String::new(), |target| format!("to {target}")),
    }
}

fn main() {
    for whole in instructions(Version::V310, &CODE).flatten() {
        let line = format!("{:>4} {:<14}", whole.offset, whole.definition.name);
        println!("{}", (line + &meaning(&whole)).trim_end());
    }
}
