//! Which part of the source does each instruction come from, in CPython 3.11?
//!
//! An entry of PEP 657's table is a byte `1 kind(4) units-1(3)` and up to four numbers, in
//! bytes whose high bit is clear: so the entries can be told apart without reading them.
//!
//! | kind | then | meaning |
//! |---|---|---|
//! | 0–9 | a byte | same line; column from the kind and the byte, less than 80; up to 15 wide |
//! | 10–12 | two bytes | 0, 1 or 2 lines further; both columns, less than 128 |
//! | 13 | a signed number | so many lines further; no columns |
//! | 14 | a signed and three unsigned numbers | lines further, lines high, columns + 1 (0: none) |
//! | 15 | | no line at all |
//!
//! A number is written in chunks of six bits, the least significant first; 64 says that
//! another follows. A signed one has its sign in the lowest bit.

use crate::lines::{Cursor, TableError};

/// The high bit of the byte that starts an entry.
pub(crate) const START: u8 = 0x80;
/// The bit of a chunk that another follows.
pub(crate) const MORE: u8 = 0x40;

pub(crate) const ONE_LINE: u8 = 10;
pub(crate) const NO_COLUMNS: u8 = 13;
pub(crate) const LONG: u8 = 14;
pub(crate) const NONE: u8 = 15;

/// A part of the source: what `co_positions` lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Position {
    /// The line it starts on.
    pub line: Option<i32>,
    /// The line it ends on.
    pub end_line: Option<i32>,
    /// The byte of its line where it starts.
    pub column: Option<i32>,
    /// The byte of its last line behind its end.
    pub end_column: Option<i32>,
}

/// A stretch of code and the part of the source it comes from: one entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Location {
    /// The byte offset where the stretch starts.
    pub start: usize,
    /// The byte offset behind it.
    pub end: usize,
    /// Where it comes from.
    pub position: Position,
}

/// The entries of a 3.11 location table.
#[derive(Clone, Debug)]
pub struct LocationTable<'a> {
    table: &'a [u8],
    cursor: Cursor,
}

impl<'a> LocationTable<'a> {
    /// Starts at the first entry of `table`; `first_line` is the code object's.
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

    fn entry(&mut self) -> Result<Option<Location>, TableError> {
        let at = self.cursor.at;
        let Some((&head, rest)) = self.table.get(at..).and_then(<[u8]>::split_first) else {
            return Ok(None);
        };
        if head & START == 0 {
            return Err(TableError::Malformed { at });
        }
        let length = rest
            .iter()
            .position(|byte| byte & START != 0)
            .unwrap_or(rest.len());
        self.cursor.at = at + 1 + length;
        let mut numbers = Numbers {
            bytes: &rest[..length],
            at,
        };
        let position = self.position(head >> 3 & 15, &mut numbers)?;
        if !numbers.bytes.is_empty() {
            return Err(TableError::Malformed { at });
        }
        let start = self.cursor.end;
        self.cursor.end += 2 * (usize::from(head & 7) + 1);
        Ok(Some(Location {
            start,
            end: self.cursor.end,
            position,
        }))
    }

    fn position(&mut self, kind: u8, numbers: &mut Numbers<'_>) -> Result<Position, TableError> {
        match kind {
            NONE => Ok(Position::default()),
            LONG => {
                let line = self.advance(numbers.signed()?, numbers.at)?;
                let height = numbers.unsigned()?;
                let overflow = TableError::LineOverflow { at: numbers.at };
                let end_line = line.checked_add_unsigned(height).ok_or(overflow)?;
                let (column, end_column) = (numbers.column()?, numbers.column()?);
                Ok(Position {
                    line: Some(line),
                    end_line: Some(end_line),
                    column,
                    end_column,
                })
            }
            NO_COLUMNS => {
                let line = Some(self.advance(numbers.signed()?, numbers.at)?);
                Ok(Position {
                    line,
                    end_line: line,
                    ..Position::default()
                })
            }
            ONE_LINE.. => {
                let line = self.advance(i32::from(kind - ONE_LINE), numbers.at)?;
                let (column, end_column) = (numbers.byte()?, numbers.byte()?);
                Ok(on_one_line(line, i32::from(column), i32::from(end_column)))
            }
            _ => {
                let byte = numbers.byte()?;
                let column = i32::from(kind << 3 | byte >> 4);
                Ok(on_one_line(
                    self.cursor.line,
                    column,
                    column + i32::from(byte & 15),
                ))
            }
        }
    }

    /// Moves the running line.
    fn advance(&mut self, delta: i32, at: usize) -> Result<i32, TableError> {
        self.cursor.line = self
            .cursor
            .line
            .checked_add(delta)
            .ok_or(TableError::LineOverflow { at })?;
        Ok(self.cursor.line)
    }
}

fn on_one_line(line: i32, column: i32, end_column: i32) -> Position {
    Position {
        line: Some(line),
        end_line: Some(line),
        column: Some(column),
        end_column: Some(end_column),
    }
}

impl Iterator for LocationTable<'_> {
    type Item = Result<Location, TableError>;

    fn next(&mut self) -> Option<Self::Item> {
        let item = self.entry().transpose();
        if matches!(item, Some(Err(_))) {
            self.cursor.at = self.table.len();
        }
        item
    }
}

