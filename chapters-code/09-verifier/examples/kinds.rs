//! Right depths, wrong kinds: one rule after the other refuses.

use functions::judge;

mod functions;

fn main() {
    judge(&[
        (
            "adding to a list",
            "3.10",
            &[
                "BUILD_LIST 0",
                "LOAD_CONST 0",
                "LIST_APPEND 1",
                "RETURN_VALUE",
            ],
        ),
        (
            "adding to a set as if it were a list",
            "3.10",
            &[
                "BUILD_SET 0",
                "LOAD_CONST 0",
                "LIST_APPEND 1",
                "RETURN_VALUE",
            ],
        ),
        (
            "a call of nothing",
            "3.11; stack 4",
            &[
                "PUSH_NULL",
                "PUSH_NULL",
                "PRECALL 0",
                "CALL 0",
                "RETURN_VALUE",
            ],
        ),
        (
            "a function whose code is a number",
            "3.11; consts int",
            &["LOAD_CONST 0", "MAKE_FUNCTION 0", "RETURN_VALUE"],
        ),
        (
            "a function whose defaults are a list",
            "3.11; consts code(0)",
            &[
                "BUILD_LIST 0",
                "LOAD_CONST 0",
                "MAKE_FUNCTION 1",
                "RETURN_VALUE",
            ],
        ),
        (
            "a closure of one cell, for code that wants two",
            "3.11; locals 0; cells 1; consts code(2)",
            &[
                "MAKE_CELL 0",
                "RESUME 0",
                "LOAD_CLOSURE 0",
                "BUILD_TUPLE 1",
                "LOAD_CONST 0",
                "MAKE_FUNCTION 8",
                "RETURN_VALUE",
            ],
        ),
    ]);
}
