//! A text as UTF-8: what does one character cost?

/// The character at an index, and how many bytes were looked at to find it.
fn nth(text: &[u8], index: usize) -> (Option<char>, usize) {
    let mut at = 0;
    for _ in 0..index {
        at += length(text[at]);
    }
    let character = &text[at..at + length(text[at])];
    let character = std::str::from_utf8(character).ok();
    (character.and_then(|text| text.chars().next()), at)
}

/// How many bytes a character has, from its first one.
fn length(first: u8) -> usize {
    match first {
        0x00..=0x7F => 1,
        0xC0..=0xDF => 2,
        0xE0..=0xEF => 3,
        _ => 4,
    }
}

fn main() {
    let novel = "Всё смешалось в доме Облонских. ".repeat(31_250);
    for index in [0, 10, 1_000, 999_999] {
        let (character, bytes) = nth(novel.as_bytes(), index);
        println!("character {index:>6} is {character:?}, {bytes:>7} bytes in");
    }
}
