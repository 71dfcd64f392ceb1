//! `exit` and `quit`, which the module `site` adds to the builtins.
#![forbid(unsafe_code)]

use objects::Object;
use types::NativeCode::Fast;
use types::{Details, ErrorKind, NativeDef, PyResult, Thread, check_count};

fn quit(t: &Thread, args: &[Object]) -> PyResult {
    check_count(t, "__call__", args.len(), 0, 1)?;
    let arguments = vec![args.first().cloned().unwrap_or(Object::none())];
    Err(t.raise(ErrorKind::SystemExit, Details::Arguments(arguments)))
}

pub(super) static DEFS: &[NativeDef] = &[
    NativeDef {
        name: "exit",
        code: Fast(|t, _, args| quit(t, args)),
        doc: "Leave the program.",
    },
    NativeDef {
        name: "quit",
        code: Fast(|t, _, args| quit(t, args)),
        doc: "Leave the program.",
    },
];
