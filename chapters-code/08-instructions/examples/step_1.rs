//! Twelve bytes, two by two, with the names of the five instructions among them.

const HELLO: [u8; 12] = [116, 0, 100, 1, 131, 1, 1, 0, 100, 0, 83, 0];

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

fn main() {
    for (index, unit) in HELLO.chunks(2).enumerate() {
        println!("{:>4} {:<16} {}", 2 * index, name(unit[0]), unit[1]);
    }
}
