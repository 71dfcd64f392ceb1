//! The table of handlers agrees with the table of instructions.

use instructions::{Version, definition, definitions};
use modern_bytecode::driver::HANDLED;

#[test]
fn every_row_has_the_name_of_its_number() {
    for &(number, name) in HANDLED {
        let row = definition(Version::V311, number);
        assert_eq!(row.map(|row| row.name), Some(name));
    }
}

#[test]
fn every_instruction_of_3_11_that_is_executed_has_a_handler() {
    for row in definitions(Version::V311) {
        let handled = HANDLED.iter().any(|&(number, _)| number == row.opcode);
        assert!(
            handled || matches!(row.name, "EXTENDED_ARG" | "CACHE"),
            "{}",
            row.name
        );
    }
}
