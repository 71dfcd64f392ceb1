//! The whole machine behind one command.
fn main() {}
