//! Two instances of one class: where are their attributes?

use objects::{Object, OutOfMemory, heap, payload, plain_class};

struct Point;

payload!(Point, "point");

fn main() -> Result<(), OutOfMemory> {
    // The class knows the names once: x is number 0, y is 1, colour is 2.
    let names = ["x", "y", "colour"];
    let class = plain_class::<Point>(0)?;
    let attributes: [&[(u8, i32)]; 2] = [&[(0, 3), (1, 4)], &[(2, 7), (0, 1)]];
    for given in attributes {
        let before = heap().bytes();
        let point = heap().make(class, Point)?.into_object();
        let Some(instance) = point.header().and_then(|header| header.instance()) else {
            continue;
        };
        for &(place, value) in given {
            instance
                .values()
                .replace(place, Some(Object::int32(value)))?;
        }
        let shown: Vec<String> = instance
            .values()
            .order()
            .map(|place| {
                format!(
                    "{} = {:?}",
                    names[place as usize],
                    instance.values().get(place.into())
                )
            })
            .collect();
        println!("{}; {} bytes", shown.join(", "), heap().bytes() - before);
    }
    Ok(())
}
