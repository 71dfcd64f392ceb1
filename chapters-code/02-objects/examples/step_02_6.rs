//! Objects come and go: who counts them?

use objects::{Object, OutOfMemory, heap, payload, plain_type};

struct Point {
    x: i32,
    y: i32,
}

payload!(Point, "point");

fn report(when: &str, object: Option<&Object>) {
    let references = object.and_then(Object::reference_count);
    println!(
        "{when:<16} {} references, {} live objects more, {} bytes more",
        references.unwrap_or(0),
        heap().objects() - START.get().0,
        heap().bytes() - START.get().1,
    );
}

thread_local! {
    static START: std::cell::Cell<(usize, usize)> = const { std::cell::Cell::new((0, 0)) };
}

fn main() -> Result<(), OutOfMemory> {
    let kind = plain_type::<Point>()?;
    START.set((heap().objects(), heap().bytes()));
    report("at first", None);
    let point = heap().make(kind, Point { x: 3, y: 4 })?.into_object();
    report("made", Some(&point));
    let list = vec![point.clone(); 1000];
    report("in a list", Some(&point));
    if let Some(Point { x, y }) = list[500].downcast() {
        println!("                 number 500 is at {x}, {y}");
    }
    drop(list);
    report("list dropped", Some(&point));
    drop(point);
    report("all dropped", None);
    Ok(())
}
