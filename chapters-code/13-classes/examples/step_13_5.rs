//! Step 5: what an object of a class takes: `cargo run -p classes --example step_13_5`.

mod machine;

use machine::{class, with_machine};
use objects::{Object, heap};
use types::{PyResult, Thread, Type};

/// Bytes that the heap has given out since.
fn bytes(since: usize) -> usize {
    heap().bytes().saturating_sub(since)
}

/// Makes an object with these attributes; gives it and its size.
pub fn measure(t: &Thread, class: &Object, names: &[&str]) -> PyResult<(Object, usize)> {
    let before = heap().bytes();
    let object = t.call(class, &[])?;
    for (value, name) in names.iter().enumerate() {
        let value = Object::int32(value as i32);
        t.set_attribute(&object, &t.intern(name)?, Some(&value))?;
    }
    Ok((object, bytes(before)))
}

/// The sizes of objects, as text.
pub fn show(t: &Thread) -> PyResult<String> {
    let mut text = String::new();
    let plain = class(t, "Plain", &[], &[])?;
    let names = ["x", "y", "z"];
    measure(t, &plain, &names)?;
    let (object, size) = measure(t, &plain, &names)?;
    text += &format!("with a __dict__ that nobody asked for: {size} bytes\n");
    let before = heap().bytes();
    t.get_attribute(&object, &t.names.dict)?;
    text += &format!("after somebody asked for it: {} more\n", bytes(before));
    let slots = names.iter().map(|name| t.str(name));
    let slots = containers::tuple(t, slots.collect::<PyResult<_>>()?)?;
    let slotted = class(t, "Slotted", &[], &[("__slots__", slots)])?;
    let (_, size) = measure(t, &slotted, &names)?;
    text += &format!("with __slots__: {size} bytes\n");
    let keys = plain
        .downcast::<Type>()
        .map(|class| class.shared_keys.len());
    text += &format!("names that the class Plain keeps: {}\n", keys.unwrap_or(0));
    Ok(text)
}

fn main() -> PyResult<()> {
    let (text, _) = with_machine(show)?;
    print!("{text}");
    Ok(())
}
