//! Who handles what: 3.11's exception table of a `try` around a call.

use instructions::{exception_table, find_handler};

const TABLE: [u8; 12] = [0x82, 9, 12, 0, 0x8C, 10, 26, 3, 0x99, 1, 26, 3];

fn main() {
    let entries: Vec<_> = exception_table(&TABLE).flatten().collect();
    for entry in &entries {
        println!("{entry:?}");
    }
    for offset in [2, 12, 26, 48] {
        match find_handler(&entries, offset) {
            Some(entry) => println!(
                "at {offset}: cut to {}, go to {}",
                entry.depth, entry.target
            ),
            None => println!("at {offset}: leave the frame"),
        }
    }
}
