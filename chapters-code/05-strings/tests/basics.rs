//! What a string can do through its slots.

use objects::Object;
use std::rc::Rc;
use types::{
    BinaryOp, CompareOp, HashSeed, Interpreter, MemoryHost, PyResult, Slice, Thread, Version,
};

fn thread(version: Version) -> Thread {
    let host = Box::new(MemoryHost::default());
    let interpreter = Interpreter::new(version, host, HashSeed::Fixed).unwrap();
    let t = Thread::new(Rc::new(interpreter));
    types::install(&t).unwrap();
    strings::install(&t).unwrap();
    t
}

fn shown(t: &Thread, object: &Object) -> String {
    t.repr(object).unwrap().to_text()
}

#[test]
fn repr_chooses_the_quote_that_needs_no_escape() -> PyResult<()> {
    let t = thread(Version::V310);
    for (text, repr) in [
        ("a", "'a'"),
        ("it's", "\"it's\""),
        ("'\"", "'\\'\"'"),
        ("a\n\t\\\u{0}", "'a\\n\\t\\\\\\x00'"),
        (
            "é\u{ad}\u{200b}\u{e000}\u{10ffff}",
            "'é\\xad\\u200b\\ue000\\U0010ffff'",
        ),
    ] {
        assert_eq!(shown(&t, &t.str(text)?), repr);
    }
    Ok(())
}

#[test]
fn a_string_added_to_the_only_reference_grows_in_place() -> PyResult<()> {
    let t = thread(Version::V310);
    let mut text = t.binary(BinaryOp::Add, &t.str("ab")?, &t.str("cd")?)?;
    let more = t.str("efgh")?;
    let mut moves = 0;
    for _ in 0..100_000 {
        let before = text.identity();
        text = strings::append(&t, text, &more)?;
        moves += u32::from(text.identity() != before);
    }
    assert_eq!(t.length(&text)?, 400_004);
    assert!(moves < 100, "{moves}");
    Ok(())
}

#[test]
fn a_slice_of_a_string_is_a_string() -> PyResult<()> {
    let t = thread(Version::V311);
    let text = t.str("дabcдe")?;
    let int = |value: i32| Object::int32(value);
    for (start, stop, step, picked) in [
        (int(1), int(4), Object::none(), "'abc'"),
        (Object::none(), Object::none(), int(-1), "'eдcbaд'"),
        (int(-2), Object::none(), int(1), "'дe'"),
        (int(1), int(-1), int(2), "'ac'"),
    ] {
        let slice = Slice::new(t.types.slice, start, stop, step)?.into_object();
        assert_eq!(shown(&t, &t.get_item(&text, &slice)?), picked);
    }
    assert_eq!(shown(&t, &t.get_item(&text, &int(-1))?), "'e'");
    let error = t.get_item(&text, &int(6)).unwrap_err();
    assert_eq!(
        format!("{error:?}"),
        "IndexError: string index out of range"
    );
    Ok(())
}

#[test]
fn strings_compare_by_code_points() -> PyResult<()> {
    let t = thread(Version::V310);
    for (a, b, less) in [
        ("a", "b", true),
        ("ab", "a", false),
        ("é", "ж", true),
        ("🐍", "\u{ffff}", false),
    ] {
        let result = t.compare(&t.str(a)?, &t.str(b)?, CompareOp::Lt)?;
        assert_eq!(result.as_bool(), Some(less), "{a} < {b}");
    }
    Ok(())
}

#[test]
fn iterating_a_string_gives_its_characters() -> PyResult<()> {
    let t = thread(Version::V311);
    let items = t.collect(&t.str("aж🐍")?)?;
    let shown: Vec<String> = items.iter().map(|item| shown(&t, item)).collect();
    assert_eq!(shown, ["'a'", "'ж'", "'🐍'"]);
    let iterator = t.iter(&t.str("abc")?)?;
    assert_eq!(t.type_name(&iterator), "str_ascii_iterator");
    Ok(())
}

#[test]
fn repeating_a_string_beyond_any_memory_is_an_error() -> PyResult<()> {
    let t = thread(Version::V310);
    let repeat = t.types.str.slots.repeat.get().unwrap();
    let raised = |count| {
        format!(
            "{:?}",
            repeat(&t, &t.str("ab").unwrap(), count).unwrap_err()
        )
    };
    assert_eq!(
        raised(1 << 62),
        "OverflowError: repeated string is too long"
    );
    assert_eq!(raised(1 << 61), "MemoryError");
    Ok(())
}
