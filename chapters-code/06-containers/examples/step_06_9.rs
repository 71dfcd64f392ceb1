//! The room in a list as it grows, and how often its items are moved.

mod machine;

use machine::with_machine;
use objects::Object;
use types::{PyResult, Version};

fn main() -> PyResult<()> {
    with_machine(Version::V310, |t| {
        let made = containers::list(t, Vec::new())?;
        let list = made.downcast::<types::List>().expect("a list");
        let (mut room, mut rooms, mut moved) = (0, Vec::new(), 0);
        for number in 0..1_000_000 {
            list.push(Object::int32(number))?;
            if list.items.capacity() != room {
                room = list.items.capacity();
                rooms.push(room);
                moved += number as usize;
            }
        }
        println!("room for {:?} …", &rooms[..10]);
        println!("{} rooms for a million items", rooms.len());
        println!("{:.1} moves for each item", moved as f64 / 1e6);
        Ok(())
    })
}
