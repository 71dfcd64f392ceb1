//! Two objects that hold each other: who lets them go?

use objects::{Object, OutOfMemory, Slot, TypeCore, Visit, heap, payload, plain_type};

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

fn link(kind: &TypeCore, next: Slot) -> Result<Object, OutOfMemory> {
    Ok(heap().make(kind, Link { next })?.into_object())
}

/// Makes a ring of two, and lets both names go.
fn ring(kind: &TypeCore, open: bool) -> Result<(), OutOfMemory> {
    let a = link(kind, Slot::empty())?;
    let b = link(kind, Slot::new(a.clone()))?;
    if let Some(a) = a.downcast::<Link>() {
        a.next.set(b.clone());
        if open {
            a.next.clear();
        }
    }
    Ok(())
}

fn main() -> Result<(), OutOfMemory> {
    let kind = plain_type::<Link>()?;
    for open in [false, true] {
        let before = (heap().objects(), heap().tracked());
        ring(kind, open)?;
        println!(
            "a ring{}: {} objects left behind, {} on the collector's list",
            if open { ", opened again" } else { "" },
            heap().objects() - before.0,
            heap().tracked() - before.1
        );
    }
    Ok(())
}
