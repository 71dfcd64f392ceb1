//! The same loop with words; and an integer that grows out of its word, and back into it.

mod machine;

use machine::{integer, place, show};
use objects::Object;
use types::PyResult;

fn main() -> PyResult<()> {
    let t = machine::thread()?;
    let (mut total, mut objects) = (Object::int32(0), 0);
    for i in 0..1000 {
        let item = numbers::int(&t, i)?;
        total = numbers::add(&t, &total, &item)?;
        objects += u32::from(item.is_heap()) + u32::from(total.is_heap());
    }
    println!(
        "the sum of 0…999 is {}; objects made: {objects}",
        show(&t, Ok(total))
    );

    let mut number = integer(&t, "4611686018427387902")?;
    for step in [1, 1, 1, -1, -1] {
        number = numbers::add(&t, &number, &Object::int32(step))?;
        println!(
            "{:+}: {} is {}",
            step,
            show(&t, Ok(number.clone())),
            place(&number)
        );
    }
    Ok(())
}
