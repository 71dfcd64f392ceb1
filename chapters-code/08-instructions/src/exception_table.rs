//! Who handles an exception that an instruction raises, in CPython 3.11?
//!
//! An entry is four numbers: where the guarded stretch starts, how long it is, where its
//! handler starts (all in code units), and `depth << 1 | lasti`: to which depth the stack is
//! cut before the exception is pushed, and whether the offset of the instruction that raised
//! is pushed below it. A number is written in chunks of six bits, the **most** significant
//! first; 64 says that another follows, 128 marks the first byte of an entry, so that a
//! binary search can find it.

use crate::lines::TableError;

/// The bit of the byte that starts an entry.
const START: u8 = 0x80;
/// The bit of a chunk that another follows.
const MORE: u8 = 0x40;
/// A number has at most five chunks: 30 bits.
const LIMIT: u32 = 1 << 30;

/// One entry of an exception table; the offsets are in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExceptionEntry {
    /// Where the guarded stretch starts.
    pub start: usize,
    /// Where it ends, exclusive.
    pub end: usize,
    /// Where its handler starts.
    pub target: usize,
    /// The depth that the stack is cut to.
    pub depth: u32,
    /// Whether the offset of the raising instruction is pushed before the exception.
    pub lasti: bool,
}

/// The entries of an exception table.
#[derive(Clone, Debug)]
pub struct ExceptionTable<'a> {
    table: &'a [u8],
    at: usize,
}

/// Lists the entries of `table` (`co_exceptiontable`).
///
/// # Errors
///
/// An item is an error, and the last, where the table is malformed.
pub fn exception_table(table: &[u8]) -> ExceptionTable<'_> {
    ExceptionTable { table, at: 0 }
}

impl ExceptionTable<'_> {
    fn entry(&mut self) -> Result<Option<ExceptionEntry>, TableError> {
        let at = self.at;
        let Some(&head) = self.table.get(at) else {
            return Ok(None);
        };
        if head & START == 0 {
            return Err(TableError::Malformed { at });
        }
        let start = self.number(at)?;
        let length = self.number(at)?;
        let target = self.number(at)?;
        let depth_lasti = self.number(at)?;
        Ok(Some(ExceptionEntry {
            start: bytes(start),
            end: bytes(start) + bytes(length),
            target: bytes(target),
            depth: depth_lasti >> 1,
            lasti: depth_lasti & 1 != 0,
        }))
    }

    /// Reads a number of the entry that starts at `entry`.
    fn number(&mut self, entry: usize) -> Result<u32, TableError> {
        let mut value = 0_u32;
        for _ in 0..5 {
            let byte = *self
                .table
                .get(self.at)
                .ok_or(TableError::CutShort { at: entry })?;
            if byte & START != 0 && self.at != entry {
                return Err(TableError::CutShort { at: entry });
            }
            self.at += 1;
            value = value << 6 | u32::from(byte & 63);
            if byte & MORE == 0 {
                return Ok(value);
            }
        }
        Err(TableError::NumberTooGreat { at: entry })
    }
}

/// The length in bytes of so many code units.
fn bytes(units: u32) -> usize {
    // 30 bits, doubled, fit into 32, which is the least that `usize` has on our targets.
    2 * units as usize
}

impl Iterator for ExceptionTable<'_> {
    type Item = Result<ExceptionEntry, TableError>;

    fn next(&mut self) -> Option<Self::Item> {
        let item = self.entry().transpose();
        if matches!(item, Some(Err(_))) {
            self.at = self.table.len();
        }
        item
    }
}

/// The entry whose stretch has the instruction at byte `offset`. The entries are in the order
/// of their starts and do not overlap, as the verifier makes sure.
pub fn find_handler(entries: &[ExceptionEntry], offset: usize) -> Option<&ExceptionEntry> {
    let behind = entries.partition_point(|entry| entry.start <= offset);
    entries[..behind].last().filter(|entry| offset < entry.end)
}

/// Finds the entry whose stretch has the instruction at byte `offset`, in the table as it is
/// encoded (`get_exception_handler` of CPython's `Python/ceval.c`): halving as long as
/// that leaves more than a few entries, then reading them one by one.
pub fn search_exception_table(table: &[u8], offset: usize) -> Option<ExceptionEntry> {
    /// So many bytes are read through faster than they are halved.
    const FEW: usize = 40;
    let (mut first, mut behind) = (0, table.len());
    while behind - first > FEW {
        let middle = start_of_entry(table, first + (behind - first) / 2);
        let entry = exception_table(&table[middle..]).next()?.ok()?;
        if entry.start <= offset {
            if middle == first {
                break;
            }
            first = middle;
        } else {
            behind = middle;
        }
    }
    exception_table(&table[first..])
        .map_while(Result::ok)
        .take_while(|entry| entry.start <= offset)
        .find(|entry| offset < entry.end)
}

/// The start of the entry that a byte belongs to.
fn start_of_entry(table: &[u8], at: usize) -> usize {
    let head = table[..=at].iter().rposition(|byte| byte & START != 0);
    head.unwrap_or(0)
}

/// Writes the table that has these entries.
///
/// # Errors
///
/// If an offset is not that of a code unit, or a number takes more than 30 bits.
pub fn encode_exception_table(entries: &[ExceptionEntry]) -> Result<Vec<u8>, TableError> {
    let mut table = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        let at = table.len();
        let length = entry
            .end
            .checked_sub(entry.start)
            .ok_or(TableError::Gap { index })?;
        push_number(units(entry.start, at)?, START, &mut table);
        push_number(units(length, at)?, 0, &mut table);
        push_number(units(entry.target, at)?, 0, &mut table);
        if entry.depth >= LIMIT / 2 {
            return Err(TableError::NumberTooGreat { at });
        }
        push_number(entry.depth << 1 | u32::from(entry.lasti), 0, &mut table);
    }
    Ok(table)
}

