//! The table of handlers agrees with the table of instructions.

use eval_loop::driver::HANDLED;
use instructions::{Version, definition, definitions};

#[test]
fn every_row_has_the_name_of_its_number() {
    for &(number, name) in HANDLED {
        assert_eq!(
            definition(Version::V310, number).map(|row| row.name),
            Some(name)
        );
    }
}

#[test]
fn every_instruction_of_3_10_has_a_handler() {
    for row in definitions(Version::V310) {
        let handled = HANDLED.iter().any(|&(number, _)| number == row.opcode);
        assert!(handled || row.name == "EXTENDED_ARG", "{}", row.name);
    }
}
