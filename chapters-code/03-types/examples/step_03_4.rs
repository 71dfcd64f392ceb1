//! What did the type get that nobody wrote?

mod machine;

use objects::{Object, heap, payload};
use types::{Args, PyResult, Thread, Version};

/// A number, for a type of our own.
struct Number(i32);

payload!(Number, "number");

fn negative(_: &Thread, object: &Object) -> PyResult {
    Ok(Object::int32(
        object.downcast::<Number>().map_or(0, |number| -number.0),
    ))
}

fn main() -> PyResult<()> {
    let t = machine::start(Version::V310)?;
    let number = machine::new_type(&t, "Number", t.types.object)?;
    number.declare::<Number>();
    number.slots.negative.set(Some(negative));
    t.ready(number)?;

    let five = heap().make(number.core(), Number(5))?.into_object();
    println!("slot:   {:?}", t.negative(&five)?);
    let method = t.get_attribute(&five, &t.intern("__neg__")?)?;
    println!(
        "method: {:?} is a {}",
        t.call(&method, &[])?,
        t.type_name(&method)
    );
    let wrapper = t.get_attribute(number.object().as_object(), &t.intern("__neg__")?)?;
    println!("in the namespace of the type: a {}", t.type_name(&wrapper));
    println!("  {:?}", t.call(&wrapper, &[Object::int32(5)]));
    println!("  {:?}", t.call(&wrapper, &[]));
    println!(
        "  {:?}",
        t.call_with(&method, Args::positional(&[Object::none()]))
    );
    println!(
        "inherited: repr {}, hash {}",
        number.slots.repr.get().is_some(),
        number.slots.hash.get().is_some()
    );
    println!(
        "empty: call {}, iter {}",
        number.slots.call.get().is_none(),
        number.slots.iter.get().is_none()
    );
    Ok(())
}
