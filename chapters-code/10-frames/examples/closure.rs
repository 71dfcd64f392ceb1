//! One cell, two functions: `cargo run -p frames --example closure`.

mod machine;

use frames::Cell;
use objects::Object;
use types::PyResult;

const PROGRAM: &[u8] = include_bytes!("../../../programs/310/closures.pyc");

fn main() -> PyResult<()> {
    machine::with_machine(|t| {
        // What `counter(10)` does before it returns: a cell, and two functions that have it.
        let count = Cell::new(t, Some(Object::int32(10)))?;
        let closure = containers::tuple(t, vec![count.clone().into_object()])?;
        let step = machine::function(t, PROGRAM, &["counter", "step"])?;
        let peek = machine::function(t, PROGRAM, &["counter", "peek"])?;
        step.closure.set(closure.clone());
        peek.closure.set(closure);

        let show = |object: Object| t.repr(&object).map(|text| text.to_text());
        println!(
            "step(1)   {}",
            show(t.call(step.as_object(), &[Object::int32(1)])?)?
        );
        println!(
            "step(5)   {}",
            show(t.call(step.as_object(), &[Object::int32(5)])?)?
        );
        println!("peek()    {}", show(t.call(peek.as_object(), &[])?)?);
        println!(
            "the cell is held {} times",
            count.as_object().reference_count().unwrap_or(0)
        );
        Ok(())
    })
}
