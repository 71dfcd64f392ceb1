//! Exercise 2: a search that is not fooled.
#![cfg(feature = "exercise-2")]

#[cfg_attr(not(feature = "solution"), path = "../exercises/2/starter.rs")]
#[cfg_attr(feature = "solution", path = "../exercises/2/solution.rs")]
mod exercise;

fn memory(text: &[u16]) -> Vec<u8> {
    text.iter().flat_map(|unit| unit.to_le_bytes()).collect()
}

#[test]
fn a_character_is_found_where_it_is() {
    let text = memory(&[0x436, 0x438, 0x437, 0x43D, 0x44C]);
    assert_eq!(exercise::find(&text, &memory(&[0x437]), 2), Some(2));
    assert_eq!(exercise::find(&text, &memory(&[0x43D, 0x44C]), 2), Some(3));
    assert_eq!(exercise::find(&text, &memory(&[0x450]), 2), None);
}

#[test]
fn two_halves_of_neighbours_are_no_character() {
    // In memory: 01 02 01 02 02 01. The bytes 02 01, which are the third character, lie
    // between the first two as well.
    let text = memory(&[0x0201, 0x0201, 0x0102]);
    assert_eq!(exercise::find(&text, &memory(&[0x0102]), 2), Some(2));
    assert_eq!(exercise::find(&text[..4], &memory(&[0x0102]), 2), None);
}
