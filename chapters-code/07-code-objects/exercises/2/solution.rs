//! The names of the bits, and what is left of the number without them.

use code_objects::{Flags, flags};

/// The flags as `dis.show_code` prints them: names in the order of their bits, with commas;
/// bits without a name as one hexadecimal number at the end; `0x0` if there are none.
pub fn pretty_flags(given: Flags) -> String {
    let names = [
        (flags::OPTIMIZED, "OPTIMIZED"),
        (flags::NEWLOCALS, "NEWLOCALS"),
        (flags::VARARGS, "VARARGS"),
        (flags::VARKEYWORDS, "VARKEYWORDS"),
        (flags::NESTED, "NESTED"),
        (flags::GENERATOR, "GENERATOR"),
        (flags::NOFREE, "NOFREE"),
        (flags::COROUTINE, "COROUTINE"),
        (flags::ITERABLE_COROUTINE, "ITERABLE_COROUTINE"),
        (flags::ASYNC_GENERATOR, "ASYNC_GENERATOR"),
    ];
    let mut rest = given;
    let mut parts = vec![];
    for (flag, name) in names {
        if rest.has(flag) {
            parts.push(name.to_owned());
            rest = rest.without(flag);
        }
    }
    if rest.0 != 0 || parts.is_empty() {
        parts.push(format!("{:#x}", rest.0));
    }
    parts.join(", ")
}
