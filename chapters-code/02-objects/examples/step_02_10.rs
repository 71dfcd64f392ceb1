//! Instances of one class: where are their attributes?

use objects::{Object, OutOfMemory, TypeCore, Values, heap, payload, plain_class};

/// The payload of an object that is nothing but its attributes.
struct Bare;

// Only objects of this kind keep values in their own block.
payload!(Bare, "object");

/// The class knows the names once: x is number 0, y is 1.
const NAMES: [&str; 5] = ["x", "y", "colour", "size", "label"];

fn show(values: Values<'_>) -> String {
    let shown = values.order().map(|place| {
        let value = values.get(place.into()).unwrap_or(Object::none());
        format!("{} = {value:?}", NAMES[usize::from(place)])
    });
    shown.collect::<Vec<_>>().join(", ")
}

/// An instance that gets these attributes, in this order.
fn make(class: &TypeCore, attributes: &[(u8, i32)]) -> Result<(), OutOfMemory> {
    let before = heap().bytes();
    let point = heap().make(class, Bare)?.into_object();
    if let Some(instance) = point.header().and_then(|header| header.instance()) {
        for &(place, value) in attributes {
            instance
                .values()
                .replace(place, Some(Object::int32(value)))?;
        }
        println!(
            "{} bytes: {}",
            heap().bytes() - before,
            show(instance.values())
        );
    }
    Ok(())
}

fn main() -> Result<(), OutOfMemory> {
    let class = plain_class::<Bare>(0)?;
    make(class, &[(0, 3), (1, 4)])?;
    make(class, &[(2, 7), (0, 1)])?;
    make(class, &[(0, 1), (1, 2), (2, 3), (3, 4), (4, 5)])
}
