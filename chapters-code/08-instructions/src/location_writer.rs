//! How is a location table of CPython 3.11 written?

use crate::lines::TableError;
use crate::location_table::{LONG, Location, MORE, NO_COLUMNS, NONE, ONE_LINE, Position, START};

/// An entry covers at most this many code units.
const MAX_UNITS: usize = 8;

/// Writes the table for stretches of code that follow each other without a gap, one for each
/// instruction, in the form that CPython 3.11's compiler chooses for each.
///
/// # Errors
///
/// If the stretches leave a gap or are not whole code units, or a line or column cannot be
/// written.
pub fn encode_location_table(
    locations: &[Location],
    first_line: i32,
) -> Result<Vec<u8>, TableError> {
    let mut writer = Writer {
        table: Vec::new(),
        line: first_line,
    };
    let mut at = 0;
    for (index, location) in locations.iter().enumerate() {
        let bytes = location
            .end
            .checked_sub(location.start)
            .ok_or(TableError::Gap { index })?;
        if location.start != at || !bytes.is_multiple_of(2) {
            return Err(TableError::Gap { index });
        }
        at = location.end;
        let mut units = bytes / 2;
        while units > MAX_UNITS {
            writer.entry(&location.position, MAX_UNITS)?;
            units -= MAX_UNITS;
        }
        if units > 0 {
            writer.entry(&location.position, units)?;
        }
    }
    Ok(writer.table)
}

struct Writer {
    table: Vec<u8>,
    line: i32,
}

impl Writer {
    /// Writes one entry, in the shortest of the forms that can say it.
    fn entry(&mut self, position: &Position, units: usize) -> Result<(), TableError> {
        let Some(line) = position.line else {
            self.head(NONE, units);
            return Ok(());
        };
        let at = self.table.len();
        let delta = line
            .checked_sub(self.line)
            .ok_or(TableError::LineOverflow { at })?;
        let end_line = position.end_line.unwrap_or(line);
        match (position.column, position.end_column) {
            (Some(column @ 0..80), Some(end @ 0..))
                if delta == 0 && end_line == line && (0..16).contains(&(end - column)) =>
            {
                // Both halves of the column, and the width, are less than 16.
                self.head((column >> 3) as u8, units);
                self.table.push(((column & 7) << 4 | (end - column)) as u8);
            }
            (Some(column @ 0..128), Some(end @ 0..128))
                if (0..3).contains(&delta) && end_line == line =>
            {
                self.head(ONE_LINE + delta as u8, units);
                self.table.extend([column as u8, end as u8]);
            }
            (None, _) | (_, None) if end_line == line => {
                self.head(NO_COLUMNS, units);
                self.signed(delta)?;
            }
            (column, end_column) => {
                let overflow = TableError::LineOverflow { at };
                self.head(LONG, units);
                self.signed(delta)?;
                let height = end_line.checked_sub(line).ok_or(overflow)?;
                self.unsigned(u32::try_from(height).map_err(|_| overflow)?);
                self.column(column)?;
                self.column(end_column)?;
            }
        }
        self.line = line;
        Ok(())
    }

    fn head(&mut self, kind: u8, units: usize) {
        // `units` is 1 to 8.
        self.table.push(START | kind << 3 | (units - 1) as u8);
    }

    fn unsigned(&mut self, mut value: u32) {
        while value >= u32::from(MORE) {
            self.table.push(MORE | (value & 63) as u8);
            value >>= 6;
        }
        self.table.push(value as u8);
    }

    fn signed(&mut self, value: i32) -> Result<(), TableError> {
        let too_great = TableError::NumberTooGreat {
            at: self.table.len(),
        };
        let doubled = value.unsigned_abs().checked_mul(2).ok_or(too_great)?;
        self.unsigned(doubled | u32::from(value < 0));
        Ok(())
    }

    fn column(&mut self, column: Option<i32>) -> Result<(), TableError> {
        let too_great = TableError::NumberTooGreat {
            at: self.table.len(),
        };
        let column = column
            .map(u32::try_from)
            .transpose()
            .map_err(|_| too_great)?;
        self.unsigned(column.map_or(0, |column| column + 1));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::location_table::LocationTable;

    fn read(table: &[u8], first_line: i32) -> Result<Vec<Location>, TableError> {
        LocationTable::new(table, first_line).collect()
    }

    #[test]
    fn numbers_are_written_in_chunks_of_six_bits_the_lowest_first() {
        let mut writer = Writer {
            table: Vec::new(),
            line: 0,
        };
        writer.unsigned(200);
        assert_eq!(writer.table, [0x48, 0x03]);
    }

    #[test]
    fn instructions_of_more_than_eight_units_take_several_entries() {
        let position = Position {
            line: Some(5),
            end_line: Some(5),
            column: None,
            end_column: None,
        };
        let long = [Location {
            start: 0,
            end: 22,
            position,
        }];
        let table = encode_location_table(&long, 4).unwrap();
        assert_eq!(table, [0xEF, 2, 0xEA, 0]);
    }

    #[test]
    fn every_kind_of_position_comes_back_from_its_encoding() {
        let numbers = [
            None,
            Some(0),
            Some(7),
            Some(79),
            Some(80),
            Some(127),
            Some(128),
            Some(999),
        ];
        let mut locations = Vec::new();
        for (line, end_line) in [(3, 3), (5, 5), (5, 9), (1, 1), (200, 201), (-7, -7)] {
            for column in numbers {
                for end_column in numbers {
                    let (line, end_line) = (Some(line), Some(end_line));
                    let start = 2 * locations.len();
                    let position = match (column, end_column) {
                        // The short forms have both columns or none.
                        (None, Some(_)) | (Some(_), None) if line == end_line => continue,
                        _ => Position {
                            line,
                            end_line,
                            column,
                            end_column,
                        },
                    };
                    locations.push(Location {
                        start,
                        end: start + 2,
                        position,
                    });
                }
            }
        }
        let table = encode_location_table(&locations, 1).unwrap();
        assert_eq!(read(&table, 1), Ok(locations));
    }

    #[test]
    fn a_table_comes_back_from_its_locations() {
        let hello = [
            0x80, 0x00, 0xDD, 0x04, 0x09, 0x88, 0x27, 0x81, 0x4E, 0x84, 0x4E,
        ];
        let locations = read(&hello, 1).unwrap();
        assert_eq!(encode_location_table(&locations, 1), Ok(hello.to_vec()));
    }
}
