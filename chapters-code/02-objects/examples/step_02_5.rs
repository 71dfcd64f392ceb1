//! Words at last: what is inside, and what is not?

use objects::Object;

fn main() {
    let half = Object::small_float(0.5);
    let tiny = Object::small_float(1e-200);
    let shown = [
        Some(Object::int32(7)),
        Object::small_int(1 << 61),
        Object::small_int(1 << 62),
        half,
        Object::small_float(-0.0),
        tiny,
        Some(Object::none()),
        Some(Object::bool(true)),
    ];
    for object in shown {
        match object {
            Some(object) => println!("{:016x}  {object:?}", object.word()),
            None => println!("                  no room in a word"),
        }
    }
}
