//! What the arguments stand for: constants, globals, and where jumps go.

use instructions::{Operand, Version, instructions};

/// `while total: total = total - 1`, and `return total`.
const CODE: [u8; 18] = [
    124, 0, 114, 7, 124, 0, 100, 1, 24, 0, 125, 0, 113, 0, 124, 0, 83, 0,
];
const CONSTANTS: [&str; 2] = ["None", "1"];
const VARIABLES: [&str; 1] = ["total"];

fn main() {
    for whole in instructions(Version::V310, &CODE).flatten() {
        let definition = whole.definition;
        let index = whole.oparg as usize;
        let meaning = match definition.operand {
            Operand::Const => CONSTANTS[index].to_owned(),
            Operand::Local => VARIABLES[index].to_owned(),
            _ => whole
                .jump_target()
                .map_or(String::new(), |target| format!("to {target}")),
        };
        println!("{:>4} {:<18} {meaning}", whole.offset, definition.name);
    }
}
