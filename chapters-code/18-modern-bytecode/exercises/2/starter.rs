//! Begin here: this is right as long as nothing is nested.

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
    let entries = tries.iter();
    entries
        .map(|own| (own.start, own.end, own.target))
        .collect()
}
