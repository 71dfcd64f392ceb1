//! What does an error cost that nobody looks at?

mod machine;

use objects::{Object, heap};
use std::cell::Cell;
use types::{ErrorKind, PyResult, Raised, Thread, Version};

thread_local! {
    static MADE: Cell<u32> = const { Cell::new(0) };
}

/// Stands in for the chapter about exceptions: makes "exception objects", and counts them.
fn materialize(t: &Thread, raised: Raised) -> Object {
    MADE.set(MADE.get() + 1);
    t.str(&format!("{raised:?}")).unwrap_or(Object::none())
}

fn main() -> PyResult<()> {
    let t = machine::start(Version::V310)?;
    t.hooks.materialize.set(materialize);
    println!("a result takes {} bytes", size_of::<PyResult>());

    let name = t.intern("missing")?;
    let before = heap().objects();
    let mut misses = 0;
    for _ in 0..100_000 {
        match t.get_attribute(&Object::none(), &name) {
            Err(raised) if raised.is(&t, ErrorKind::AttributeError) => misses += 1,
            _ => (),
        }
    }
    println!("{misses} errors, {} exception objects made", MADE.get());
    println!("{} objects are left of them", heap().objects() - before);

    if let Err(raised) = t.get_attribute(&Object::none(), &name) {
        println!(
            "seen by Python: {}",
            t.to_str(&raised.into_exception(&t))?.to_text()
        );
    }
    println!("{} exception object made", MADE.get());
    println!("without memory: {:?}", Raised::from(objects::OutOfMemory));
    Ok(())
}