/// A length in bytes, in code units.
fn units(bytes: usize, at: usize) -> Result<u32, TableError> {
    if !bytes.is_multiple_of(2) {
        return Err(TableError::Malformed { at });
    }
    let units = u32::try_from(bytes / 2).ok().filter(|&units| units < LIMIT);
    units.ok_or(TableError::NumberTooGreat { at })
}

fn push_number(value: u32, mark: u8, table: &mut Vec<u8>) {
    let first = table.len();
    for shift in [24, 18, 12, 6] {
        if value >> shift != 0 {
            table.push(MORE | (value >> shift & 63) as u8);
        }
    }
    table.push((value & 63) as u8);
    table[first] |= mark;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(table: &[u8]) -> Result<Vec<ExceptionEntry>, TableError> {
        exception_table(table).collect()
    }

    fn entry(start: usize, end: usize, target: usize, depth: u32, lasti: bool) -> ExceptionEntry {
        ExceptionEntry {
            start,
            end,
            target,
            depth,
            lasti,
        }
    }

    #[test]
    fn a_number_is_written_with_its_highest_chunk_first() {
        // In code units: 20 to 28, to 100, at depth 3.
        let units = entry(40, 56, 200, 3, false);
        assert_eq!(
            encode_exception_table(&[units]),
            Ok(vec![148, 8, 65, 36, 6])
        );
        assert_eq!(read(&[148, 8, 65, 36, 6]), Ok(vec![units]));
    }

    #[test]
    fn the_offsets_of_an_entry_are_twice_its_numbers() {
        assert_eq!(
            read(&[0x82, 0x0E, 0x1F, 0x00]),
            Ok(vec![entry(4, 32, 62, 0, false)])
        );
    }

    #[test]
    fn the_lowest_bit_of_the_depth_says_whether_lasti_is_pushed() {
        assert_eq!(read(&[0x80, 1, 2, 7]), Ok(vec![entry(0, 2, 4, 3, true)]));
    }

    #[test]
    fn a_table_comes_back_from_its_entries() {
        let entries = [
            entry(0, 2, 4, 0, false),
            entry(2, 130, 8_190, 63, true),
            entry(130, (1 << 31) - 2, (1 << 31) - 2, (1 << 29) - 1, true),
        ];
        let table = encode_exception_table(&entries).unwrap();
        assert_eq!(read(&table), Ok(entries.to_vec()));
    }

    #[test]
    fn searching_the_encoded_table_finds_what_its_entries_say() {
        // Stretches of many lengths, some right behind each other, some apart.
        let mut start = 6;
        let mut entries = Vec::new();
        for number in 0..90 {
            let end = start + 2 + 2 * (number * 7 % 90);
            let target = 2 * (number * 1_000 % 7_919);
            entries.push(entry(
                start,
                end,
                target,
                number as u32 % 5,
                number % 3 == 0,
            ));
            start = end + 2 * (number % 3);
        }
        for count in [0, 1, 5, 20, 90] {
            let entries = &entries[..count];
            let table = encode_exception_table(entries).unwrap();
            for offset in (0..start + 10).step_by(2) {
                let found = search_exception_table(&table, offset);
                assert_eq!(found.as_ref(), find_handler(entries, offset), "{offset}");
            }
        }
    }

    #[test]
    fn searching_bytes_that_are_no_table_ends() {
        for seed in 0..200_u32 {
            let byte = |at: u32| ((seed * 7_919 + at * at * 31 + at * seed) >> 2) as u8;
            let table: Vec<u8> = (0..150).map(byte).collect();
            for offset in (0..300).step_by(2) {
                let _ = search_exception_table(&table, offset);
            }
        }
    }

    #[test]
    fn a_malformed_table_is_an_error_and_the_end() {
        assert_eq!(read(&[0x02]), Err(TableError::Malformed { at: 0 }));
        assert_eq!(read(&[0x82, 0x0E]), Err(TableError::CutShort { at: 0 }));
        assert_eq!(
            read(&[0x82, 0x8E, 1, 1]),
            Err(TableError::CutShort { at: 0 })
        );
        let great = [0xC1, 0x40, 0x40, 0x40, 0x40, 0x40, 0];
        assert_eq!(read(&great), Err(TableError::NumberTooGreat { at: 0 }));
        assert_eq!(exception_table(&[0x82, 0x82, 0x82]).count(), 1);
    }

    #[test]
    fn what_an_entry_cannot_say_is_not_written() {
        let odd = entry(1, 2, 4, 0, false);
        assert_eq!(
            encode_exception_table(&[odd]),
            Err(TableError::Malformed { at: 0 })
        );
        let deep = entry(0, 2, 4, 1 << 29, false);
        assert_eq!(
            encode_exception_table(&[deep]),
            Err(TableError::NumberTooGreat { at: 0 })
        );
        let backwards = entry(4, 2, 4, 0, false);
        assert_eq!(
            encode_exception_table(&[backwards]),
            Err(TableError::Gap { index: 0 })
        );
    }

    #[test]
    fn a_handler_is_found_for_the_instructions_of_its_stretch_only() {
        let entries = [entry(2, 6, 20, 0, false), entry(10, 12, 30, 0, false)];
        let target = |offset| find_handler(&entries, offset).map(|entry| entry.target);
        let found = [0, 2, 4, 6, 8, 10, 12].map(target);
        assert_eq!(
            found,
            [None, Some(20), Some(20), None, None, Some(30), None]
        );
    }
}
