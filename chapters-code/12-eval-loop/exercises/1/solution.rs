//! A prefix shifts what came before it by a byte.

const EXTENDED_ARG: u8 = 144;

/// The opcode at `at`, its argument, and where the next instruction starts.
pub fn fetch(code: &[u8], mut at: usize) -> Option<(u8, u32, usize)> {
    let mut arg = 0;
    loop {
        let pair = code.get(at..at + 2)?;
        arg = arg << 8 | u32::from(pair[1]);
        at += 2;
        if pair[0] != EXTENDED_ARG {
            return Some((pair[0], arg, at));
        }
    }
}
