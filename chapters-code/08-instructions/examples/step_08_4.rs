//! 3.11's hello function after twenty calls, read without caches and then with them.

use instructions::{Version, definition, instructions, specialization};

const WARM: [u8; 36] = [
    150, 0, 48, 1, 53, 0, 42, 0, 80, 0, 0, 0, 71, 0, 100, 1, 67, 1, 53, 0, 22, 1, 0, 0, 0, 0, 0, 0,
    0, 0, 1, 0, 100, 0, 83, 0,
];

fn name(opcode: u8) -> &'static str {
    let ordinary = definition(Version::V311, opcode).map(|d| d.name);
    let specialized = specialization(opcode).map(|s| s.name);
    ordinary.or(specialized).unwrap_or("?")
}

fn main() {
    let naive: Vec<&str> = WARM.chunks(2).map(|unit| name(unit[0])).collect();
    println!("{} units: {}", naive.len(), naive[..8].join(" "));
    let whole: Vec<_> = instructions(Version::V311, &WARM).flatten().collect();
    println!("{} instructions:", whole.len());
    for i in whole {
        println!(
            "{:>4}-{:<3} {:<36} for {}",
            i.start,
            i.end,
            name(i.opcode),
            i.definition.name
        );
    }
}
