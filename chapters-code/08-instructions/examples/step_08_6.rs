//! A 3.10 line table, pair by pair and then as `co_lines` has it.

use instructions::LineTable;

/// The table of a function whose `try` starts in line 2 and whose handler is in line 4.
const TABLE: [u8; 10] = [2, 1, 8, 1, 12, 1, 6, 1, 2, 255];

fn main() {
    let mut line = 1;
    for pair in TABLE.chunks(2) {
        let delta = pair[1].cast_signed();
        line += i32::from(delta);
        println!("{:>3} bytes, line {delta:+}: line {line}", pair[0]);
    }
    for range in LineTable::new(&TABLE, 1).flatten() {
        println!(
            "{:>3} to {:<3} line {:?}",
            range.start, range.end, range.line
        );
    }
}
