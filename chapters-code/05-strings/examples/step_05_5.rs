//! A string is always as narrow as it can be.

mod machine;

use objects::Object;
use types::{BinaryOp, CompareOp, Slice, Str, Version, as_str};

fn main() {
    machine::run(Version::V310, |t| {
        let snake = machine::text(t, "🐍")?.into_object();
        let name = machine::text(t, "snake ")?.into_object();
        let both = t.binary(BinaryOp::Add, &name, &snake)?;
        let slice = Slice::new(
            t.types.slice,
            Object::none(),
            Object::int32(6),
            Object::none(),
        )?;
        let part = t.get_item(&both, slice.as_object())?;
        for object in [&name, &both, &part] {
            let width = as_str(object).map(Str::width);
            println!("{:12} {width:?}", t.repr(object)?.to_text());
        }
        let equal = t.compare(&name, &part, CompareOp::Eq)?;
        println!("equal: {equal:?}, the same object: {}", name.is(&part));
        Ok(())
    });
}
