//! How was a line table written until 3.9? Python can still ask for it: `co_lnotab`.

use types::Version;

use crate::lines::{Cursor, Lines, TableError};

/// How many lines the table goes on at once. It takes two bytes for each 127: a forged 3.11
/// table could ask for all memory.
const MAX_STEP: u32 = 1 << 24;

/// The table in the format of 3.9 and before: pairs of how many bytes and how many lines
/// further, with no way to say that code has no line.
///
/// # Errors
///
/// If `table` is malformed, or goes on by more than 16 million lines.
pub fn lnotab(version: Version, table: &[u8], first_line: i32) -> Result<Vec<u8>, TableError> {
    let mut old = Vec::new();
    let (mut at, mut line) = (0, first_line);
    let mut lines = Lines::resume(version, table, Cursor::new(first_line));
    while let Some(range) = lines.next() {
        let start = range?.start;
        // The running line, which code without a line leaves as it was.
        let cursor = lines.cursor();
        if cursor.line != line {
            if cursor.line.abs_diff(line) > MAX_STEP {
                return Err(TableError::NumberTooGreat { at: cursor.at });
            }
            push_delta(start - at, cursor.line - line, &mut old);
            (at, line) = (start, cursor.line);
        }
    }
    Ok(old)
}

fn push_delta(mut bytes: usize, mut lines: i32, table: &mut Vec<u8>) {
    while bytes > 255 {
        table.extend([255, 0]);
        bytes -= 255;
    }
    // What is left fits a byte, and so does each step of the line.
    while !(-128..=127).contains(&lines) {
        let step = lines.clamp(-128, 127);
        table.extend([bytes as u8, step as u8]);
        bytes = 0;
        lines -= step;
    }
    table.extend([bytes as u8, lines as u8]);
}
