//! What does the proof cost, and what may code contain at most?

mod assembler;

use assembler::{Code, assemble};
use instructions::op310;
use verifier::{MAX_BLOCKS, Reason};

/// Code that opens so many blocks, one in the other, and closes them again.
fn nested_blocks(blocks: usize) -> Code {
    let mut lines = Vec::new();
    for block in 0..blocks {
        lines.push(format!("SETUP_FINALLY handler{block}"));
    }
    lines.extend(std::iter::repeat_n("POP_BLOCK".to_string(), blocks));
    lines.extend(["LOAD_CONST 0".to_string(), "RETURN_VALUE".to_string()]);
    for block in 0..blocks {
        lines.extend([format!("handler{block}:"), "RERAISE 0".to_string()]);
    }
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    assemble("3.10; stack 126", &lines)
}

#[test]
fn twenty_blocks_may_be_open_at_once() {
    let proof = nested_blocks(MAX_BLOCKS).verify().unwrap();
    assert_eq!(proof.blocks(), 20);
}

#[test]
fn a_twenty_first_block_is_refused() {
    let rejection = nested_blocks(MAX_BLOCKS + 1).verify().unwrap_err();
    assert_eq!(rejection.reason, Reason::TooManyBlocks);
    assert_eq!(
        rejection.to_string(),
        "offset 40, SETUP_FINALLY: more than 20 blocks"
    );
}

#[test]
fn a_proof_tells_how_deep_the_stack_gets_whatever_the_code_object_says() {
    let code = assemble(
        "3.11; stack 100",
        &[
            "LOAD_CONST 0",
            "LOAD_CONST 0",
            "BUILD_TUPLE 2",
            "RETURN_VALUE",
        ],
    );
    assert_eq!(code.verify().unwrap().depth(), 2);
}

#[test]
fn the_exception_pushed_for_a_handler_counts() {
    let code = assemble(
        "3.10; stack 100",
        &[
            "SETUP_FINALLY handler",
            "NOP",
            "POP_BLOCK",
            "LOAD_CONST 0",
            "RETURN_VALUE",
            "handler:",
            "RERAISE 0",
        ],
    );
    assert_eq!(code.verify().unwrap().depth(), 6);
}

/// A deep stack with very many places where ways meet: a proof that keeps the stack at
/// each of them takes memory, and time, in proportion to the square of the length.
fn deep_and_branching(depth: usize, branches: usize) -> Code {
    let mut code = assemble("3.10; stack 1000000", &["LOAD_CONST 0", "RETURN_VALUE"]);
    code.bytes.clear();
    for _ in 0..depth {
        code.bytes.extend([op310::LOAD_CONST, 0]);
    }
    for _ in 0..branches {
        code.bytes.extend([
            op310::LOAD_CONST,
            0,
            op310::JUMP_FORWARD,
            0,
            op310::POP_TOP,
            0,
        ]);
    }
    code.bytes.extend([op310::RAISE_VARARGS, 0]);
    code
}

#[test]
fn a_proof_that_would_take_too_long_is_given_up() {
    let rejection = deep_and_branching(20_000, 20_000).verify().unwrap_err();
    assert_eq!(rejection.reason, Reason::TooComplex);
}

#[test]
fn deep_code_and_branching_code_are_proved() {
    assert!(deep_and_branching(100_000, 2).verify().is_ok());
    assert!(deep_and_branching(50, 100_000).verify().is_ok());
}
