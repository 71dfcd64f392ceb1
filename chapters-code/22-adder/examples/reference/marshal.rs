//! What does each type code of marshal stand for?

use super::book::{Result, root};
use std::fmt::Write;
use std::fs;

/// The codes, as `code-objects` has them.
pub fn table() -> Result<String> {
    let file = root().join("chapters-code/07-code-objects/src/marshal/mod.rs");
    let source = fs::read_to_string(file)?;
    let mut text = String::from("| Code | Name | What follows |\n|---|---|---|\n");
    for line in source.lines() {
        let Some((name, code)) = line
            .trim()
            .strip_prefix("pub const ")
            .and_then(|rest| rest.split_once(": u8 = b'"))
        else {
            continue;
        };
        let code = code.trim_end_matches("';").replace('|', "\\|");
        let follows = follows(name).ok_or_else(|| format!("nothing is said of {name}"))?;
        writeln!(text, "| `{code}` | {name} | {follows} |")?;
    }
    Ok(text)
}

fn follows(name: &str) -> Option<&'static str> {
    Some(match name {
        "NULL" => "nothing: it ends a dict",
        "NONE" | "FALSE" | "TRUE" | "STOP_ITERATION" | "ELLIPSIS" => "nothing",
        "INT" => "four bytes, least significant first, signed",
        "INT64" => "eight bytes; nothing since 3.4 writes it",
        "LONG" => {
            "a signed count (its sign is the number's), and so many digits of 15 bits, two bytes each"
        }
        "FLOAT" => "a length byte and the number as text, in the old versions of the format",
        "BINARY_FLOAT" => "eight bytes, IEEE 754, least significant first",
        "COMPLEX" => "two numbers as text, each behind a length byte",
        "BINARY_COMPLEX" => "two times eight bytes",
        "BYTES" => "a length of four bytes, and the bytes",
        "INTERNED" => "a length of four bytes, and UTF-8; the string is interned",
        "UNICODE" => "a length of four bytes, and UTF-8 (with surrogates let through)",
        "ASCII" => "a length of four bytes, and ASCII",
        "ASCII_INTERNED" => "the same, interned",
        "SHORT_ASCII" => "a length of one byte, and ASCII",
        "SHORT_ASCII_INTERNED" => "the same, interned",
        "TUPLE" => "a count of four bytes, and the items",
        "SMALL_TUPLE" => "a count of one byte, and the items",
        "LIST" => "a count of four bytes, and the items",
        "DICT" => "keys and values in turn, up to a NULL",
        "SET" | "FROZENSET" => "a count of four bytes, and the items",
        "CODE" => "the fields of a code object; which, and in which order, depends on the version",
        "REF" => "four bytes: the number of an object that was marked when it was read",
        _ => return None,
    })
}
