//! First step: twelve numbers are six pairs.

/// The code of `print("Hello")`, from CPython 3.10.
pub const HELLO: [u8; 12] = [116, 0, 100, 1, 131, 1, 1, 0, 100, 0, 83, 0];

/// One line for each pair: where it begins, and its two numbers.
pub fn pairs(bytes: &[u8]) -> String {
    let mut lines = String::new();
    for (index, pair) in bytes.chunks(2).enumerate() {
        lines += &format!("{:4} {:4} {:4}\n", index * 2, pair[0], pair[1]);
    }
    lines
}

fn main() {
    print!("{}", pairs(&HELLO));
}
