//! The magic number, and the ranges of numbers that each version used up.

/// The minor version of the CPython that wrote a file: 10 for 3.10. `None` if the bytes do
/// not begin as a `.pyc` file of CPython 3.8 to 3.11 does.
pub fn minor_version(file: &[u8]) -> Option<u8> {
    let [low, high, b'\r', b'\n', ..] = *file else {
        return None;
    };
    match u16::from_le_bytes([low, high]) {
        3400..=3413 => Some(8),
        3420..=3425 => Some(9),
        3430..=3439 => Some(10),
        3450..=3495 => Some(11),
        _ => None,
    }
}
