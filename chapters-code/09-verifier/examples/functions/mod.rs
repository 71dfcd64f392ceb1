//! Functions as CPython compiles them, for the steps.
#![allow(dead_code, reason = "each example uses a part")]

pub use assembler::{Code, assemble};
use verifier::{Block, Frame, Kind, explain};

#[path = "../../tests/assembler/mod.rs"]
mod assembler;

/// `c = a + b; return c`, in 3.10.
pub fn sum() -> Code {
    assemble(
        "3.10; stack 2; locals 3",
        &[
            "LOAD_FAST 0",
            "LOAD_FAST 1",
            "BINARY_ADD",
            "STORE_FAST 2",
            "LOAD_FAST 2",
            "RETURN_VALUE",
        ],
    )
}

/// `c = (a if a > b else b) + 1; return c`, in 3.10.
pub fn bigger() -> Code {
    assemble(
        "3.10; stack 2; locals 3; consts None int",
        &[
            "LOAD_FAST 0",
            "LOAD_FAST 1",
            "COMPARE_OP 4",
            "POP_JUMP_IF_FALSE else",
            "LOAD_FAST 0",
            "JUMP_FORWARD end",
            "else:",
            "LOAD_FAST 1",
            "end:",
            "LOAD_CONST 1",
            "BINARY_ADD",
            "STORE_FAST 2",
            "LOAD_FAST 2",
            "RETURN_VALUE",
        ],
    )
}

/// `[n * n for n in numbers]`, the function that 3.10 makes of the comprehension.
pub fn squares() -> Code {
    assemble(
        "3.10; stack 4; args 1 0 0; locals 2",
        &[
            "BUILD_LIST 0",
            "LOAD_FAST 0",
            "again:",
            "FOR_ITER done",
            "STORE_FAST 1",
            "LOAD_FAST 1",
            "LOAD_FAST 1",
            "BINARY_MULTIPLY",
            "LIST_APPEND 2",
            "JUMP_ABSOLUTE again",
            "done:",
            "RETURN_VALUE",
        ],
    )
}

/// `try: return int(text)`, `except ValueError: return None`, in 3.10.
pub fn read_310() -> Code {
    assemble(
        "3.10; stack 8; args 1 0 0; names 2",
        &[
            "SETUP_FINALLY handler",
            "LOAD_GLOBAL 0",
            "LOAD_FAST 0",
            "CALL_FUNCTION 1",
            "POP_BLOCK",
            "RETURN_VALUE",
            "handler:",
            "DUP_TOP",
            "LOAD_GLOBAL 1",
            "JUMP_IF_NOT_EXC_MATCH other",
            "POP_TOP",
            "POP_TOP",
            "POP_TOP",
            "POP_EXCEPT",
            "LOAD_CONST 0",
            "RETURN_VALUE",
            "other:",
            "RERAISE 0",
        ],
    )
}

/// The same in 3.11, with its exception table.
pub fn read_311() -> Code {
    assemble(
        "3.11; stack 4; args 1 0 0; names 2",
        &[
            "RESUME 0",
            "NOP",
            "try:",
            "LOAD_GLOBAL 1",
            "LOAD_FAST 0",
            "PRECALL 1",
            "CALL 1",
            "end:",
            "RETURN_VALUE",
            "handler:",
            "PUSH_EXC_INFO",
            "LOAD_GLOBAL 2",
            "CHECK_EXC_MATCH",
            "POP_JUMP_FORWARD_IF_FALSE other",
            "POP_TOP",
            "leave:",
            "POP_EXCEPT",
            "LOAD_CONST 0",
            "RETURN_VALUE",
            "other:",
            "RERAISE 0",
            "cleanup:",
            "COPY 3",
            "POP_EXCEPT",
            "RERAISE 1",
            ".handler try end handler 0",
            ".handler handler leave cleanup 1 lasti",
            ".handler other cleanup cleanup 1 lasti",
        ],
    )
}

/// Prints what is known of the stacks before each instruction.
pub fn show(code: &Code) {
    let shown = code.with_shape(|shape| {
        explain(shape, |instruction, frame| {
            let (offset, name) = (instruction.offset, instruction.definition.name);
            println!("{offset:>3} {name:<25} [{}]{}", kinds(frame), blocks(frame));
        })
    });
    if let Err(rejection) = shown {
        println!("refused: {rejection}");
    }
}

/// The value stack, with the triples of a 3.10 handler in short.
fn kinds(frame: &Frame) -> String {
    let kinds: Vec<String> = frame.stack().iter().map(Kind::to_string).collect();
    kinds
        .join(", ")
        .replace(
            "saved traceback, saved exception, saved exception class",
            "3 saved",
        )
        .replace("traceback or None, exception, exception class", "3 raised")
}

/// The block stack, if there are blocks.
fn blocks(frame: &Frame) -> String {
    let blocks = frame.blocks().iter().map(|block| match block {
        Block::Try { level, .. } => format!(" try at {level}"),
        Block::Handler { level } => format!(" handler at {level}"),
    });
    blocks.collect()
}

/// Prints what the verifier says of each code object: its title, its heading, its body.
pub fn judge(cases: &[(&str, &str, &[&str])]) {
    for (title, heading, body) in cases {
        let verdict = match assemble(heading, body).verify() {
            Ok(_) => "safe".to_owned(),
            Err(rejection) => rejection.to_string(),
        };
        println!("{title}\n    {verdict}");
    }
}
