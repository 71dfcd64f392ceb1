//! What the verifier knows before each instruction: a `try` statement of 3.10.

use functions::{read_310, show};

mod functions;

fn main() {
    show(&read_310());
}
