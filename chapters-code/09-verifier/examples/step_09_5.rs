//! What the verifier knows before each instruction: the same statement in 3.11.

use functions::{read_311, show};

mod functions;

fn main() {
    show(&read_311());
}
