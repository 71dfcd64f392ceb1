//! The bytes of a `.pyc` file, sixteen to a line, with the characters they would be.

const HELLO: &[u8] = include_bytes!("../../../programs/310/hello.pyc");

fn main() {
    for (line, bytes) in HELLO.chunks(16).enumerate() {
        let hex: Vec<String> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        let text: String = bytes.iter().map(|&byte| printable(byte)).collect();
        println!("{:3}  {:47}  {text}", line * 16, hex.join(" "));
    }
}

fn printable(byte: u8) -> char {
    match byte {
        b' '..=b'~' => char::from(byte),
        _ => '·',
    }
}
