//! An argument that does not fit into a byte, read unit by unit and then whole.

use instructions::{Version, instructions, units};

/// LOAD_CONST 65538, then RETURN_VALUE.
const CODE: [u8; 8] = [144, 1, 144, 0, 100, 2, 83, 0];

fn main() {
    println!("byte by byte");
    for (index, unit) in CODE.chunks(2).enumerate() {
        println!("{:>4} {:>3} {:>3}", 2 * index, unit[0], unit[1]);
    }
    println!("unit by unit");
    for unit in units(Version::V310, &CODE).flatten() {
        println!(
            "{:>4} {:>3} {:?}",
            unit.offset,
            unit.opcode,
            unit.argument()
        );
    }
    println!("whole");
    for whole in instructions(Version::V310, &CODE).flatten() {
        println!(
            "{:>4} {} {}",
            whole.start, whole.definition.name, whole.oparg
        );
    }
}
