//! Which instructions can never be reached?

use instructions::{Version, instructions};

/// The offsets of the instructions of 3.10 code, without blocks, that execution cannot
/// come to, in order.
pub fn unreachable(code: &[u8]) -> Vec<usize> {
    let all = instructions(Version::V310, code).flatten();
    all.map(|instruction| instruction.start).collect()
}
