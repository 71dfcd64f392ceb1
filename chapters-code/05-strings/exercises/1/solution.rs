use types::Width;

/// What `sys.getsizeof(text)` says in CPython 3.10, for the string with this text.
pub fn size_in_cpython(text: &str) -> usize {
    let widest = text.chars().map(u32::from).max().unwrap_or(0);
    let width = Width::of(widest) as usize;
    let header = if text.is_ascii() { 48 } else { 72 };
    header + (text.chars().count() + 1) * width
}
