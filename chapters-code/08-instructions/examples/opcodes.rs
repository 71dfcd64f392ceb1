//! All instructions of one version, or of both: `opcodes 3.10`, `opcodes 3.11`, `opcodes`.

use instructions::{HAVE_ARGUMENT, Version, definition_by_name, definitions};

fn table(version: Version) {
    let all = definitions(version);
    println!(
        "{} instructions; an argument from {HAVE_ARGUMENT} on",
        all.len()
    );
    for row in all.chunks(3) {
        let cells = row
            .iter()
            .map(|d| format!("{:>3} {:<26}", d.opcode, d.name));
        println!("{}", cells.collect::<String>().trim_end());
    }
}

fn difference() {
    let gone = |from, to: Version| {
        definitions(from)
            .iter()
            .filter(|d| definition_by_name(to, d.name).is_none())
            .count()
    };
    let moved = definitions(Version::V310).iter().filter(|d| {
        definition_by_name(Version::V311, d.name).is_some_and(|new| new.opcode != d.opcode)
    });
    println!("{} removed", gone(Version::V310, Version::V311));
    println!("{} added", gone(Version::V311, Version::V310));
    for old in moved {
        println!("{} has another number", old.name);
    }
}

fn main() {
    match std::env::args().nth(1).as_deref() {
        Some("3.10") => table(Version::V310),
        Some("3.11") => table(Version::V311),
        _ => difference(),
    }
}
