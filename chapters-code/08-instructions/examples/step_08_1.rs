//! What 3.11 made of the hello function, read with the five names of chapter 1.

const HELLO: [u8; 36] = [
    151, 0, 116, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 100, 1, 166, 1, 0, 0, 171, 1, 0, 0, 0, 0, 0, 0,
    0, 0, 1, 0, 100, 0, 83, 0,
];

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
        println!(
            "{:>4} {:>3} {:<13} {}",
            2 * index,
            unit[0],
            name(unit[0]),
            unit[1]
        );
    }
}
