/// The longest beginning of a text that takes at most `most` bytes in UTF-8.
pub fn fitting(text: &str, most: usize) -> String {
    String::from_utf8_lossy(&text.as_bytes()[..most.min(text.len())]).into_owned()
}
