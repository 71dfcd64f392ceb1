//! What is nested cuts the stretch of what is around it into pieces.

/// A `try` as the compiler sees it: the code units that it covers, those of what it contains
/// included, and where their exceptions go.
#[derive(Clone, Debug, PartialEq)]
pub struct Try {
    /// The first code unit.
    pub start: usize,
    /// The one behind the last.
    pub end: usize,
    /// The handler.
    pub target: usize,
    /// What is nested in it, in order.
    pub inner: Vec<Try>,
}

/// The table: stretches in order and apart, each with its handler.
pub fn table(tries: &[Try]) -> Vec<(usize, usize, usize)> {
    let mut entries = Vec::new();
    for own in tries {
        let mut next = own.start;
        for inner in &own.inner {
            push(&mut entries, next, inner.start, own.target);
            entries.extend(table(std::slice::from_ref(inner)));
            next = inner.end;
        }
        push(&mut entries, next, own.end, own.target);
    }
    entries
}

/// Nothing covers nothing.
fn push(entries: &mut Vec<(usize, usize, usize)>, start: usize, end: usize, target: usize) {
    if start < end {
        entries.push((start, end, target));
    }
}
