//! `a + b` goes through a slot: which one, in which order?

mod machine;

use objects::{Object, heap, payload};
use types::{BinaryOp, PyResult, Thread, Type, Version};

/// A length in millimetres.
struct Length(i64);

payload!(Length, "length");

fn length(kind: &Type, millimetres: i64) -> PyResult {
    Ok(heap().make(kind.core(), Length(millimetres))?.into_object())
}

fn sum(t: &Thread, kind: &Type, a: &Object, b: &Object) -> PyResult {
    match (a.downcast::<Length>(), b.downcast::<Length>()) {
        (Some(a), Some(b)) => {
            println!("  {}'s slot adds", kind.name());
            length(kind, a.0 + b.0)
        }
        _ => {
            let (a, b) = (t.type_name(a), t.type_name(b));
            println!("  {}'s slot: {a} + {b} is not mine", kind.name());
            Ok(Object::not_implemented())
        }
    }
}

/// The slots only know the thread and the operands, so the types are found again by name.
fn metres_add(t: &Thread, a: &Object, b: &Object) -> PyResult {
    sum(t, t.type_of(if is_length(a) { a } else { b }), a, b)
}

/// The `+` of the subtype: a function of its own, so that it is asked first.
fn exact_add(t: &Thread, a: &Object, b: &Object) -> PyResult {
    println!("  ExactMetres is derived from Metres, and goes first");
    sum(t, t.type_of(b), a, b)
}

fn is_length(object: &Object) -> bool {
    object.downcast::<Length>().is_some()
}

fn main() -> PyResult<()> {
    let t = machine::start(Version::V310)?;
    let metres = machine::new_type(&t, "Metres", t.types.object)?;
    metres.declare::<Length>();
    metres.slots.binary[BinaryOp::Add as usize].set(Some(metres_add));
    t.ready(metres)?;
    let exact = machine::new_type(&t, "ExactMetres", metres)?;
    exact.slots.binary[BinaryOp::Add as usize].set(Some(exact_add));
    t.ready(exact)?;
    let plain = machine::new_type(&t, "PlainMetres", metres)?;
    t.ready(plain)?;

    let operands = [
        length(metres, 1)?,
        length(exact, 2)?,
        length(plain, 3)?,
        Object::none(),
    ];
    for (left, right) in [(0, 0), (0, 1), (2, 0), (0, 3), (3, 0)] {
        let (a, b) = (&operands[left], &operands[right]);
        println!("{} + {}", t.type_name(a), t.type_name(b));
        match t.binary(BinaryOp::Add, a, b) {
            Ok(sum) => println!("  the sum is a {}", t.type_name(&sum)),
            Err(raised) => println!("  {raised:?}"),
        }
    }
    Ok(())
}
