//! What does Unicode say of a character? Its classes, its case and its digits, as the
//! version of Unicode has them that the version of CPython knows: 13 in 3.10, 14 in 3.11.
//!
//! The data come from maintained crates, which follow the newest Unicode. A character that
//! is younger than the version asked for counts as unassigned, and a mapping that leads to
//! such a character does not exist yet.

mod case;
mod class;
mod numeric;

pub use case::{fold, lower, title, upper};
pub use class::{
    decimal_value, is_alpha, is_case_ignorable, is_cased, is_line_break, is_lower, is_printable,
    is_space, is_title, is_upper, is_xid_continue, is_xid_start,
};
pub use numeric::{is_digit, is_numeric};
