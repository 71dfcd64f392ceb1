//! Begin here: the number as it is.

use code_objects::Flags;

/// The flags as `dis.show_code` prints them: names in the order of their bits, with commas;
/// bits without a name as one hexadecimal number at the end; `0x0` if there are none.
pub fn pretty_flags(flags: Flags) -> String {
    format!("{:#x}", flags.0)
}
