//! A row of a hundred quintillion numbers, of which none is there.

mod machine;

use machine::{call, shown, with_machine};
use objects::Object;
use types::{BinaryOp, PyResult, Slice, Version};

fn main() -> PyResult<()> {
    with_machine(Version::V310, |t| {
        let number = |value| Object::int32(value);
        let huge = t.binary(BinaryOp::Power, &number(10), &number(20))?;
        let range = t.call(t.types.range.object().as_object(), &[huge])?;
        println!("{}", shown(t, &range)?);
        println!("the last: {}", shown(t, &t.get_item(&range, &number(-1))?)?);

        let third = Slice::new(t.types.slice, Object::none(), Object::none(), number(-3))?;
        let back = t.get_item(&range, third.as_object())?;
        println!("every third, from the end: {}", shown(t, &back)?);
        println!("is 12345 there? {}", t.contains(&back, &number(12345))?);
        println!("is 12346? {}", t.contains(&back, &number(12346))?);
        let place = call(t, &back, "index", &[number(12345)])?;
        println!("12345 is at {}", shown(t, &place)?);
        Ok(())
    })
}
