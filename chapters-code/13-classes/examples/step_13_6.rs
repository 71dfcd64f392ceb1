//! Step 6: what a version is worth: `cargo run -p classes --example step_13_6`.

mod machine;

use machine::{class, with_machine};
use objects::Object;
use types::{PyResult, Thread, Type};

fn versions(classes: &[(&str, &Object)]) -> String {
    let mut text = String::new();
    for (name, class) in classes {
        let version = class.downcast::<Type>().map_or(0, Type::version);
        let version = match version {
            0 => "none".to_owned(),
            _ => "one".to_owned(),
        };
        text += &format!("  {name}: {version}");
    }
    text + "\n"
}

/// Which classes have versions, as text.
pub fn show(t: &Thread) -> PyResult<String> {
    let animal = class(t, "Animal", &[], &[("legs", Object::int32(4))])?;
    let duck = class(t, "Duck", &[&animal], &[])?;
    let stone = class(t, "Stone", &[], &[])?;
    let all = [("Animal", &animal), ("Duck", &duck), ("Stone", &stone)];
    let mut text = "new classes          ".to_owned() + &versions(&all);
    let legs = t.intern("legs")?;
    for (_, class) in all {
        let kind = class.downcast::<Type>();
        kind.map(|kind| t.lookup(kind, &legs));
    }
    text += &format!("after a lookup on each{}", versions(&all));
    t.set_attribute(&animal, &legs, Some(&Object::int32(3)))?;
    text += &format!("after Animal.legs = 3 {}", versions(&all));
    Ok(text)
}

fn main() -> PyResult<()> {
    let (text, _) = with_machine(show)?;
    print!("{text}");
    Ok(())
}
