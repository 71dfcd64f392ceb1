//! Sixth step: a real generator, and its frame at each stop.

mod machine;

use frames::{FrameObject, Generator, State};
use objects::Object;
use types::{PyResult, Thread, Version};

const PROGRAM: &[u8] = include_bytes!("../../../programs/310/waiting.pyc");

fn shown(t: &Thread, objects: Vec<Option<Object>>) -> PyResult<String> {
    let mut texts = Vec::new();
    for object in objects {
        texts.push(match object {
            Some(object) if object.as_small_int().is_none() => t.type_name(&object),
            Some(object) => t.repr(&object)?.to_text(),
            None => "-".to_owned(),
        });
    }
    Ok(texts.join(", "))
}

fn name(opcode: u8) -> &'static str {
    instructions::definition(Version::V310, opcode).map_or("?", |definition| definition.name)
}

/// The state of a generator, its place, its variables, and what waits on its stack.
pub fn describe(t: &Thread, generator: &Generator) -> PyResult<String> {
    let Some(object) = generator.frame_object(t)? else {
        return Ok(format!("{:?}: it has no frame", generator.state.get()));
    };
    let Some(frame) = object.downcast::<FrameObject>() else {
        return Err(t.type_error("a frame was expected"));
    };
    let place = frame.last_instruction();
    let at = match usize::try_from(place) {
        Ok(unit) => format!("at {} {}", unit * 2, name(generator.code.code[unit * 2])),
        Err(_) => "before its first instruction".to_owned(),
    };
    let locals = (0..generator.code.varnames.len()).map(|place| frame.local(place));
    Ok(format!(
        "{:?} {at}\n  variables  {}\n  operands   {}",
        generator.state.get(),
        shown(t, locals.collect())?,
        shown(t, generator.operands().into_iter().map(Some).collect())?,
    ))
}

fn main() -> PyResult<()> {
    machine::with_machine(|t| {
        let module = machine::run(t, PROGRAM, "waiting")?;
        let object = machine::call(t, &module, "mean_of", &[Object::int32(2)])?;
        let Some(generator) = object.downcast::<Generator>() else {
            return Err(t.type_error("a generator was expected"));
        };
        println!("{}", describe(t, generator)?);
        for value in [Object::none(), Object::int32(10), Object::int32(20)] {
            let sent = generator.resume(t, value.clone())?.into_value();
            println!(
                "sent {}: {}",
                t.repr(&value)?.to_text(),
                t.repr(&sent)?.to_text()
            );
            println!("{}", describe(t, generator)?);
        }
        assert_eq!(generator.state.get(), State::Finished);
        Ok(())
    })
    .map(drop)
}
