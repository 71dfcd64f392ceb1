//! What is refused without looking at the stack.

use functions::judge;

mod functions;

fn main() {
    judge(&[
        (
            "a specialized instruction in a file",
            "3.11",
            &[
                "LOAD_CONST 0",
                "LOAD_CONST 0",
                ".bytes 5 0 0 0",
                "RETURN_VALUE",
            ],
        ),
        (
            "a cache that is not empty",
            "3.11",
            &[
                "LOAD_GLOBAL! 0",
                ".bytes 53 0 0 0 0 0 0 0 0 0",
                "RETURN_VALUE",
            ],
        ),
        (
            "a jump into a cache",
            "3.11",
            &["JUMP_FORWARD 1", "LOAD_GLOBAL 0", "RETURN_VALUE"],
        ),
        (
            "a jump past its own prefix",
            "3.10",
            &[
                "LOAD_CONST 0",
                "POP_TOP",
                "EXTENDED_ARG 0",
                "JUMP_ABSOLUTE 3",
            ],
        ),
        (
            "the eighth constant of one",
            "3.10",
            &["LOAD_CONST 7", "RETURN_VALUE"],
        ),
        (
            "a number stored over a cell",
            "3.11; locals 0; cells 1",
            &[
                "MAKE_CELL 0",
                "RESUME 0",
                "LOAD_CONST 0",
                "STORE_FAST 0",
                "LOAD_CONST 0",
                "RETURN_VALUE",
            ],
        ),
        (
            "a cell made twice",
            "3.11; locals 0; cells 1",
            &[
                "MAKE_CELL 0",
                "RESUME 0",
                "again:",
                "MAKE_CELL 0",
                "JUMP_BACKWARD again",
            ],
        ),
        (
            "names for a call that does not come",
            "3.11; consts names(1)",
            &["KW_NAMES 0", "LOAD_CONST 0", "RETURN_VALUE"],
        ),
    ]);
}
