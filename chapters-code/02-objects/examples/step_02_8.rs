//! A destructor looks at the place its object was in: what does it see?

use objects::{Object, OutOfMemory, Slot, heap, payload, plain_type};

/// A place that all parts of this program know.
struct Place(Slot);

/// An object that looks at the place when it goes.
struct Nosy;

payload!(Nosy, "nosy");

thread_local! {
    static PLACE: Place = const { Place(Slot::empty()) };
}

impl Drop for Nosy {
    fn drop(&mut self) {
        PLACE.with(|place| println!("the destructor sees {:?}", place.0.get()));
    }
}

fn main() -> Result<(), OutOfMemory> {
    let kind = plain_type::<Nosy>()?;
    let nosy = heap().make(kind, Nosy)?.into_object();
    PLACE.with(|place| {
        place.0.set(nosy);
        place.0.set(Object::int32(8));
        println!("the place holds {:?}", place.0.get());
    });
    Ok(())
}
