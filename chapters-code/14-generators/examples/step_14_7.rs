//! Seventh step: what comes out of an asynchronous generator, and who gets it.

mod machine;

use frames::{AsyncValue, Generator};
use objects::Object;
use types::{PyResult, Sent, Thread};

const PROGRAM: &[u8] = include_bytes!("../../../programs/310/waiting.pyc");

/// Whom a value is for: the `async for` that asked, or the event loop.
pub fn address(t: &Thread, sent: Sent) -> PyResult<String> {
    let value = match sent {
        Sent::Returned(_) => return Ok("the end".to_owned()),
        Sent::Yielded(value) => value,
    };
    let (whom, value) = match AsyncValue::unwrap(&value) {
        Some(inside) => ("who iterates", inside),
        None => ("the event loop", value),
    };
    Ok(format!("to {whom}: {}", t.repr(&value)?.to_text()))
}

fn main() -> PyResult<()> {
    machine::with_machine(|t| {
        let module = machine::run(t, PROGRAM, "waiting")?;
        let object = machine::call(t, &module, "replies", &[])?;
        let Some(generator) = object.downcast::<Generator>() else {
            return Err(t.type_error("an asynchronous generator was expected"));
        };
        for value in [
            Object::none(),
            Object::none(),
            t.str("Ada")?,
            Object::none(),
        ] {
            println!("{}", address(t, generator.resume(t, value)?)?);
        }
        Ok(())
    })
    .map(drop)
}
