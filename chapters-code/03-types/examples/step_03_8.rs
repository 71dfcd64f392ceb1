//! A lookup is remembered: until when?

mod machine;

use objects::Object;
use types::{PyResult, Version};

fn main() -> PyResult<()> {
    let t = machine::start(Version::V310)?;
    let name = t.intern("spam")?;
    let (base, sub) = (t.types.int, t.types.bool);
    let report = |when: &str| {
        println!(
            "{when:<24} int {:>4}   bool {:>4}",
            base.version(),
            sub.version()
        );
    };
    t.set_type_attribute(base, "spam", Object::int32(1))?;
    report("set on int");
    println!("bool.spam is {:?}", t.lookup(sub, &name));
    report("looked up on bool");
    println!("bool.spam is {:?}", t.lookup(sub, &name));
    report("looked up again");
    t.set_type_attribute(base, "spam", Object::int32(2))?;
    report("set on int again");
    println!("bool.spam is {:?}", t.lookup(sub, &name));
    report("looked up on bool");
    Ok(())
}
