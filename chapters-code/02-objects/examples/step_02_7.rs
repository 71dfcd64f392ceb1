//! A million objects, each held by the next: what happens when the last lets go?

use objects::{Object, OutOfMemory, Slot, Visit, heap, payload, plain_type};

/// An object that holds one other.
struct Link {
    next: Slot,
}

payload!(Link, "link", traverse);

impl Link {
    fn traverse(&self, visit: Visit<'_>) {
        self.next.traverse(visit);
    }

    fn clear(&self) {
        self.next.clear();
    }
}

fn chain(length: usize) -> Result<Object, OutOfMemory> {
    let kind = plain_type::<Link>()?;
    let mut last = Object::none();
    for _ in 0..length {
        let next = Slot::new(last);
        last = heap().make(kind, Link { next })?.into_object();
    }
    Ok(last)
}

fn main() -> Result<(), OutOfMemory> {
    let links = chain(1_000_000)?;
    println!("{} live objects", heap().objects());
    drop(links);
    println!("{} live objects", heap().objects());

    // And on a stack that would not hold a thousand nested calls.
    let small = std::thread::Builder::new().stack_size(64 << 10);
    let end = small
        .spawn(|| chain(1_000_000).map(drop))
        .map(|thread| thread.join());
    println!(
        "on a small stack: {}",
        if matches!(end, Ok(Ok(Ok(())))) {
            "done"
        } else {
            "failed"
        }
    );
    Ok(())
}
