//! Second step: numbers are names, and arguments are indices.

/// Names for the numbers in the program at hand.
fn name(opcode: u8) -> &'static str {
    match opcode {
        1 => "POP_TOP",
        83 => "RETURN_VALUE",
        100 => "LOAD_CONST",
        116 => "LOAD_GLOBAL",
        131 => "CALL_FUNCTION",
        _ => "?",
    }
}

/// One line for each instruction, with what its argument points at.
pub fn listing(bytes: &[u8], constants: &[&str], names: &[&str]) -> String {
    let mut lines = String::new();
    for pair in bytes.chunks(2) {
        let (opcode, index) = (pair[0], usize::from(pair[1]));
        let meaning = match opcode {
            100 => constants[index],
            116 => names[index],
            _ => "",
        };
        lines += format!("{:13} {index}  {meaning}", name(opcode)).trim_end();
        lines += "\n";
    }
    lines
}

fn main() {
    let hello = [116, 0, 100, 1, 131, 1, 1, 0, 100, 0, 83, 0];
    print!("{}", listing(&hello, &["None", "'Hello'"], &["print"]));
}
