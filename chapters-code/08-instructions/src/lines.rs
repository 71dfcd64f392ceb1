//! Which line does an instruction come from, in either version?

use std::fmt;

use crate::line_table::LineTable;
use crate::location_table::LocationTable;
use types::Version;

/// A stretch of code and the line it comes from: what `co_lines` lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineRange {
    /// The byte offset where it starts.
    pub start: usize,
    /// The byte offset behind it.
    pub end: usize,
    /// Its line, if it has one.
    pub line: Option<i32>,
}

/// How far a table has been read. A table and a cursor are enough to read on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// The place in the table of the next entry.
    pub(crate) at: usize,
    /// The byte offset in the code behind the last entry.
    pub(crate) end: usize,
    /// The running line.
    pub(crate) line: i32,
}

impl Cursor {
    /// At the start of the table of a code object that starts at this line.
    pub fn new(first_line: i32) -> Self {
        Self {
            at: 0,
            end: 0,
            line: first_line,
        }
    }
}

/// Why a line, location or exception table cannot be read or written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableError {
    /// The table ends in the middle of an entry.
    CutShort {
        /// Where the entry starts in the table.
        at: usize,
    },
    /// An entry does not start, or does not end, where it has to.
    Malformed {
        /// Where the entry starts in the table.
        at: usize,
    },
    /// A number is greater than the format allows.
    NumberTooGreat {
        /// Where the entry starts in the table.
        at: usize,
    },
    /// A line number leaves the range of a C `int`.
    LineOverflow {
        /// Where the entry starts in the table.
        at: usize,
    },
    /// The stretches to be written do not follow each other.
    Gap {
        /// Which stretch does not start where the one before it ends.
        index: usize,
    },
}

impl fmt::Display for TableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CutShort { at } => write!(f, "the table ends inside the entry at {at}"),
            Self::Malformed { at } => write!(f, "malformed table entry at {at}"),
            Self::NumberTooGreat { at } => {
                write!(f, "a number in the table entry at {at} is too great")
            }
            Self::LineOverflow { at } => {
                write!(
                    f,
                    "the line number of the table entry at {at} is out of range"
                )
            }
            Self::Gap { index } => write!(f, "stretch {index} does not follow the one before it"),
        }
    }
}

impl std::error::Error for TableError {}

/// The stretches of code that a code object's table describes: `co_lines`.
#[derive(Clone, Debug)]
pub enum Lines<'a> {
    /// From a 3.10 line table.
    V310(LineTable<'a>),
    /// From a 3.11 location table.
    V311(LocationTable<'a>),
}

/// Lists the stretches that `table` (`co_linetable`) describes.
///
/// # Errors
///
/// An item is an error, and the last, where the table is malformed.
pub fn lines(version: Version, table: &[u8], first_line: i32) -> Lines<'_> {
    Lines::resume(version, table, Cursor::new(first_line))
}

impl<'a> Lines<'a> {
    /// Reads on where `cursor` says.
    pub fn resume(version: Version, table: &'a [u8], cursor: Cursor) -> Self {
        match version {
            Version::V310 => Self::V310(LineTable::resume(table, cursor)),
            Version::V311 => Self::V311(LocationTable::resume(table, cursor)),
        }
    }

    /// How far it has been read.
    pub fn cursor(&self) -> Cursor {
        match self {
            Self::V310(table) => table.cursor(),
            Self::V311(table) => table.cursor(),
        }
    }
}

impl Iterator for Lines<'_> {
    type Item = Result<LineRange, TableError>;

    fn next(&mut self) -> Option<Self::Item> {
        match self {
            Self::V310(table) => table.next(),
            Self::V311(table) => Some(table.next()?.map(|location| {
                let line = location.position.line.filter(|&line| line >= 0);
                LineRange {
                    start: location.start,
                    end: location.end,
                    line,
                }
            })),
        }
    }
}

/// The line of the instruction at byte `offset`: CPython's `PyCode_Addr2Line`. `None` if the
/// table gives it none, or does not reach so far, or is malformed before it.
pub fn line_at(version: Version, table: &[u8], first_line: i32, offset: usize) -> Option<i32> {
    lines(version, table, first_line)
        .map_while(Result::ok)
        .find(|range| offset < range.end)
        .and_then(|range| range.line)
}

/// The offsets where a line starts, each with the line: `dis.findlinestarts`. A malformed
/// table is read as far as it goes.
pub fn find_line_starts(
    version: Version,
    table: &[u8],
    first_line: i32,
) -> impl Iterator<Item = (usize, i32)> {
    let mut last = None;
    lines(version, table, first_line)
        .map_while(Result::ok)
        .filter_map(move |range| {
            let line = range.line.filter(|&line| last != Some(line))?;
            last = Some(line);
            Some((range.start, line))
        })
}
