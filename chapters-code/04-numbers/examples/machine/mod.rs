//! A machine with numbers, for the examples.

use numbers::BigInt;
use objects::Object;
use std::rc::Rc;
use types::{BinaryOp, HashSeed, Interpreter, MemoryHost, PyResult, Thread, Version};

/// A machine that has the first four chapters.
pub fn thread() -> PyResult<Thread> {
    let host = Box::new(MemoryHost::default());
    let interpreter = Interpreter::new(Version::V310, host, HashSeed::Fixed)?;
    let t = Thread::new(Rc::new(interpreter));
    types::install(&t)?;
    numbers::install(&t)?;
    Ok(t)
}

/// `base ** exponent`
#[allow(dead_code, reason = "each example uses a part")]
pub fn power(t: &Thread, base: i64, exponent: i64) -> PyResult {
    t.binary(
        BinaryOp::Power,
        &numbers::int(t, base)?,
        &numbers::int(t, exponent)?,
    )
}

/// An integer of decimal digits.
#[allow(dead_code, reason = "each example uses a part")]
pub fn integer(t: &Thread, text: &str) -> PyResult {
    let value: BigInt = text
        .parse()
        .map_err(|_| t.value_error("digits were expected"))?;
    numbers::int_from_bigint(t, value)
}

/// The text that `print` would show, or the error.
#[allow(dead_code, reason = "each example uses a part")]
pub fn show(t: &Thread, result: PyResult) -> String {
    match result.and_then(|object| t.repr(&object)) {
        Ok(text) => text.to_text(),
        Err(raised) => format!("{raised:?}"),
    }
}

/// Where a value is.
#[allow(dead_code, reason = "each example uses a part")]
pub fn place(object: &Object) -> &'static str {
    if object.is_heap() {
        "an object"
    } else {
        "a word"
    }
}
