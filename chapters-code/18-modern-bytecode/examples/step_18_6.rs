//! Step 6: where a generator stands, seen from outside.
//! `cargo run -p modern-bytecode --example step_18_6`.

mod machine;

use frames::{FrameObject, Generator};
use objects::Object;
use types::{Dict, PyResult, Thread};

/// The instruction that a generator has run last, and what it waits for.
fn show(t: &Thread, moment: &str, object: &Object) -> PyResult<()> {
    let Some(generator) = object.downcast::<Generator>() else {
        return Err(t.type_error("no generator"));
    };
    let Some(frame) = generator.frame_object(t)? else {
        println!("{moment:<16} {:?}", generator.state.get());
        return Ok(());
    };
    let code = frame.downcast::<FrameObject>().and_then(FrameObject::code);
    let Some(code) = code else {
        return Err(t.type_error("no frame"));
    };
    let last = t.get_attribute(&frame, &t.intern("f_lasti")?)?;
    let last = last.as_small_int().unwrap_or(-1);
    let running = instructions::instructions(code.version, &code.code)
        .flatten()
        .find(|instruction| instruction.offset as i64 == last);
    let name = running.map_or("nothing", |instruction| instruction.definition.name);
    let waits = if generator.delegate().is_some() {
        ", waits for inner"
    } else {
        ""
    };
    println!(
        "{moment:<16} {:?} at {last} {name}{waits}",
        generator.state.get()
    );
    Ok(())
}

fn main() -> PyResult<()> {
    let pyc = include_bytes!("../../../programs/311/delegation.pyc");
    machine::with_machine(|t| {
        let globals = machine::run(t, pyc)?;
        let outer = globals
            .downcast::<Dict>()
            .and_then(|globals| globals.get_name(&t.intern("outer").ok()?));
        let Some(outer) = outer else {
            return Err(t.value_error("no such function"));
        };
        let generator = t.call(&outer, &[Object::int32(2)])?;
        show(t, "called", &generator)?;
        while let Some(item) = t.next(&generator)? {
            let moment = format!("yielded {}", t.repr(&item)?.to_text());
            show(t, &moment, &generator)?;
        }
        show(t, "ended", &generator)
    })?;
    Ok(())
}
