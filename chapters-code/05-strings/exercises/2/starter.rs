/// The index of the first character at which `needle` begins in `hay`. Both lie in
/// memory with `width` bytes per character.
pub fn find(hay: &[u8], needle: &[u8], width: usize) -> Option<usize> {
    let found = hay.windows(needle.len()).position(|part| part == needle)?;
    Some(found / width)
}
