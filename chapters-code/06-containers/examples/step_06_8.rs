//! The table of a set, place by place: the order in which it prints.

mod machine;

use containers::SetTable;
use machine::{call, shown, with_machine};
use objects::Object;
use types::{PyResult, Thread, Version};

fn main() -> PyResult<()> {
    with_machine(Version::V310, |t| {
        let set = containers::set(t)?;
        for number in [3, 1, 11, 19] {
            containers::set_add(t, &set, Object::int32(number))?;
            show(t, &set.table)?;
        }
        println!("printed: {}", shown(t, set.as_object())?);
        call(t, set.as_object(), "remove", &[Object::int32(3)])?;
        show(t, &set.table)?;
        containers::set_add(t, &set, Object::int32(27))?;
        show(t, &set.table)?;
        containers::set_add(t, &set, Object::int32(5))?;
        show(t, &set.table)?;
        println!("printed: {}", shown(t, set.as_object())?);
        Ok(())
    })
}

fn show(t: &Thread, table: &SetTable) -> PyResult<()> {
    let mut line = String::new();
    for place in 0..table.places() {
        let key = table
            .get(place)
            .map(|(key, _)| shown(t, &key))
            .transpose()?;
        line += &format!("{:>3}", key.as_deref().unwrap_or("."));
    }
    println!("{line}");
    Ok(())
}
