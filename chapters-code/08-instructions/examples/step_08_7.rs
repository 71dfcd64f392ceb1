//! 3.11's location table of the hello function, entry by entry.

use instructions::LocationTable;

const TABLE: [u8; 17] = [
    0x80, 0x00, 0xDD, 0x04, 0x09, 0x88, 0x27, 0x81, 0x4E, 0x84, 0x4E, 0x80, 0x4E, 0x80, 0x4E, 0x80,
    0x4E,
];
const SOURCE: [&str; 2] = ["def hello():", "    print(\"Hello\")"];

fn main() {
    let mut starts = (0..TABLE.len()).filter(|&at| TABLE[at] & 0x80 != 0);
    for location in LocationTable::new(&TABLE, 1).flatten() {
        let kind = starts.next().map(|at| TABLE[at] >> 3 & 15);
        let position = location.position;
        let (Some(line), Some(from), Some(to)) =
            (position.line, position.column, position.end_column)
        else {
            continue;
        };
        let text = &SOURCE[line as usize - 1][from as usize..to as usize];
        println!(
            "{:>2} to {:<2} kind {:>2?}  {line}:{from}-{to} {text}",
            location.start,
            location.end,
            kind.unwrap_or(15)
        );
    }
}
