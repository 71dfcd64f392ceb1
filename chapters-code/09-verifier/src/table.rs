//! Is the exception table of 3.11 one that can be looked up and jumped by?

use std::ops::Range;

use instructions::{ExceptionEntry, exception_table};

use crate::listing::Listing;
use crate::rejection::{Reason, Rejection};

/// An entry of the exception table, with instructions counted instead of bytes.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// The instructions that it covers.
    pub instructions: Range<usize>,
    /// Index of the handler's first instruction.
    pub target: usize,
    /// How many stack entries the handler keeps.
    pub depth: usize,
    /// Whether the place of the raise is pushed before the exception.
    pub lasti: bool,
}

/// Reads the table: every range starts and ends where instructions do, after the one
/// before it, and no target is among the first `prefix` instructions.
pub(crate) fn read(
    table: &[u8],
    listing: &Listing,
    prefix: usize,
) -> Result<Vec<Entry>, Rejection> {
    let mut entries: Vec<Entry> = Vec::new();
    for entry in exception_table(table) {
        let entry = entry
            .map_err(|_| Reason::TableEntry)
            .and_then(|entry| place(&entry, listing))
            .map_err(Reason::of_the_code)?;
        let end_before = entries.last().map_or(0, |before| before.instructions.end);
        if entry.instructions.start < end_before || entry.instructions.is_empty() {
            return Err(Reason::TableOrder.of_the_code());
        }
        if entry.target < prefix {
            let start = listing.instructions[entry.target].start;
            return Err(Reason::JumpToPrefix(start).of_the_code());
        }
        entries.push(entry);
    }
    Ok(entries)
}

/// Finds the instructions that an entry names.
fn place(entry: &ExceptionEntry, listing: &Listing) -> Result<Entry, Reason> {
    let start = instruction_at(entry.start, listing)?;
    let end = if entry.end == listing.bytes() {
        listing.instructions.len()
    } else {
        instruction_at(entry.end, listing)?
    };
    let target = instruction_at(entry.target, listing)?;
    if listing.has_names_before(target) {
        return Err(Reason::TableRange(entry.target));
    }
    Ok(Entry {
        instructions: start..end,
        target,
        depth: entry.depth as usize,
        lasti: entry.lasti,
    })
}

fn instruction_at(offset: usize, listing: &Listing) -> Result<usize, Reason> {
    listing
        .starting_at(offset)
        .ok_or(Reason::TableRange(offset))
}
