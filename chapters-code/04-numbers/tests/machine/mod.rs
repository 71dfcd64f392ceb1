//! A machine for the tests: it has numbers, and of strings only what showing them needs.

use objects::Object;
use std::rc::Rc;
use types::{Args, Bytes, HashSeed, Interpreter, MemoryHost, PyResult, Thread, Tuple, Version};

/// A machine with this chapter's types, and what it takes to show the others.
pub fn thread(version: Version) -> Thread {
    let host = Box::new(MemoryHost::default());
    let interpreter = Interpreter::new(version, host, HashSeed::Fixed).unwrap();
    let t = Thread::new(Rc::new(interpreter));
    types::install(&t).unwrap();
    numbers::install(&t).unwrap();
    t.types.tuple.slots.repr.set(Some(|t, object| {
        let items = object
            .downcast::<Tuple>()
            .map(Tuple::items)
            .unwrap_or_default();
        let shown: PyResult<Vec<String>> = items.iter().map(|item| show(t, item)).collect();
        let comma = if items.len() == 1 { "," } else { "" };
        t.str(&format!("({}{comma})", shown?.join(", ")))
    }));
    t.types.bytes.slots.repr.set(Some(|t, object| {
        let bytes = object
            .downcast::<Bytes>()
            .map(Bytes::as_slice)
            .unwrap_or_default();
        t.str(&format!("b{}", quote_bytes(bytes)))
    }));
    t.types.str.slots.repr.set(Some(|t, object| {
        let text = types::as_str(object).map(|text| quote(text.chars().iter()));
        t.str(&text.unwrap_or_default())
    }));
    t
}

/// A string's `repr`, near enough for the texts in the tests.
fn quote(chars: impl Iterator<Item = u32>) -> String {
    let mut text = String::from("'");
    for c in chars {
        match char::from_u32(c) {
            Some('\n') => text += "\\n",
            Some('\\') => text += "\\\\",
            Some('\u{2003}') => text += "\\u2003",
            Some(c) if (' '..='~').contains(&c) || c > '\u{A0}' => text.push(c),
            _ => text += &format!("\\x{c:02x}"),
        }
    }
    text + "'"
}

fn quote_bytes(bytes: &[u8]) -> String {
    let shown = |byte: &u8| match byte {
        b' '..=b'~' => char::from(*byte).to_string(),
        byte => format!("\\x{byte:02x}"),
    };
    format!("'{}'", bytes.iter().map(shown).collect::<String>())
}

/// Strings as they are, anything else as `repr` shows it.
pub fn show(t: &Thread, object: &Object) -> PyResult<String> {
    match types::as_str(object) {
        Some(text) => Ok(text.to_text()),
        None => Ok(t.repr(object)?.to_text()),
    }
}

/// The characters of a quoted Python literal.
fn unquote(text: &str) -> Vec<u32> {
    let mut chars = text.chars();
    let mut result = vec![];
    while let Some(c) = chars.next() {
        let width = match (c, c == '\\') {
            (c, false) => {
                result.push(c.into());
                continue;
            }
            _ => match chars.next() {
                Some('x') => 2,
                Some('u') => 4,
                Some('n') => {
                    result.push(10);
                    continue;
                }
                other => panic!("{other:?} after a backslash"),
            },
        };
        let digits: String = chars.by_ref().take(width).collect();
        result.push(u32::from_str_radix(&digits, 16).unwrap());
    }
    result
}

/// The object that a Python literal stands for.
pub fn literal(t: &Thread, text: &str) -> Object {
    let string = |text: &str| t.str_of(&unquote(&text[1..text.len() - 1])).unwrap();
    let made_of_text = |class: &types::Type| {
        let text = t.str(text).unwrap();
        class.slots.new.get().unwrap()(t, class, Args::positional(&[text])).unwrap()
    };
    match text {
        "None" => Object::none(),
        "True" => Object::bool(true),
        "False" => Object::bool(false),
        "..." => Object::ellipsis(),
        "NotImplemented" => Object::not_implemented(),
        text if text.starts_with('\'') => string(text),
        text if text.starts_with("b'") => {
            let bytes = unquote(&text[2..text.len() - 1]);
            let bytes: Vec<u8> = bytes
                .into_iter()
                .map(|c| u8::try_from(c).unwrap())
                .collect();
            t.bytes(&bytes).unwrap()
        }
        text if text.ends_with(['j', ')']) => made_of_text(t.types.complex),
        text if text.contains(['.', 'e', 'n']) => made_of_text(t.types.float),
        _ => made_of_text(t.types.int),
    }
}