/// What is left of the numbers of the entry at `at`.
struct Numbers<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Numbers<'_> {
    fn byte(&mut self) -> Result<u8, TableError> {
        let (&byte, rest) = self
            .bytes
            .split_first()
            .ok_or(TableError::CutShort { at: self.at })?;
        self.bytes = rest;
        Ok(byte)
    }

    fn unsigned(&mut self) -> Result<u32, TableError> {
        let mut value = 0_u64;
        // Six chunks hold 36 bits: any more are too great, whatever they are.
        for shift in (0..36).step_by(6) {
            let byte = self.byte()?;
            value |= u64::from(byte & 63) << shift;
            if byte & MORE == 0 {
                let too_great = TableError::NumberTooGreat { at: self.at };
                return u32::try_from(value).map_err(|_| too_great);
            }
        }
        Err(TableError::NumberTooGreat { at: self.at })
    }

    fn signed(&mut self) -> Result<i32, TableError> {
        let value = self.unsigned()?;
        // Half of a u32 fits into an i32.
        let half = (value >> 1) as i32;
        Ok(if value & 1 == 0 { half } else { -half })
    }

    /// A column, written one greater than it is; 0 stands for none.
    fn column(&mut self) -> Result<Option<i32>, TableError> {
        let value = self.unsigned()?;
        let too_great = TableError::NumberTooGreat { at: self.at };
        let column = value.checked_sub(1);
        column
            .map(|column| i32::try_from(column).map_err(|_| too_great))
            .transpose()
    }
}

/// The part of the source that the instruction at byte `offset` comes from. Nothing is known
/// of it if the table does not reach so far, or is malformed before it.
pub fn position_at(table: &[u8], first_line: i32, offset: usize) -> Position {
    LocationTable::new(table, first_line)
        .map_while(Result::ok)
        .find(|location| offset < location.end)
        .map_or_else(Position::default, |location| location.position)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(table: &[u8], first_line: i32) -> Result<Vec<Location>, TableError> {
        LocationTable::new(table, first_line).collect()
    }

    type Numbers4 = (Option<i32>, Option<i32>, Option<i32>, Option<i32>);

    fn positions(table: &[u8], first_line: i32) -> Vec<(usize, Numbers4)> {
        let tuple = |p: Position| (p.line, p.end_line, p.column, p.end_column);
        let locations = read(table, first_line).expect("a whole table");
        locations
            .into_iter()
            .map(|l| (l.end - l.start, tuple(l.position)))
            .collect()
    }

    const HELLO: [u8; 17] = [
        0x80, 0x00, 0xDD, 0x04, 0x09, 0x88, 0x27, 0x81, 0x4E, 0x84, 0x4E, 0x80, 0x4E, 0x80, 0x4E,
        0x80, 0x4E,
    ];

    #[test]
    fn the_hello_functions_table_reads_as_cpython_reads_it() {
        let on = |line, column, end| (Some(line), Some(line), Some(column), Some(end));
        let expected = [
            (2, on(1, 0, 0)),
            (12, on(2, 4, 9)),
            (2, on(2, 10, 17)),
            (4, on(2, 4, 18)),
            (10, on(2, 4, 18)),
            (2, on(2, 4, 18)),
            (2, on(2, 4, 18)),
            (2, on(2, 4, 18)),
        ];
        assert_eq!(positions(&HELLO, 1), expected);
    }

    #[test]
    fn the_form_without_columns_moves_the_line_both_ways() {
        let table = [0xE8, 6, 0xE8, 5];
        let no_columns = |line| (2, (Some(line), Some(line), None, None));
        assert_eq!(positions(&table, 10), [no_columns(13), no_columns(11)]);
    }

    #[test]
    fn the_long_form_has_columns_one_too_great_and_0_for_none() {
        let table = [0xF1, 2, 1, 0, 1];
        assert_eq!(
            positions(&table, 10),
            [(4, (Some(11), Some(12), None, Some(0)))]
        );
    }

    #[test]
    fn a_table_that_does_not_start_with_an_entry_is_malformed() {
        assert_eq!(read(&[0x00], 1), Err(TableError::Malformed { at: 0 }));
    }

    #[test]
    fn an_entry_with_numbers_left_over_is_malformed() {
        assert_eq!(read(&[0xE8, 0, 0], 1), Err(TableError::Malformed { at: 0 }));
        assert_eq!(
            read(&[0xE8, 0, 0xF8, 1], 1),
            Err(TableError::Malformed { at: 2 })
        );
    }

    #[test]
    fn an_entry_without_its_numbers_is_cut_short() {
        for table in [
            &[0x80][..],
            &[0xE8],
            &[0xE8, 0x40],
            &[0xF0, 0, 0, 0],
            &[0xD0, 1, 0x80],
        ] {
            assert_eq!(
                read(table, 1),
                Err(TableError::CutShort { at: 0 }),
                "{table:?}"
            );
        }
    }

    #[test]
    fn numbers_that_are_too_great_are_an_error_not_a_long_wait() {
        let mut table = vec![0xE8];
        table.extend([0x7F].repeat(1_000));
        table.push(1);
        assert_eq!(read(&table, 1), Err(TableError::NumberTooGreat { at: 0 }));
        let lines = [0xE8, 0x7E, 0x7F, 0x7F, 0x7F, 0x7F, 3];
        assert_eq!(read(&lines, 1), Err(TableError::LineOverflow { at: 0 }));
    }

    #[test]
    fn nothing_is_known_of_an_offset_behind_the_table() {
        assert_eq!(position_at(&HELLO, 1, 400), Position::default());
        assert_eq!(position_at(&HELLO, 1, 2).column, Some(4));
    }
}
