//! Step 3: what an exception does when nobody has opened a block.
//! `cargo run -p modern-bytecode --example step_18_3`.

/// The table of `total`: three entries, one to a line.
pub const TABLE: [u8; 12] = [
    136, 20, 29, 2, //
    157, 15, 47, 5, //
    174, 1, 47, 5, //
];

/// A stretch of code units, where its exceptions go, and how they find the stack there.
#[derive(Debug)]
pub struct Entry {
    /// The first unit.
    pub start: usize,
    /// The one behind the last.
    pub end: usize,
    /// The handler.
    pub target: usize,
    /// How much of the stack is kept.
    pub depth: usize,
    /// Is the place that raised pushed below the exception?
    pub lasti: bool,
}

/// A number: six bits to a byte, the highest first; 64 says that there is more.
fn number(bytes: &mut impl Iterator<Item = u8>) -> Option<usize> {
    let mut value = 0;
    loop {
        let byte = bytes.next()?;
        value = value << 6 | usize::from(byte & 63);
        if byte & 64 == 0 {
            return Some(value);
        }
    }
}

/// The next entry.
pub fn entry(bytes: &mut impl Iterator<Item = u8>) -> Option<Entry> {
    let (start, length) = (number(bytes)?, number(bytes)?);
    let (target, depth) = (number(bytes)?, number(bytes)?);
    Some(Entry {
        start,
        end: start + length,
        target,
        depth: depth >> 1,
        lasti: depth & 1 != 0,
    })
}

/// Where an exception goes that is raised at `at`; the stack becomes what is expected there.
pub fn raise(table: &[Entry], at: usize, what: &str, stack: &mut Vec<String>) -> Option<usize> {
    let entry = table
        .iter()
        .find(|entry| (entry.start..entry.end).contains(&at))?;
    stack.truncate(entry.depth);
    if entry.lasti {
        stack.push(format!("{at}"));
    }
    stack.push(what.to_owned());
    Some(entry.target)
}

fn main() {
    let mut bytes = TABLE.into_iter();
    let table: Vec<Entry> = std::iter::from_fn(|| entry(&mut bytes)).collect();
    for entry in &table {
        println!("{entry:?}");
    }
    let mut stack: Vec<String> = ["iterator", "0", "NULL", "int", "'x'", "10"]
        .map(str::to_owned)
        .into();
    println!("CALL at 20 with {stack:?}");
    let handler = raise(&table, 20, "ValueError", &mut stack);
    println!("  goes on at {handler:?} with {stack:?}");
    stack.insert(1, "None".to_owned());
    println!("CHECK_EXC_MATCH at 36 with {stack:?}, interrupted");
    let cleanup = raise(&table, 36, "KeyboardInterrupt", &mut stack);
    println!("  goes on at {cleanup:?} with {stack:?}");
    println!(
        "RERAISE at 49: {:?}",
        raise(&table, 49, "KeyboardInterrupt", &mut stack)
    );
}
