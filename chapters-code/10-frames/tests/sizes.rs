//! The sizes of what every call makes.

use frames::{Block, Frame};

#[cfg(target_pointer_width = "64")]
#[test]
fn a_frame_header_is_eleven_words() {
    assert_eq!(size_of::<Frame>(), 11 * 8);
}

#[test]
fn a_block_is_a_word() {
    assert_eq!(size_of::<Block>(), 8);
}
