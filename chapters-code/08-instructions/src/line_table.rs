//! Which line does each stretch of code come from, in CPython 3.10?
//!
//! PEP 626's table is a row of byte pairs: how many bytes of code further (unsigned), how
//! many lines further (signed). A line delta of -128 says that the stretch has no line, and
//! leaves the running line alone. A pair of no bytes only moves the line; moves of more
//! than 127 lines take several.

use crate::lines::{Cursor, LineRange, TableError};

/// The delta that stands for "no line".
const NO_LINE: i8 = -128;

/// The stretches of code that a 3.10 line table describes, as `co_lines` lists them.
#[derive(Clone, Debug)]
pub struct LineTable<'a> {
    table: &'a [u8],
    cursor: Cursor,
}

impl<'a> LineTable<'a> {
    /// Starts at the first pair of `table`; `first_line` is the code object's.
    pub fn new(table: &'a [u8], first_line: i32) -> Self {
        Self::resume(table, Cursor::new(first_line))
    }

    /// Reads on where `cursor` says.
    pub fn resume(table: &'a [u8], cursor: Cursor) -> Self {
        Self { table, cursor }
    }

    /// How far it has been read.
    pub fn cursor(&self) -> Cursor {
        self.cursor
    }

    /// The next pair, as code delta and line delta.
    fn pair(&mut self) -> Result<Option<(u8, i8)>, TableError> {
        let pair = match self.table.get(self.cursor.at..) {
            None | Some([]) => return Ok(None),
            Some([_]) => return Err(TableError::CutShort { at: self.cursor.at }),
            Some([bytes, lines, ..]) => (*bytes, lines.cast_signed()),
        };
        self.cursor.at += 2;
        Ok(Some(pair))
    }

    fn range(&mut self) -> Result<Option<LineRange>, TableError> {
        while let Some((bytes, lines)) = self.pair()? {
            if lines != NO_LINE {
                let overflow = TableError::LineOverflow {
                    at: self.cursor.at - 2,
                };
                self.cursor.line = self
                    .cursor
                    .line
                    .checked_add(i32::from(lines))
                    .ok_or(overflow)?;
            }
            if bytes > 0 {
                let start = self.cursor.end;
                self.cursor.end += usize::from(bytes);
                let line = (lines != NO_LINE && self.cursor.line >= 0).then_some(self.cursor.line);
                return Ok(Some(LineRange {
                    start,
                    end: self.cursor.end,
                    line,
                }));
            }
        }
        Ok(None)
    }
}

impl Iterator for LineTable<'_> {
    type Item = Result<LineRange, TableError>;

    fn next(&mut self) -> Option<Self::Item> {
        let item = self.range().transpose();
        if matches!(item, Some(Err(_))) {
            self.cursor.at = self.table.len();
        }
        item
    }
}

/// Writes the table for stretches of code that follow each other without a gap, as CPython
/// 3.10's compiler does; stretches without bytes are left out.
///
/// # Errors
///
/// If the stretches leave a gap, or two lines are too far apart.
pub fn encode_line_table(ranges: &[LineRange], first_line: i32) -> Result<Vec<u8>, TableError> {
    let mut table = Vec::new();
    let mut running = first_line;
    let mut at = 0;
    for (index, range) in ranges.iter().enumerate() {
        if range.start != at || range.end < range.start {
            return Err(TableError::Gap { index });
        }
        at = range.end;
        if range.end == range.start {
            continue;
        }
        let delta = match range.line {
            None => NO_LINE,
            Some(line) => {
                let overflow = TableError::LineOverflow { at: table.len() };
                let far = line.checked_sub(running).ok_or(overflow)?;
                running = line;
                step_lines(far, &mut table)
            }
        };
        step_bytes(range.end - range.start, delta, &mut table);
    }
    Ok(table)
}

/// Writes pairs without bytes until the rest of the way fits into one delta.
fn step_lines(mut far: i32, table: &mut Vec<u8>) -> i8 {
    loop {
        let step = far.clamp(-127, 127);
        far -= step;
        // The clamp leaves -127 to 127.
        let step = step as i8;
        if far == 0 {
            return step;
        }
        table.extend([0, step.cast_unsigned()]);
    }
}

