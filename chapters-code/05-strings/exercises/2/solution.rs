/// The index of the first character at which `needle` begins in `hay`. Both lie in
/// memory with `width` bytes per character.
pub fn find(hay: &[u8], needle: &[u8], width: usize) -> Option<usize> {
    let mut windows = hay.windows(needle.len()).step_by(width);
    windows.position(|part| part == needle)
}
