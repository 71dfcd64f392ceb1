//! The builtins whose chapters are still to come: each says in its error which chapter
//! brings it.
#![forbid(unsafe_code)]

use types::NativeCode::Keywords;
use types::{Details, ErrorKind, NativeDef, Raised, Thread};

/// The error of a builtin that is not here yet.
#[cold]
pub(super) fn comes(t: &Thread, name: &str, chapter: &str) -> Raised {
    let message = format!("{name}() comes with chapter {chapter}");
    t.raise(
        ErrorKind::NotImplementedError,
        Details::Message(message.into()),
    )
}

macro_rules! later {
    ($($name:literal in $chapter:literal, $doc:literal;)*) => {
        pub(super) static DEFS: &[NativeDef] = &[$(NativeDef {
            name: $name,
            code: Keywords(|t, _, _| Err(comes(t, $name, $chapter))),
            doc: $doc,
        }),*];
    };
}

later! {
    "open" in "15, imports", "Open file and return a stream.  Raise OSError upon failure.";
    "breakpoint" in "20, bytecode-tools", "Call sys.breakpointhook(*args, **kws).";
    "help" in "15, imports", "Define the builtin 'help'.";
    "compile" in "21, compiler", "Compile source into a code object that can be executed by exec() or eval().";
}