/// Writes the pairs for a stretch: the first moves the line, the rest stay on it.
fn step_bytes(mut bytes: usize, mut delta: i8, table: &mut Vec<u8>) {
    while bytes > 254 {
        table.extend([254, delta.cast_unsigned()]);
        delta = if delta == NO_LINE { NO_LINE } else { 0 };
        bytes -= 254;
    }
    // At most 254 is left.
    table.extend([bytes as u8, delta.cast_unsigned()]);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(table: &[u8], first_line: i32) -> Vec<(usize, usize, Option<i32>)> {
        LineTable::new(table, first_line)
            .map(|range| {
                range
                    .map(|r| (r.start, r.end, r.line))
                    .expect("a whole table")
            })
            .collect()
    }

    #[test]
    fn the_hello_function_is_one_line() {
        assert_eq!(lines(&[0x0C, 0x01], 1), [(0, 12, Some(2))]);
    }

    #[test]
    fn a_stretch_without_a_line_keeps_the_running_line() {
        let table = [4, 1, 4, 128, 4, 0];
        assert_eq!(
            lines(&table, 10),
            [(0, 4, Some(11)), (4, 8, None), (8, 12, Some(11))]
        );
    }

    #[test]
    fn pairs_without_bytes_only_move_the_line() {
        assert_eq!(
            lines(&[4, 1, 0, 127, 4, 1], 10),
            [(0, 4, Some(11)), (4, 8, Some(139))]
        );
        assert_eq!(
            lines(&[4, 1, 0, 128, 4, 1], 10),
            [(0, 4, Some(11)), (4, 8, Some(12))]
        );
    }

    #[test]
    fn stretches_of_one_line_stay_apart() {
        assert_eq!(
            lines(&[4, 1, 4, 0], 10),
            [(0, 4, Some(11)), (4, 8, Some(11))]
        );
    }

    #[test]
    fn lines_below_zero_are_no_lines() {
        assert_eq!(
            lines(&[4, 131, 4, 127], 10),
            [(0, 4, None), (4, 8, Some(12))]
        );
    }

    #[test]
    fn zero_length_pairs_at_the_end_are_the_end() {
        assert_eq!(lines(&[4, 1, 0, 1], 10), [(0, 4, Some(11))]);
    }

    #[test]
    fn half_a_pair_is_an_error_and_the_end() {
        let items: Vec<_> = LineTable::new(&[4, 1, 4], 10).collect();
        assert_eq!(items.len(), 2);
        assert_eq!(items[1], Err(TableError::CutShort { at: 2 }));
    }

    #[test]
    fn encoding_splits_long_stretches_and_long_ways() {
        let ranges = [
            LineRange {
                start: 0,
                end: 2,
                line: Some(10),
            },
            LineRange {
                start: 2,
                end: 602,
                line: Some(300),
            },
            LineRange {
                start: 602,
                end: 902,
                line: None,
            },
            LineRange {
                start: 902,
                end: 904,
                line: Some(1),
            },
        ];
        let table = encode_line_table(&ranges, 10).unwrap();
        let expected = [
            2, 0, 0, 127, 0, 127, 254, 36, 254, 0, 92, 0, 254, 128, 46, 128, 0, 129, 0, 129, 2, 211,
        ];
        assert_eq!(table, expected);
    }

    #[test]
    fn encoding_wants_stretches_without_gaps() {
        let gap = [LineRange {
            start: 2,
            end: 4,
            line: Some(1),
        }];
        assert_eq!(
            encode_line_table(&gap, 1),
            Err(TableError::Gap { index: 0 })
        );
    }

    #[test]
    fn a_line_that_leaves_the_range_of_int_is_an_error() {
        let items: Vec<_> = LineTable::new(&[2, 1], i32::MAX).collect();
        assert_eq!(items, [Err(TableError::LineOverflow { at: 0 })]);
    }
}
