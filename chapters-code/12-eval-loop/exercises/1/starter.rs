//! Begin here: prefixes are taken for instructions.

/// The opcode at `at`, its argument, and where the next instruction starts.
pub fn fetch(code: &[u8], at: usize) -> Option<(u8, u32, usize)> {
    let pair = code.get(at..at + 2)?;
    Some((pair[0], u32::from(pair[1]), at + 2))
}
