/// The longest beginning of a text that takes at most `most` bytes in UTF-8.
pub fn fitting(text: &str, most: usize) -> String {
    let mut end = most.min(text.len());
    // A byte of the form 10xxxxxx goes on with a character that began before it.
    while text
        .as_bytes()
        .get(end)
        .is_some_and(|byte| byte & 0xC0 == 0x80)
    {
        end -= 1;
    }
    text[..end].to_owned()
}
