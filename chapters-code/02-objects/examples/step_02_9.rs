//! A program that wants too much: who says no?

use objects::{Object, Objects, OutOfMemory, heap};

fn fill(array: &Objects) -> Result<(), OutOfMemory> {
    loop {
        array.push(Object::int32(0))?;
    }
}

fn main() {
    let array = Objects::default();
    heap().set_limit(1 << 20);
    let end = fill(&array);
    println!(
        "{end:?} after {} items and {} bytes",
        array.len(),
        heap().bytes()
    );
    drop(array);
    println!("{} bytes are left", heap().bytes());
}
